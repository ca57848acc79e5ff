/**
 * Takes a person out of what is stored beside the account: its older history, answers kept for requests, notes of the queue. Each
 * step may be repeated, and two may run at once: a document is written only as it was read.
 */
import { type DocumentSnapshot, FieldPath, type Transaction } from '@google-cloud/firestore';
import { isSameValue } from '../domain/account/account-change';
import { fromRecord, toRecord } from '../domain/account/account-record';
import { eraseFromEntry, eraseFromRecord } from '../domain/account/erase-contact-data';
import { ERASED_TEXT, textEraser } from '../domain/account/erased-text';
import type { Erasure } from '../domain/account/erasure';
import type { HistoryEntry } from '../domain/account/history';
import { ENTRY_DOCUMENT, entryPlace } from './account-document';
import { checkedAccount } from './account-fields';
import { retryOnContention } from './contention';
import { type CheckedDocument, checkedFields, readDocument } from './document-kind';
import { documentPages } from './document-pages';
import {
  accountRef,
  type Database,
  entriesOf,
  erasureRef,
  queueNotesOf,
  requestRef,
  requestsOf,
  sentBackOf,
} from './firestore';
import { loadedAccountOf } from './loaded-account';
import type { PendingErasure } from './pending-erasures';
import { NOTES_DOCUMENT, notesPageOf, readableNotes } from './queue-notes';
import { StoreWrite } from './store-write';
import { parseStoredReply, REQUEST_DOCUMENT, requestPlace, type StoredReply } from './stored-reply';

/** Its writes, and those of an answer for each, stay below what one commit takes. */
const ENTRIES_PER_PAGE = 100;

/** Entries from the version after `done` on; answers the version of the last one. Throws an UnreadableDocumentError. */
export const eraseFromHistory = async (
  db: Database,
  erasure: PendingErasure,
  done: number,
): Promise<number> => {
  const { accountId } = erasure;
  let last = done;
  const query = entriesOf(db, accountId).orderBy(FieldPath.documentId());
  for await (const docs of documentPages(query, ENTRIES_PER_PAGE, documentNameOf(done))) {
    const requestIds = new Set<string>();
    for (const doc of docs) {
      const entry = readEntry(accountId, doc);
      last = entry.version;
      if (entry.batch === null) requestIds.add(entry.requestId);
      await rewrite(db, doc, (current) => eventsWithout(accountId, current, erasure));
    }
    // Answers of before they named their account are found by the entry that they made.
    if (requestIds.size > 0)
      await eraseFromReplies(
        db,
        await db.getAll(...[...requestIds].map((id) => requestRef(db, id))),
        erasure,
      );
  }
  return last;
};

const documentNameOf = (version: number): string | null =>
  version === 0 ? null : String(version).padStart(8, '0');

const readEntry = (accountId: string, doc: DocumentSnapshot): HistoryEntry =>
  readDocument(ENTRY_DOCUMENT, entryPlace(accountId, Number(doc.id)), doc.data());

const eventsWithout = (
  accountId: string,
  doc: DocumentSnapshot,
  erasure: Erasure,
): CheckedDocument | null => {
  const entry = readEntry(accountId, doc);
  const { events } = eraseFromEntry(entry, erasure);
  if (isSameValue(events, entry.events)) return null;
  return checkedFields(ENTRY_DOCUMENT, entryPlace(accountId, entry.version), doc.data(), { events });
};

/** Writes what `change` makes of the document, read anew where somebody else was faster; null changes nothing. */
const rewrite = async (
  db: Database,
  first: DocumentSnapshot,
  change: (doc: DocumentSnapshot) => CheckedDocument | null,
): Promise<void> => {
  let doc = first;
  await retryOnContention(first.ref.path, async () => {
    const changed = doc.exists ? change(doc) : null;
    const { updateTime } = doc;
    if (changed === null || updateTime === undefined) return true;
    const write = new StoreWrite(db).updateDocument(first.ref, changed, { lastUpdateTime: updateTime });
    if (await write.commitIfFirst()) return true;
    doc = await first.ref.get();
    return null;
  });
};

const REPLIES_PER_PAGE = 100;

/** Answers about the account, those of requests that changed nothing, too. */
export const eraseFromAnswers = async (db: Database, erasure: PendingErasure): Promise<void> => {
  const query = requestsOf(db).where('accountId', '==', erasure.accountId).orderBy(FieldPath.documentId());
  for await (const docs of documentPages(query, REPLIES_PER_PAGE)) await eraseFromReplies(db, docs, erasure);
};

const eraseFromReplies = async (
  db: Database,
  docs: readonly DocumentSnapshot[],
  erasure: PendingErasure,
): Promise<void> => {
  for (const doc of docs)
    await rewrite(db, doc, (current) => {
      const { row } = parseStoredReply(current.id, current.data());
      const erased = row.id === erasure.accountId ? rowWithout(row, erasure) : row;
      if (isSameValue(erased, row)) return null;
      return checkedFields(REQUEST_DOCUMENT, requestPlace(current.id), current.data(), { row: erased });
    });
};

const rowWithout = (row: StoredReply['row'], erasure: Erasure): StoredReply['row'] => {
  const { labels } = erasure;
  const text = textEraser(erasure);
  const orNull = (value: string | null): string | null =>
    value === null ? null : labels.includes(value.trim()) ? ERASED_TEXT : text(value);
  return {
    ...row,
    contact: orNull(row.contact),
    lastContactWith: orNull(row.lastContactWith),
    awaitedCondition: row.awaitedCondition === null ? null : text(row.awaitedCondition),
  };
};

/** A request that was sent back goes whole where it names the person: its row in the sheet has the reason, too. */
export const eraseFromSentBack = async (db: Database, erasure: PendingErasure): Promise<void> => {
  const text = textEraser(erasure);
  const query = sentBackOf(db).where('accountId', '==', erasure.accountId).orderBy(FieldPath.documentId());
  for await (const docs of documentPages(query, REPLIES_PER_PAGE)) {
    const write = new StoreWrite(db);
    for (const doc of docs) {
      if (textsIn([doc.get('words'), doc.get('retry')]).some((told) => text(told) !== told))
        write.deleteDocument(doc.ref);
    }
    await write.commit();
  }
};

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** The stored copy of the note; in the sheet it is its writer's. */
export const eraseFromQueueNotes = async (db: Database, erasure: PendingErasure): Promise<void> => {
  const { accountId } = erasure;
  const doc = await queueNotesOf(db).doc(notesPageOf(accountId)).get();
  await rewrite(db, doc, (current) => {
    const notes = readableNotes(current.get('notes'));
    const note = notes[accountId];
    const erased = note === undefined ? undefined : textEraser(erasure)(note);
    if (erased === note || erased === undefined) return null;
    const place = { accountId: null, id: current.id };
    return checkedFields(NOTES_DOCUMENT, place, current.data(), { notes: { ...notes, [accountId]: erased } });
  });
};

/**
 * Ends the erasure where the history is free of the person up to `done` and nothing has been written since: false where
 * something has. An undo of an older entry may have brought something back meanwhile: it goes in the same step.
 */
export const completeErasure = (db: Database, erasure: PendingErasure, done: number): Promise<boolean> =>
  db.runTransaction(async (transaction: Transaction) => {
    const { accountId, version } = erasure;
    const write = new StoreWrite(transaction);
    const snapshot = await transaction.get(accountRef(db, accountId));
    const { stored, batches } = loadedAccountOf(accountId, snapshot);
    if (stored !== null && stored.version > done) return false;
    if (stored !== null) {
      const record = toRecord(stored);
      const erased = eraseFromRecord(record, erasure);
      if (!isSameValue(record, erased))
        write.updateDocument(
          accountRef(db, accountId),
          checkedAccount(fromRecord(erased), batches),
          null,
          'changedAt',
        );
    }
    write.deleteDocument(erasureRef(db, accountId, version));
    return true;
  });
