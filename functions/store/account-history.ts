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
  /** Entries that cannot be read and are left out. */
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

/** One request, and its account at the version at which the request is known to be done. */
interface DoneRequest {
  requestId: string;
  accountId: string;
  version: number;
}

/**
 * By request ID the entry that the request has made, where that was stored behind `since`, and can be read. Others may have
 * changed the account behind it: the entries are read backwards, one of each account at a time.
 */
export const readEntriesOfRequests = async (
  db: Database,
  requests: readonly DoneRequest[],
  since: Timestamp,
): Promise<Map<string, HistoryEntry>> => {
  const made = new Map<string, HistoryEntry>();
  for (let open = requests; open.length > 0; ) {
    const snapshots = await db.getAll(
      ...open.map(({ accountId, version }) => entryRef(db, accountId, version)),
    );
    open = open
      .filter(({ requestId, accountId, version }, index) => {
        const snapshot = snapshots[index];
        if (snapshot?.createTime === undefined || snapshot.createTime.valueOf() <= since.valueOf())
          return false;
        const [entry] = readableEntries(accountId, [snapshot]).entries;
        if (entry?.requestId === requestId) made.set(requestId, entry);
        return entry?.requestId !== requestId && version > 1;
      })
      .map((request) => ({ ...request, version: request.version - 1 }));
  }
  return made;
};

/** By account ID the entries of each account up to the version, all or those behind `known`, the oldest first. */
export const readHistories = async (
  db: Database,
  accounts: readonly { id: string; version: number; known?: number }[],
): Promise<Map<string, ReadEntries>> => {
  const refs = accounts.flatMap(({ id, version, known = 0 }) =>
    Array.from({ length: version - known }, (_, index) => entryRef(db, id, known + index + 1)),
  );
  const snapshots = refs.length === 0 ? [] : await db.getAll(...refs);
  const byAccount = new Map<string, DocumentSnapshot[]>(accounts.map(({ id }) => [id, []]));
  for (const snapshot of snapshots) byAccount.get(snapshot.ref.parent.parent?.id ?? '')?.push(snapshot);
  return new Map(accounts.map(({ id }) => [id, readableEntries(id, byAccount.get(id) ?? [])]));
};
