/** day: what waits for the caller today, and what is soon to be done. */
import * as z from 'zod';
import type { DayItem } from '../domain/digest/day-item';
import { BANDS } from '../domain/queue/queue-texts';
import { formRetrySchema } from '../schema/form-retry';
import { checkedDate, statusSchema } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { sentBackKeySchema } from '../schema/sent-back';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';
import { textSchema } from './text';

const item = schemaOf<DayItem>()(
  z
    .strictObject({
      accountId: z.string(),
      company: z.string(),
      status: statusSchema,
      words: textSchema.describe('What to do.'),
      due: checkedDate.nullable(),
      daysOver: z.int().describe('0 in time.'),
      form: z
        .enum(['recordCheck', 'logContact', 'answerHandOver', 'keepPromises', 'fillIn'])
        .nullable()
        .describe('The form in which it is done.'),
      sentBack: z
        .strictObject({ id: z.string(), key: sentBackKeySchema, retry: formRetrySchema.nullable() })
        .exactOptional()
        .describe('Of a cell whose request was sent back: its column, and the form in which it goes on.'),
    })
    .meta({ id: 'DayItem' }),
);

const section = z
  .strictObject({
    part: z.enum([
      'sentBack',
      ...Object.keys(BANDS),
      'today',
      'promised',
      'answered',
      'nearBox',
      'passedTo',
      'pursued',
      'passedOn',
    ]),
    label: textSchema,
    items: listOf(item),
    left: z.int().describe('Items that are counted, not listed.'),
  })
  .meta({ id: 'DaySection' });

export const dayFunction = {
  GET: {
    summary: 'What waits for the caller today, in the order in which it is worth doing, and what is soon to.',
    query: z.strictObject({}),
    answer: z
      .strictObject({
        date: checkedDate.describe("The team's day."),
        sections: listOf(section),
        unread: z
          .int()
          .describe(
            'Accounts beyond the 200 that are looked at of each kind: working ones, those with opportunities, those passed on, those with promises.',
          ),
        problems: listOf(documentProblemSchema).describe('Accounts that cannot be read.'),
      })
      .meta({ id: 'DayAnswer' }),
    errors: [],
    example: { query: {} },
  },
} as const satisfies Operations;

export type DayAnswer = AnswerOf<typeof dayFunction.GET>;
