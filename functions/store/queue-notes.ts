/**
 * What people typed in the queue's note column, by account ID: a copy, so that a note comes back with its account, and when
 * somebody has deleted the tab.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isSameValue } from '../domain/account/account-change';
import { isContention, retryOnContention } from './contention';
import { type Database, queueNotesOf } from './firestore';

const notesDocument = z.object({ notes: z.record(z.string(), z.string()) });
type Notes = Readonly<Record<string, string>>;

/** Sixteen documents at most, whatever is noted: what is read stays what is due. */
export const notesPageOf = (accountId: string): string =>
  createHash('sha256').update(accountId).digest('hex').slice(0, 1);

/** Below the 1 MiB of a document. */
const MAX_BYTES = 900_000;

/** Takes over what stands in the sheet, an empty note being a cleared one, and gives all notes that there are. */
export const mergeQueueNotes = (db: Database, typed: Notes): Promise<Notes> =>
  retryOnContention('the notes of the queue', async () => {
    const { docs } = await queueNotesOf(db).get();
    const kept = new Map(docs.map((doc) => [doc.id, notesDocument.parse(doc.data()).notes]));
    const all = withoutEmpty({ ...Object.assign({}, ...kept.values()), ...typed });
    for (const [page, notes] of notesByPage(all, [...kept.keys()])) {
      if (isSameValue(notes, kept.get(page) ?? {})) continue;
      const ref = queueNotesOf(db).doc(page);
      const lastUpdateTime = docs.find(({ id }) => id === page)?.updateTime;
      try {
        await (lastUpdateTime === undefined
          ? ref.create({ notes })
          : ref.update({ notes }, { lastUpdateTime }));
      } catch (error) {
        // Another run has kept other notes: both are kept.
        if (isContention(error)) return null;
        throw error;
      }
    }
    return all;
  });

const withoutEmpty = (notes: Notes): Notes =>
  Object.fromEntries(Object.entries(notes).filter(([, note]) => note !== ''));

const notesByPage = (notes: Notes, known: readonly string[]): Map<string, Notes> => {
  const pages = new Map<string, Record<string, string>>(known.map((page) => [page, {}]));
  for (const [id, note] of Object.entries(notes)) {
    const page = notesPageOf(id);
    pages.set(page, { ...pages.get(page), [id]: note });
  }
  return new Map([...pages].map(([page, ofPage]) => [page, notesThatFit(ofPage)]));
};

/** The shortest ones as far as they fit. What does not fit stands in the sheet alone, as long as its account does. */
const notesThatFit = (notes: Notes): Notes => {
  let room = MAX_BYTES;
  return Object.fromEntries(
    Object.entries(notes)
      .sort(([a, one], [b, other]) => one.length - other.length || (a < b ? -1 : 1))
      .filter(([id, note]) => {
        room -= Buffer.byteLength(id) + Buffer.byteLength(note);
        return room >= 0;
      }),
  );
};
