/** A stored document that cannot be read: a problem of its account alone. */
import * as z from 'zod';
import {
  DOCUMENT_KINDS,
  type DocumentProblem,
  type UnreadableDocument,
} from '../domain/account/unreadable-document';
import { listOf, schemaOf } from '../schema/schema-of';
import { textSchema } from './text';

export const unreadableDocumentFacts = {
  kind: z.enum(DOCUMENT_KINDS),
  accountId: z.string().nullable().describe('Null where it is about none.'),
  id: z.string().describe('Of an entry: its version; of any other kind, its name.'),
  fields: listOf(z.string()).describe('Those that are missing or wrong; none: all of it.'),
};
export const unreadableDocumentSchema = z.strictObject(
  unreadableDocumentFacts,
) satisfies z.ZodType<UnreadableDocument>;
export const documentProblemSchema = schemaOf<DocumentProblem>()(
  z
    .strictObject({
      code: z.literal('DOCUMENT_UNREADABLE'),
      message: textSchema.describe('What it is, and what mends it.'),
      ...unreadableDocumentFacts,
    })
    .meta({ id: 'DocumentProblem' }),
);
