/** rows: what a person decides about rows of a list that are likely a company of the register or an earlier row, and what its words mean. */
import * as z from 'zod';
import { idSchema } from '../schema/scalars';
import { listNameParameter } from './list-reading';
import { wordDecisionSchema } from './list-words';
import type { Operations } from './operation';

const rowKeySchema = z
  .string()
  .regex(/^[\w-]{26}$/)
  .describe('`row` of an undecided row.');

export const rowDecisionSchema = z
  .discriminatedUnion('is', [
    z.strictObject({ row: rowKeySchema, is: z.literal('account'), accountId: idSchema }),
    z.strictObject({ row: rowKeySchema, is: z.enum(['earlierRow', 'another', 'undecided']) }),
  ])
  .meta({
    id: 'RowDecision',
    description:
      'The row is that account, the earlier row of its file that it was likened to, another company, or undecided again.',
  });

export type RowDecision = z.input<typeof rowDecisionSchema>;

export const rowsFunction = {
  POST: {
    summary:
      'Decides rows of a list by themselves, and says what its words for statuses and owners mean; the next `import` of the list goes by it, with this file or another one. Sent again, it is the same.',
    body: z.strictObject({
      list: listNameParameter,
      rows: z.array(rowDecisionSchema).max(1000).default([]),
      words: z.array(wordDecisionSchema).max(200).default([]),
    }),
    maxBytes: 256 * 1024,
    answer: z.strictObject({
      list: z.string(),
      decided: z.int().describe('Rows of the list that are decided now.'),
      decidedWords: z.int().describe('Words of the list that a meaning is kept for now.'),
    }),
    errors: ['ROLE_NOT_ALLOWED'],
    example: {
      body: {
        list: '名刺',
        rows: [{ row: 'AAAAAAAAAAAAAAAAAAAAAAAAAA', is: 'another' }],
        words: [{ kind: 'status', word: '休眠', is: 'status', status: 'DEAD_OPPORTUNITY' }],
      },
    },
  },
} as const satisfies Operations;
