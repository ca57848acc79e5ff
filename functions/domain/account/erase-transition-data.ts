/** What becomes of the data of a proposal when a contact is erased: approved, its guards ask for what is gone. */
import type { ActivityInput, OpportunityDraft, TransitionData } from './command-inputs';
import { definedFields, mapDefined, mapNullable } from './defined-fields';
import { ERASED_TEXT, type TextEraser } from './erased-text';
import type { Erasure } from './erasure';

const erasedActivityInput = <Input extends Partial<ActivityInput>>(
  input: Input,
  { contactId }: Erasure,
  text: TextEraser,
): Input => {
  const erase: TextEraser = input.contactId === contactId ? () => ERASED_TEXT : text;
  return {
    ...input,
    ...definedFields({ with: mapDefined(input.with, erase), note: mapDefined(input.note, erase) }),
  };
};

const erasedOpportunityDraft = (draft: OpportunityDraft, text: TextEraser): OpportunityDraft => ({
  ...draft,
  ...definedFields({
    note: mapDefined(draft.note, text),
    department: mapDefined(draft.department, text),
    handOverNote: mapDefined(draft.handOverNote, ({ metWith, bant, nextStep }) =>
      definedFields({
        metWith: mapDefined(metWith, text),
        bant: mapDefined(bant, text),
        nextStep: mapDefined(nextStep, text),
      }),
    ),
  }),
});

/** Leaves the erased person out of the data, so that the approval asks for another contact. */
export const erasedTransitionData = (
  { contact, ...data }: TransitionData,
  erasure: Erasure,
  text: TextEraser,
): TransitionData => ({
  ...data,
  ...definedFields({
    contact:
      contact !== undefined &&
      contact.id !== erasure.contactId &&
      [contact.name, contact.email, contact.phone].every((word) => word == null || text(word) === word)
        ? contact
        : undefined,
    action: mapDefined(data.action, (action) => erasedActivityInput(action, erasure, text)),
    meeting: mapDefined(data.meeting, (meeting) => erasedActivityInput(meeting, erasure, text)),
    opportunity: mapDefined(data.opportunity, (opportunity) => erasedOpportunityDraft(opportunity, text)),
    closing: mapDefined(data.closing, (closing) =>
      closing.map((one) => ({ ...one, ...definedFields({ note: mapDefined(one.note, text) }) })),
    ),
    latentNeed: mapDefined(data.latentNeed, text),
    awaitedCondition: mapDefined(data.awaitedCondition, text),
    lost: mapDefined(data.lost, (lost) => ({
      ...lost,
      ...definedFields({
        reasonText: mapDefined(lost.reasonText, text),
        revisitTrigger: mapDefined(lost.revisitTrigger, text),
      }),
    })),
    product: mapDefined(data.product, (product) => ({
      ...product,
      ...definedFields({
        churnReason: mapDefined(product.churnReason, (reason) => mapNullable(reason, text)),
        reference: mapDefined(product.reference, (reference) => mapNullable(reference, text)),
      }),
    })),
    churn: mapDefined(data.churn, (churn) => churn.map((one) => ({ ...one, reason: text(one.reason) }))),
    fit: mapDefined(data.fit, (fit) => ({
      ...fit,
      ...definedFields({ reasonText: mapDefined(fit.reasonText, text) }),
    })),
    onFile: mapDefined(data.onFile, (onFile) => ({
      ...onFile,
      ...definedFields({ reasonText: mapDefined(onFile.reasonText, text) }),
    })),
    coordinatedWith: mapDefined(data.coordinatedWith, text),
    reason: mapDefined(data.reason, text),
  }),
});
