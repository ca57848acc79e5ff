/** How a company list is read: what its columns were taken for, and what is to be said of its lines. */
import { z } from 'zod';
import { ISSUE_CODES, RESERVED_NAME, singleLineText } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { textSchema } from './text';

export const mappingParameter = z
  .string()
  .max(2000)
  .regex(/^\d{1,3}:[A-Za-z]*(,\d{1,3}:[A-Za-z]*)*$/)
  .exactOptional()
  .describe(
    'What the columns mean: `INDEX:FIELD`, comma-separated, columns counted from 0; no field = the column is not read. As in `0:name,3:`.',
  );
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
  .strictObject({ field: z.string(), label: textSchema })
  .meta({ id: 'ImportField', description: 'What a column can be taken for.' });

export const listRemarkSchema = z
  .strictObject({
    line: z.int().nullable().describe('From 1; null for the whole of the list.'),
    code: z.string(),
    message: textSchema,
    detail: z.string().exactOptional(),
    days: listOf(z.string()).exactOptional().describe('That a date may mean, the likeliest first.'),
  })
  .meta({ id: 'ListRemark', description: 'Something about a line of a list.' });
export type ListRemark = z.output<typeof listRemarkSchema>;
