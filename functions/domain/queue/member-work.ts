/** What waits for each member: their accounts, and what the queue of the day has for them. */
import { compareMembers } from '../account/member-order';
import type { MemberLoad } from '../account/split-by-load';
import type { Leave, Member } from '../account/team';
import { addDays, type CalendarDate } from '../calendar/calendar-date';
import type { QueueRow } from './queue';

export interface MemberWork {
  member: Member;
  /** Of the member the one that is, and those to come. */
  leaves: readonly Leave[];
  /** That the member owns. */
  accounts: number;
  /** Of these, prospects and accounts to nurture. */
  open: number;
  /** Quarterly checks of their accounts whose day is over. */
  overdueChecks: number;
  /** Quarterly checks of their accounts from today to the seventh day from today. */
  checksDue: number;
  /** Rows of the queue in which it is their turn. */
  turns: number;
}

const DUE_SOON_DAYS = 7;

/** Who is in the team first, then who has left, by reading. A member without a load owns nothing. */
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
