/** A batch of an import: how far it is, what it did, what it changed. */
import { FieldValue } from '@google-cloud/firestore';
import { z } from 'zod';
import type { CommandContext } from '../app/submit';
import { IMPORT_MODES, type ImportBatch } from '../contract/contract';
import { STATUSES } from '../domain/status/statuses';
import { type Database, digest, importBatchRef } from './firestore';

const renamedCompany = z.object({ line: z.int(), accountId: z.string(), from: z.string(), to: z.string() });
const listedCompany = z.object({ line: z.int(), name: z.string() });

const batchDocument = z.object({
  id: z.string(),
  list: z.string(),
  // Batches of before the lists that come again.
  mode: z.enum(IMPORT_MODES).default('add'),
  total: z.int(),
  done: z.int(),
  counts: z.object({
    created: z.int(),
    filled: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    withDebts: z.int(),
  }),
  changes: z
    .object({
      counts: z.object({
        renamed: z.int(),
        renumbered: z.int(),
        added: z.int(),
        unchanged: z.int(),
        gone: z.int().nullable(),
      }),
      renamed: z.array(renamedCompany),
      renumbered: z.array(renamedCompany.extend({ name: z.string() })),
      added: z.array(listedCompany),
      unchanged: z.array(listedCompany),
      gone: z.array(
        z.object({
          accountId: z.string(),
          name: z.string(),
          listId: z.string(),
          status: z.enum(STATUSES),
        }),
      ),
    })
    .nullable()
    .default(null),
  state: z.enum(['running', 'done', 'undone']),
}) satisfies z.ZodType<ImportBatch>;

/** The batch's ID says which list, which file and how it is read: the same file resumes its own batch. */
export const importBatchId = (list: string, file: Uint8Array, reading = ''): string =>
  `b_${digest(`${list}\n${Buffer.from(file).toString('base64')}${reading}`)}`;

export const readImportBatch = async (db: Database, id: string): Promise<ImportBatch | null> => {
  const snapshot = await importBatchRef(db, id).get();
  return snapshot.exists ? batchDocument.parse(snapshot.data()) : null;
};

export const saveImportBatch = async (
  db: Database,
  batch: ImportBatch,
  frame: CommandContext,
): Promise<void> => {
  await importBatchRef(db, batch.id).set({
    ...batch,
    by: frame.actor.id,
    at: frame.now,
    changedAt: FieldValue.serverTimestamp(),
  });
};

export const markImportUndone = async (db: Database, id: string): Promise<void> => {
  await importBatchRef(db, id).update({ state: 'undone', changedAt: FieldValue.serverTimestamp() });
};
