/** The accounts that were changed last: a tab has no room for the contacts of all, and a run does not read the register. */
import type { Account } from '../domain/account/account';
import { accountsOf, type Database } from './firestore';
import { accountsIn, readableAccounts } from './readable-accounts';

const READ_AT_MOST = 500;

/** `hasMore`: there are accounts that were not read. */
export const readRecentlyChanged = async (
  db: Database,
  limit = READ_AT_MOST,
): Promise<{ accounts: Account[]; hasMore: boolean }> => {
  const { docs } = await accountsIn(accountsOf(db).orderBy('changedAt', 'desc')).limit(limit).get();
  return {
    accounts: readableAccounts(docs).accounts.filter(({ withdrawn }) => !withdrawn),
    hasMore: docs.length === limit,
  };
};
