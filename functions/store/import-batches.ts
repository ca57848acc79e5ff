/** A batch of an import: how far it is, what it did, what it changed. */
import { FieldPath } from '@google-cloud/firestore';
import { z } from 'zod';
import { importBatchSchema } from '../schema/import-batch';
import { checkedDocument, checkedFields, documentKind, readDocument } from './document-kind';
import { documentPages } from './document-pages';
import { accountsOf, type Database, digest, importBatchRef } from './firestore';
import { type ReadAccounts, readableAccounts } from './readable-accounts';
import { StoreWrite } from './store-write';

type ImportBatch = z.output<typeof importBatchSchema>;

/** The batch's ID says which list, which file and how it is read: the same file resumes its own batch. */
export const importBatchId = (list: string, file: Uint8Array, reading = ''): string =>
  `b_${digest(`${list}\n${Buffer.from(file).toString('base64')}${reading}`)}`;

const BATCH_DOCUMENT = documentKind({ kind: 'batch', parse: (data) => importBatchSchema.parse(data) });
const importAuthor = z.object({ by: z.string(), at: z.string() });
/** Who ran it, as it stands in the same document. */
const AUTHOR_OF_BATCH = documentKind({ kind: 'batch', parse: (data) => importAuthor.parse(data) });

const batchPlace = (id: string) => ({ accountId: null, id });

/** Throws an UnreadableDocumentError. */
export const readImportBatch = async (db: Database, id: string): Promise<ImportBatch | null> => {
  const snapshot = await importBatchRef(db, id).get();
  return snapshot.exists ? readDocument(BATCH_DOCUMENT, batchPlace(id), snapshot.data()) : null;
};

/**
 * Who ran the import last, and when: an instant, ISO 8601 in UTC. Null where there is no such batch. Throws an
 * UnreadableDocumentError.
 */
export const readImportAuthor = async (
  db: Database,
  id: string,
): Promise<z.output<typeof importAuthor> | null> => {
  const snapshot = await importBatchRef(db, id).get();
  return snapshot.exists ? readDocument(AUTHOR_OF_BATCH, batchPlace(id), snapshot.data()) : null;
};

/** `by` is the member who imports, `at` an instant, ISO 8601 in UTC. */
export const saveImportBatch = async (
  db: Database,
  batch: ImportBatch,
  { by, at }: { by: string; at: string },
): Promise<void> => {
  const document = { ...batch, by, at };
  checkedDocument(AUTHOR_OF_BATCH, batchPlace(batch.id), document);
  const checked = checkedDocument(BATCH_DOCUMENT, batchPlace(batch.id), document);
  await new StoreWrite(db).setDocument(importBatchRef(db, batch.id), checked, 'changedAt').commit();
};

export const markImportUndone = async (db: Database, id: string): Promise<void> => {
  const ref = importBatchRef(db, id);
  const stored = (await ref.get()).data();
  const fields = checkedFields(BATCH_DOCUMENT, batchPlace(id), stored, { state: 'undone' });
  await new StoreWrite(db).updateDocument(ref, fields, null, 'changedAt').commit();
};

const ACCOUNTS_PER_PAGE = 100;

/** The accounts that the batch has changed, page by page in the order of their IDs. `isLast`: no full page, so none follows. */
export async function* readAccountsOfBatch(
  db: Database,
  id: string,
): AsyncGenerator<ReadAccounts & { isLast: boolean }> {
  const query = accountsOf(db).where('batches', 'array-contains', id).orderBy(FieldPath.documentId());
  for await (const docs of documentPages(query, ACCOUNTS_PER_PAGE))
    yield { ...readableAccounts(docs), isLast: docs.length < ACCOUNTS_PER_PAGE };
}
