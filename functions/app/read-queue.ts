/** The queue of a day: what is due is read and put in order. The queue's tabs, the digests and the feeds say the same. */
import type { Member, Settings } from '../domain/account/team';
import { calendarOf } from '../domain/account/team';
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date';
import { type ApprovalRow, approvalRows } from '../domain/queue/approvals';
import { buildQueue, type Queue } from '../domain/queue/queue';
import { japanesePublicHolidays } from '../public-holidays';
import { readDueAccounts } from '../store/due-accounts';
import type { Database } from '../store/firestore';

/** Checks later than this many days ahead are counted, not listed: what is read stays what is due. */
const HORIZON_DAYS = 92;

export interface QueueOfDay extends Queue {
  /** Everything that waits for a manager's answer. */
  approvals: readonly ApprovalRow[];
  /** Accounts that are due, but too many to be listed. */
  unlisted: number;
  /** Accounts in the status QUARTERLY_CHECK, listed or not. */
  checks: number;
}

/** `today` is the team's day. */
export const readQueue = async (
  db: Database,
  { members, settings }: { members: Readonly<Record<string, Member>>; settings: Settings },
  today: CalendarDate,
): Promise<QueueOfDay> => {
  const { accounts, unread, checks } = await readDueAccounts(db, {
    today,
    checksUntil: addDays(today, HORIZON_DAYS),
    workingSince: addDays(today, -settings.workingDays - 1),
    leavers: Object.values(members).flatMap(({ id, active }) => (active ? [] : [id])),
    settings,
  });
  const calendar = calendarOf(settings, japanesePublicHolidays());
  const unlisted = Object.values(unread).reduce((sum, more) => sum + more, 0);
  const context = { today, members, settings, calendar };
  const approvals = approvalRows(accounts, context);
  return { ...buildQueue(accounts, context), approvals, unlisted, checks };
};
