/** How far the scheduled check of the store is: kept between two runs, so that the next one goes on. */
import * as z from 'zod';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { checkProgressRef, type Database } from './firestore';
import { StoreWrite } from './store-write';

/** In the order in which they are checked. */
export const CHECK_PARTS = ['team', 'accounts', 'numbers', 'requests', 'batches', 'facts'] as const;

export const checkPosition = z.strictObject({
  part: z.enum(CHECK_PARTS),
  /** ID of the last document that was checked; null before the first of the part. */
  after: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^/]+$/)
    .nullable(),
});
export type CheckPosition = z.output<typeof checkPosition>;

const storedProgress = z.object({ next: checkPosition.nullable() });
const CHECK_PROGRESS_DOCUMENT = documentKind({
  kind: 'checkProgress',
  parse: (data) => storedProgress.parse(data),
});
const PROGRESS_PLACE = { accountId: null, id: 'check' };

/** Null where the next run begins anew: after the last document, and where what is kept cannot be read. */
export const readCheckPosition = async (db: Database): Promise<CheckPosition | null> => {
  const stored = (await checkProgressRef(db).get()).data();
  return readDocumentOrNull(CHECK_PROGRESS_DOCUMENT, PROGRESS_PLACE, stored)?.next ?? null;
};

export const saveCheckPosition = async (db: Database, next: CheckPosition | null): Promise<void> => {
  const document = checkedDocument(CHECK_PROGRESS_DOCUMENT, PROGRESS_PLACE, { next });
  await new StoreWrite(db).setDocument(checkProgressRef(db), document).commit();
};
