/** An account in one attempt: as it is stored, and what the attempt makes of it. */
import { type DocumentSnapshot, FieldValue, type Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { type Account, blankAccount } from '../domain/account/account';
import type { HistoryEntry } from '../domain/account/history';
import { accountDocument, accountDocumentUpdate, parseAccount } from './account-document';
import { accountRef, type Database, entryRef } from './firestore';

export interface LoadedAccount {
  /** With what was decided on it in this attempt, which is not committed yet. */
  account: Account;
  /** Null where there is no such account yet. */
  readonly stored: Account | null;
  readonly updateTime: Timestamp | undefined;
  /** Imports that have changed it, the latest ones. */
  readonly batches: readonly string[];
  /** Entries of this attempt. */
  entries: HistoryEntry[];
}

/** What one request makes of one account. */
export interface AccountWrite {
  loaded: LoadedAccount;
  account: Account;
  entry: HistoryEntry;
}

/** Bytes of an account or a history entry as JSON, so that its document stays below Firestore's 1 MiB. */
export const MAX_DOCUMENT_BYTES = 900_000;
/** Imports that an account remembers to have been changed by. */
const MAX_BATCHES = 20;

export const isTooLarge = ({ account, entry }: AccountWrite): boolean =>
  [account, entry].some((part) => Buffer.byteLength(JSON.stringify(part)) > MAX_DOCUMENT_BYTES);

/** A blank account where no document exists. */
export const loadedAccountOf = (id: string, snapshot: DocumentSnapshot | undefined): LoadedAccount => {
  const stored = snapshot?.exists ? parseAccount(snapshot.data()) : null;
  const batches: unknown = snapshot?.get('batches');
  return {
    account: stored ?? blankAccount(id),
    stored,
    updateTime: snapshot?.updateTime,
    batches: Array.isArray(batches) ? batches.map(String) : [],
    entries: [],
  };
};

/** The account under a precondition on its last update, its entries under their versions: whoever was faster makes it fail. */
export const writeLoadedAccount = (
  db: Database,
  batch: WriteBatch,
  { account, stored, updateTime, entries, batches }: LoadedAccount,
): void => {
  const ref = accountRef(db, account.id);
  const ofEntries = entries.flatMap((entry) => entry.batch ?? []);
  const latestBatches = [...new Set([...batches, ...ofEntries])].slice(-MAX_BATCHES);
  const changedAt = FieldValue.serverTimestamp();
  if (updateTime === undefined || stored === null)
    batch.create(ref, { ...accountDocument(account, latestBatches), changedAt });
  else
    batch.update(
      ref,
      { ...accountDocumentUpdate(stored, account, latestBatches), changedAt },
      { lastUpdateTime: updateTime },
    );
  for (const entry of entries) batch.create(entryRef(db, account.id, entry.version), entry);
};
