/** The register as it stood at the end of a past day. */
import { dateIn } from '../clock';
import { type Account, isRegistered } from '../domain/account/account';
import { isAccountId } from '../domain/account/account-id';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { Status } from '../domain/status/statuses';
import { readAccountsAsOf } from '../store/accounts-as-of';
import type { Database } from '../store/firestore';
import type { Team } from '../store/team-document';
import type { ProblemResult } from './problem-result';
import { endOfDay } from './read-history';

export interface AsOfQuestion {
  /** The end of this day, in the team's zone. */
  date: CalendarDate;
  /** Only accounts that had this status then. */
  status?: Status;
  /** Only accounts that were this member's then. */
  ownerId?: string;
}

export interface AsOfPage {
  accounts: Account[];
  unreadable: UnreadableDocument[];
  cursor: string | null;
}

/** Accounts that are read for one page. Where few of them fit, the page is shorter than asked for, and has a cursor. */
const MAX_READ = 2000;
/** Accounts that are read at once: the filter is no part of an index, so most of them may not fit. */
const MIN_PER_READ = 500;

/** Refuses with DATE_IN_FUTURE, MEMBER_UNKNOWN and CURSOR_UNKNOWN. `now` tells the team's day. */
export const readAsOf = async (
  db: Database,
  question: AsOfQuestion,
  { members, settings: { zone } }: Pick<Team, 'members' | 'settings'>,
  now: Date,
  cursor: string | undefined,
  limit: number,
): Promise<AsOfPage | ProblemResult> => {
  const { date, ownerId } = question;
  const today = dateIn(zone, now);
  if (date > today) return { problem: { code: 'DATE_IN_FUTURE', today } };
  if (ownerId !== undefined && !Object.hasOwn(members, ownerId))
    return { problem: { code: 'MEMBER_UNKNOWN', id: ownerId } };
  if (cursor !== undefined && !isAccountId(cursor)) return { problem: { code: 'CURSOR_UNKNOWN' } };
  const page: AsOfPage = { accounts: [], unreadable: [], cursor: cursor ?? null };
  const isFiltered = question.status !== undefined || ownerId !== undefined;
  const perRead = isFiltered ? Math.max(limit, MIN_PER_READ) : limit;
  for (let read = 0; read < MAX_READ; read += perRead) {
    const part = await readAccountsAsOf(db, endOfDay(zone, date), page.cursor, perRead);
    const fitting = part.accounts.filter((account) => isAskedFor(account, question));
    const isCut = page.accounts.length + fitting.length > limit;
    page.accounts.push(...fitting.slice(0, limit - page.accounts.length));
    page.cursor = isCut ? (page.accounts.at(-1)?.id ?? null) : part.after;
    const { cursor: end } = page;
    page.unreadable.push(
      ...part.unreadable.filter(({ accountId }) => !isCut || (accountId ?? '') <= (end ?? '')),
    );
    if (page.cursor === null || page.accounts.length === limit) break;
  }
  return page;
};

const isAskedFor = (account: Account, { status, ownerId }: AsOfQuestion): boolean =>
  isRegistered(account) &&
  (status === undefined || account.standing.status === status) &&
  (ownerId === undefined || account.ownerId === ownerId);
