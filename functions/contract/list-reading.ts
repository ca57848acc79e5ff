/** How a company list is read: what its columns were taken for, and what is to be said of its lines. */
import * as z from 'zod';
import { ISSUE_CODES, RESERVED_NAME, singleLineText } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { flagParameter, integerParameter } from './query-parameters';
import { textSchema } from './text';

const mappingParameter = z
  .string()
  .max(2000)
  .regex(/^\d{1,3}:[A-Za-z]*(,\d{1,3}:[A-Za-z]*)*$/)
  .exactOptional()
  .describe(
    'What the columns mean: `INDEX:FIELD`, comma-separated, columns counted from 0; no field = the column is not read. As in `0:name,3:`.',
  );
/** How the file is to be read, where a person says so. */
export const readingParameters = {
  mapping: mappingParameter,
  noHeader: flagParameter.describe('The first row is a company: every column is named by `mapping`.'),
  headerLine: integerParameter
    .min(1)
    .max(1000)
    .exactOptional()
    .describe('Line of the file that has the headers. Left out, the functions find it.'),
  encoding: z
    .enum(['utf-8', 'cp932', 'utf-16le', 'utf-16be', 'euc-jp', 'iso-2022-jp', 'windows-1252'])
    .exactOptional()
    .describe('Encoding of the file. Left out, the functions find it, or ask: ENCODING_AMBIGUOUS.'),
  base64: flagParameter.describe('The body is the file in base64, for clients that send texts only.'),
  sheet: z
    .string()
    .min(1)
    .max(100)
    .exactOptional()
    .describe('Title of the sheet of a workbook. Left out, the first one that has a list.'),
};

/** How the file was read: of an answer. */
export const readingAnswer = {
  encoding: z.string().describe('`sheet`: a tab. `xlsx`: a sheet of a workbook.'),
  sheets: listOf(z.string()).describe('Of a workbook; else empty.'),
  sheet: z.string().nullable().describe('The sheet of the workbook that was read.'),
  headerLine: z.int().nullable().describe('Line that has the headers; null where the list has none.'),
  writtenBy: z
    .string()
    .nullable()
    .describe('Product or office whose export it is, as Salesforce; null where its headers do not tell.'),
};

export const listNameParameter = singleLineText(60)
  .min(1)
  .refine((value) => !RESERVED_NAME.test(value), { error: ISSUE_CODES.reservedName });

export const importColumnSchema = z
  .strictObject({
    header: z.string().describe('Empty where the list has no header.'),
    samples: listOf(z.string()).describe('Its first values.'),
    field: z.string().nullable().describe('Null = not read.'),
  })
  .meta({
    id: 'ImportColumn',
    description: 'One column of a list: what it was taken for, so that a person can correct it by `mapping`.',
  });
export type ImportColumn = z.output<typeof importColumnSchema>;

export const importFieldSchema = z
  .strictObject({
    field: z.string(),
    label: textSchema,
    ofSeveralColumns: z.boolean().describe('Several columns can be it at once.'),
  })
  .meta({ id: 'ImportField', description: 'What a column can be taken for.' });

export const listRemarkSchema = z
  .strictObject({
    line: z.int().nullable().describe('From 1; null for the whole of the list.'),
    code: z.string(),
    message: textSchema,
    detail: z
      .string()
      .exactOptional()
      .describe('The facts, in no language; of a value `FIELD: VALUE`, as in `status: 休眠`.'),
    days: listOf(z.string()).exactOptional().describe('That a date may mean, the likeliest first.'),
  })
  .meta({ id: 'ListRemark', description: 'Something about a line of a list.' });
export type ListRemark = z.output<typeof listRemarkSchema>;
