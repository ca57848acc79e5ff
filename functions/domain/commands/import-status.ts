/** The status that a list has for an account of the register: applied as the rules allow, with debts for what the list does not say. */
import type { DecisionContext } from '../account/decision-context';
import { append, type Draft } from '../account/draft';
import { enterStatus } from '../account/enter-status';
import { guardFailures } from '../account/guards';
import { findMissingData } from '../account/missing-data';
import { legalMoves, refuseGuardFailures } from '../account/offered-transitions';
import { refuse } from '../account/refusals';
import { deadOpportunityStanding, type Standing, withDebts } from '../account/standing';
import type { GuardCode } from '../status/guard-texts';
import { illegalTransitionCode } from '../status/illegal-transitions';
import type { Status } from '../status/statuses';
import { ENTRY_GUARDS, transitionOf } from '../status/transitions';
import { listedStatusReason } from './import-status-text';
import type { RuleRefusal } from './rule-refusal';

/** What only the account as it is can satisfy, or a manager, refuses the move. */
export const applyListedStatus = (
  draft: Draft,
  to: Status,
  list: string,
  context: DecisionContext,
): Draft | RuleRefusal => {
  const { account } = draft;
  const { status } = account.standing;
  const move = transitionOf(status, to);
  if (move === undefined)
    return refuse(illegalTransitionCode({ status, everMet: account.everMet }, to), {
      legal: legalMoves(account, context),
      facts: { from: status, to },
    });
  const data = { reason: listedStatusReason(list)[context.settings.language] };
  const plan = { before: account, account, data, context, approved: false };
  // As with a new account of a list: what is merely not said becomes a debt.
  const owed: readonly GuardCode[] = ENTRY_GUARDS[to].filter((guard) => guard !== 'NOT_MET');
  const barring = [
    ...guardFailures(
      move.guards.filter((guard) => !owed.includes(guard)),
      plan,
    ),
    ...guardFailures(owed, plan).filter(({ missing }) => missing.includes('fit.recordedNeed')),
  ];
  if (barring.length > 0) return refuseGuardFailures(barring, account, data, context);
  const entered = enterStatus(draft, to, data, context, { requester: context.actor, approver: null });
  const owing = { ...entered.account, standing: withoutLoss(entered.account.standing) };
  return append(entered, 'statusChanged', {
    ...owing,
    standing: withDebts(owing.standing, findMissingData(owing, context)),
  });
};

/** How it was lost the list says itself, or nobody: no day is made up. */
const withoutLoss = (standing: Standing): Standing =>
  standing.status === 'DEAD_OPPORTUNITY' ? deadOpportunityStanding({ ...standing, lost: null }) : standing;
