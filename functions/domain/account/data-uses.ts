/** Which data of a request a step uses: a command never drops what it was given, it uses it or refuses (rule 12). */
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import type { TransitionData } from './command-inputs';
import type { GuardFailure } from './guard-failure';
import { isFilled, unmetFields } from './guard-failure';
import type { FieldKey } from './input-field-texts';
import type { DataKey } from './refusal-facts';
import { type Refusal, refuse } from './refusals';

/** Data that every step puts on the account. */
export const COMMON_DATA: readonly DataKey[] = [
  'ownerId',
  'action',
  'meeting',
  'closing',
  'churn',
  'bant',
  'latentNeed',
  'contact',
  'contactId',
];

/** Every part that data may have; the compiler holds the list to the type. */
const ALL_DATA: readonly DataKey[] = keysOf({
  ownerId: true,
  action: true,
  meeting: true,
  opportunity: true,
  closing: true,
  bant: true,
  latentNeed: true,
  awaitedCondition: true,
  contactId: true,
  contact: true,
  nextCheckDate: true,
  lost: true,
  product: true,
  churn: true,
  fit: true,
  onFile: true,
  coordinatedWith: true,
  reason: true,
} satisfies Record<DataKey, true>);

/** The part of the data that only a step with this guard puts on the account. */
const DATA_OF_GUARD: Partial<Record<GuardCode, DataKey>> = {
  EVIDENCE: 'product',
  OPPORTUNITY: 'opportunity',
  NEED: 'awaitedCondition',
};

/** The part of the data that the new status itself is made of. */
const DATA_OF_STATUS: Partial<Record<Status, DataKey>> = {
  QUARTERLY_CHECK: 'nextCheckDate',
  DEAD_OPPORTUNITY: 'lost',
  BAD_FIT: 'fit',
  ON_FILE: 'onFile',
};

export const dataOfGuards = (guards: readonly GuardCode[]): DataKey[] =>
  guards.flatMap((guard) => DATA_OF_GUARD[guard] ?? []);

/** The part that a status itself is made of; none for most. */
export const dataOfStatus = (status: Status): DataKey[] => {
  const key = DATA_OF_STATUS[status];
  return key === undefined ? [] : [key];
};

/** The data that a change of status uses; reason and coordination are kept in its history entry. */
export const dataOfTransition = (to: Status, guards: readonly GuardCode[]): DataKey[] => [
  ...COMMON_DATA,
  ...dataOfGuards(guards),
  ...dataOfStatus(to),
  'coordinatedWith',
  'reason',
];

/** Whether each product is ended once at most: of two ends for one product, one would be dropped. */
const endsOnce = ({ churn = [] }: TransitionData): boolean =>
  new Set(churn.map(({ productId }) => productId)).size === churn.length;

/** Null where every part of the data is used. */
export const refuseUnusedData = (data: TransitionData, uses: readonly DataKey[]): Refusal | null => {
  const unused = ALL_DATA.filter(
    (key) => data[key] !== undefined && !(uses.includes(key) && (key !== 'churn' || endsOnce(data))),
  );
  return unused.length === 0 ? null : refuse('DATA_UNUSED', { facts: { unused } });
};

/** Fields that are still empty in parts which were begun: a half-filled part would be dropped. */
const emptyFields = ({ action, meeting, opportunity, product }: TransitionData): FieldKey[] => [
  ...(action === undefined
    ? []
    : unmetFields({
        'action.kind': isFilled(action.kind),
        'action.date': isFilled(action.date),
        'action.with': isFilled(action.with) || isFilled(action.contactId),
      })),
  ...(meeting === undefined
    ? []
    : unmetFields({
        'meeting.date': isFilled(meeting.date),
        'meeting.with': isFilled(meeting.with) || isFilled(meeting.contactId),
      })),
  ...(opportunity === undefined
    ? []
    : unmetFields({
        'opportunity.product': isFilled(opportunity.product),
        'opportunity.fsOwnerId': isFilled(opportunity.fsOwnerId),
        'opportunity.since': isFilled(opportunity.since),
        'opportunity.handOverNote.metWith': isFilled(opportunity.handOverNote?.metWith),
        'opportunity.handOverNote.bant': isFilled(opportunity.handOverNote?.bant),
        'opportunity.handOverNote.nextStep': isFilled(opportunity.handOverNote?.nextStep),
      })),
  ...(product === undefined
    ? []
    : unmetFields({
        'product.product': isFilled(product.product),
        'product.since': isFilled(product.since),
        'product.reference': isFilled(product.reference) || isFilled(product.confirmedBy),
        'product.confirmedBy': isFilled(product.reference) || isFilled(product.confirmedBy),
      })),
];

/** Null where every part that was begun is complete, or a guard asks for the rest of it already. */
export const incompleteData = (data: TransitionData, found: readonly GuardFailure[]): GuardFailure | null => {
  const asked = found.flatMap(({ missing }) => missing);
  const missing = emptyFields(data).filter((key) => !asked.includes(key));
  return missing.length === 0 ? null : { code: 'DATA_INCOMPLETE', missing };
};
