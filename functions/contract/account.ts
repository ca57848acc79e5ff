/** account: one account, its history, and what is legal now. */
import * as z from 'zod';
import type { AccountRecord } from '../domain/account/account-record';
import type { HistoryEntry } from '../domain/account/history';
import type { MoveOutlook } from '../domain/account/move-outlook';
import type { OfferedTransition } from '../domain/account/offered-transitions';
import type { CompanyGroup } from '../domain/account/parent-company';
import { accountSchema } from '../schema/account';
import { historyEntrySchema } from '../schema/history-entry';
import { relatedCompanySchema } from '../schema/related-company';
import { idSchema, statusSchema } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { approvalSchema } from './approval';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';
import { integerParameter } from './query-parameters';
import { requiredFieldSchema } from './required-field';
import { textSchema } from './text';

const offerSchema = schemaOf<OfferedTransition>()(
  z
    .strictObject({
      to: statusSchema,
      approval: z.boolean().describe('True where a manager must approve: to be sent as a proposal.'),
      asks: z.array(requiredFieldSchema).describe('What the request would have to bring, as things stand.'),
    })
    .meta({ id: 'OfferedTransition' }),
);
const outlookSchema = schemaOf<MoveOutlook>()(
  z
    .strictObject({
      to: statusSchema,
      state: z
        .enum(['open', 'approval', 'closed'])
        .describe('`approval`: by a proposal; `closed`: not from where the account stands.'),
      words: textSchema.describe('What it takes, or why not and which status has to come first.'),
    })
    .meta({ id: 'MoveOutlook' }),
);
const groupSchema = schemaOf<CompanyGroup>()(
  z.strictObject({
    parent: relatedCompanySchema.nullable(),
    children: z.array(relatedCompanySchema).describe('The first fifty.'),
  }),
);

export const accountFunction = {
  GET: {
    summary: 'An account, its history, and what each legal change of status would ask for.',
    query: z.strictObject({
      id: idSchema,
      entries: integerParameter.min(0).max(200).default(50).describe('Newest history entries to give.'),
      before: integerParameter.min(1).exactOptional().describe('Only entries older than this version.'),
    }),
    answer: z.strictObject({
      account: schemaOf<AccountRecord>()(accountSchema).describe(
        'As it is stored; `missedChecks` is counted up to today, as the queue does.',
      ),
      history: listOf(schemaOf<HistoryEntry>()(historyEntrySchema)).describe('Newest first.'),
      offers: listOf(offerSchema).describe('Statuses that it may change to now.'),
      outlook: listOf(outlookSchema).describe(
        'Every status that it does not have, and what each would take.',
      ),
      approval: approvalSchema
        .nullable()
        .describe('Of the proposal that waits for an answer; null where none does.'),
      group: groupSchema,
      problems: listOf(documentProblemSchema).describe('Entries of the history that cannot be read.'),
    }),
    errors: ['ACCOUNT_UNKNOWN'],
    example: { query: { id: 'a_0123456789abcdef', entries: '10' } },
  },
  POST: {
    summary:
      'Makes an account that cannot be read again from its history; for managers. An account that can be read stays as it is.',
    body: z.strictObject({ mend: idSchema.describe("The account's ID.") }),
    maxBytes: 1024,
    answer: z
      .strictObject({
        accountId: z.string(),
        version: z.int(),
        mended: z.boolean().describe('False where it could be read.'),
      })
      .meta({ id: 'AccountMendAnswer' }),
    errors: ['ROLE_NOT_ALLOWED', 'ACCOUNT_UNKNOWN'],
    example: { body: { mend: 'a_0123456789abcdef' } },
  },
} as const satisfies Operations;

export type AccountMendAnswer = AnswerOf<typeof accountFunction.POST>;
export type AccountAnswer = AnswerOf<typeof accountFunction.GET>;
