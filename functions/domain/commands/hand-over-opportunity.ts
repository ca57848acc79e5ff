import { nextPartId } from '../account/decision-context';
import { onOwnOpportunity, passOpportunities } from '../account/opportunities';
import { refuseBlankNote } from '../account/required-note';
import { defineCommand } from './command';

interface HandOverOpportunityInput {
  opportunityId: string;
  toId: string;
  note: string;
}

/** Hands an open opportunity to another member, whoever owns the account. */
export const handOverOpportunity = defineCommand<'handOverOpportunity', HandOverOpportunityInput>({
  type: 'handOverOpportunity',
  givenBy: 'fieldSales',
  reads: ({ opportunityId }) => [`opportunities.${opportunityId}`],
  decide: (draft, { opportunityId, toId, note }, context) =>
    onOwnOpportunity(draft, opportunityId, context.actor, (opportunity) => {
      const unsaid = refuseBlankNote(note, context);
      if (unsaid !== null) return unsaid;
      const handOverId = nextPartId('h', draft.account);
      return passOpportunities([opportunity], { toId, note, handOverId }, context)(draft);
    }),
});
