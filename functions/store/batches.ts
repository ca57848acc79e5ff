/** A batch of an import: how far it is, what it did, what it changed. */
import { FieldValue } from '@google-cloud/firestore';
import { z } from 'zod';
import { IMPORT_MODES, type ImportBatch } from '../contract';
import { STATUSES } from '../domain/statuses';
import { batchRef, type Database, digest } from './firestore';
import type { Frame } from './submit';

const renaming = z.object({ line: z.int(), accountId: z.string(), from: z.string(), to: z.string() });
const company = z.object({ line: z.int(), name: z.string() });

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
      renamed: z.array(renaming),
      renumbered: z.array(renaming.extend({ name: z.string() })),
      added: z.array(company),
      unchanged: z.array(company),
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
export const batchId = (list: string, file: Uint8Array, reading = ''): string =>
  `b_${digest(`${list}\n${Buffer.from(file).toString('base64')}${reading}`)}`;

export const readBatch = async (db: Database, id: string): Promise<ImportBatch | null> => {
  const snapshot = await batchRef(db, id).get();
  return snapshot.exists ? batchDocument.parse(snapshot.data()) : null;
};

export const keepBatch = async (db: Database, batch: ImportBatch, frame: Frame): Promise<void> => {
  await batchRef(db, batch.id).set({
    ...batch,
    by: frame.actor.id,
    at: frame.now,
    changedAt: FieldValue.serverTimestamp(),
  });
};

export const markUndone = async (db: Database, id: string): Promise<void> => {
  await batchRef(db, id).update({ state: 'undone', changedAt: FieldValue.serverTimestamp() });
};
