/** An account in one attempt: as it is stored, and what the attempt makes of it. */
import { type DocumentSnapshot, FieldValue, type Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { type Account, blankAccount } from '../domain/account/account';
import { toRecord } from '../domain/account/account-record';
import type { HistoryEntry } from '../domain/account/history';
import { newlyBroken } from '../domain/account/invariants';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { accountSchema } from '../schema/account';
import { accountDocument, accountDocumentUpdate, parseEntry } from './account-document';
import { accountRef, type Database, entryRef, withoutUndefined } from './firestore';
import { accountOf, parseDocument, UnreadableDocumentError } from './unreadable-document';

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

export const latestBatches = (batches: readonly string[]): string[] =>
  [...new Set(batches)].slice(-MAX_BATCHES);

/**
 * Why a write is not made: nothing is stored that is too large for a document, that the rules forbid (product specification,
 * rule 12), or that could not be read again.
 */
export type WriteObstacle = 'too large' | 'forbidden' | UnreadableDocument;

/**
 * Asked once more before every commit, whatever decided it. `today` is the team's day. The documents are parsed as they will be
 * when they are read: without what is undefined, which the store leaves out.
 */
export const writeObstacle = (
  { loaded, account, entry }: AccountWrite,
  today: CalendarDate,
): WriteObstacle | null => {
  const texts = [account, entry].map((part) => JSON.stringify(part));
  if (texts.some((text) => Buffer.byteLength(text) > MAX_DOCUMENT_BYTES)) return 'too large';
  try {
    refuseUnreadable(account, entry);
    return newlyBroken(loaded.account, account, today).length > 0 ? 'forbidden' : null;
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return error.document;
    throw error;
  }
};

const refuseUnreadable = (account: Account, entry: HistoryEntry): void => {
  const { id: accountId, version } = account;
  parseDocument({ kind: 'entry', accountId, id: String(version) }, () => parseEntry(withoutUndefined(entry)));
  const record = toRecord(account);
  // Mostly nothing in it is undefined, and it need not be copied.
  if (accountSchema.safeParse(record).success) return;
  parseDocument({ kind: 'account', accountId, id: accountId }, () =>
    accountSchema.parse(withoutUndefined(record)),
  );
};

/** A blank account where no document exists. Throws an UnreadableDocumentError. */
export const loadedAccountOf = (id: string, snapshot: DocumentSnapshot | undefined): LoadedAccount => {
  const stored = snapshot?.exists ? accountOf(snapshot) : null;
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
  const ownBatches = latestBatches([...batches, ...ofEntries]);
  const changedAt = FieldValue.serverTimestamp();
  if (updateTime === undefined || stored === null)
    batch.create(ref, { ...accountDocument(account, ownBatches), changedAt });
  else
    batch.update(
      ref,
      { ...accountDocumentUpdate(stored, account, ownBatches), changedAt },
      { lastUpdateTime: updateTime },
    );
  for (const entry of entries) batch.create(entryRef(db, account.id, entry.version), entry);
};
