import { openOpportunities } from '../account/account';
import { withNextStatus } from '../account/apply-transition';
import type { ClosingInput, NextStatusInput } from '../account/command-inputs';
import { settleOpportunity } from '../account/opportunities';
import { isRefusal } from '../account/refusals';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';

/** Rule 7: closing the last open opportunity decides the account in the same step. */
export const closeOpportunity = defineCommand<
  'closeOpportunity',
  { closing: ClosingInput; decision?: NextStatusInput },
  { type: 'receive' } & ReceiveInput
>({
  type: 'closeOpportunity',
  givenBy: 'member',
  reads: ({ decision }) => (decision === undefined ? ['status', 'proposal', 'opportunities'] : RULE_FIELDS),
  needs: ({ decision }) => ({ successorId: decision?.data?.onFile?.successorId ?? null }),
  counterpart: (account, { decision }, events) => receivingHalf(account, events, decision?.data),
  decide: (draft, { closing, decision }, context) => {
    const closed = settleOpportunity(closing, context)(draft);
    if (isRefusal(closed)) return closed;
    const last =
      closed.account.standing.status === 'ACTIVE_OPPORTUNITY' &&
      openOpportunities(closed.account).length === 0;
    return withNextStatus(closed, last, decision, context);
  },
});
