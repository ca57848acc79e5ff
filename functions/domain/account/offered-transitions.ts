/** Where an account may go from where it stands, and the refusal that says so. */

import type { GuardCode } from '../status/guard-texts';
import { MATRIX } from '../status/matrix';
import { STATUSES, type Status } from '../status/statuses';
import { transitionOf } from '../status/transitions';
import type { Account } from './account';
import type { TransitionData } from './command-inputs';
import type { DecisionContext } from './decision-context';
import type { GuardFailure } from './guard-failure';
import { guardFailures, plannedCheckDate } from './guards';
import type { FieldKey } from './input-field-texts';
import { type RequiredField, requiredField } from './input-fields';
import type { TransitionFacts } from './refusal-facts';
import { type Refusal, refuse } from './refusals';

/** Guards that no data of the request can satisfy: a move that fails one is not offered. */
const GUARDS_BEYOND_DATA: readonly GuardCode[] = ['NOT_MET', 'WAS_QUARTERLY', 'LINK_CUT'];

export const isBeyondData = (code: string): boolean => GUARDS_BEYOND_DATA.some((one) => one === code);

export interface OfferedTransition {
  to: Status;
  /** True where a manager must approve: to be sent as a proposal. */
  approval: boolean;
  /** What the request would have to bring, as things stand. */
  asks: readonly RequiredField[];
}

const uniqueKeys = (found: readonly GuardFailure[]): FieldKey[] => [
  ...new Set(found.flatMap(({ missing }) => missing)),
];

/** Every status that the account may change to now, and what each move would ask for. */
export const offeredTransitions = (account: Account, context: DecisionContext): OfferedTransition[] =>
  STATUSES.flatMap((to): OfferedTransition[] => {
    const move = transitionOf(account.standing.status, to);
    if (move === undefined) return [];
    const plan = { before: account, account, data: {}, context, approved: true };
    if (
      guardFailures(
        GUARDS_BEYOND_DATA.filter((guard) => move.guards.includes(guard)),
        plan,
      ).length > 0
    )
      return [];
    const found = guardFailures(move.guards, plan);
    return [
      {
        to,
        approval: MATRIX[account.standing.status][to] === 'M',
        asks: [
          ...uniqueKeys(found),
          ...(move.guards.includes('NEXT_CHECK') ? (['nextCheckDate'] as const) : []),
        ].map((key) => requiredFieldOf(key, account, {}, context)),
      },
    ];
  });

export const legalMoves = (account: Account, context: DecisionContext): Status[] =>
  offeredTransitions(account, context).map(({ to }) => to);

const requiredFieldOf = (
  key: FieldKey,
  account: Account,
  data: TransitionData,
  context: DecisionContext,
): RequiredField => requiredField(key, context.settings, suggestedValue(key, account, data, context));

const suggestedValue = (
  key: FieldKey,
  account: Account,
  data: TransitionData,
  context: DecisionContext,
): string | null => {
  switch (key) {
    case 'nextCheckDate': {
      const { nextCheckDate: _, ...others } = data;
      return plannedCheckDate({ account, data: others, context });
    }
    case 'ownerId':
    case 'product.confirmedBy':
      return context.actor.id;
    case 'action.date':
    case 'opportunity.since':
    case 'lost.on':
    case 'product.since':
      return context.today;
    default:
      return null;
  }
};

export const refuseGuardFailures = (
  found: readonly GuardFailure[],
  account: Account,
  data: TransitionData,
  context: DecisionContext,
): Refusal => {
  const [first, ...rest] = found;
  if (first === undefined) throw new Error('a refusal without a finding');
  const facts: TransitionFacts = {};
  for (const failure of found) Object.assign(facts, failure.facts);
  return refuse(first.code, {
    furtherCodes: rest.map(({ code }) => code),
    // Where no data helps, none is asked for.
    missing: found.some(({ code }) => isBeyondData(code))
      ? []
      : uniqueKeys(found).map((key) => requiredFieldOf(key, account, data, context)),
    legal: legalMoves(account, context),
    facts,
  });
};
