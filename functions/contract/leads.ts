/** leads: how many leads of an inbound list the team need not have bought. */
import * as z from 'zod';
import { checkedDate, statusSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { MAX_LIST_BYTES } from './import';
import {
  importColumnSchema,
  importFieldSchema,
  listNameParameter,
  listRemarkSchema,
  readingAnswer,
  readingParameters,
} from './list-reading';
import type { AnswerOf, Operations } from './operation';
import { integerParameter } from './query-parameters';
import { similarRowSchema } from './undecided-row';

const nullable = z.string().nullable();

const knownLeadSchema = z
  .strictObject({
    line: z.int(),
    name: z.string().describe('As the list has it.'),
    by: z
      .enum(['corporateNumber', 'listId', 'nameAndFacts', 'name'])
      .describe(
        '`nameAndFacts`: the name, and address, phone or domain. `name`: the name alone is the same, which may be another company.',
      ),
    fitting: z
      .int()
      .describe('Accounts that fit; with more than one it is not sure which, and the first is shown.'),
    accountId: z.string(),
    accountName: z
      .string()
      .describe('Of the account, which may be the successor of the company in the list.'),
    status: statusSchema,
    statusSince: checkedDate,
    met: z.boolean(),
    lastMeeting: z
      .strictObject({
        on: checkedDate,
        by: nullable.describe("The member's name."),
        with: z.string(),
      })
      .nullable()
      .describe('Null where no meeting has a date.'),
    lastContact: checkedDate.nullable(),
    owner: nullable.describe('Name of the member who owns it.'),
    awaitedCondition: nullable,
    nextCheck: checkedDate.nullable(),
    products: listOf(z.string()).describe('In use.'),
  })
  .meta({ id: 'KnownLead', description: 'One lead that the register knows, or may know.' });
export type KnownLead = z.output<typeof knownLeadSchema>;

const similarLeadSchema = similarRowSchema.omit({ row: true }).meta({
  id: 'SimilarLead',
  description:
    'A new lead, while the register has an account whose name is only like its own. Somebody may compare them.',
});
export type SimilarLead = z.output<typeof similarLeadSchema>;

export const leadsFunction = {
  POST: {
    summary:
      'How many leads of an inbound list are known already, in which status, met when and by whom, and what they would have cost. Nothing is written.',
    query: z.strictObject({
      price: integerParameter
        .min(0)
        .max(1e9)
        .exactOptional()
        .describe('Yen that one lead of the list cost. Absent: the setting `leadPrice`.'),
      list: listNameParameter
        .exactOptional()
        .describe('Where the leads carry the IDs of a list that was imported: its name.'),
      ...readingParameters,
      from: integerParameter
        .min(0)
        .default(0)
        .describe('`next` of the answer before: goes on with that row of the list.'),
    }),
    file: true,
    maxBytes: MAX_LIST_BYTES,
    answer: z.strictObject({
      ...readingAnswer,
      columns: listOf(importColumnSchema),
      fields: listOf(importFieldSchema),
      total: z
        .int()
        .describe('Rows of this answer: `known` + `unsure` + `new`. Those of all answers add up.'),
      known: z.int(),
      byNameOnly: z.int().describe('Of the known: those of whom the name alone is the same.'),
      unsure: z.int().describe('Several accounts have the name, and nothing tells which one is meant.'),
      new: z.int(),
      met: z.int().describe('Of the known.'),
      byStatus: z.record(statusSchema, z.int()),
      cost: z
        .strictObject({ price: z.int(), known: z.int(), certain: z.int() })
        .describe('Yen: price of one lead, of the known ones, and of those known by more than the name.'),
      rows: listOf(knownLeadSchema).describe(
        'Clients first, then whom we have met, then the other known ones, then the unsure ones.',
      ),
      similar: listOf(similarLeadSchema).describe('Of the new. 500 at most.'),
      similarCount: z.int(),
      next: z
        .int()
        .nullable()
        .describe(
          'Send the same file again with `from` set to this: a call takes 5,000 rows at most, and 20 seconds. Null when all are matched.',
        ),
      problems: listOf(listRemarkSchema),
      problemCount: z.int(),
    }),
    errors: [],
    example: { query: { price: '3000', list: 'EDINET' } },
  },
} as const satisfies Operations;

export type LeadsAnswer = AnswerOf<typeof leadsFunction.POST>;
