/** queue-edits: cells that people edited in the queue, each as the command that it means. */
import * as z from 'zod';
import { QUEUE_EDIT_COLUMNS } from '../domain/queue/edit-columns';
import { QUEUE_EDIT_TEXTS } from '../domain/queue/queue-edit-texts';
import { formRetrySchema } from '../schema/form-retry';
import { registerRowSchema } from '../schema/register-row';
import { dateSchema, longText } from '../schema/scalars';
import { keyOf, listOf } from '../schema/schema-of';
import { acceptedSchema, editorSchema, MAX_COMMANDS, refusedSchema, sentAt } from './commands';
import { teamViewSchema } from './member';
import type { AnswerOf, Operations } from './operation';
import { textSchema } from './text';

const cellText = z.string().max(50_000);

const shownCellsSchema = z.strictObject({
  value: cellText.describe('Of the column that was edited.'),
  note: cellText,
  request: cellText.describe('The mark of the row.'),
});

export const queueEditSchema = z
  .strictObject({
    basis: z.string().max(1000).describe('The hidden cell of the row that says what it was made from.'),
    column: z.enum(QUEUE_EDIT_COLUMNS),
    value: cellText.describe('As it stands in the cell.'),
    note: longText.exactOptional().describe('Of the row, where the request takes one.'),
    shown: z
      .array(shownCellsSchema)
      .max(50)
      .exactOptional()
      .describe(
        'What the rows of the account show by now: an edit that was cleared, or changed by a sort, is not asked for any more.',
      ),
    on: dateSchema.describe('The day on which it was typed.'),
    editor: editorSchema,
  })
  .meta({ id: 'QueueEdit' });

const body = z.strictObject({
  channel: z.enum(['cell', 'trigger']).default('cell'),
  sentAt,
  // Parsed one by one, so that a bad edit does not refuse the others.
  edits: z.array(z.unknown()).min(1).max(MAX_COMMANDS),
});

const unreadEditSchema = z
  .strictObject({
    requestId: z.null(),
    status: z.literal(422),
    refusal: z.strictObject({ code: keyOf(QUEUE_EDIT_TEXTS), message: textSchema }),
    words: textSchema.describe('What to do instead.'),
    row: registerRowSchema.nullable().describe('The account, where a form goes on with it.'),
  })
  .meta({ id: 'UnreadQueueEdit', description: 'What was typed is no request.' });
export type UnreadQueueEdit = z.output<typeof unreadEditSchema>;

export const queueEditsFunction = {
  POST: {
    summary:
      'Cells that people edited in the queue, each decided as the command that it means. The same edit sent again has one effect and gets the same answer.',
    body,
    publishedBody: body.extend({ edits: z.array(queueEditSchema).min(1).max(MAX_COMMANDS) }),
    maxBytes: 2 * 1024 * 1024,
    answer: z
      .strictObject({
        outcomes: listOf(z.union([acceptedSchema, refusedSchema, unreadEditSchema])).describe(
          'In the order of the edits.',
        ),
        states: listOf(textSchema).describe(
          'In the order of the edits: what the row of each has to say, of all edits of that row; blank for nothing.',
        ),
        retries: listOf(formRetrySchema.nullable()).describe(
          'In the order of the edits: in which form a refused one goes on; null where data alone does not help, or its row gives it.',
        ),
        team: teamViewSchema,
      })
      .meta({ id: 'QueueEditsAnswer' }),
    errors: [],
    example: {
      body: {
        edits: [
          {
            basis: 'v7 QUARTERLY_CHECK a_0000000000000000 overdue c=c000002 n=株式会社八',
            column: 'result',
            value: '応答なし',
            on: '2026-07-01',
          },
        ],
      },
    },
  },
} as const satisfies Operations;
export type QueueEditsAnswer = AnswerOf<typeof queueEditsFunction.POST>;
