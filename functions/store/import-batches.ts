/** A batch of an import: how far it is, what it did, what it changed. */
import { FieldPath, Timestamp } from '@google-cloud/firestore';
import * as z from 'zod';
import { importBatchSchema } from '../schema/import-batch';
import {
  type CheckedDocument,
  checkedDocument,
  checkedFields,
  documentKind,
  readDocument,
  readDocumentOrNull,
} from './document-kind';
import { documentPages } from './document-pages';
import { accountsOf, type Database, digest, importBatchesOf, importBatchRef } from './firestore';
import { accountsIn, type ReadAccounts, readableAccounts } from './readable-accounts';
import { StoreWrite } from './store-write';

type ImportBatch = z.output<typeof importBatchSchema>;

/** The batch's ID says which list, which file and how it is read: the same file resumes its own batch. */
export const importBatchId = (list: string, file: Uint8Array, reading = ''): string =>
  `b_${digest(`${list}\n${Buffer.from(file).toString('base64')}${reading}`)}`;

const BATCH_DOCUMENT = documentKind({ kind: 'batch', parse: (data) => importBatchSchema.parse(data) });
const importAuthor = z.object({ by: z.string(), at: z.string() });
/** Who ran it, as it stands in the same document. */
const AUTHOR_OF_BATCH = documentKind({ kind: 'batch', parse: (data) => importAuthor.parse(data) });

/** More lists with companies to check than a team has. */
const MAX_BATCHES_TO_CHECK = 50;

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

/** A batch as one client has read it: it writes only where nobody else has written it since. */
export interface HeldBatch {
  state: ImportBatch;
  /** Several clients run it: what one of them finds done may be another one's doing. */
  isShared: boolean;
  /** When the run began, by the store's clock; null for one of earlier code. */
  startedAt: Timestamp | null;
  updateTime: Timestamp;
}

const heldFields = z.object({
  isShared: z.boolean().catch(false),
  startedAt: z.instanceof(Timestamp).nullable().catch(null),
});

/** Throws an UnreadableDocumentError. */
export const readHeldBatch = async (db: Database, id: string): Promise<HeldBatch | null> => {
  const snapshot = await importBatchRef(db, id).get();
  const { updateTime } = snapshot;
  if (updateTime === undefined) return null;
  const state = readDocument(BATCH_DOCUMENT, batchPlace(id), snapshot.data());
  return { state, updateTime, ...heldFields.parse(snapshot.data()) };
};

/** The member who imports, and an instant, ISO 8601 in UTC. */
interface ImportAuthor {
  by: string;
  at: string;
}

const checkedBatch = (batch: ImportBatch, author: ImportAuthor, isShared: boolean): CheckedDocument => {
  const document = { ...batch, ...author, isShared };
  checkedDocument(AUTHOR_OF_BATCH, batchPlace(batch.id), document);
  return checkedDocument(BATCH_DOCUMENT, batchPlace(batch.id), document);
};

/** A new run, in place of the one that is held, if any. False where somebody else was faster. */
export const startImportBatch = async (
  db: Database,
  held: HeldBatch | null,
  batch: ImportBatch,
  author: ImportAuthor,
): Promise<boolean> => {
  const ref = importBatchRef(db, batch.id);
  const document = checkedBatch(batch, author, false);
  const write = new StoreWrite(db);
  if (held === null) write.createDocument(ref, document, 'startedAt');
  else write.updateDocument(ref, document, { lastUpdateTime: held.updateTime }, 'startedAt');
  return write.commitIfFirst();
};

/** Says to whoever runs the batch that they are no longer alone. False where somebody else was faster. */
export const joinImportBatch = (db: Database, { state, updateTime }: HeldBatch): Promise<boolean> => {
  const fields = checkedFields(BATCH_DOCUMENT, batchPlace(state.id), state, { isShared: true });
  const write = new StoreWrite(db);
  write.updateDocument(importBatchRef(db, state.id), fields, { lastUpdateTime: updateTime }, 'changedAt');
  return write.commitIfFirst();
};

/** With earlier batches whose companies are no longer to be checked, all or none of it. False where somebody else was faster. */
export const saveImportBatch = (
  db: Database,
  { isShared, updateTime }: HeldBatch,
  batch: ImportBatch,
  author: ImportAuthor,
  superseded: readonly ImportBatch[] = [],
): Promise<boolean> => {
  const document = checkedBatch(batch, author, isShared);
  const write = new StoreWrite(db);
  write.updateDocument(importBatchRef(db, batch.id), document, { lastUpdateTime: updateTime }, 'changedAt');
  for (const earlier of superseded) {
    const fields = checkedFields(BATCH_DOCUMENT, batchPlace(earlier.id), earlier, { toCheck: false });
    write.updateDocument(importBatchRef(db, earlier.id), fields, null, 'changedAt');
  }
  return write.commitIfFirst();
};

/** Batches whose companies stand on the tab of what is to be checked; those of one list, or all. Unreadable ones are left out. */
export const readBatchesToCheck = async (db: Database, list?: string): Promise<ImportBatch[]> => {
  const toCheck = importBatchesOf(db).where('toCheck', '==', true);
  const query = list === undefined ? toCheck : toCheck.where('list', '==', list);
  const { docs } = await query.limit(MAX_BATCHES_TO_CHECK).get();
  return docs.flatMap((doc) => readDocumentOrNull(BATCH_DOCUMENT, batchPlace(doc.id), doc.data()) ?? []);
};

export const markImportUndone = async (db: Database, id: string): Promise<void> => {
  const ref = importBatchRef(db, id);
  const stored = (await ref.get()).data();
  const fields = checkedFields(BATCH_DOCUMENT, batchPlace(id), stored, {
    state: 'undone',
    toCheck: false,
  });
  await new StoreWrite(db).updateDocument(ref, fields, null, 'changedAt').commit();
};

const ACCOUNTS_PER_PAGE = 100;

/** The accounts that the batch has changed, page by page in the order of their IDs. `isLast`: no full page, so none follows. */
export async function* readAccountsOfBatch(
  db: Database,
  id: string,
): AsyncGenerator<ReadAccounts & { isLast: boolean }> {
  const query = accountsOf(db).where('batches', 'array-contains', id).orderBy(FieldPath.documentId());
  for await (const docs of documentPages(accountsIn(query), ACCOUNTS_PER_PAGE))
    yield { ...readableAccounts(docs), isLast: docs.length < ACCOUNTS_PER_PAGE };
}
