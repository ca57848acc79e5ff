/** history: what was done to accounts, of one or of all, filtered; as pages (GET), or on its tab of the queue's spreadsheet (POST). */
import * as z from 'zod';
import type { HistoryEntry } from '../domain/account/history';
import { historyEntrySchema } from '../schema/history-entry';
import { checkedDate, singleLineText } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import { historyFilterShape, refuseOddFilter } from './history-filter';
import type { AnswerOf, Operations, QueryOf } from './operation';
import { formatParameter, integerParameter } from './query-parameters';

const historyRow = z
  .strictObject({
    time: z.string().describe("Day and time of day in the team's zone: 2026-07-01 09:30."),
    company: z.string().describe('What the account is called now; empty where that cannot be read.'),
    entry: schemaOf<HistoryEntry>()(historyEntrySchema),
  })
  .meta({ id: 'HistoryRow' });

export const historyFunction = {
  GET: {
    summary: 'Who changed what and when: the history of one account or of all, filtered; the newest first.',
    query: z
      .strictObject({
        ...historyFilterShape,
        cursor: singleLineText(2000).exactOptional().describe('From an earlier answer to the same question.'),
        limit: integerParameter.min(1).max(1000).default(200),
        format: formatParameter,
      })
      .superRefine(refuseOddFilter),
    answer: z.strictObject({
      rows: listOf(historyRow).describe(
        'Fewer than the limit, even none, where hardly any entry fits: the cursor goes on.',
      ),
      zone: z.string().describe('IANA zone of the team.'),
      problems: listOf(documentProblemSchema).describe('Entries of this page that cannot be read.'),
      cursor: z.string().nullable().describe('For the next page; null when there is none.'),
    }),
    csv: true,
    errors: ['CURSOR_UNKNOWN', 'ACCOUNT_UNKNOWN', 'MEMBER_UNKNOWN'],
    example: { query: { from: '2026-06-01', to: '2026-06-30', command: 'changeStatus', limit: '100' } },
  },
  POST: {
    summary:
      'Writes the newest entries that fit on the history tab of the queue’s spreadsheet; for managers.',
    body: z
      .strictObject({
        ...historyFilterShape,
        limit: z.int().min(1).max(5000).default(1000).describe('Rows of the tab.'),
      })
      .superRefine(refuseOddFilter),
    maxBytes: 4096,
    answer: z
      .strictObject({
        date: checkedDate,
        rows: z.int().describe('On the tab.'),
        more: z
          .boolean()
          .describe(
            'True where older entries fit, too, and are not on the tab; or may, where the time was up.',
          ),
        problems: listOf(documentProblemSchema).describe('Entries that cannot be read.'),
        calls: z.int().describe('Calls that wrote: 0 when the tab said all of it already.'),
      })
      .meta({ id: 'HistoryTabAnswer' }),
    errors: [
      'ROLE_NOT_ALLOWED',
      'ACCOUNT_UNKNOWN',
      'MEMBER_UNKNOWN',
      'QUEUE_SHEET_NOT_SET',
      'SHEET_NOT_REACHABLE',
      'SHEETS_UNAVAILABLE',
    ],
    example: { body: { from: '2026-06-01', limit: 500 } },
  },
} as const satisfies Operations;

export type HistoryQuery = QueryOf<typeof historyFunction.GET>;
export type HistoryAnswer = AnswerOf<typeof historyFunction.GET>;
export type HistoryTabAnswer = AnswerOf<typeof historyFunction.POST>;
