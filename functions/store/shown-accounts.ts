/** Which accounts have a row in a register's sheet, as the last run left it: a few documents, of which few change. */
import type { CollectionReference, WriteBatch } from '@google-cloud/firestore';
import { z } from 'zod';
import { type Database, shownAccountsOf } from './firestore';

/** One text of IDs: as a list, each ID would be an entry of an index. */
const shownDocument = z.object({ ids: z.string() });

/** Some 300 KB, far below what a document may have. */
const IDS_PER_DOCUMENT = 10_000;

const documentId = (index: number): string => String(index).padStart(4, '0');

export interface ShownAccounts {
  /** In the order in which they came; null where no run has kept them yet. */
  ids: ReadonlySet<string> | null;
  /** The texts of the documents, to tell which ones change. */
  texts: readonly string[];
}

export const readShownAccounts = async (db: Database, spreadsheetId: string): Promise<ShownAccounts> => {
  const { docs } = await shownAccountsOf(db, spreadsheetId).get();
  if (docs.length === 0) return { ids: null, texts: [] };
  const texts = docs.map((doc) => shownDocument.parse(doc.data()).ids);
  return { ids: new Set(texts.flatMap((text) => (text === '' ? [] : text.split(' ')))), texts };
};

/** Adds what differs to the batch. Who had a row before keeps the place, so that a new row changes the last document alone. */
export const stageShownAccounts = (
  batch: WriteBatch,
  collection: CollectionReference,
  before: ShownAccounts,
  ids: ReadonlySet<string>,
): void => {
  const kept = [...(before.ids ?? [])].filter((id) => ids.has(id));
  const ordered = [...new Set([...kept, ...ids])];
  const count = Math.max(1, Math.ceil(ordered.length / IDS_PER_DOCUMENT));
  for (let index = 0; index < count; index += 1) {
    const text = ordered.slice(index * IDS_PER_DOCUMENT, (index + 1) * IDS_PER_DOCUMENT).join(' ');
    if (text !== before.texts[index]) batch.set(collection.doc(documentId(index)), { ids: text });
  }
  for (let index = count; index < before.texts.length; index += 1)
    batch.delete(collection.doc(documentId(index)));
};
