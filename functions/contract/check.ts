/** check: the whole store read, and what in it breaks a rule. */
import * as z from 'zod';
import { STORE_FINDING_TEXTS } from '../domain/check/store-finding-texts';
import { checkedDate, singleLineText } from '../schema/scalars';
import { keyOf, listOf } from '../schema/schema-of';
import type { AnswerOf, Operations } from './operation';
import { textSchema } from './text';

const storeFinding = z
  .strictObject({
    code: keyOf(STORE_FINDING_TEXTS),
    accountId: z.string().nullable().describe('Null where it is about no account.'),
    name: z.string().nullable().describe('Of the account, as far as it can be read.'),
    document: z.string().describe('Path of the document in the store.'),
    detail: z.string().describe('Names of fields, versions or IDs; never what a person has written.'),
    message: textSchema,
  })
  .meta({ id: 'StoreFinding' });

export const checkFunction = {
  POST: {
    summary:
      'Reads the whole store, in one or several calls, and says what in it breaks a rule; changes nothing. For the scheduler, which goes on where its last call stopped, and for managers.',
    body: z.strictObject({
      from: singleLineText(1000)
        .nullable()
        .default(null)
        .describe('`next` of the answer before: goes on where it stopped. Null begins anew.'),
    }),
    scheduled: true,
    maxBytes: 4096,
    answer: z
      .strictObject({
        date: checkedDate,
        checked: z
          .strictObject({
            accounts: z.int(),
            entries: z.int().describe('Of the histories.'),
            requests: z.int(),
            numbers: z.int().describe('Corporate numbers in use.'),
            batches: z.int().describe('Imports.'),
            facts: z
              .int()
              .describe('Accounts whose facts of the dashboard were compared with their history.'),
            others: z.int(),
          })
          .describe('Documents that this call has read, by kind.'),
        found: z.int().describe('Findings of this call, listed or not.'),
        findings: listOf(storeFinding).describe('The first 500.'),
        next: z.string().nullable().describe('Send it as `from`; null when all has been checked.'),
      })
      .meta({ id: 'CheckAnswer' }),
    errors: ['ROLE_NOT_ALLOWED', 'CURSOR_UNKNOWN'],
    example: { body: { from: null } },
  },
} as const satisfies Operations;

export type CheckAnswer = AnswerOf<typeof checkFunction.POST>;
