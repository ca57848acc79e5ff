/** The accounts of which something is due, each kind by an indexed field of its own: what is read is what is due, not the register. */
import type { Query } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import type { DueDays } from '../domain/account/due-days';
import type { Settings } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { readDueReviews } from './due-reviews';
import { accountsOf, type Database, inQueryParts } from './firestore';
import { readAtMost } from './read-at-most';
import { accountsIn, type ReadAccounts, readableAccounts } from './readable-accounts';

/** More of one kind than this are counted and not read: nobody reads further down a list. */
const READ_AT_MOST = 2_000;

export interface DueFilter {
  /** The team's day. */
  today: CalendarDate;
  /** The last day of the checks that are listed. */
  checksUntil: CalendarDate;
  /** In WORKING on this day or before: beyond the time box. */
  workingSince: CalendarDate;
  /** Members who have left. */
  leavers: readonly string[];
  settings: Settings;
}

type DueKind = keyof DueDays | 'pending' | 'debt';

export interface DueAccounts {
  /** The due accounts, each of them once. */
  accounts: Account[];
  /** How many more there are of a kind. */
  unread: Partial<Record<DueKind, number>>;
  /** Accounts in the status QUARTERLY_CHECK. */
  checks: number;
}

/** Clients whose last product has ended by the day. */
export const readDueDecisions = async (db: Database, today: CalendarDate): Promise<ReadAccounts> => {
  const query = accountsOf(db).where('due.decision', '<=', today).orderBy('due.decision');
  return readableAccounts((await accountsIn(query).get()).docs);
};

export const readDueAccounts = async (db: Database, filter: DueFilter): Promise<DueAccounts> => {
  const [parts, reviews, checks] = await Promise.all([
    Promise.all(dueQueries(db, filter).map(([kind, query]) => readKind(kind, query))),
    readDueReviews(db, filter.today, filter.settings, READ_AT_MOST),
    accountsOf(db).where('status', '==', 'QUARTERLY_CHECK').count().get(),
  ]);
  const kinds = [...parts, { kind: 'review' as const, ...reviews }];
  const read = kinds.flatMap(({ accounts }) => accounts);
  const byId = new Map(read.map((account) => [account.id, account]));
  const unread: DueAccounts['unread'] = {};
  for (const { kind, more } of kinds) if (more > 0) unread[kind] = (unread[kind] ?? 0) + more;
  return { accounts: [...byId.values()], unread, checks: checks.data().count };
};

const readKind = async (kind: DueKind, query: Query) => {
  const { docs, more } = await readAtMost(query, READ_AT_MOST);
  return { kind, accounts: readableAccounts(docs).accounts, more };
};

const dueQueries = (
  db: Database,
  { today, checksUntil, workingSince, leavers }: DueFilter,
): [kind: DueKind, query: Query][] => {
  const accounts = accountsOf(db);
  return [
    ['check', accounts.where('due.check', '<=', checksUntil).orderBy('due.check')],
    ['decision', accounts.where('due.decision', '<=', today).orderBy('due.decision')],
    ['nextStep', accounts.where('due.nextStep', '<=', today).orderBy('due.nextStep')],
    ['pending', accounts.where('pending', '==', true)],
    ['revisit', accounts.where('due.revisit', '<=', today).orderBy('due.revisit')],
    ['working', accounts.where('due.working', '<=', workingSince).orderBy('due.working')],
    ['handOver', accounts.where('due.handOver', '<=', today).orderBy('due.handOver')],
    ...inQueryParts(leavers).map((part): [DueKind, Query] => [
      'owner',
      accounts.where('due.owner', 'in', part),
    ]),
    ...inQueryParts(leavers).map((part): [DueKind, Query] => [
      'insideSales',
      accounts.where('due.insideSales', 'in', part),
    ]),
    ...inQueryParts(leavers).map((part): [DueKind, Query] => [
      'fieldSales',
      accounts.where('due.fieldSales', 'array-contains-any', part),
    ]),
    ['debt', accounts.where('hasDebts', '==', true)],
  ];
};
