/** approvals: the proposals that wait for a manager, each with what has to be known to answer it. */
import { z } from 'zod';
import { idSchema, singleLineText, statusSchema } from '../schema/scalars';
import { listOf } from '../schema/schema-of';
import { approvalSchema } from './approval';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';
import { integerParameter } from './query-parameters';

const waitingProposal = z
  .strictObject({
    accountId: z.string(),
    version: z.int().describe('Of the account: `expectedVersion` of the answer.'),
    name: z.string(),
    status: statusSchema,
    ownerId: z.string().nullable(),
    approval: approvalSchema,
  })
  .meta({ id: 'WaitingProposal' });

export const approvalsFunction = {
  GET: {
    summary:
      'The proposals that wait for a manager, page by page. They are answered in a block: `approve` and `reject` of commands.',
    query: z.strictObject({
      ownerId: idSchema.exactOptional().describe('Only of the accounts of this member.'),
      cursor: singleLineText(2000).exactOptional().describe('From the page before.'),
      limit: integerParameter.min(1).max(200).default(100),
    }),
    answer: z
      .strictObject({
        proposals: listOf(waitingProposal),
        problems: listOf(documentProblemSchema).describe('Accounts of this page that cannot be read.'),
        cursor: z.string().nullable().describe('For the next page; null when there is none.'),
      })
      .meta({ id: 'ApprovalsAnswer' }),
    errors: ['CURSOR_UNKNOWN'],
    example: { query: { limit: '50' } },
  },
} as const satisfies Operations;

export type ApprovalsAnswer = AnswerOf<typeof approvalsFunction.GET>;
