/** A batch of an import: how far it is, what it did, what it changed. */
import { FieldPath, FieldValue } from '@google-cloud/firestore';
import { z } from 'zod';
import { importBatchSchema } from '../schema/import-batch';
import { documentPages } from './document-pages';
import { accountsOf, type Database, digest, importBatchRef } from './firestore';
import { parseDocument, type ReadAccounts, readableAccounts } from './unreadable-document';

type ImportBatch = z.output<typeof importBatchSchema>;

/** The batch's ID says which list, which file and how it is read: the same file resumes its own batch. */
export const importBatchId = (list: string, file: Uint8Array, reading = ''): string =>
  `b_${digest(`${list}\n${Buffer.from(file).toString('base64')}${reading}`)}`;

/** Throws an UnreadableDocumentError. */
export const readImportBatch = async (db: Database, id: string): Promise<ImportBatch | null> => {
  const snapshot = await importBatchRef(db, id).get();
  if (!snapshot.exists) return null;
  return parseDocument({ kind: 'batch', accountId: null, id }, () =>
    importBatchSchema.parse(snapshot.data()),
  );
};

const importAuthor = z.object({ by: z.string(), at: z.string() });

/** Who ran the import last, and when: an instant, ISO 8601 in UTC. Null where there is no such batch. */
export const readImportAuthor = async (
  db: Database,
  id: string,
): Promise<z.output<typeof importAuthor> | null> => {
  const snapshot = await importBatchRef(db, id).get();
  return snapshot.exists ? importAuthor.parse(snapshot.data()) : null;
};

/** `by` is the member who imports, `at` an instant, ISO 8601 in UTC. */
export const saveImportBatch = async (
  db: Database,
  batch: ImportBatch,
  { by, at }: { by: string; at: string },
): Promise<void> => {
  await importBatchRef(db, batch.id).set({
    ...batch,
    by,
    at,
    changedAt: FieldValue.serverTimestamp(),
  });
};

export const markImportUndone = async (db: Database, id: string): Promise<void> => {
  await importBatchRef(db, id).update({ state: 'undone', changedAt: FieldValue.serverTimestamp() });
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
