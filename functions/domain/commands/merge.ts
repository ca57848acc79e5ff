/** Two accounts become one: the one goes on file with a link, the other takes over what it had. Nothing is deleted. */
import { type Account, openOpportunities, productsInUse } from '../account/account';
import {
  applyTransitionData,
  dropOldestActivities,
  isRefusal,
  MAX_PARTS,
  resetCheckClock,
} from '../account/account-mutations';
import type { Command, MergeInput, MergeReason } from '../account/command';
import type { TransitionData } from '../account/command-inputs';
import { type DecisionContext, nextPartId, otherAccount } from '../account/decision-context';
import { GUARD_PREDICATES, type GuardFailure, type GuardInput, linkProblem } from '../account/guards';
import { append, type Draft, draftOf } from '../account/history';
import { findMissingData, updateMissingData } from '../account/missing-data';
import { type Refusal, refuse } from '../account/refusals';
import { isManager } from '../account/team';
import { type RegisterRow, registerRow } from '../register/row';
import type { Status } from '../status/statuses';
import { ENTRY_GUARDS } from '../status/transitions';
import { accountInStatus, lossOf, refuseGuardFailures } from './change-status';
import { bringsCorporateNumber, type MergedData, mergedDataOf, withMergedData } from './merge-data';

/** Of two statuses the account that stays takes the first in this order; ON_FILE never stays. */
const SURVIVOR_ORDER: readonly Status[] = [
  'CURRENT_CLIENT',
  'ACTIVE_OPPORTUNITY',
  'QUARTERLY_CHECK',
  'DEAD_OPPORTUNITY',
  'WORKING',
  'BAD_FIT',
  'COLD',
];

/** Null where both are on file. */
export const survivingStatus = (one: Status, other: Status): Status | null =>
  SURVIVOR_ORDER.find((status) => status === one || status === other) ?? null;

/** Why a rep may not merge the two. */
export type ManagerReason = 'client' | 'opportunities' | 'badFit' | 'onFile';

export interface MergePreview {
  reason: MergeReason;
  /** The account that goes, and the one that stays, as they are. */
  from: RegisterRow;
  into: RegisterRow;
  /** The status to confirm, and those that may be chosen. */
  proposed: Status;
  choices: readonly Status[];
  /** The account that stays as it would become; null where something refuses. */
  survivor: RegisterRow | null;
  refusal: Refusal | null;
  brings: MergedData;
  /** Empty where a rep may do it. */
  needsManager: readonly ManagerReason[];
}

/**
 * A company that goes into another one makes it a client only with evidence. A company that was met is never COLD
 * (rule 1).
 */
const proposedStatus = (
  from: Account,
  into: Account,
  reason: MergeReason,
  context: DecisionContext,
): Status | null => {
  const isUnproved =
    reason !== 'DUPLICATE' &&
    from.status === 'CURRENT_CLIENT' &&
    [from, into].every((account) => productsInUse(account, context.today).length === 0);
  const status = survivingStatus(isUnproved ? into.status : from.status, into.status);
  return status === 'COLD' && (from.everMet || into.everMet) ? 'WORKING' : status;
};

const statusChoices = (from: Account, into: Account, first: Status): Status[] =>
  [...new Set([first, into.status, from.status])].filter((status) => {
    if (status === 'ON_FILE') return false;
    if (status === 'COLD') return !from.everMet && !into.everMet;
    return status !== 'BAD_FIT' || first === 'BAD_FIT' || into.status === 'BAD_FIT';
  });

const managerReasons = (accounts: readonly Account[], { actor }: DecisionContext): ManagerReason[] => {
  const any = (test: (account: Account) => boolean): boolean => accounts.some(test);
  const isForeign = (account: Account): boolean =>
    openOpportunities(account).some(({ fsOwnerId }) => fsOwnerId !== actor.id);
  return [
    ...(any(({ status }) => status === 'CURRENT_CLIENT') ? (['client'] as const) : []),
    ...(any(isForeign) ? (['opportunities'] as const) : []),
    ...(any(({ status }) => status === 'BAD_FIT') ? (['badFit'] as const) : []),
    ...(any(({ status }) => status === 'ON_FILE') ? (['onFile'] as const) : []),
  ];
};

type MergeTerms = Pick<MergeInput, 'intoId' | 'reason' | 'survivorStatus' | 'data' | 'note'>;

/** Both accounts and the status to propose, where the two may be merged at all. */
const mergePair = (
  from: Account,
  { intoId, reason }: MergeTerms,
  context: DecisionContext,
): { into: Account; first: Status } | Refusal => {
  const problem = linkProblem(from.id, intoId, context);
  const into = otherAccount(context, intoId);
  if (problem !== null || into === null)
    return refuse('KEEP', { facts: { successorId: intoId, problem: problem ?? 'unknown' } });
  const linkedTo = from.onFile?.successorId ?? null;
  if (from.merged !== null || (linkedTo !== null && linkedTo !== intoId))
    return refuse('LINK_CUT', { facts: { successorId: linkedTo } });
  const first = proposedStatus(from, into, reason, context);
  const standsForIt = into.onFile?.successorId ?? null;
  return standsForIt !== null || first === null
    ? refuse('MERGE_INTO_FILED', { facts: { intoId, successorId: standsForIt } })
    : { into, first };
};

/** What the merge would make of both; nothing is changed. */
export const mergePreview = (
  from: Account,
  terms: MergeTerms,
  context: DecisionContext,
): MergePreview | Refusal => {
  const pair = mergePair(from, terms, context);
  return isRefusal(pair) ? pair : buildPreview(from, pair, terms, context);
};

const buildPreview = (
  from: Account,
  { into, first }: { into: Account; first: Status },
  { reason, survivorStatus = first, data, note }: MergeTerms,
  context: DecisionContext,
): MergePreview => {
  const tried = absorb(draftOf(into), { type: 'absorb', from, reason, survivorStatus, data, note }, context);
  const survivor = isRefusal(tried) ? null : updateMissingData(tried, context).account;
  return {
    reason,
    from: registerRow(from),
    into: registerRow(into),
    proposed: first,
    choices: statusChoices(from, into, first),
    survivor: survivor === null ? null : registerRow(survivor),
    refusal: isRefusal(tried) ? tried : null,
    brings: mergedDataOf(into, withMergedData(into, from, reason) ?? into, from, reason),
    needsManager: managerReasons([from, into], context),
  };
};

/** The half of the account that goes. */
export const merge = (
  story: Draft,
  command: Extract<Command, { type: 'merge' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const { intoId, reason, survivorStatus, note } = command;
  const pair = mergePair(account, command, context);
  if (isRefusal(pair)) return pair;
  if (command.preview === true) return story;
  const { into, first } = pair;
  const because = managerReasons([account, into], context);
  if (because.length > 0 && !isManager(context.actor))
    return refuse('ROLE_NOT_ALLOWED', { facts: { role: context.actor.role, because } });
  const allowed = statusChoices(account, into, first);
  if (survivorStatus === undefined)
    return refuse('MERGE_CONFIRM', { facts: { ...buildPreview(account, pair, command, context) } });
  if (!allowed.includes(survivorStatus))
    return refuse('MERGE_STATUS', { facts: { survivorStatus, choices: allowed } });
  const filed = accountInStatus(
    account,
    'ON_FILE',
    {
      onFile: {
        reason,
        ...(note === undefined ? {} : { reasonText: note }),
        successorId: intoId,
        products: 'successor',
        opportunities: 'successor',
      },
    },
    context,
    { requester: context.actor, approver: null },
  );
  const gone: Account = {
    ...filed,
    onFile:
      filed.onFile === null ? null : { ...filed.onFile, from: account.onFile?.from ?? filed.onFile.from },
    corporateNumber: bringsCorporateNumber(into, account, reason) ? null : account.corporateNumber,
    merged: {
      intoId,
      version: account.version + 1,
      intoVersion: into.version + 1,
      by: context.actor.id,
      at: context.now,
    },
  };
  return append(story, 'merged', gone, {
    reason: note ?? null,
    data: { ...mergedNames(account, into), reason, survivorStatus },
  });
};

/** Of both accounts, so that either history reads without the other. */
export const mergedNames = (from: Account, into: Account) => ({
  fromId: from.id,
  fromName: from.name,
  intoId: into.id,
  intoName: into.name,
});

/**
 * The half of the account that stays. What is hard of rules 1, 7 and 8 refuses; data that is only missing becomes a debt, as
 * with an import.
 */
export const absorb = (
  story: Draft,
  {
    from,
    reason,
    survivorStatus: to = story.account.status,
    data = {},
    note,
  }: Extract<Command, { type: 'absorb' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const before = story.account;
  const brought = withMergedData(before, from, reason);
  if (brought === null) return refuse('LIMIT_REACHED', { facts: { parts: MAX_PARTS } });
  const kept = { ...brought, activities: dropOldestActivities(brought.activities) };
  const merged = append(story, 'merged', survivorInStatus(kept, before, from, to, data, reason, context), {
    reason: note ?? null,
    data: { ...mergedNames(from, before), reason, survivorStatus: to, met: from.everMet },
  });
  const prepared = applyTransitionData(merged, data, ENTRY_GUARDS[to], context);
  if (isRefusal(prepared)) return prepared;
  const { account } = prepared;
  const found = hardFailures(account, before, from, to, { reason, data, context });
  if (found.length > 0) return refuseGuardFailures(found, before, data, context);
  if (to === before.status) return prepared;
  return append(prepared, 'merged', { ...account, debts: missingDataAfter(account, from, to, context) });
};

/** A voicemail that the other account was begun with stands in its history alone. */
const missingDataAfter = (
  account: Account,
  from: Account,
  to: Status,
  context: DecisionContext,
): Account['debts'] =>
  findMissingData(account, context).filter(
    (code) => code !== 'ACTION' || from.status !== to || from.debts.includes('ACTION'),
  );

/** With what the account that goes had of the status, where it is its own. */
const survivorInStatus = (
  account: Account,
  before: Account,
  from: Account,
  to: Status,
  data: TransitionData,
  reason: MergeReason,
  context: DecisionContext,
): Account => {
  if (to === before.status) return resetCheckClock(account, context);
  const fresh: Account = {
    ...accountInStatus(account, to, data, context, { requester: context.actor, approver: null }),
    ownerId: account.ownerId,
    lostCount: account.lostCount,
  };
  if (to !== from.status) return fresh;
  // The same company has been in it for so long already, which its time box counts.
  const inIt = { ...fresh, statusSince: reason === 'DUPLICATE' ? from.statusSince : context.today };
  switch (to) {
    case 'QUARTERLY_CHECK': {
      const { missedChecks, unanswered, awaitedCondition } = from;
      const nextCheck = data.nextCheckDate === undefined ? from.nextCheck : fresh.nextCheck;
      return resetCheckClock({ ...inIt, nextCheck, missedChecks, unanswered, awaitedCondition }, context);
    }
    case 'DEAD_OPPORTUNITY':
      return { ...inIt, lost: data.lost === undefined ? from.lost : lossOf(data, context) };
    case 'BAD_FIT': {
      const review =
        from.proposal?.inEffect === true
          ? { ...from.proposal, id: nextPartId('r', before), from: before.status }
          : null;
      return { ...inIt, badFit: from.badFit, proposal: review };
    }
    default:
      return inIt;
  }
};

const hardFailures = (
  account: Account,
  before: Account,
  from: Account,
  to: Status,
  { reason, data, context }: { reason: MergeReason; data: TransitionData; context: DecisionContext },
): GuardFailure[] => {
  const enters = to !== before.status;
  const plan: GuardInput = { before, account, data, context, approved: true };
  const open = openOpportunities(account).length;
  const inUse = productsInUse(account, context.today).length;
  const isClients = [before, from].some(({ status }) => status === 'CURRENT_CLIENT');
  const { need } = account.bant;
  const wanted: (GuardFailure | null)[] = [
    to === 'COLD' ? GUARD_PREDICATES.NOT_MET(plan) : null,
    open > 0 && to !== 'ACTIVE_OPPORTUNITY' && to !== 'CURRENT_CLIENT'
      ? GUARD_PREDICATES.NONE_OPEN(plan)
      : null,
    open === 0 && to === 'ACTIVE_OPPORTUNITY' && !wasImportedWithout(from, before, to)
      ? GUARD_PREDICATES.OPPORTUNITY(plan)
      : null,
    inUse > 0 && to !== 'CURRENT_CLIENT' && isClients ? GUARD_PREDICATES.CHURNED(plan) : null,
    inUse === 0 && to === 'CURRENT_CLIENT' && enters && reason !== 'DUPLICATE'
      ? GUARD_PREDICATES.EVIDENCE(plan)
      : null,
    // Rule 8: an answer that contradicts the status; no answer is a debt.
    to === 'QUARTERLY_CHECK' && enters && need.value !== 'unknown' && bantContradicts(plan)
      ? GUARD_PREDICATES.NEED(plan)
      : null,
    to === 'DEAD_OPPORTUNITY' && enters && need.value === 'yes' ? GUARD_PREDICATES.LOST(plan) : null,
  ];
  return wanted.flatMap((finding) => finding ?? []);
};

const bantContradicts = ({ account: { bant } }: GuardInput): boolean =>
  bant.need.value !== 'yes' || Object.values(bant).every(({ value }) => value === 'yes');

/** An import had said so without an opportunity. */
const wasImportedWithout = (from: Account, before: Account, to: Status): boolean =>
  [before, from].some(({ status, debts }) => status === to && debts.includes('OPPORTUNITY'));
