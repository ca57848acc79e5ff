/** import: a company list in, its progress, its undo. */
import * as z from 'zod';
import {
  importBatchSchema,
  importCountsSchema,
  importModeSchema,
  listChangesSchema,
} from '../schema/import-batch';
import { idSchema, shortText, statusSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import {
  importColumnSchema,
  importFieldSchema,
  listNameParameter,
  listRemarkSchema,
  readingAnswer,
  readingParameters,
} from './list-reading';
import { listWordSchema } from './list-words';
import type { Operations, QueryOf } from './operation';
import { flagParameter, integerParameter } from './query-parameters';
import { decidedRowSchema, groupRulesParameter, similarRowSchema, undecidedRowSchema } from './undecided-row';

/** 150,000 rows of a real list; a function's request has 32 MB at most. Larger files are refused with the advice to split them. */
export const MAX_LIST_BYTES = 30 * 1024 * 1024;

const DATE_ORDERS = ['ymd', 'mdy', 'dmy'] as const;
const DATE_SYSTEMS = ['1900', '1904'] as const;

const importAnswerSchema = z
  .strictObject({
    batch: z
      .string()
      .describe('The same file and list have the same batch: sent again, it goes on where it was.'),
    list: z.string(),
    mode: importModeSchema,
    ...readingAnswer,
    columns: listOf(importColumnSchema).describe('In the order of the list.'),
    fields: listOf(importFieldSchema),
    dryRun: z.boolean(),
    total: z
      .int()
      .describe(
        'Companies that can be imported; rows that an earlier row of the file likely is are not among them.',
      ),
    done: z.int(),
    next: z
      .int()
      .nullable()
      .describe(
        'Send the same file again with `from` set to this; null when all is done. Of a dry run each answer counts its own rows: they add up.',
      ),
    counts: importCountsSchema,
    twice: z.int().describe('Of the undecided rows those that an earlier row of the file likely is.'),
    changes: listChangesSchema.nullable().describe('Null where the mode is `add`.'),
    problems: listOf(listRemarkSchema).describe('Each keeps its line out. 200 at most.'),
    problemCount: z.int(),
    notes: listOf(listRemarkSchema).describe('What is good to know and keeps nothing out. 200 at most.'),
    noteCount: z.int(),
    undecided: listOf(undecidedRowSchema).describe(
      'Rows that are left out until a person says which company they are, by `rows` or `rules`. 500 at most.',
    ),
    undecidedCount: z.int(),
    similar: listOf(similarRowSchema).describe(
      'Of a rehearsal: new companies whose names are like one of the register, to be compared. They come in as new ones. 500 at most.',
    ),
    similarCount: z.int(),
    decided: listOf(decidedRowSchema).describe(
      'Rows that were decided before, without a rule of this call. 500 at most.',
    ),
    decidedCount: z.int(),
    statuses: listOf(
      z.strictObject({
        line: z.int(),
        accountId: z.string(),
        name: z.string(),
        from: statusSchema,
        to: statusSchema.describe('As the list has it.'),
        isApplied: z.boolean().describe('False: the account keeps its own.'),
      }),
    ).describe('Accounts of the register that the list has in another status. 500 at most.'),
    statusCount: z.int(),
    words: listOf(listWordSchema).describe(
      'Each word once that is no status, or no member, by itself; say what it means by `rows`. 500 at most.',
    ),
    wordCount: z.int(),
    members: listOf(z.strictObject({ id: z.string(), name: z.string() })).describe(
      'Whom a name of `words` may stand for; empty where there is none.',
    ),
  })
  .meta({ id: 'ImportAnswer' });

const undoAnswerSchema = z
  .strictObject({
    batch: z.string(),
    undone: z.int(),
    refused: listOf(z.strictObject({ accountId: z.string(), name: z.string(), code: z.string() })),
    finished: z.boolean().describe('False: send the same request again for the rest.'),
  })
  .meta({ id: 'ImportUndoAnswer', description: 'Of a call with `undo`.' });

export const importFunction = {
  GET: {
    summary: 'How far a batch is, and what a list that came again changed and has no more.',
    query: z.strictObject({ batch: idSchema }),
    answer: importBatchSchema,
    errors: ['BATCH_UNKNOWN'],
    example: { query: { batch: 'b_0123456789abcdef' } },
  },
  POST: {
    summary:
      'Imports a company list (CSV, TSV, semicolons or pipes; UTF-8, UTF-16, CP932, EUC-JP, ISO-2022-JP or Windows-1252; a workbook as .xlsx; or a tab), as a list of clients (`product`) or as the changes of a list that came before (`mode`), or undoes a batch (`undo`, empty body). The same file again goes on where it was and changes nothing twice.',
    query: z.strictObject({
      list: listNameParameter
        .exactOptional()
        .describe(
          "Name of the list: companies of several lists meet in one account and keep each list's ID. Needed to import.",
        ),
      dryRun: flagParameter,
      from: integerParameter
        .min(0)
        .default(0)
        .describe('`next` of the answer before: goes on where that stopped. 0 begins with the first row.'),
      rules: groupRulesParameter,
      statuses: z
        .enum(['keep', 'apply'])
        .default('keep')
        .describe(
          'Where an account of the register has another status than the list: it keeps its own, or moves as the rules allow, with debts for what the list does not say.',
        ),
      skipProblems: flagParameter.describe('Import the good rows of a file that has problems.'),
      ...readingParameters,
      product: shortText
        .min(1)
        .exactOptional()
        .describe(
          'Every company of the list uses this product: each becomes a client, with debts for what proves it.',
        ),
      mode: importModeSchema
        .exactOptional()
        .describe(
          'Left out, the functions find out whether the list came again; a batch keeps the mode that it began with.',
        ),
      dateOrder: z
        .enum(DATE_ORDERS)
        .exactOptional()
        .describe(
          'In which order the list writes day, month and year with numbers (`4/1/26`). Left out, a column that proves its order has it, and the dates of others are asked about.',
        ),
      dateSystem: z
        .enum(DATE_SYSTEMS)
        .exactOptional()
        .describe(
          'The year from which days that stand as numbers count. Left out, it is 1900, or asked about where the dates would lie years back.',
        ),
      tab: shortText
        .min(1)
        .exactOptional()
        .describe("Title of a tab of the register's spreadsheet to read instead of the body."),
      undo: idSchema.exactOptional().describe('Undo this batch instead; the body is empty.'),
    }),
    file: true,
    maxBytes: MAX_LIST_BYTES,
    answer: z.union([importAnswerSchema, undoAnswerSchema]),
    errors: [
      'ROLE_NOT_ALLOWED',
      'LIST_NAME_NEEDED',
      'LIST_HAS_PROBLEMS',
      'TAB_UNKNOWN',
      'TAB_IS_OURS',
      'BATCH_UNKNOWN',
      'SHEET_NOT_REACHABLE',
      'SHEETS_UNAVAILABLE',
    ],
    example: { query: { list: 'EDINET', dryRun: 'true' } },
  },
} as const satisfies Operations;

export type ImportMode = z.output<typeof importModeSchema>;
export type ListChanges = z.output<typeof listChangesSchema>;
export type ImportBatch = z.output<typeof importBatchSchema>;
export type ImportQuery = QueryOf<typeof importFunction.POST>;
export type ImportAnswer = z.output<typeof importAnswerSchema>;
export type ImportUndoAnswer = z.output<typeof undoAnswerSchema>;
