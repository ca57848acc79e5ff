/** Reading accounts: by their IDs, and the children of one. */
import type { Account } from '../domain/account/account';
import { accountRef, accountsOf, type Database, readExisting } from './firestore';
import {
  ACCOUNT_FIELDS,
  accountOf,
  accountsIn,
  type ReadAccounts,
  readableAccounts,
} from './readable-accounts';

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
    const docs = await db.getAll(...refs, { fieldMask: [...ACCOUNT_FIELDS] });
    const { accounts, unreadable } = readableAccounts(docs.filter((doc) => doc.exists));
    read.accounts.push(...accounts);
    read.unreadable.push(...unreadable);
  }
  return read;
};

/** By ID what the accounts are called now; without those of which no name can be read. */
export const readCompanyNames = async (
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  for (let from = 0; from < ids.length; from += ACCOUNTS_PER_READ) {
    const refs = ids.slice(from, from + ACCOUNTS_PER_READ).map((id) => accountRef(db, id));
    for (const doc of await db.getAll(...refs, { fieldMask: ['state.name'] })) {
      const name: unknown = doc.get('state.name');
      if (typeof name === 'string') names.set(doc.id, name);
    }
  }
  return names;
};

/**
 * By ID those of the accounts that exist. For IDs most of which are new: what does not exist costs neither a read nor a
 * message.
 */
export const readExistingAccounts = async (
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Account>> => {
  const docs = await readExisting(accountsIn(accountsOf(db)), ids);
  const { accounts } = readableAccounts([...docs.values()]);
  return new Map(accounts.map((account) => [account.id, account]));
};

/** The accounts whose parent it is, `limit` at most. */
export const readChildAccounts = async (db: Database, id: string, limit: number): Promise<Account[]> => {
  const { docs } = await accountsIn(accountsOf(db).where('parentId', '==', id))
    .limit(limit)
    .get();
  return readableAccounts(docs).accounts;
};
