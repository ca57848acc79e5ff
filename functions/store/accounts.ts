/** Reading accounts: by their IDs, the children of one, and those whose check is due. */
import type { Account } from '../domain/account/account';
import { parseAccount } from './account-document';
import { accountRef, accountsOf, type Database, readExisting } from './firestore';

/** Null where there is no such account. */
export const loadAccount = async (db: Database, id: string): Promise<Account | null> => {
  const snapshot = await accountRef(db, id).get();
  return snapshot.exists ? parseAccount(snapshot.data()) : null;
};

/** Those of the accounts that exist, in the order of `ids`. */
export const readAccounts = async (db: Database, ids: readonly string[]): Promise<Account[]> => {
  if (ids.length === 0) return [];
  const docs = await db.getAll(...ids.map((id) => accountRef(db, id)));
  return docs.filter(({ exists: isThere }) => isThere).map((doc) => parseAccount(doc.data()));
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
  return new Map([...docs].map(([id, doc]) => [id, parseAccount(doc.data())]));
};

/** The accounts whose parent it is, `limit` at most. */
export const readChildAccounts = async (db: Database, id: string, limit: number): Promise<Account[]> => {
  const { docs } = await accountsOf(db).where('parentId', '==', id).limit(limit).get();
  return docs.map((doc) => parseAccount(doc.data()));
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
  return { due: due.docs.map((doc) => parseAccount(doc.data())), total: total.data().count };
};
