/** A change of status: the data is put on the account, the guards are asked, the account enters its new status. */

import { illegalTransitionCode } from '../status/illegal-transitions';
import type { Status } from '../status/statuses';
import { transitionOf } from '../status/transitions';
import type { Account } from './account';
import { applyTransitionData } from './apply-transition-data';
import type { NextStatusInput, TransitionData } from './command-inputs';
import { dataOfTransition } from './data-uses';
import type { DecisionContext } from './decision-context';
import { type Draft, draftOf } from './draft';
import { type Approval, enterStatus } from './enter-status';
import { forbids, type GuardFailure } from './guard-failure';
import { guardFailures } from './guards';
import { newlyBroken } from './invariants';
import { legalMoves, refuseGuardFailures } from './offered-transitions';
import { lastingProducts } from './product-use';
import { isRefusal, type Refusal, refuse } from './refusals';

/** Moves the account of the draft, with the data of the request, or refuses with everything that is missing. */
export const applyTransition = (
  draft: Draft,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
  approval: Approval = { requester: context.actor, approver: null },
): Draft | Refusal => {
  const before = draft.account;
  const row = transitionOf(before.standing.status, to);
  if (row === undefined) {
    return refuse(illegalTransitionCode({ status: before.standing.status, everMet: before.everMet }, to), {
      legal: legalMoves(before, context),
      facts: { from: before.standing.status, to },
    });
  }
  // What a proposal logs was done by its requester, so its data is put on the account in the requester's name, not in the approver's.
  const { guards } = row;
  const prepared = applyTransitionData(
    draft,
    data,
    { guards, uses: dataOfTransition(to, guards) },
    { ...context, actor: approval.requester },
  );
  if (isRefusal(prepared)) return prepared;
  const { account } = prepared;
  const found = [
    ...guardFailures(guards, { before, account, data, context, approved: approval.approver !== null }),
    ...clientFailures(account, to, data, context),
  ];
  if (found.length > 0) return refuseGuardFailures(found, before, data, context);
  return enterStatus(prepared, to, data, context, approval);
};

/** A product in use makes the company a client, so no other status takes it; the products of a client itself are judged by its guards. */
const clientFailures = (
  account: Account,
  to: Status,
  { onFile }: TransitionData,
  { today }: DecisionContext,
): GuardFailure[] => {
  if (to === 'CURRENT_CLIENT' || account.standing.status === 'CURRENT_CLIENT') return [];
  if (to === 'ON_FILE' && onFile?.products === 'successor') return [];
  const products = lastingProducts(account, today).map(({ id, product }) => ({ id, product }));
  return products.length === 0
    ? []
    : [forbids('PRODUCT_MISPLACED', { products, suggested: 'CURRENT_CLIENT' })];
};

/** The same checks as a move, without making it: what would it ask for? Null when nothing but an approval is missing. */
export const transitionRefusal = (
  account: Account,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
): Refusal | null => {
  const tried = applyTransition(draftOf(account), to, data, context, {
    requester: context.actor,
    approver: context.actor,
  });
  return isRefusal(tried) ? tried : refuseBroken(account, tried.account, context);
};

/** Null where the change leaves nothing that the rules forbid. */
export const refuseBroken = (before: Account, after: Account, { today }: DecisionContext): Refusal | null => {
  const [first, ...rest] = newlyBroken(before, after, today);
  return first === undefined ? null : refuse(first, { furtherCodes: rest, facts: {} });
};

export const withNextStatus = (
  draft: Draft,
  needed: boolean,
  decision: NextStatusInput | undefined,
  context: DecisionContext,
): Draft | Refusal => {
  if (decision !== undefined) return applyTransition(draft, decision.to, decision.data ?? {}, context);
  if (!needed) return draft;
  const { account } = draft;
  const found = { code: 'DECISION_NEEDED', missing: ['decision.to'] } as const;
  const refusal = refuseGuardFailures([found], account, {}, context);
  const isClients = clientFailures(account, 'WORKING', {}, context).length > 0;
  return isClients ? { ...refusal, legal: ['CURRENT_CLIENT'] } : refusal;
};
