import { applyTransition } from '../account/apply-transition';
import { applyTransitionData } from '../account/apply-transition-data';
import type { OpportunityDraft, TransitionData } from '../account/command-inputs';
import { COMMON_DATA } from '../account/data-uses';
import { guardFailures } from '../account/guards';
import { legalMoves, refuseGuardFailures } from '../account/offered-transitions';
import { openOpportunity } from '../account/opportunities';
import { isRefusal, refuse } from '../account/refusals';
import { defineCommand } from './command';

interface AddOpportunityInput {
  opportunity: OpportunityDraft;
  data?: Omit<TransitionData, 'opportunity'>;
}

/** Data that may come with an opportunity that does not change the status. */
const OPENING_DATA = [...COMMON_DATA, 'coordinatedWith'] as const;

/** Opening an opportunity is the move to ACTIVE_OPPORTUNITY, except where one runs already or the account is a client. */
export const addOpportunity = defineCommand<'addOpportunity', AddOpportunityInput>({
  type: 'addOpportunity',
  givenBy: 'rep',
  reads: () => ['status', 'proposal'],
  decide: (draft, { opportunity, data = {} }, context) => {
    const { account } = draft;
    switch (account.standing.status) {
      case 'BAD_FIT':
      case 'ON_FILE':
        return refuse('OPPORTUNITY_REFUSED', { legal: legalMoves(account, context) });
      case 'ACTIVE_OPPORTUNITY':
      case 'CURRENT_CLIENT': {
        const prepared = applyTransitionData(draft, data, { guards: [], uses: OPENING_DATA }, context);
        if (isRefusal(prepared)) return prepared;
        const found = guardFailures([], {
          before: account,
          account: prepared.account,
          data: { ...data, opportunity },
          context,
          approved: false,
        });
        return found.length > 0
          ? refuseGuardFailures(found, account, data, context)
          : openOpportunity(opportunity, context, data.coordinatedWith)(prepared);
      }
      default:
        return applyTransition(draft, 'ACTIVE_OPPORTUNITY', { ...data, opportunity }, context);
    }
  },
});
