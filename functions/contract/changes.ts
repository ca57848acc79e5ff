/** changes: what a member has done within a day and can take back. */
import * as z from 'zod';
import { CHANNELS } from '../domain/status/code-lists';
import { idSchema, instantSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';
import { textSchema } from './text';

const change = z
  .strictObject({
    accountId: z.string(),
    version: z.int().describe('What `undo` takes, and expects.'),
    company: z.string().describe('What the account is called now.'),
    words: textSchema.describe('What was done.'),
  })
  .meta({ id: 'UndoableChange' });

const undoStep = z
  .strictObject({
    at: instantSchema,
    time: z.string().describe("Day and time of day in the team's zone: 2026-07-01 09:30."),
    channel: z.enum(CHANNELS),
    changes: listOf(change).describe('In the order in which they are to be taken back.'),
  })
  .meta({ id: 'UndoStep' });

export const changesFunction = {
  GET: {
    summary:
      'What a member has done within the last 24 hours and can take back, the newest first: what one call of commands did is one step.',
    query: z.strictObject({
      person: idSchema.exactOptional().describe('Of this member: for managers. Else of the caller.'),
    }),
    answer: z
      .strictObject({
        steps: listOf(undoStep),
        more: z.boolean().describe('Whether there is more than was looked at.'),
        problems: listOf(documentProblemSchema).describe('Entries that cannot be read.'),
      })
      .meta({ id: 'ChangesAnswer' }),
    errors: ['ROLE_NOT_ALLOWED', 'MEMBER_UNKNOWN'],
    example: { query: {} },
  },
} as const satisfies Operations;

export type ChangesAnswer = AnswerOf<typeof changesFunction.GET>;
