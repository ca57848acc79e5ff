/** dashboard: what the stock of accounts is worth, in figures. breakdown: the accounts that they are made of. */
import * as z from 'zod';
import { CHART_TYPES, type Dashboard, FIGURE_KEYS, FIGURE_UNITS } from '../domain/statistics/dashboard';
import { checkedDate, idSchema, singleLineText, statusSchema } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { documentProblemSchema } from './document-problem';
import type { Operations } from './operation';
import { integerParameter } from './query-parameters';
import { textSchema } from './text';

const figureKey = z.enum(FIGURE_KEYS).meta({ id: 'FigureKey' });
const madeAt = z.string().describe("When the figures were brought up to date, in the team's zone.");

const figureSchema = z
  .strictObject({
    key: figureKey,
    title: textSchema,
    explanation: textSchema.describe('What it counts, and from when.'),
    columns: listOf(z.strictObject({ title: textSchema, unit: z.enum(FIGURE_UNITS) })),
    rows: listOf(
      z.strictObject({
        key: z.string(),
        label: textSchema,
        values: listOf(z.union([z.number(), z.string()]).nullable()).describe(
          'One a column; null where there is nothing to say it from. Percents are 0 to 100.',
        ),
        accounts: z.int().describe('How many accounts it is made of; `breakdown` lists them.'),
      }),
    ),
    chart: z
      .strictObject({
        type: z.enum(CHART_TYPES),
        columns: listOf(z.int()).describe('Those that are drawn, counted from 0.'),
      })
      .nullable(),
  })
  .meta({ id: 'Figure' });

const dashboardSchema = schemaOf<Dashboard>()(
  z.strictObject({
    today: checkedDate.describe("The team's day."),
    since: checkedDate
      .nullable()
      .describe('First day of the history that is counted; null where there is none.'),
    madeAt,
    figures: listOf(figureSchema),
  }),
).meta({ id: 'DashboardAnswer' });

const breakdownRow = z
  .strictObject({
    figure: figureKey,
    row: z.string().describe('Key of the row.'),
    column: z
      .string()
      .describe(
        'As what it counts there: its status or its age, `all` or `year` of a move, `ended` or `running` of a stay, `counted` or `rest` of a rate.',
      ),
    accountId: z.string(),
    name: z.string(),
    ownerId: z.string().nullable(),
    status: statusSchema.nullable().describe('Today; null where the registration was withdrawn.'),
    value: z.number().nullable().describe('Days or yen that it counts with; null where it only counts.'),
  })
  .meta({ id: 'BreakdownRow' });

export const dashboardFunction = {
  GET: {
    summary: 'The figures of the dashboard, as the last run of the job left what they are made of.',
    answer: dashboardSchema,
    errors: ['ROLE_NOT_ALLOWED', 'DASHBOARD_NOT_COUNTED'],
    example: {},
  },
  POST: {
    summary:
      'Brings the figures and their tabs of the queue’s spreadsheet up to date by what has changed, or counts the whole history anew, in one or several calls; for the scheduler and for managers.',
    body: z.strictObject({
      recount: z
        .boolean()
        .default(false)
        .describe('Counts all of the history anew and says whether what was kept is the same.'),
    }),
    scheduled: true,
    maxBytes: 1024,
    answer: z
      .strictObject({
        date: checkedDate,
        accounts: z
          .int()
          .nullable()
          .describe('Whose history is counted; null before the first count is done.'),
        read: z
          .strictObject({ accounts: z.int(), entries: z.int().describe('Of the histories.') })
          .describe('What had changed.'),
        done: z.boolean().describe('False where the time was up: call it again.'),
        recount: z
          .strictObject({
            compared: z.int().describe('Accounts that were compared.'),
            differing: z
              .int()
              .describe('Those of which something else had been kept: 0 unless there is a fault.'),
          })
          .nullable()
          .describe('Of a count of the whole history that this call has ended.'),
        calls: z
          .int()
          .describe(
            'Calls that wrote the tabs: 0 where they said all of it already, and where there is no spreadsheet.',
          ),
        problems: listOf(documentProblemSchema),
      })
      .meta({ id: 'DashboardRunAnswer' }),
    errors: ['ROLE_NOT_ALLOWED', 'SHEET_NOT_REACHABLE', 'SHEETS_UNAVAILABLE'],
    example: { body: { recount: false } },
  },
} as const satisfies Operations;

export const breakdownFunction = {
  GET: {
    summary: 'The accounts that a row of a figure is made of, page by page.',
    query: z.strictObject({
      figure: figureKey.exactOptional().describe('All of them unless given.'),
      row: singleLineText(1000).exactOptional().describe('Key of a row; all of them unless given.'),
      cursor: idSchema.exactOptional().describe('From an earlier answer to the same question.'),
      limit: integerParameter
        .min(1)
        .max(1000)
        .default(500)
        .describe('A page has as many rows, or a few more.'),
    }),
    answer: z.strictObject({
      today: checkedDate,
      madeAt,
      rows: listOf(breakdownRow).describe('In the order of the accounts’ IDs.'),
      cursor: z.string().nullable().describe('For the next page; null when there is none.'),
    }),
    errors: ['DASHBOARD_NOT_COUNTED'],
    example: { query: { figure: 'overdueTrend', row: 'today' } },
  },
} as const satisfies Operations;
