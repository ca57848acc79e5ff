/** Erasures that are committed and not finished. Their documents hold what is erased, and go as soon as it is. */
import { FieldPath } from '@google-cloud/firestore';
import * as z from 'zod';
import type { Erasure } from '../domain/account/erasure';
import { type CheckedDocument, checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { documentPages } from './document-pages';
import { type Database, erasuresOf } from './firestore';

export interface PendingErasure extends Erasure {
  accountId: string;
  /** That the erasure has made: entries up to it, and what was written meanwhile, are still to be freed. */
  version: number;
  /** Instant, ISO 8601 in UTC. */
  at: string;
}

const pendingErasure = z.strictObject({
  accountId: z.string(),
  version: z.int(),
  at: z.string(),
  contactId: z.string(),
  words: z.array(z.string()),
  familyNames: z.array(z.string()).default([]),
  labels: z.array(z.string()),
}) satisfies z.ZodType<PendingErasure>;

export const ERASURE_DOCUMENT = documentKind({
  kind: 'erasure',
  parse: (data) => pendingErasure.parse(data),
});

/** Throws an UnwritableDocumentError. */
export const checkedErasure = (erasure: PendingErasure): CheckedDocument =>
  checkedDocument(ERASURE_DOCUMENT, { accountId: erasure.accountId, id: String(erasure.version) }, erasure);

const ERASURES_PER_PAGE = 100;

/** All of them. What cannot be read is found by the check of the store. */
export async function* readPendingErasures(db: Database): AsyncGenerator<PendingErasure> {
  const query = erasuresOf(db).orderBy(FieldPath.documentId());
  for await (const docs of documentPages(query, ERASURES_PER_PAGE))
    yield* docs.flatMap(
      (doc) => readDocumentOrNull(ERASURE_DOCUMENT, { accountId: null, id: doc.id }, doc.data()) ?? [],
    );
}
