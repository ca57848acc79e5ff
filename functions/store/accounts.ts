/** Reading accounts: by their IDs, the children of one, and those whose check is due. */
import type { Account } from '../domain/account/account';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { accountRef, accountsOf, type Database, readExisting } from './firestore';
import { accountOf, type ReadAccounts, readableAccounts } from './readable-accounts';

/** Null where there is no such account. Throws an UnreadableDocumentError. */
export const loadAccount = async (db: Database, id: string): Promise<Account | null> => {
  const snapshot = await accountRef(db, id).get();
  return snapshot.exists ? accountOf(snapshot) : null;
};

const ACCOUNTS_PER_READ = 300;

/** Those of the accounts that exist, in the order of `ids`; any number, in several reads. */
export const readAccounts = async (db: Database, ids: readonly string[]): Promise<ReadAccounts> => {
  const read: ReadAccounts = { accounts: [], unreadable: [] };
  for (let from = 0; from < ids.length; from += ACCOUNTS_PER_READ) {
    const refs = ids.slice(from, from + ACCOUNTS_PER_READ).map((id) => accountRef(db, id));
    const docs = await db.getAll(...refs);
    const { accounts, unreadable } = readableAccounts(docs.filter((doc) => doc.exists));
    read.accounts.push(...accounts);
    read.unreadable.push(...unreadable);
  }
  return read;
};

/**
 * By ID those of the accounts that exist. For IDs most of which are new: what does not exist costs neither a read nor a
 * message.
 */
export const readExistingAccounts = async (
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Account>> => {
  const docs = await readExisting(accountsOf(db), ids);
  const { accounts } = readableAccounts([...docs.values()]);
  return new Map(accounts.map((account) => [account.id, account]));
};

/** The accounts whose parent it is, `limit` at most. */
export const readChildAccounts = async (db: Database, id: string, limit: number): Promise<Account[]> => {
  const { docs } = await accountsOf(db).where('parentId', '==', id).limit(limit).get();
  return readableAccounts(docs).accounts;
};

/** Clients whose last product has ended by the day. */
export const readDueDecisions = async (db: Database, today: CalendarDate): Promise<ReadAccounts> => {
  const query = accountsOf(db).where('due.decision', '<=', today).orderBy('due.decision');
  return readableAccounts((await query.get()).docs);
};

/** Accounts whose next check is due up to the day, and how many there are in the status at all. */
export const readDueChecks = async (
  db: Database,
  upTo: string,
): Promise<{ due: Account[]; total: number }> => {
  const accounts = accountsOf(db);
  const [due, total] = await Promise.all([
    accounts.where('due.check', '<=', upTo).orderBy('due.check').get(),
    accounts.where('status', '==', 'QUARTERLY_CHECK').count().get(),
  ]);
  return { due: readableAccounts(due.docs).accounts, total: total.data().count };
};
