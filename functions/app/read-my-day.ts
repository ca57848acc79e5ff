/** A member's day: what of the queue waits for them, their working accounts near the end of their time box, and their opportunities. */
import type { DayAnswer } from '../contract/day';
import type { Member } from '../domain/account/team';
import { documentProblem } from '../domain/account/unreadable-document';
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date';
import { myDay } from '../domain/digest/my-day';
import { countAccounts, readAccountPage } from '../store/account-pages';
import type { AccountFilter } from '../store/account-queries';
import type { Database } from '../store/firestore';
import type { ReadAccounts } from '../store/readable-accounts';
import type { Team } from '../store/team-document';
import { readAnsweredProposals } from './read-answered-proposals';
import { readQueue } from './read-queue';
import { readOpenSentBack } from './read-sent-back';

/** Checks further ahead are nobody's day: they are not read. */
const HORIZON_DAYS = 7;
/** Items of a section that are listed; the others are counted. */
const MAX_ITEMS = 50;
/** For so many days whoever proposed is told how a manager has answered. */
const DAYS_OF_ANSWERS = 7;
/** Accounts of one filter that are looked at; the others are counted. */
const MAX_ACCOUNTS = 200;

/** `today` is the team's day. */
export const readMyDay = async (
  db: Database,
  member: Member,
  team: Pick<Team, 'members' | 'settings'>,
  today: CalendarDate,
  maxAccounts = MAX_ACCOUNTS,
): Promise<DayAnswer> => {
  const own = { ownerIds: [member.id] };
  const filters: AccountFilter[] = [
    { ...own, status: 'WORKING' },
    { ...own, status: 'ACTIVE_OPPORTUNITY' },
    { ...own, status: 'CURRENT_CLIENT' },
    { pursuedBy: member.id },
    { insideSalesOf: member.id },
    { promisedBy: member.id },
  ];
  const [{ rows, context }, sentBack, answered, ...pages] = await Promise.all([
    readQueue(db, team, today, HORIZON_DAYS),
    readOpenSentBack(db, member.id, maxAccounts),
    readAnsweredProposals(db, { from: addDays(today, -DAYS_OF_ANSWERS), to: today }, team),
    ...filters.map((filter) => readAccountsOf(db, filter, maxAccounts)),
  ]);
  const accounts = pages.map((page) => page.accounts);
  const [working = []] = accounts;
  const promised = accounts.at(-1) ?? [];
  // Also on a working account one may have closed, for whoever passed it on, what was the last.
  const withOpportunities = new Map(accounts.flat().map((account) => [account.id, account]));
  const sections = myDay(
    { rows, working, promised, sentBack, answered, withOpportunities: [...withOpportunities.values()] },
    { ...context, member, workingDays: team.settings.workingDays },
  );
  return {
    date: today,
    sections: sections.map(({ part, label, items }) => ({
      part,
      label,
      items: items.slice(0, MAX_ITEMS),
      left: Math.max(0, items.length - MAX_ITEMS),
    })),
    unread: pages.reduce((sum, { unread }) => sum + unread, 0),
    problems: pages.flatMap(({ unreadable }) => unreadable).map(documentProblem),
  };
};

interface AccountsOfDay extends ReadAccounts {
  /** Beyond those that were read. */
  unread: number;
}

const readAccountsOf = async (db: Database, filter: AccountFilter, limit: number): Promise<AccountsOfDay> => {
  const page = await readAccountPage(db, filter, null, undefined, limit);
  const isWhole = page === null || page.cursor === null;
  return {
    accounts: page?.accounts ?? [],
    unreadable: page?.unreadable ?? [],
    unread: isWhole ? 0 : Math.max(0, (await countAccounts(db, filter)) - limit),
  };
};
