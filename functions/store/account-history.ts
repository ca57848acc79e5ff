/** Reading the history of accounts. */
import { type DocumentSnapshot, FieldPath, type Timestamp } from '@google-cloud/firestore';
import type { HistoryEntry } from '../domain/account/history';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { ENTRY_DOCUMENT, entryPlace } from './account-document';
import { readDocument } from './document-kind';
import { type Database, entriesOf, entryRef } from './firestore';
import { UnreadableDocumentError } from './unreadable-document';

/** Throws an UnreadableDocumentError. */
const entryOf = (accountId: string, snapshot: DocumentSnapshot): HistoryEntry =>
  readDocument(ENTRY_DOCUMENT, entryPlace(accountId, Number(snapshot.id)), snapshot.data());

export interface ReadEntries {
  entries: HistoryEntry[];
  /** Those that are passed over. */
  unreadable: UnreadableDocument[];
}

export const readableEntries = (accountId: string, snapshots: readonly DocumentSnapshot[]): ReadEntries => {
  const read: ReadEntries = { entries: [], unreadable: [] };
  for (const snapshot of snapshots)
    try {
      if (snapshot.exists) read.entries.push(entryOf(accountId, snapshot));
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      read.unreadable.push(error.document);
    }
  return read;
};

const snapshotsOf = async (
  db: Database,
  id: string,
  from: number,
  to: number,
): Promise<DocumentSnapshot[]> =>
  to < from
    ? []
    : db.getAll(...Array.from({ length: to - from + 1 }, (_, index) => entryRef(db, id, from + index)));

/** As `readEntries`, without those that cannot be read. */
export const readReadableEntries = async (
  db: Database,
  id: string,
  from: number,
  to: number,
): Promise<ReadEntries> => readableEntries(id, await snapshotsOf(db, id, from, to));

/** Every entry that is stored, whatever the account says of its version, the oldest first. */
export const readWholeHistory = async (db: Database, id: string): Promise<ReadEntries> =>
  readableEntries(id, (await entriesOf(db, id).orderBy(FieldPath.documentId()).get()).docs);

/**
 * The account's entries from version `from` to version `to`, both included, the oldest first. Throws an
 * UnreadableDocumentError.
 */
export const readEntries = async (
  db: Database,
  id: string,
  from: number,
  to: number,
): Promise<HistoryEntry[]> => {
  const snapshots = await snapshotsOf(db, id, from, to);
  return snapshots.filter((snapshot) => snapshot.exists).map((snapshot) => entryOf(id, snapshot));
};

/** By account ID the entry under that version, where it was stored behind `since`, and can be read. */
export const readEntriesStoredSince = async (
  db: Database,
  accounts: readonly { id: string; version: number }[],
  since: Timestamp,
): Promise<Map<string, HistoryEntry>> => {
  const refs = accounts.map(({ id, version }) => entryRef(db, id, version));
  const snapshots = refs.length === 0 ? [] : await db.getAll(...refs);
  const made = snapshots.filter(({ createTime }) => (createTime?.valueOf() ?? '') > since.valueOf());
  return new Map(
    made.flatMap((snapshot) => {
      const accountId = snapshot.ref.parent.parent?.id ?? '';
      return readableEntries(accountId, [snapshot]).entries.map((entry) => [accountId, entry] as const);
    }),
  );
};

/** By account ID all entries of each account, the oldest first. */
export const readHistories = async (
  db: Database,
  accounts: readonly { id: string; version: number }[],
): Promise<Map<string, ReadEntries>> => {
  const refs = accounts.flatMap(({ id, version }) =>
    Array.from({ length: version }, (_, index) => entryRef(db, id, index + 1)),
  );
  const snapshots = refs.length === 0 ? [] : await db.getAll(...refs);
  const byAccount = new Map<string, DocumentSnapshot[]>(accounts.map(({ id }) => [id, []]));
  for (const snapshot of snapshots) byAccount.get(snapshot.ref.parent.parent?.id ?? '')?.push(snapshot);
  return new Map(accounts.map(({ id }) => [id, readableEntries(id, byAccount.get(id) ?? [])]));
};
