/** The queue of a day: what is due is read and put in order. The queue's tabs, the digests and the feeds say the same. */
import type { Account } from '../domain/account/account';
import { calendarOf, type Member, type Settings } from '../domain/account/team';
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date';
import { proposeOwners } from '../domain/queue/propose-owners';
import { buildQueue, type Queue } from '../domain/queue/queue';
import type { QueueContext } from '../domain/queue/queue-reason';
import { japanesePublicHolidays } from '../public-holidays';
import { type KeptLoads, readKeptLoads } from '../store/dashboard-state';
import { readDueAccounts } from '../store/due-accounts';
import type { Database } from '../store/firestore';

/** Checks later than this many days ahead are counted, not listed: what is read stays what is due. */
const HORIZON_DAYS = 92;

export interface QueueOfDay extends Queue {
  /** What it was made of. */
  accounts: readonly Account[];
  context: QueueContext;
  /** How many accounts each member owned when the dashboard was counted last; null before the first count. */
  owned: KeptLoads | null;
  /** Accounts that are due, but too many to be listed. */
  unlisted: number;
  /** Accounts in the status QUARTERLY_CHECK, listed or not. */
  checks: number;
}

/** `today` is the team's day; checks are read as far ahead as `horizonDays`. */
export const readQueue = async (
  db: Database,
  { members, settings }: { members: Readonly<Record<string, Member>>; settings: Settings },
  today: CalendarDate,
  horizonDays = HORIZON_DAYS,
): Promise<QueueOfDay> => {
  const [{ accounts, unread, checks }, owned] = await Promise.all([
    readDueAccounts(db, {
      today,
      checksUntil: addDays(today, horizonDays),
      workingSince: addDays(today, -settings.workingDays - 1),
      leavers: Object.values(members).flatMap(({ id, active }) => (active ? [] : [id])),
      settings,
    }),
    readKeptLoads(db),
  ]);
  const calendar = calendarOf(settings, japanesePublicHolidays());
  const unlisted = Object.values(unread).reduce((sum, more) => sum + more, 0);
  const day = { today, members, settings, calendar };
  const context = { ...day, proposedOwners: proposeOwners(accounts, owned?.loads ?? [], day) };
  return { ...buildQueue(accounts, context), accounts, context, owned, unlisted, checks };
};
