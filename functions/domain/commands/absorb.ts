import { type Account, openOpportunities } from '../account/account';
import { dropOldestActivities } from '../account/activities';
import { applyTransitionData } from '../account/apply-transition-data';
import type { TransitionData } from '../account/command-inputs';
import { COMMON_DATA, dataOfGuards, dataOfStatus, incompleteData } from '../account/data-uses';
import { unlikelyDatesOf } from '../account/date-bounds';
import { type DecisionContext, nextPartId } from '../account/decision-context';
import { append, type Draft, MAX_CONTACTS, MAX_PARTS } from '../account/draft';
import { accountInStatus, lossOf } from '../account/enter-status';
import type { GuardFailure } from '../account/guard-failure';
import { GUARD_PREDICATES, type GuardInput } from '../account/guards';
import { missedChecksOf } from '../account/missed-checks';
import { findMissingData, withEvidenceOwed } from '../account/missing-data';
import { resetCheckClock } from '../account/next-check';
import { refuseGuardFailures } from '../account/offered-transitions';
import { lastingProducts, productsInUse } from '../account/product-use';
import { isRefusal, type Refusal, refuse } from '../account/refusals';
import {
  badFitStanding,
  deadOpportunityStanding,
  debtsOf,
  filing,
  mergeOf,
  quarterlyCheckStanding,
  runningCheck,
  standingOf,
  withDebts,
} from '../account/standing';
import type { MergeReason } from '../status/code-lists';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import { ENTRY_GUARDS } from '../status/transitions';
import { defineSystemCommand } from './command';
import { withMergedData } from './merge-data';
import { type MergeInput, mergedNames } from './merge-terms';

export interface AbsorbInput extends Pick<MergeInput, 'reason' | 'survivorStatus' | 'data' | 'note'> {
  from: Account;
}

/**
 * A merge's half on the account that stays. What contradicts rules 1, 7 and 8 is refused; data that is only missing becomes a debt, as
 * with an import.
 */
export const absorbAccount = (
  draft: Draft,
  { from, reason, survivorStatus: to = draft.account.standing.status, data = {}, note }: AbsorbInput,
  context: DecisionContext,
): Draft | Refusal => {
  const before = draft.account;
  const brought = withMergedData(before, from, reason);
  if (brought === null)
    return refuse('LIMIT_REACHED', { facts: { contacts: MAX_CONTACTS, parts: MAX_PARTS } });
  const kept = { ...brought, activities: dropOldestActivities(brought.activities) };
  const merged = append(draft, 'merged', survivorInStatus(kept, before, from, to, data, reason, context), {
    reason: note ?? null,
    data: { ...mergedNames(from, before), reason, survivorStatus: to, met: from.everMet },
  });
  const enters = to !== before.standing.status;
  const guards = ENTRY_GUARDS[to];
  const uses = [...COMMON_DATA, ...dataOfGuards(guards), ...(enters ? dataOfStatus(to) : [])];
  const prepared = applyTransitionData(merged, data, { guards, uses }, context);
  if (isRefusal(prepared)) return prepared;
  const { account } = prepared;
  const found = hardFailures(account, before, from, to, { reason, data, context, brought });
  if (found.length > 0) return refuseGuardFailures(found, before, data, context);
  const debts = enters
    ? missingDataAfter(account, from, to, context)
    : debtsOf(withEvidenceOwed(account, context));
  return append(prepared, 'merged', { ...account, standing: withDebts(account.standing, debts) });
};

export const absorb = defineSystemCommand<'absorb', AbsorbInput>({
  type: 'absorb',
  givenBy: 'system',
  reads: () => [],
  decide: absorbAccount,
});

/** The guards that are open after the merge. The action that the other account was begun with may stand in that account's history alone, so it is not asked for again. */
const missingDataAfter = (
  account: Account,
  from: Account,
  to: Status,
  context: DecisionContext,
): GuardCode[] =>
  findMissingData(account, context).filter(
    (code) => code !== 'ACTION' || from.standing.status !== to || debtsOf(from).includes('ACTION'),
  );

/** The survivor in its status, with what the account that goes had of that status, where it takes the status of that one. */
const survivorInStatus = (
  account: Account,
  before: Account,
  from: Account,
  to: Status,
  data: TransitionData,
  reason: MergeReason,
  context: DecisionContext,
): Account => {
  if (to === before.standing.status) return resetCheckClock(account, context);
  const fresh: Account = {
    ...accountInStatus(account, to, data, context, { requester: context.actor, approver: null }),
    ownerId: account.ownerId,
    lostCount: account.lostCount,
  };
  if (to !== from.standing.status) return fresh;
  // A duplicate is the same company, which has been in the status for as long as that account: its time box counts from there.
  const since = reason === 'DUPLICATE' ? from.standing.since : context.today;
  switch (from.standing.status) {
    case 'QUARTERLY_CHECK': {
      const { awaitedCondition, unanswered } = from.standing;
      const [nextCheck, missedChecks] =
        data.nextCheckDate === undefined
          ? [from.standing.nextCheck, from.standing.missedChecks]
          : [runningCheck(fresh.standing)?.nextCheck ?? null, missedChecksOf(from.standing, context)];
      const check = { since, nextCheck, awaitedCondition, missedChecks, unanswered };
      return resetCheckClock({ ...fresh, standing: quarterlyCheckStanding(check) }, context);
    }
    case 'DEAD_OPPORTUNITY': {
      const lost = data.lost === undefined ? from.standing.lost : lossOf(data, context);
      return { ...fresh, standing: deadOpportunityStanding({ since, lost }) };
    }
    case 'BAD_FIT': {
      const proposal =
        from.proposal?.inEffect === true
          ? { ...from.proposal, id: nextPartId('r', before), from: before.standing.status }
          : null;
      const { badFit } = from.standing;
      const returnsTo = { onFile: filing(account.standing), merged: mergeOf(account.standing) };
      return { ...fresh, proposal, standing: badFitStanding({ since, badFit, ...returnsTo }) };
    }
    default:
      return { ...fresh, standing: standingOf(to, { ...fresh.standing, since }) };
  }
};

interface HardTerms {
  reason: MergeReason;
  data: TransitionData;
  context: DecisionContext;
  /** The account that stays, before the data of the request. */
  brought: Account;
}

const hardFailures = (
  account: Account,
  before: Account,
  from: Account,
  to: Status,
  { reason, data, context, brought }: HardTerms,
): GuardFailure[] => {
  const enters = to !== before.standing.status;
  const plan: GuardInput = { before, account, data, context, approved: true };
  const open = openOpportunities(account).length;
  const inUse = productsInUse(account, context.today).length;
  const isClients = [before, from].some(({ standing }) => standing.status === 'CURRENT_CLIENT');
  const { need } = account.bant;
  const wanted: (GuardFailure | null)[] = [
    incompleteData(data, []),
    unlikelyDatesOf(data, before, context.today),
    // Rule 7: data of the request that ends the client's last product in use needs a decision on its next status.
    inUse === 0 && to === 'CURRENT_CLIENT' && productsInUse(brought, context.today).length > 0
      ? { code: 'DECISION_NEEDED', missing: ['decision.to'] }
      : null,
    to === 'COLD' ? GUARD_PREDICATES.NOT_MET(plan) : null,
    open > 0 && to !== 'ACTIVE_OPPORTUNITY' && to !== 'CURRENT_CLIENT'
      ? GUARD_PREDICATES.NONE_OPEN(plan)
      : null,
    open === 0 && to === 'ACTIVE_OPPORTUNITY' && !wasImportedWithout(from, before, to)
      ? GUARD_PREDICATES.OPPORTUNITY(plan)
      : null,
    to !== 'CURRENT_CLIENT' && isClients && lastingProducts(account, context.today).length > 0
      ? GUARD_PREDICATES.CHURNED(plan)
      : null,
    inUse === 0 && to === 'CURRENT_CLIENT' && enters && reason !== 'DUPLICATE'
      ? GUARD_PREDICATES.EVIDENCE(plan)
      : null,
    // Rule 8: an answer that contradicts the status refuses; a missing answer is only a debt.
    to === 'QUARTERLY_CHECK' && enters && need.value !== 'unknown' && bantContradicts(plan)
      ? GUARD_PREDICATES.NEED(plan)
      : null,
    to === 'DEAD_OPPORTUNITY' && enters && need.value === 'yes' ? GUARD_PREDICATES.LOST(plan) : null,
  ];
  return wanted.flatMap((finding) => finding ?? []);
};

const bantContradicts = ({ account: { bant } }: GuardInput): boolean =>
  bant.need.value !== 'yes' || Object.values(bant).every(({ value }) => value === 'yes');

/** Whether the status was imported without an opportunity, so that the merge need not bring one. */
const wasImportedWithout = (from: Account, before: Account, to: Status): boolean =>
  [before, from].some(
    (account) => account.standing.status === to && debtsOf(account).includes('OPPORTUNITY'),
  );
