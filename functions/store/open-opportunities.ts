/** The accounts with an open opportunity, by an indexed field: what is read is what is pursued, not the register. */
import type { Account } from '../domain/account/account';
import { accountsOf, type Database } from './firestore';
import { readAtMost } from './read-at-most';
import { readableAccounts } from './readable-accounts';

/** More than this are counted and not read: nobody reads further down a list. */
const READ_AT_MOST = 1_000;

/** Those first whose decision is expected soonest. `more`: how many others there are. */
export const readOpenOpportunities = async (
  db: Database,
  limit = READ_AT_MOST,
): Promise<{ accounts: Account[]; more: number }> => {
  const query = accountsOf(db).where('due.opportunity', '>', '').orderBy('due.opportunity');
  const { docs, more } = await readAtMost(query, limit);
  return { accounts: readableAccounts(docs).accounts, more };
};
