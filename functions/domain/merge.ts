/** Two accounts become one: the one goes on file with a link, the other takes over what it had. Nothing is deleted. */
import { type Account, openOpportunities, productsInUse } from './account';
import { type Brings, bringsNumber, bringsOf, withBrought } from './brought-over';
import type { Command, MergeInput, MergeReason, MoveData } from './commands';
import { type Context, otherAccount, partId } from './context';
import { debtsOf, settledDebts } from './debts';
import { type Finding, GUARD_PREDICATES, linkProblem, type Plan } from './guards';
import { begin, record, type Story } from './history';
import { entered, lostOf, refuseFindings } from './move';
import { ENTRY_GUARDS } from './moves';
import { type Refusal, refuse } from './refusals';
import { type RegisterRow, registerRow } from './register-row';
import type { Status } from './statuses';
import { bounded, clockMoved, isRefusal, MOST_PARTS, withMoveData } from './steps';
import { isManager } from './team';

/** Of two statuses the account that stays takes the first in this order; ON_FILE never stays. */
const SURVIVES: readonly Status[] = [
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
  SURVIVES.find((status) => status === one || status === other) ?? null;

/** Why a rep may not merge the two. */
export type ManagersReason = 'client' | 'opportunities' | 'badFit' | 'onFile';

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
  brings: Brings;
  /** Empty where a rep may do it. */
  needsManager: readonly ManagersReason[];
}

/**
 * A company that goes into another one makes it a client only with evidence. A company that was met is never COLD
 * (rule 1).
 */
const proposed = (from: Account, into: Account, reason: MergeReason, context: Context): Status | null => {
  const isUnproved =
    reason !== 'DUPLICATE' &&
    from.status === 'CURRENT_CLIENT' &&
    [from, into].every((account) => productsInUse(account, context.today).length === 0);
  const status = survivingStatus(isUnproved ? into.status : from.status, into.status);
  return status === 'COLD' && (from.everMet || into.everMet) ? 'WORKING' : status;
};

const choices = (from: Account, into: Account, first: Status): Status[] =>
  [...new Set([first, into.status, from.status])].filter((status) => {
    if (status === 'ON_FILE') return false;
    if (status === 'COLD') return !from.everMet && !into.everMet;
    return status !== 'BAD_FIT' || first === 'BAD_FIT' || into.status === 'BAD_FIT';
  });

const needsManager = (accounts: readonly Account[], { actor }: Context): ManagersReason[] => {
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
const pairOf = (
  from: Account,
  { intoId, reason }: MergeTerms,
  context: Context,
): { into: Account; first: Status } | Refusal => {
  const problem = linkProblem(from.id, intoId, context);
  const into = otherAccount(context, intoId);
  if (problem !== null || into === null)
    return refuse('KEEP', { facts: { successorId: intoId, problem: problem ?? 'unknown' } });
  const linkedTo = from.onFile?.successorId ?? null;
  if (from.merged !== null || (linkedTo !== null && linkedTo !== intoId))
    return refuse('LINK_CUT', { facts: { successorId: linkedTo } });
  const first = proposed(from, into, reason, context);
  const standsForIt = into.onFile?.successorId ?? null;
  return standsForIt !== null || first === null
    ? refuse('MERGE_INTO_FILED', { facts: { intoId, successorId: standsForIt } })
    : { into, first };
};

/** What the merge would make of both; nothing is changed. */
export const mergePreview = (from: Account, terms: MergeTerms, context: Context): MergePreview | Refusal => {
  const pair = pairOf(from, terms, context);
  return isRefusal(pair) ? pair : previewOf(from, pair, terms, context);
};

const previewOf = (
  from: Account,
  { into, first }: { into: Account; first: Status },
  { reason, survivorStatus = first, data, note }: MergeTerms,
  context: Context,
): MergePreview => {
  const tried = absorb(begin(into), { type: 'absorb', from, reason, survivorStatus, data, note }, context);
  const survivor = isRefusal(tried) ? null : settledDebts(tried, context).account;
  return {
    reason,
    from: registerRow(from),
    into: registerRow(into),
    proposed: first,
    choices: choices(from, into, first),
    survivor: survivor === null ? null : registerRow(survivor),
    refusal: isRefusal(tried) ? tried : null,
    brings: bringsOf(into, withBrought(into, from, reason) ?? into, from, reason),
    needsManager: needsManager([from, into], context),
  };
};

/** The half of the account that goes. */
export const merge = (
  story: Story,
  command: Extract<Command, { type: 'merge' }>,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  const { intoId, reason, survivorStatus, note } = command;
  const pair = pairOf(account, command, context);
  if (isRefusal(pair)) return pair;
  if (command.preview === true) return story;
  const { into, first } = pair;
  const because = needsManager([account, into], context);
  if (because.length > 0 && !isManager(context.actor))
    return refuse('ROLE_NOT_ALLOWED', { facts: { role: context.actor.role, because } });
  const allowed = choices(account, into, first);
  if (survivorStatus === undefined)
    return refuse('MERGE_CONFIRM', { facts: { ...previewOf(account, pair, command, context) } });
  if (!allowed.includes(survivorStatus))
    return refuse('MERGE_STATUS', { facts: { survivorStatus, choices: allowed } });
  const filed = entered(
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
    corporateNumber: bringsNumber(into, account, reason) ? null : account.corporateNumber,
    merged: {
      intoId,
      version: account.version + 1,
      intoVersion: into.version + 1,
      by: context.actor.id,
      at: context.now,
    },
  };
  return record(story, 'merged', gone, {
    reason: note ?? null,
    data: { ...namesOf(account, into), reason, survivorStatus },
  });
};

/** Of both accounts, so that either history reads without the other. */
export const namesOf = (from: Account, into: Account) => ({
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
  story: Story,
  {
    from,
    reason,
    survivorStatus: to = story.account.status,
    data = {},
    note,
  }: Extract<Command, { type: 'absorb' }>,
  context: Context,
): Story | Refusal => {
  const before = story.account;
  const brought = withBrought(before, from, reason);
  if (brought === null) return refuse('LIMIT_REACHED', { facts: { parts: MOST_PARTS } });
  const kept = { ...brought, activities: bounded(brought.activities) };
  const merged = record(story, 'merged', inStatus(kept, before, from, to, data, reason, context), {
    reason: note ?? null,
    data: { ...namesOf(from, before), reason, survivorStatus: to, met: from.everMet },
  });
  const prepared = withMoveData(merged, data, ENTRY_GUARDS[to], context);
  if (isRefusal(prepared)) return prepared;
  const { account } = prepared;
  const found = hardFindings(account, before, from, to, { reason, data, context });
  if (found.length > 0) return refuseFindings(found, before, data, context);
  if (to === before.status) return prepared;
  return record(prepared, 'merged', { ...account, debts: debtsAfter(account, from, to, context) });
};

/** A voicemail that the other account was begun with stands in its history alone. */
const debtsAfter = (account: Account, from: Account, to: Status, context: Context): Account['debts'] =>
  debtsOf(account, context).filter(
    (code) => code !== 'ACTION' || from.status !== to || from.debts.includes('ACTION'),
  );

/** With what the account that goes had of the status, where it is its own. */
const inStatus = (
  account: Account,
  before: Account,
  from: Account,
  to: Status,
  data: MoveData,
  reason: MergeReason,
  context: Context,
): Account => {
  if (to === before.status) return clockMoved(account, context);
  const fresh: Account = {
    ...entered(account, to, data, context, { requester: context.actor, approver: null }),
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
      return clockMoved({ ...inIt, nextCheck, missedChecks, unanswered, awaitedCondition }, context);
    }
    case 'DEAD_OPPORTUNITY':
      return { ...inIt, lost: data.lost === undefined ? from.lost : lostOf(data, context) };
    case 'BAD_FIT': {
      const review =
        from.proposal?.inEffect === true
          ? { ...from.proposal, id: partId('r', before), from: before.status }
          : null;
      return { ...inIt, badFit: from.badFit, proposal: review };
    }
    default:
      return inIt;
  }
};

const hardFindings = (
  account: Account,
  before: Account,
  from: Account,
  to: Status,
  { reason, data, context }: { reason: MergeReason; data: MoveData; context: Context },
): Finding[] => {
  const enters = to !== before.status;
  const plan: Plan = { before, account, data, context, approved: true };
  const open = openOpportunities(account).length;
  const inUse = productsInUse(account, context.today).length;
  const isClients = [before, from].some(({ status }) => status === 'CURRENT_CLIENT');
  const { need } = account.bant;
  const wanted: (Finding | null)[] = [
    to === 'COLD' ? GUARD_PREDICATES.NOT_MET(plan) : null,
    open > 0 && to !== 'ACTIVE_OPPORTUNITY' && to !== 'CURRENT_CLIENT'
      ? GUARD_PREDICATES.NONE_OPEN(plan)
      : null,
    open === 0 && to === 'ACTIVE_OPPORTUNITY' && !wasExcused(from, before, to)
      ? GUARD_PREDICATES.OPPORTUNITY(plan)
      : null,
    inUse > 0 && to !== 'CURRENT_CLIENT' && isClients ? GUARD_PREDICATES.CHURNED(plan) : null,
    inUse === 0 && to === 'CURRENT_CLIENT' && enters && reason !== 'DUPLICATE'
      ? GUARD_PREDICATES.EVIDENCE(plan)
      : null,
    // Rule 8: an answer that contradicts the status; no answer is a debt.
    to === 'QUARTERLY_CHECK' && enters && need.value !== 'unknown' && contradicts(plan)
      ? GUARD_PREDICATES.NEED(plan)
      : null,
    to === 'DEAD_OPPORTUNITY' && enters && need.value === 'yes' ? GUARD_PREDICATES.LOST(plan) : null,
  ];
  return wanted.flatMap((finding) => finding ?? []);
};

const contradicts = ({ account: { bant } }: Plan): boolean =>
  bant.need.value !== 'yes' || Object.values(bant).every(({ value }) => value === 'yes');

/** An import had said so without an opportunity. */
const wasExcused = (from: Account, before: Account, to: Status): boolean =>
  [before, from].some(({ status, debts }) => status === to && debts.includes('OPPORTUNITY'));
