/**
 * What people typed in the queue's note column, by account ID: a copy, so that a note comes back with its account, and when
 * somebody has deleted the tab.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { isSameValue } from '../domain/account/account-change';
import { retryOnContention } from './contention';
import { checkedDocument, documentKind } from './document-kind';
import { type Database, queueNotesOf } from './firestore';
import { StoreWrite } from './store-write';

const notesFields = z.object({ notes: z.record(z.string(), z.string()) });
export const NOTES_DOCUMENT = documentKind({ kind: 'queueNotes', parse: (data) => notesFields.parse(data) });
type Notes = Readonly<Record<string, string>>;

/** The document that keeps the account's note: one of sixteen, so that reading all notes stays sixteen reads. */
export const notesPageOf = (accountId: string): string =>
  createHash('sha256').update(accountId).digest('hex').slice(0, 1);

/** Below the 1 MiB of a document. */
const MAX_BYTES = 900_000;

/** Takes over what stands in the sheet, where an empty note is one that was cleared, and gives all notes, by account ID. */
export const mergeQueueNotes = (db: Database, typed: Notes): Promise<Notes> =>
  retryOnContention('the notes of the queue', async () => {
    const { docs } = await queueNotesOf(db).get();
    const stored = new Map(docs.map((doc) => [doc.id, readableNotes(doc.get('notes'))]));
    const all = withoutEmpty({ ...Object.assign({}, ...stored.values()), ...typed });
    for (const [page, notes] of notesByPage(all, [...stored.keys()])) {
      if (isSameValue(notes, stored.get(page) ?? {})) continue;
      const ref = queueNotesOf(db).doc(page);
      const lastUpdateTime = docs.find(({ id }) => id === page)?.updateTime;
      const document = checkedDocument(NOTES_DOCUMENT, { accountId: null, id: page }, { notes });
      const write = new StoreWrite(db);
      if (lastUpdateTime === undefined) write.createDocument(ref, document);
      else write.updateDocument(ref, document, { lastUpdateTime });
      // Another run has kept other notes: both are kept.
      if (!(await write.commitIfFirst())) return null;
    }
    return all;
  });

const storedNotes = z.record(z.string(), z.unknown()).catch({});

/** The stored notes that can be read. Others are left out, and gone when a note of their page is written next. */
export const readableNotes = (stored: unknown): Notes =>
  Object.fromEntries(
    Object.entries(storedNotes.parse(stored)).flatMap(([id, note]) =>
      typeof note === 'string' ? [[id, note]] : [],
    ),
  );

const withoutEmpty = (notes: Notes): Notes =>
  Object.fromEntries(Object.entries(notes).filter(([, note]) => note !== ''));

const notesByPage = (notes: Notes, storedPages: readonly string[]): Map<string, Notes> => {
  const pages = new Map<string, Record<string, string>>(storedPages.map((page) => [page, {}]));
  for (const [id, note] of Object.entries(notes)) {
    const page = notesPageOf(id);
    pages.set(page, { ...pages.get(page), [id]: note });
  }
  return new Map([...pages].map(([page, pageNotes]) => [page, notesThatFit(pageNotes)]));
};

/** The notes that fit, the shortest first. A note that does not fit stays in the sheet alone while its account is listed. */
const notesThatFit = (notes: Notes): Notes => {
  let room = MAX_BYTES;
  return Object.fromEntries(
    Object.entries(notes)
      .sort(([a, noteA], [b, noteB]) => noteA.length - noteB.length || (a < b ? -1 : 1))
      .filter(([id, note]) => {
        room -= Buffer.byteLength(id) + Buffer.byteLength(note);
        return room >= 0;
      }),
  );
};
