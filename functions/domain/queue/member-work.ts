/** The workload of each member: their accounts, and their rows in today's queue. */
import { compareMembers } from '../account/member-order';
import type { MemberLoad } from '../account/split-by-load';
import type { Leave, Member } from '../account/team';
import { addDays, type CalendarDate } from '../calendar/calendar-date';
import type { QueueRow } from './queue';

export interface MemberWork {
  member: Member;
  /** The present leave and those to come. */
  leaves: readonly Leave[];
  /** Accounts that the member owns. */
  accounts: number;
  /** How many of these are prospects or accounts to nurture. */
  open: number;
  /** Quarterly checks of their accounts that are overdue. */
  overdueChecks: number;
  /** Quarterly checks of their accounts that are due within 7 days from today. */
  checksDue: number;
  /** Rows of the queue in which the member has to act. */
  turns: number;
}

const DUE_SOON_DAYS = 7;

/**
 * Active members first, then those who have left, each sorted by the reading of their names. A member without a load owns
 * nothing.
 */
export const memberWork = (
  members: Readonly<Record<string, Member>>,
  loads: readonly MemberLoad[],
  rows: readonly Pick<QueueRow, 'ownerId' | 'actorId' | 'status' | 'due'>[],
  today: CalendarDate,
): MemberWork[] => {
  const until = addDays(today, DUE_SOON_DAYS);
  return Object.values(members)
    .map((member) => {
      const load = loads.find(({ id }) => id === member.id);
      const days = rows.flatMap(({ ownerId, status, due }) =>
        ownerId === member.id && status === 'QUARTERLY_CHECK' && due !== null ? [due] : [],
      );
      return {
        member,
        leaves: (member.leaves ?? []).filter(({ to }) => to >= today),
        accounts: load?.accounts ?? 0,
        open: load?.open ?? 0,
        overdueChecks: days.filter((due) => due < today).length,
        checksDue: days.filter((due) => due >= today && due <= until).length,
        turns: rows.filter(({ actorId }) => actorId === member.id).length,
      };
    })
    .sort(byStateAndReading);
};

const byStateAndReading = ({ member: a }: MemberWork, { member: b }: MemberWork): number =>
  Number(b.active) - Number(a.active) || compareMembers(a, b);
