import type { Opportunity } from '../account/account';
import type { OpportunityEdit } from '../account/command-inputs';
import { definedFields } from '../account/defined-fields';
import { append } from '../account/draft';
import { requiredField } from '../account/input-fields';
import { expectedDateRefusal, onOwnOpportunity } from '../account/opportunities';
import { refuse } from '../account/refusals';
import { defineCommand } from './command';

interface EditOpportunityInput extends OpportunityEdit {
  opportunityId: string;
}

const edited = (
  opportunity: Opportunity,
  { nextStep, amount = opportunity.amount, ...said }: OpportunityEdit,
): Opportunity => {
  const { department, expectedOn, probability, handOverNote, ...rest } = opportunity;
  const known = { department, expectedOn, probability };
  const now = { ...known, ...said };
  return {
    ...rest,
    amount,
    handOverNote: nextStep === undefined ? handOverNote : { ...handOverNote, nextStep },
    ...definedFields({
      department: now.department ?? undefined,
      expectedOn: now.expectedOn ?? undefined,
      probability: now.probability ?? undefined,
    }),
  };
};

/** The paths of the edited fields alone, so that two people may edit different fields at once. */
const readFields = ({
  opportunityId,
  nextStep,
  department,
  expectedOn,
  amount,
  probability,
}: EditOpportunityInput) => {
  const fields = { handOverNote: nextStep, department, expectedOn, amount, probability };
  return ['state', ...Object.keys(definedFields(fields))].map(
    (field) => `opportunities.${opportunityId}.${field}`,
  );
};

/** What its owner expects of an open opportunity: the next step, when and how likely it is decided, and what it is worth. */
export const editOpportunity = defineCommand<'editOpportunity', EditOpportunityInput>({
  type: 'editOpportunity',
  givenBy: 'fieldSales',
  reads: readFields,
  decide: (
    draft,
    { opportunityId, nextStep, department, expectedOn, amount, probability },
    { actor, today, settings },
  ) =>
    onOwnOpportunity(draft, opportunityId, actor, (opportunity) => {
      const unexpected = expectedDateRefusal(expectedOn, { today, settings });
      if (unexpected !== null) return unexpected;
      if (nextStep?.trim() === '')
        return refuse('NEXT_STEP_NEEDED', {
          missing: [requiredField('opportunity.handOverNote.nextStep', settings)],
        });
      const { account } = draft;
      const said = definedFields({ nextStep, department, expectedOn, amount, probability });
      const opportunities = { ...account.opportunities, [opportunityId]: edited(opportunity, said) };
      return append(draft, 'opportunityEdited', { ...account, opportunities });
    }),
});
