import { applyTransition } from '../account/apply-transition';
import type { OpportunityDraft, TransitionData } from '../account/command-inputs';
import { GUARD_PREDICATES } from '../account/guards';
import { legalMoves, refuseGuardFailures } from '../account/offered-transitions';
import { openOpportunity } from '../account/opportunities';
import { isRefusal, refuse } from '../account/refusals';
import { defineCommand } from './command';

interface AddOpportunityInput {
  opportunity: OpportunityDraft;
  data?: Omit<TransitionData, 'opportunity'>;
}

/** Opening an opportunity is the move to ACTIVE_OPPORTUNITY, except where one runs already or the account is a client. */
export const addOpportunity = defineCommand<'addOpportunity', AddOpportunityInput>({
  type: 'addOpportunity',
  givenBy: 'member',
  reads: () => ['status', 'proposal'],
  decide: (draft, { opportunity, data = {} }, context) => {
    const { account } = draft;
    switch (account.standing.status) {
      case 'BAD_FIT':
      case 'ON_FILE':
        return refuse('OPPORTUNITY_REFUSED', { legal: legalMoves(account, context) });
      case 'ACTIVE_OPPORTUNITY':
      case 'CURRENT_CLIENT': {
        const none = { ...account, opportunities: {} };
        const opened = openOpportunity(opportunity, context)(draft);
        if (isRefusal(opened) || opened.events.length > 0) return opened;
        const found = GUARD_PREDICATES.OPPORTUNITY({
          before: none,
          account: none,
          data: { opportunity },
          context,
          approved: false,
        });
        return refuseGuardFailures(found === null ? [] : [found], account, data, context);
      }
      default:
        return applyTransition(draft, 'ACTIVE_OPPORTUNITY', { ...data, opportunity }, context);
    }
  },
});
