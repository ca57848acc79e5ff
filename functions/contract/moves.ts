/** moves: which accounts moved between two days, came or went; as pages (GET), or on its tab of the queue's spreadsheet (POST). */
import * as z from 'zod';
import { dateSchema, singleLineText, statusSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import { refuseReversedPeriod } from './history-filter';
import type { AnswerOf, Operations } from './operation';
import { formatParameter, integerParameter } from './query-parameters';

const period = {
  from: dateSchema.describe('From the beginning of this day.'),
  to: dateSchema.describe('To the end of this day.'),
};
const statusOrNone = statusSchema.nullable();

const stepSchema = z
  .strictObject({
    from: statusOrNone,
    to: statusOrNone,
    time: z.string().describe("Day and time of day in the team's zone: 2026-07-01 09:30."),
    by: z.string().describe('Who decided it: a member, or `unknown-editor`.'),
    command: z.string(),
    reason: z.string().describe('Empty where none was given.'),
    version: z.int().describe('Of the entry in the history.'),
  })
  .meta({ id: 'StatusStep' });

const moveSchema = z
  .strictObject({
    accountId: z.string(),
    company: z.string().describe('What it was called at the end of the period.'),
    ownerId: z.string().nullable().describe('Then.'),
    from: statusOrNone.describe('At the beginning; null where the account was not registered.'),
    to: statusOrNone.describe(
      'At the end; null where the registration was withdrawn. Equal to `from` where it moved and came back.',
    ),
    steps: listOf(stepSchema).describe('The oldest first.'),
  })
  .meta({ id: 'AccountMove' });

export const movesFunction = {
  GET: {
    summary: 'Which accounts moved between two days, came or went: from, to, when, by whom, why.',
    query: z
      .strictObject({
        ...period,
        cursor: singleLineText(2000).exactOptional().describe('From an earlier answer to the same question.'),
        limit: integerParameter
          .min(1)
          .max(1000)
          .default(500)
          .describe(
            'Entries of the history that are looked through: a page has that many accounts or fewer.',
          ),
        format: formatParameter,
      })
      .superRefine(refuseReversedPeriod),
    answer: z.strictObject({
      moves: listOf(moveSchema).describe(
        'Accounts that changed last come first; fewer than the limit, even none: the cursor goes on.',
      ),
      problems: listOf(documentProblemSchema).describe(
        'What cannot be read of the history of accounts of this page, which are left out.',
      ),
      cursor: z.string().nullable().describe('For the next page; null when there is none.'),
    }),
    csv: true,
    errors: ['CURSOR_UNKNOWN', 'DATE_IN_FUTURE'],
    example: { query: { from: '2026-04-01', to: '2026-06-30' } },
  },
  POST: {
    summary: 'Writes what moved between the two days on its tab of the queue’s spreadsheet; for managers.',
    body: z.strictObject(period).superRefine(refuseReversedPeriod),
    maxBytes: 4096,
    answer: z
      .strictObject({
        rows: z.int().describe('Accounts on the tab.'),
        more: z.boolean().describe('True where others moved, too, and are not on the tab.'),
        counts: z.strictObject({
          moved: z.int(),
          came: z.int().describe('New accounts.'),
          gone: z.int().describe('Withdrawn ones.'),
          back: z.int().describe('Moved, and were where they had been.'),
        }),
        problems: listOf(documentProblemSchema),
        calls: z.int().describe('Calls that wrote: 0 when the tab said all of it already.'),
      })
      .meta({ id: 'MovesTabAnswer' }),
    errors: [
      'ROLE_NOT_ALLOWED',
      'DATE_IN_FUTURE',
      'QUEUE_SHEET_NOT_SET',
      'SHEET_NOT_REACHABLE',
      'SHEETS_UNAVAILABLE',
    ],
    example: { body: { from: '2026-04-01', to: '2026-06-30' } },
  },
} as const satisfies Operations;

export type MovesAnswer = AnswerOf<typeof movesFunction.GET>;
