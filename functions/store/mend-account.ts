/** Writing an account anew that could not be read. */
import type { Timestamp } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import type { HistoryEntry } from '../domain/account/history';
import { ACCOUNT_SCHEMA_VERSION } from './account-document';
import { checkedAccount } from './account-fields';
import { numberDocument } from './corporate-numbers';
import { accountRef, type Database, numberRef } from './firestore';
import { latestBatches } from './loaded-account';
import { readableAccounts } from './readable-accounts';
import { StoreWrite } from './store-write';

interface UnreadableAccount {
  exists: boolean;
  updateTime: Timestamp | undefined;
  /** Written by a later version of this code: it must not be written over. */
  isNewer: boolean;
}

/** The account where it can be read: then there is nothing to mend. */
export const readForMending = async (
  db: Database,
  id: string,
): Promise<{ account: Account } | UnreadableAccount> => {
  const doc = await accountRef(db, id).get();
  const [account] = doc.exists ? readableAccounts([doc]).accounts : [];
  if (account !== undefined) return { account };
  const schema: unknown = doc.get('schema');
  const isNewer = typeof schema === 'number' && schema > ACCOUNT_SCHEMA_VERSION;
  return { exists: doc.exists, updateTime: doc.updateTime, isNewer };
};

/**
 * As the account is in that history; no entry is added, since nothing about the company has changed. False where somebody
 * else was faster. Its corporate number is taken where no account has it.
 */
export const replaceAccount = async (
  db: Database,
  { updateTime }: UnreadableAccount,
  account: Account,
  entries: readonly HistoryEntry[],
): Promise<boolean> => {
  const batches = latestBatches(entries.flatMap(({ batch }) => batch ?? []));
  const ref = accountRef(db, account.id);
  const document = checkedAccount(account, batches);
  const write = new StoreWrite(db);
  if (updateTime === undefined) write.createDocument(ref, document, 'changedAt');
  else write.updateDocument(ref, document, { lastUpdateTime: updateTime }, 'changedAt');
  const number = account.withdrawn ? null : account.corporateNumber;
  if (number !== null && !(await numberRef(db, number).get()).exists)
    write.createDocument(numberRef(db, number), numberDocument(number, account.id));
  return write.commitIfFirst();
};
