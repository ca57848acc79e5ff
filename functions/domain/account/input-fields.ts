/** The fields that a move can ask for: key in the move's data, labels, kind. Forms are made from these. */

import { ACTIVITY_KIND_LABELS, BANT_VALUE_LABELS } from '../status/code-list-texts';
import type { CodeList } from '../status/code-lists';
import { STATUS, STATUSES } from '../status/statuses';
import { type Text, text } from '../text/text';
import {
  type FieldKey,
  GONE_CHOICE,
  INPUT_FIELD_LABELS,
  NONE_CHOICE,
  SUCCESSOR_CHOICE,
} from './input-field-texts';
import { badFitReasons, type ChoiceSettings, lostReasons, onFileReasons } from './team';

/** How a form asks for the field. `closings` and `churns` have one entry for each open opportunity, or each product in use. */
export type FieldKind =
  | 'text'
  | 'date'
  | 'choice'
  | 'member'
  | 'contact'
  | 'account'
  | 'tick'
  | 'products'
  | 'closings'
  | 'churns';

interface InputField {
  kind: FieldKind;
  choices?: (settings: ChoiceSettings) => CodeList;
}

const fixedChoices = (list: CodeList) => () => list;
const bantField: InputField = { kind: 'choice', choices: fixedChoices(BANT_VALUE_LABELS) };
const productChoices = (settings: ChoiceSettings): CodeList =>
  Object.fromEntries(settings.products.map((product) => [product, text(product, product)]));
const noneChoice = fixedChoices({ none: NONE_CHOICE });

export const INPUT_FIELDS = {
  ownerId: { kind: 'member' },
  'action.kind': {
    kind: 'choice',
    choices: fixedChoices(ACTIVITY_KIND_LABELS),
  },
  'action.date': { kind: 'date' },
  'action.confirmed': { kind: 'tick' },
  'action.with': { kind: 'text' },
  'action.twoWay': { kind: 'tick' },
  'activity.date': { kind: 'date' },
  'activity.confirmed': { kind: 'tick' },
  'meeting.date': { kind: 'date' },
  'meeting.confirmed': { kind: 'tick' },
  'meeting.with': { kind: 'text' },
  'opportunity.product': {
    kind: 'choice',
    choices: productChoices,
  },
  'opportunity.fsOwnerId': { kind: 'member' },
  'opportunity.since': { kind: 'date' },
  'opportunity.expectedOn': { kind: 'date' },
  'opportunity.confirmed': { kind: 'tick' },
  'opportunity.handOverNote.metWith': {
    kind: 'text',
  },
  'opportunity.handOverNote.bant': {
    kind: 'text',
  },
  'opportunity.handOverNote.nextStep': {
    kind: 'text',
  },
  closing: { kind: 'closings' },
  'bant.budget': bantField,
  'bant.authority': bantField,
  'bant.need': bantField,
  'bant.timing': bantField,
  awaitedCondition: { kind: 'text' },
  contactId: { kind: 'contact' },
  nextCheckDate: { kind: 'date' },
  'lost.on': { kind: 'date' },
  'lost.reason': { kind: 'choice', choices: lostReasons },
  'lost.reasonText': { kind: 'text' },
  'lost.confirmed': { kind: 'tick' },
  latentNeed: { kind: 'text' },
  'lost.revisitOn': { kind: 'date' },
  'lost.revisitTrigger': { kind: 'text' },
  'product.product': {
    kind: 'choice',
    choices: productChoices,
  },
  'product.since': { kind: 'date' },
  'product.endsOn': { kind: 'date' },
  'product.confirmed': { kind: 'tick' },
  'product.reference': { kind: 'text' },
  'product.confirmedBy': { kind: 'member' },
  churn: { kind: 'churns' },
  'fit.reason': { kind: 'choice', choices: badFitReasons },
  'fit.reasonText': { kind: 'text' },
  'fit.explicitNeed': { kind: 'choice', choices: noneChoice },
  'fit.latentNeed': { kind: 'choice', choices: noneChoice },
  'fit.products': {
    kind: 'products',
    choices: productChoices,
  },
  'fit.recordedNeed': { kind: 'choice', choices: fixedChoices({ gone: GONE_CHOICE }) },
  'onFile.reason': {
    kind: 'choice',
    choices: onFileReasons,
  },
  'onFile.reasonText': { kind: 'text' },
  'onFile.successorId': {
    kind: 'account',
  },
  'onFile.products': {
    kind: 'choice',
    choices: fixedChoices({ successor: SUCCESSOR_CHOICE }),
  },
  coordinatedWith: { kind: 'text' },
  reason: { kind: 'text' },
  note: { kind: 'text' },
  'decision.to': {
    kind: 'choice',
    choices: fixedChoices(Object.fromEntries(STATUSES.map((status) => [status, STATUS[status].label]))),
  },
} as const satisfies Record<FieldKey, InputField>;

export interface RequiredField {
  key: FieldKey;
  label: Text;
  kind: FieldKind;
  /** Only for choices. */
  choices: readonly { value: string; label: Text }[];
  /** What the form may offer first: a computed date, the caller's own ID; null when there is nothing to offer. */
  suggestion: string | null;
}

export const requiredField = (
  key: FieldKey,
  settings: ChoiceSettings,
  suggestion: string | null = null,
): RequiredField => {
  const field: InputField = INPUT_FIELDS[key];
  const choices = Object.entries(field.choices?.(settings) ?? {});
  return {
    key,
    label: INPUT_FIELD_LABELS[key],
    kind: field.kind,
    choices: choices.map(([value, label]) => ({ value, label })),
    suggestion,
  };
};
