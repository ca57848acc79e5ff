/** Which accounts have a row in a register's sheet, as the last run left it: a few documents, of which few change. */
import type { CollectionReference } from '@google-cloud/firestore';
import * as z from 'zod';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { type Database, shownAccountsOf } from './firestore';
import type { StoreWrite } from './store-write';

/** One text of IDs: as a list, each ID would be an entry of an index. */
const shownFields = z.object({ ids: z.string() });
const SHOWN_DOCUMENT = documentKind({ kind: 'register', parse: (data) => shownFields.parse(data) });
const shownPlace = (id: string) => ({ accountId: null, id });

/** Some 300 KB, far below what a document may have. */
const IDS_PER_DOCUMENT = 10_000;

const documentId = (index: number): string => String(index).padStart(4, '0');

export interface ShownAccounts {
  /** In the order in which they came; null where no run has kept them yet, or they cannot be read. */
  ids: ReadonlySet<string> | null;
  /** The texts of the documents, to tell which ones change; null for one that cannot be read. */
  texts: readonly (string | null)[];
}

export const readShownAccounts = async (db: Database, spreadsheetId: string): Promise<ShownAccounts> => {
  const { docs } = await shownAccountsOf(db, spreadsheetId).get();
  if (docs.length === 0) return { ids: null, texts: [] };
  const texts = docs.map(
    (doc) => readDocumentOrNull(SHOWN_DOCUMENT, shownPlace(doc.id), doc.data())?.ids ?? null,
  );
  if (texts.includes(null)) return { ids: null, texts };
  return {
    ids: new Set(texts.flatMap((text) => (text === null || text === '' ? [] : text.split(' ')))),
    texts,
  };
};

/** Adds what differs to the write. Who had a row before keeps the place, so that a new row changes the last document alone. */
export const stageShownAccounts = (
  write: StoreWrite,
  collection: CollectionReference,
  before: ShownAccounts,
  ids: ReadonlySet<string>,
): void => {
  const stillShown = [...(before.ids ?? [])].filter((id) => ids.has(id));
  const ordered = [...new Set([...stillShown, ...ids])];
  const count = Math.max(1, Math.ceil(ordered.length / IDS_PER_DOCUMENT));
  for (let index = 0; index < count; index += 1) {
    const text = ordered.slice(index * IDS_PER_DOCUMENT, (index + 1) * IDS_PER_DOCUMENT).join(' ');
    const id = documentId(index);
    if (text !== before.texts[index])
      write.setDocument(collection.doc(id), checkedDocument(SHOWN_DOCUMENT, shownPlace(id), { ids: text }));
  }
  for (let index = count; index < before.texts.length; index += 1)
    write.deleteDocument(collection.doc(documentId(index)));
};
