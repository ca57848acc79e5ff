/** sent-back: what the sheet itself gives back of edited cells, and what its editor is done with. */
import * as z from 'zod';
import { EDITABLE } from '../domain/register/column-keys';
import { idSchema } from '../schema/scalars';
import { editorSchema, MAX_COMMANDS } from './commands';
import type { Operations } from './operation';
import { textSchema } from './text';

export const sentBackFunction = {
  POST: {
    summary:
      'Cells that were given back in the sheet, since nobody can read them: they stand in the day of who edited them, as requests do that the functions refuse. And those with which the caller is done.',
    body: z.strictObject({
      channel: z.enum(['cell', 'trigger']).default('cell'),
      cells: z
        .array(
          z.strictObject({
            accountId: idSchema,
            key: z.enum(EDITABLE).describe('Of its column.'),
            words: textSchema.describe('Why.'),
            editor: editorSchema,
          }),
        )
        .max(MAX_COMMANDS)
        .default([]),
      done: z
        .array(z.string().regex(/^[\x21-\x7e]{1,120}$/))
        .max(MAX_COMMANDS)
        .default([])
        .describe('IDs of requests in the day of the caller that are to leave it.'),
    }),
    maxBytes: 1024 * 1024,
    answer: z
      .strictObject({ forgotten: z.int().describe('How many have left the day.') })
      .meta({ id: 'SentBackAnswer' }),
    errors: [],
    example: { body: { done: ['0123456789abcdef'] } },
  },
} as const satisfies Operations;
