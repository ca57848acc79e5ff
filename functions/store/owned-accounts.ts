/** Reading the accounts that somebody owns. */
import type { Status } from '../domain/status/statuses';
import { accountsOf, type Database } from './firestore';
import { accountsIn, type ReadAccounts, readableAccounts } from './readable-accounts';

const MAX_OWNED = 1000;

/** Those of the member in one of the statuses, 1,000 at most. */
export const readOwnedAccounts = async (
  db: Database,
  ownerId: string,
  statuses: readonly Status[],
): Promise<ReadAccounts> => {
  const owned = accountsOf(db).where('ownerId', '==', ownerId).where('status', 'in', statuses);
  return readableAccounts((await accountsIn(owned).limit(MAX_OWNED).get()).docs);
};
