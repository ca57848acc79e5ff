/** asof: the register as it stood at the end of a past day; as pages (GET), or on its tab of the queue's spreadsheet (POST). */
import * as z from 'zod';
import { registerRowSchema } from '../schema/register-row';
import { checkedDate, dateSchema, idSchema, singleLineText, statusSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';
import { formatParameter, integerParameter } from './query-parameters';

const question = {
  date: dateSchema.describe('The end of this day; today is as things stand now.'),
  status: statusSchema.exactOptional().describe('Only accounts that had it then.'),
  ownerId: idSchema.exactOptional().describe("Only accounts that were this member's then."),
};

export const asofFunction = {
  GET: {
    summary: 'The register as it stood at the end of a past day, made from the history.',
    query: z.strictObject({
      ...question,
      cursor: singleLineText(2000).exactOptional().describe('From an earlier answer to the same question.'),
      limit: integerParameter.min(1).max(1000).default(200),
      format: formatParameter,
    }),
    answer: z.strictObject({
      date: checkedDate,
      rows: listOf(registerRowSchema).describe(
        'In the order of their IDs; fewer than the limit, even none, where hardly any account fits: the cursor goes on.',
      ),
      problems: listOf(documentProblemSchema).describe(
        'What cannot be read of the history of accounts of this page, which are left out.',
      ),
      cursor: z.string().nullable().describe('For the next page; null when there is none.'),
    }),
    csv: true,
    errors: ['CURSOR_UNKNOWN', 'MEMBER_UNKNOWN', 'DATE_IN_FUTURE'],
    example: { query: { date: '2026-03-31', status: 'CURRENT_CLIENT', limit: '100' } },
  },
  POST: {
    summary: 'Writes the register of that day on its tab of the queue’s spreadsheet; for managers.',
    body: z.strictObject(question),
    maxBytes: 4096,
    answer: z
      .strictObject({
        date: checkedDate,
        rows: z.int().describe('Accounts on the tab, 10,000 at most.'),
        more: z
          .boolean()
          .describe('True where others were registered then, too, and are not on the tab, which says so.'),
        problems: listOf(documentProblemSchema),
        calls: z.int().describe('Calls that wrote: 0 when the tab said all of it already.'),
      })
      .meta({ id: 'AsOfTabAnswer' }),
    errors: [
      'ROLE_NOT_ALLOWED',
      'MEMBER_UNKNOWN',
      'DATE_IN_FUTURE',
      'QUEUE_SHEET_NOT_SET',
      'SHEET_NOT_REACHABLE',
      'SHEETS_UNAVAILABLE',
    ],
    example: { body: { date: '2026-03-31' } },
  },
} as const satisfies Operations;

export type AsOfAnswer = AnswerOf<typeof asofFunction.GET>;
