/** approvals: the proposals that wait for a manager, each with what has to be known to answer it. */
import * as z from 'zod';
import type { ReviewFacts } from '../domain/account/review-facts';
import { activitySchema } from '../schema/account';
import { checkedDate, idSchema, singleLineText, statusSchema } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { approvalSchema } from './approval';
import { documentProblemSchema } from './document-problem';
import type { AnswerOf, Operations } from './operation';
import { flagParameter, integerParameter } from './query-parameters';
import { textSchema } from './text';

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

const dueReview = z
  .strictObject({
    accountId: z.string(),
    version: z.int().describe('Of the account: `expectedVersion` of the review.'),
    name: z.string(),
    review: schemaOf<ReviewFacts>()(
      z.strictObject({
        judgedBy: z.string(),
        judgedOn: checkedDate,
        reason: textSchema.nullable().describe('Null where a list brought it in without one.'),
        note: z.string().nullable(),
        products: listOf(z.strictObject({ product: z.string(), isJudged: z.boolean() })).describe(
          'What we sell today; a review that keeps it says that it does not fit these.',
        ),
        contacts: listOf(activitySchema).describe('The newest, newest first.'),
      }),
    ),
  })
  .meta({ id: 'DueReview' });

export const approvalsFunction = {
  GET: {
    summary:
      'The proposals that wait for a manager, page by page. They are answered in a block: `approve` and `reject` of commands.',
    query: z.strictObject({
      ownerId: idSchema.exactOptional().describe('Only of the accounts of this member.'),
      reviews: flagParameter.describe(
        'Also the bad fits that the caller is to review, with the first page: `reviewBadFit` of commands answers them.',
      ),
      cursor: singleLineText(2000).exactOptional().describe('From the page before.'),
      limit: integerParameter.min(1).max(200).default(100),
    }),
    answer: z
      .strictObject({
        proposals: listOf(waitingProposal),
        reviews: listOf(dueReview).describe('At most 200; empty unless asked for.'),
        moreReviews: z
          .int()
          .min(0)
          .describe('How many more bad fits a manager has to review, of all members; else 0.'),
        problems: listOf(documentProblemSchema).describe('Accounts of this page that cannot be read.'),
        cursor: z.string().nullable().describe('For the next page; null when there is none.'),
      })
      .meta({ id: 'ApprovalsAnswer' }),
    errors: ['CURSOR_UNKNOWN'],
    example: { query: { limit: '50' } },
  },
} as const satisfies Operations;

export type ApprovalsAnswer = AnswerOf<typeof approvalsFunction.GET>;
