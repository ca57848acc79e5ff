/** The answer of an accepted request, kept under its key, so that the request sent again gets the same one. */
import * as z from 'zod';
import { registerRowSchema } from '../schema/register-row';
import { sameNameSchema } from '../schema/related-company';
import { type CheckedDocument, checkedDocument, documentKind, readDocument } from './document-kind';
import { replyExpiry } from './expired-documents';

const storedReply = z.object({
  /** Hash of the request, by which another request under the same key is recognised. */
  hash: z.string(),
  /** ID of the member who sent it. */
  by: z.string(),
  row: registerRowSchema,
  sameName: sameNameSchema.exactOptional(),
});

export type StoredReply = z.output<typeof storedReply>;

export const REPLY_FIELDS = Object.keys(storedReply.shape);

export const REQUEST_DOCUMENT = documentKind({ kind: 'request', parse: (data) => storedReply.parse(data) });

export const requestPlace = (requestId: string) => ({ accountId: null, id: requestId });

/** Throws an UnreadableDocumentError when the document is no answer that this code knows. */
export const parseStoredReply = (requestId: string, data: unknown): StoredReply =>
  readDocument(REQUEST_DOCUMENT, requestPlace(requestId), data);

/**
 * `at` is an instant, ISO 8601 in UTC. The account's ID is what an erasure finds its answers by. Throws an
 * UnwritableDocumentError.
 */
export const replyDocument = (requestId: string, reply: StoredReply, at: string): CheckedDocument =>
  checkedDocument(REQUEST_DOCUMENT, requestPlace(requestId), {
    ...reply,
    accountId: reply.row.id,
    at,
    expireAt: replyExpiry(at),
  });
