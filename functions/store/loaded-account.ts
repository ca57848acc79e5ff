/** An account in one attempt: as it is stored, and what the attempt makes of it. */
import type { DocumentData, DocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import { type Account, blankAccount } from '../domain/account/account';
import type { HistoryEntry } from '../domain/account/history';
import { newlyBroken } from '../domain/account/invariants';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { ACCOUNT_DOCUMENT, accountPlace, ENTRY_DOCUMENT, entryPlace } from './account-document';
import { checkedAccount } from './account-fields';
import { checkedAccountUpdate } from './account-update';
import { type CheckedDocument, checkedDocument, readDocument } from './document-kind';
import { accountRef, type Database, entryRef } from './firestore';
import type { StoreWrite } from './store-write';
import { UnwritableDocumentError } from './unreadable-document';

export interface LoadedAccount {
  /** With what was decided on it in this attempt, which is not committed yet. */
  account: Account;
  /** Null where there is no such account yet. */
  readonly stored: Account | null;
  /** What it was read from. */
  readonly storedDocument: DocumentData | undefined;
  readonly updateTime: Timestamp | undefined;
  /** Imports that have changed it, the latest ones. */
  readonly batches: readonly string[];
  /** Entries that this attempt has made. */
  entries: HistoryEntry[];
  /** What this attempt is going to write of it; null while that is nothing. */
  documents: AccountDocuments | null;
}

interface AccountDocuments {
  /** All fields of a new account, else those of an update. */
  account: CheckedDocument;
  /** The new entries, by their versions. */
  entries: ReadonlyMap<number, CheckedDocument>;
}

/** What one request makes of one account. */
export interface AccountWrite {
  loaded: LoadedAccount;
  account: Account;
  entry: HistoryEntry;
}

/** Bytes of an account or a history entry as JSON, so that its document stays below Firestore's 1 MiB. */
export const MAX_DOCUMENT_BYTES = 900_000;
/** How many of the imports that have changed an account it remembers. */
const MAX_BATCHES = 20;

export const latestBatches = (batches: readonly string[]): string[] =>
  [...new Set(batches)].slice(-MAX_BATCHES);

/**
 * Why a write is not made: nothing is stored that is too large for a document, that the rules forbid (product specification,
 * rule 12), or that could not be read again.
 */
export type WriteObstacle = 'too large' | 'forbidden' | UnreadableDocument;

/**
 * Asked once more before every commit, whatever decided it: the documents to write, or why they are not written. `today` is the
 * team's day.
 */
export const documentsOrObstacle = (
  write: AccountWrite,
  today: CalendarDate,
): AccountDocuments | { obstacle: WriteObstacle } => {
  const { loaded, account, entry } = write;
  const texts = [account, entry].map((part) => JSON.stringify(part));
  if (texts.some((text) => Buffer.byteLength(text) > MAX_DOCUMENT_BYTES)) return { obstacle: 'too large' };
  try {
    const documents = checkedDocuments(write);
    return newlyBroken(loaded.account, account, today).length > 0 ? { obstacle: 'forbidden' } : documents;
  } catch (error) {
    if (error instanceof UnwritableDocumentError) return { obstacle: error.document };
    throw error;
  }
};

/** Throws an UnwritableDocumentError. */
const checkedDocuments = ({ loaded, account, entry }: AccountWrite): AccountDocuments => {
  const { stored, storedDocument, entries, documents } = loaded;
  const batches = [...entries, entry].flatMap(({ batch }) => batch ?? []);
  const ownBatches = latestBatches([...loaded.batches, ...batches]);
  const { id, version } = account;
  return {
    account:
      stored === null || storedDocument === undefined
        ? checkedAccount(account, ownBatches)
        : checkedAccountUpdate({ account: stored, document: storedDocument }, account, ownBatches),
    entries: new Map([
      ...(documents?.entries ?? []),
      [entry.version, checkedDocument(ENTRY_DOCUMENT, entryPlace(id, version), entry)],
    ]),
  };
};

/** The fields of an account's document that `loadedAccountOf` needs. */
export const LOADED_FIELDS = ['schema', 'state', 'batches'];

/** A blank account where no document exists. Throws an UnreadableDocumentError. */
export const loadedAccountOf = (id: string, snapshot: DocumentSnapshot | undefined): LoadedAccount => {
  const storedDocument = snapshot?.data();
  const stored =
    storedDocument === undefined ? null : readDocument(ACCOUNT_DOCUMENT, accountPlace(id), storedDocument);
  const batches: unknown = storedDocument?.batches;
  return {
    account: stored ?? blankAccount(id),
    stored,
    storedDocument,
    updateTime: snapshot?.updateTime,
    batches: Array.isArray(batches) ? batches.map(String) : [],
    entries: [],
    documents: null,
  };
};

/** The account under a precondition on its last update, its entries under their versions: whoever was faster makes it fail. */
export const writeLoadedAccount = (
  db: Database,
  write: StoreWrite,
  { account: { id }, updateTime, documents }: LoadedAccount,
): void => {
  if (documents === null) return;
  const ref = accountRef(db, id);
  if (updateTime === undefined) write.createDocument(ref, documents.account, 'changedAt');
  else write.updateDocument(ref, documents.account, { lastUpdateTime: updateTime }, 'changedAt');
  for (const [version, entry] of documents.entries) write.createDocument(entryRef(db, id, version), entry);
};
