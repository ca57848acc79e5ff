/** Which two accounts may become one, what would become of both, and who may do it. */
import { type Account, openOpportunities } from '../account/account';
import { type DecisionContext, otherAccount } from '../account/decision-context';
import { definedFields } from '../account/defined-fields';
import { draftOf } from '../account/draft';
import { updateMissingData } from '../account/missing-data';
import { productsInUse } from '../account/product-use';
import { isRefusal, refuse } from '../account/refusals';
import { mergeOf, successorIdOf } from '../account/standing';
import { linkProblem } from '../account/successor-link';
import { registerRow } from '../register/row';
import type { MergeReason } from '../status/code-lists';
import type { Status } from '../status/statuses';
import { absorbAccount } from './absorb';
import { mergedDataOf, withMergedData } from './merge-data';
import type { ManagerReason, MergeInput, MergePreview } from './merge-terms';
import type { RuleRefusal } from './rule-refusal';

/** The account that stays takes that of the two statuses which comes first here; ON_FILE is never taken. */
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
    from.standing.status === 'CURRENT_CLIENT' &&
    [from, into].every((account) => productsInUse(account, context.today).length === 0);
  const status = survivingStatus(
    isUnproved ? into.standing.status : from.standing.status,
    into.standing.status,
  );
  return status === 'COLD' && (from.everMet || into.everMet) ? 'WORKING' : status;
};

export const statusChoices = (from: Account, into: Account, first: Status): Status[] =>
  [...new Set([first, into.standing.status, from.standing.status])].filter((status) => {
    if (status === 'ON_FILE') return false;
    if (status === 'COLD') return !from.everMet && !into.everMet;
    return status !== 'BAD_FIT' || first === 'BAD_FIT' || into.standing.status === 'BAD_FIT';
  });

export const managerReasons = (accounts: readonly Account[], { actor }: DecisionContext): ManagerReason[] => {
  const any = (test: (account: Account) => boolean): boolean => accounts.some(test);
  const isForeign = (account: Account): boolean =>
    openOpportunities(account).some(({ fsOwnerId }) => fsOwnerId !== actor.id);
  return [
    ...(any(({ standing }) => standing.status === 'CURRENT_CLIENT') ? (['client'] as const) : []),
    ...(any(isForeign) ? (['opportunities'] as const) : []),
    ...(any(({ standing }) => standing.status === 'BAD_FIT') ? (['badFit'] as const) : []),
    ...(any(({ standing }) => standing.status === 'ON_FILE') ? (['onFile'] as const) : []),
  ];
};

type MergeTerms = Pick<MergeInput, 'intoId' | 'reason' | 'survivorStatus' | 'data' | 'note'>;

/** Both accounts and the status to propose, where the two may be merged at all. */
export const mergePair = (
  from: Account,
  { intoId, reason }: MergeTerms,
  context: DecisionContext,
): { into: Account; first: Status } | RuleRefusal => {
  const problem = linkProblem(from.id, intoId, context);
  const into = otherAccount(context, intoId);
  if (problem !== null || into === null)
    return refuse('KEEP', { facts: { successorId: intoId, problem: problem ?? 'unknown' } });
  const linkedTo = successorIdOf(from);
  if (mergeOf(from.standing) !== null || (linkedTo !== null && linkedTo !== intoId))
    return refuse('LINK_CUT', { facts: { successorId: linkedTo } });
  const first = proposedStatus(from, into, reason, context);
  const standsForIt = successorIdOf(into);
  return standsForIt !== null || first === null
    ? refuse('MERGE_INTO_FILED', { facts: { intoId, successorId: standsForIt } })
    : { into, first };
};

/** What the merge would make of both; nothing is changed. */
export const mergePreview = (
  from: Account,
  terms: MergeTerms,
  context: DecisionContext,
): MergePreview | RuleRefusal => {
  const pair = mergePair(from, terms, context);
  return isRefusal(pair) ? pair : buildPreview(from, pair, terms, context);
};

export const buildPreview = (
  from: Account,
  { into, first }: { into: Account; first: Status },
  { reason, survivorStatus = first, data, note }: MergeTerms,
  context: DecisionContext,
): MergePreview => {
  const tried = absorbAccount(
    draftOf(into),
    { from, reason, survivorStatus, ...definedFields({ data, note }) },
    context,
  );
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
