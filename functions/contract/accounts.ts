/** accounts: the register page by page, or what has changed since a cursor. */
import { z } from 'zod';
import { registerRowSchema } from '../schema/register-row';
import { idSchema, singleLineText, statusSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';
import { flagParameter, integerParameter } from './query-parameters';

export const accountsFunction = {
  GET: {
    summary: 'Page through or filter the register; changes since a cursor.',
    query: z.strictObject({
      status: statusSchema.exactOptional(),
      ownerId: idSchema.exactOptional(),
      cursor: singleLineText(400)
        .exactOptional()
        .describe('From an earlier answer: the next page, or what has changed since.'),
      changes: flagParameter.describe(
        "Order by change: the answer's cursor then serves to ask for later changes.",
      ),
      limit: integerParameter.min(1).max(1000).default(200),
    }),
    answer: z.strictObject({
      rows: listOf(registerRowSchema),
      problems: listOf(documentProblemSchema).describe('Accounts of this page that cannot be read.'),
      cursor: z
        .string()
        .nullable()
        .describe(
          'For the next page; null when there is none. Of changes never null: ask again with it later.',
        ),
    }),
    errors: ['CURSOR_UNKNOWN'],
    example: { query: { status: 'QUARTERLY_CHECK', limit: '100' } },
  },
} as const satisfies Operations;

export type AccountsAnswer = AnswerOf<typeof accountsFunction.GET>;
