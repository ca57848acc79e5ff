import { openOpportunities } from '../account/account';
import { applyTransition, withNextStatus } from '../account/apply-transition';
import type { ClosingInput, NextStatusInput } from '../account/command-inputs';
import { settleOpportunity } from '../account/opportunities';
import { isRefusal } from '../account/refusals';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';

/**
 * Rule 7: closing the last open opportunity decides the account in the same step. A won one makes a client, while others may
 * stay open.
 */
export const closeOpportunity = defineCommand<
  'closeOpportunity',
  { closing: ClosingInput; decision?: NextStatusInput },
  { type: 'receive' } & ReceiveInput
>({
  type: 'closeOpportunity',
  givenBy: 'fieldSales',
  reads: ({ decision }) => (decision === undefined ? ['status', 'proposal', 'opportunities'] : RULE_FIELDS),
  needs: ({ decision }) => ({ successorId: decision?.data?.onFile?.successorId ?? null }),
  counterpart: (account, { decision }, events) => receivingHalf(account, events, decision?.data),
  decide: (draft, { closing, decision }, context) => {
    const closed = settleOpportunity(closing, context)(draft);
    if (isRefusal(closed)) return closed;
    const { account } = closed;
    const isActive = account.standing.status === 'ACTIVE_OPPORTUNITY';
    const isLast = isActive && openOpportunities(account).length === 0;
    if (isActive && !isLast && decision === undefined && closing.outcome === 'won')
      return applyTransition(closed, 'CURRENT_CLIENT', {}, context);
    return withNextStatus(closed, isLast, decision, context);
  },
});
