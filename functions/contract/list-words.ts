/** Words of a list for statuses and owners that a person says the meaning of. */
import * as z from 'zod';
import { MAX_WORD_LENGTH } from '../domain/text/fold-word';
import { idSchema, multiLineText, statusSchema } from '../schema/scalars';

const kindSchema = z.enum(['status', 'owner']);

export const listWordSchema = z
  .strictObject({
    kind: kindSchema,
    word: z.string().describe('As the first row that has it; others may have it in another width or case.'),
    line: z.int().describe('Of the first row that has it.'),
    rows: z.int().describe('So many rows have it.'),
    means: z
      .string()
      .nullable()
      .describe(
        "A status, a member's ID, or `empty`: the cell counts as empty. Null: nobody has said it, and its rows are left out.",
      ),
  })
  .meta({
    id: 'ListWord',
    description: 'A word in a column of statuses or owners that is none of the eight, or no active member.',
  });

const word = multiLineText(MAX_WORD_LENGTH).min(1).describe('In any width, case and spacing.');

export const wordDecisionSchema = z
  .union([
    z.strictObject({ kind: z.literal('status'), word, is: z.literal('status'), status: statusSchema }),
    z.strictObject({ kind: z.literal('owner'), word, is: z.literal('member'), memberId: idSchema }),
    z.strictObject({ kind: kindSchema, word, is: z.enum(['empty', 'undecided']) }),
  ])
  .meta({
    id: 'WordDecision',
    description:
      'A word of a list stands for that status or that member, counts as an empty cell, or is undecided again.',
  });
export type WordDecision = z.input<typeof wordDecisionSchema>;
