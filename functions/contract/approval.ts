/** What a manager has to know to answer a proposal, as it is published. */
import * as z from 'zod';
import type { ApprovalFacts } from '../domain/account/approval-facts';
import { REFUSAL_CODES } from '../domain/account/refusals';
import { activitySchema, guardSchema } from '../schema/account';
import { checkedDate, statusSchema } from '../schema/scalars';
import { listOf, schemaOf } from '../schema/schema-of';
import { textSchema } from './text';

export const approvalSchema = schemaOf<ApprovalFacts>()(
  z
    .strictObject({
      proposalId: z.string(),
      proposedBy: z.string(),
      proposedOn: checkedDate,
      inEffect: z
        .boolean()
        .describe('True where the account has moved already, and the proposal is its review.'),
      ifApproved: statusSchema,
      ifRejected: statusSchema,
      reason: textSchema.nullable().describe('Of the coded reason, where the move has one.'),
      words: listOf(z.string()).describe('What the proposer says: of the reason, and beside it.'),
      products: listOf(z.strictObject({ product: z.string(), isJudged: z.boolean() })).describe(
        'Of a bad fit: what we sell today, and what else it was judged against.',
      ),
      toJudge: listOf(z.string()).describe(
        'Of a bad fit: products that were added since it was proposed; an approval names them, and so says that it does not fit them either.',
      ),
      everMet: z.boolean(),
      contacts: listOf(activitySchema).describe('The newest, newest first.'),
      guards: listOf(z.strictObject({ code: guardSchema, holds: z.boolean() })).describe(
        'What the move asks for, and whether it would pass today.',
      ),
      refusals: listOf(z.enum(REFUSAL_CODES)).describe(
        'Why an approval that names no products would be refused, whoever gives it.',
      ),
      mayApprove: z.boolean().describe('Whether the caller would be heard, naming the products to judge.'),
      mayReject: z.boolean(),
    })
    .meta({ id: 'ApprovalFacts' }),
);
