/** duplicates: the whole register compared, and possible duplicates listed on a tab. */
import * as z from 'zod';
import { checkedDate } from '../schema/scalars';
import type { AnswerOf, Operations } from './operation';

export const duplicatesFunction = {
  POST: {
    summary:
      'Compares the whole register, in one or several calls, and lists possible duplicates on its tab; for the scheduler and for every member.',
    body: z.strictObject({
      from: z
        .int()
        .min(0)
        .default(0)
        .describe('`next` of the answer before: goes on where it stopped. 0 begins anew.'),
    }),
    scheduled: true,
    maxBytes: 1024,
    answer: z
      .strictObject({
        date: checkedDate,
        read: z.int().describe('Accounts compared so far.'),
        next: z
          .int()
          .nullable()
          .describe('Send it as `from`; null when all are compared and the tab is written.'),
        groups: z
          .strictObject({ number: z.int(), likely: z.int(), name: z.int() })
          .describe('Groups on the tab, by how sure they are.'),
        many: z.int().describe('Names that are so common that they are one line each.'),
        rows: z.int().describe('Rows on the tab.'),
        calls: z.int().describe('0 when the tab said all of it already.'),
      })
      .meta({ id: 'DuplicatesAnswer' }),
    errors: ['SHEET_NOT_REACHABLE', 'SHEETS_UNAVAILABLE'],
    example: { body: { from: 0 } },
  },
} as const satisfies Operations;

export type DuplicatesAnswer = AnswerOf<typeof duplicatesFunction.POST>;
