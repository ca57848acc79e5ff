import { partById } from '../account/account';
import { nextPartId } from '../account/decision-context';
import { passOpportunities } from '../account/opportunities';
import { refuse } from '../account/refusals';
import { refuseBlankNote } from '../account/required-note';
import { isManager } from '../account/team';
import { defineCommand } from './command';

interface HandOverOpportunityInput {
  opportunityId: string;
  toId: string;
  note: string;
}

/** An open opportunity goes to another member, whoever owns the account. */
export const handOverOpportunity = defineCommand<'handOverOpportunity', HandOverOpportunityInput>({
  type: 'handOverOpportunity',
  givenBy: 'fieldSales',
  reads: ({ opportunityId }) => [`opportunities.${opportunityId}`],
  decide: (draft, { opportunityId, toId, note }, context) => {
    const { account } = draft;
    const { actor } = context;
    const opportunity = partById(account.opportunities, opportunityId);
    const facts = { opportunityId };
    if (opportunity === undefined) return refuse('OPPORTUNITY_UNKNOWN', { facts });
    if (opportunity.state !== 'open') return refuse('OPPORTUNITY_CLOSED', { facts });
    if (opportunity.fsOwnerId !== actor.id && !isManager(actor))
      return refuse('ROLE_NOT_ALLOWED', { facts: { ownerId: opportunity.fsOwnerId } });
    const unsaid = refuseBlankNote(note, context);
    if (unsaid !== null) return unsaid;
    const handOverId = nextPartId('h', account);
    return passOpportunities([opportunity], { toId, note, handOverId }, context)(draft);
  },
});
