/** A change of status: the data is put on, the guards are asked, the account enters its new status. */
import {
  type Account,
  type BadFit,
  type Loss,
  type OnFile,
  openOpportunities,
  productsInUse,
} from '../account/account';
import { applyTransitionData, isRefusal } from '../account/account-mutations';
import type { TransitionData } from '../account/command-inputs';
import { cadenceBase, type DecisionContext, nextPartId } from '../account/decision-context';
import { carriesOpportunities, type GuardFailure, guardFailures, plannedCheckDate } from '../account/guards';
import { append, type Draft, draftOf } from '../account/history';
import { type FieldKey, type RequiredField, requiredField } from '../account/input-fields';
import { type Refusal, refuse } from '../account/refusals';
import { cadenceOf, type Member } from '../account/team';
import { checkDateAfter } from '../calendar/cadence';
import { addMonths, dayOfMonth } from '../calendar/calendar-date';
import { illegalTransitionCode } from '../status/illegal-transitions';
import { MATRIX } from '../status/matrix';
import { STATUSES, type Status } from '../status/statuses';
import { type GuardCode, transitionOf } from '../status/transitions';

/** Who answers for a move: its requester or, for an approved one, requester and approver. */
export interface Approval {
  requester: Member;
  approver: Member | null;
}

/** Guards that no data of the request can satisfy: a move that fails one is not offered. */
const GUARDS_BEYOND_DATA: readonly GuardCode[] = ['NOT_MET', 'WAS_QUARTERLY', 'LINK_CUT'];

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
    const move = transitionOf(account.status, to);
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
        approval: MATRIX[account.status][to] === 'M',
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
    case 'nextCheckDate':
      return plannedCheckDate({ account, data: { ...data, nextCheckDate: undefined }, context });
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
  return refuse([first.code, ...rest.map(({ code }) => code)], {
    missing: uniqueKeys(found).map((key) => requiredFieldOf(key, account, data, context)),
    legal: legalMoves(account, context),
    facts: Object.assign({}, ...found.map(({ facts }) => facts ?? {})) as Record<string, unknown>,
  });
};

export const lossOf = ({ lost }: TransitionData, { today }: DecisionContext): Loss => ({
  on: lost?.on ?? today,
  reason: lost?.reason ?? '',
  reasonText: lost?.reasonText ?? null,
  revisitOn: lost?.revisitOn ?? null,
  revisitTrigger: lost?.revisitTrigger ?? null,
});

export const badFitOf = (
  { fit }: TransitionData,
  { today, settings }: DecisionContext,
  by: string,
  reviewedBy: string | null,
): BadFit => ({
  on: today,
  by,
  reason: fit?.reason ?? '',
  note: fit?.reasonText ?? null,
  products: fit?.products ?? [],
  reviewedBy,
  reviewOn: addMonths(today, settings.badFitReviewMonths),
});

export const onFileOf = ({ onFile }: TransitionData, { today }: DecisionContext, from: Status): OnFile => ({
  on: today,
  reason: onFile?.reason ?? '',
  reasonText: onFile?.reasonText ?? null,
  successorId: onFile?.successorId ?? null,
  from,
});

/** What the account looks like in its new status; what belonged to the old one alone is cleared, the history keeps it. */
export const accountInStatus = (
  account: Account,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
  { requester, approver }: Approval,
): Account => {
  const common: Account = {
    ...account,
    status: to,
    statusSince: context.today,
    nextCheck: null,
    awaitedCondition: to === 'QUARTERLY_CHECK' ? account.awaitedCondition : null,
    missedChecks: 0,
    unanswered: 0,
    lost: null,
    badFit: null,
    onFile: null,
    proposal: null,
    debts: [],
  };
  switch (to) {
    case 'COLD':
    case 'CURRENT_CLIENT':
      return common;
    case 'WORKING':
      return { ...common, ownerId: data.ownerId ?? ownerOnReturn(account) };
    case 'ACTIVE_OPPORTUNITY':
      return {
        ...common,
        ownerId: data.ownerId ?? openOpportunities(account).slice(-1)[0]?.fsOwnerId ?? account.ownerId,
      };
    case 'QUARTERLY_CHECK': {
      const base = cadenceBase(account, context.today);
      return {
        ...common,
        nextCheck: {
          date:
            data.nextCheckDate ??
            checkDateAfter(
              base,
              dayOfMonth(base),
              context.today,
              cadenceOf(context.settings),
              context.calendar,
            ),
          origin: data.nextCheckDate === undefined ? 'cadence' : 'customer',
          base,
        },
      };
    }
    case 'DEAD_OPPORTUNITY':
      return {
        ...common,
        lost: lossOf(data, context),
        lostCount: account.lostCount + 1,
      };
    case 'BAD_FIT':
      return {
        ...common,
        // Until its review, so that a rejection returns the account to what it was.
        onFile: approver === null ? account.onFile : null,
        badFit: badFitOf(data, context, requester.id, approver?.id ?? null),
      };
    case 'ON_FILE':
      return {
        ...common,
        opportunities: carriesOpportunities(data)
          ? opportunitiesHandedOn(account, context)
          : account.opportunities,
        products:
          data.onFile?.products === 'successor' ? productsMovedOn(account, context) : account.products,
        onFile: onFileOf(data, context, account.status),
      };
    default:
      return to satisfies never;
  }
};

/** An account that field sales returns goes back to its inside sales rep. */
const ownerOnReturn = (account: Account): string | null =>
  account.status === 'ACTIVE_OPPORTUNITY' ? (account.isOwnerId ?? account.ownerId) : account.ownerId;

const opportunitiesHandedOn = (account: Account, context: DecisionContext): Account['opportunities'] => ({
  ...account.opportunities,
  ...Object.fromEntries(
    openOpportunities(account).map((open) => [
      open.id,
      { ...open, state: 'returned', closedOn: context.today },
    ]),
  ),
});

const productsMovedOn = (account: Account, context: DecisionContext): Account['products'] => ({
  ...account.products,
  ...Object.fromEntries(
    productsInUse(account, context.today).map((use) => [
      use.id,
      { ...use, state: 'ended', endsOn: context.today, churnReason: 'moved to the successor' },
    ]),
  ),
});

/** Moves the account of the story, with the data of the request, or refuses with everything that is missing. */
export const changeStatus = (
  story: Draft,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
  approval: Approval = { requester: context.actor, approver: null },
): Draft | Refusal => {
  const before = story.account;
  const row = transitionOf(before.status, to);
  if (row === undefined) {
    return refuse(illegalTransitionCode(before, to), {
      legal: legalMoves(before, context),
      facts: { from: before.status, to },
    });
  }
  // What the request brings was seen by its requester, whoever approves it.
  const prepared = applyTransitionData(story, data, row.guards, { ...context, actor: approval.requester });
  if (isRefusal(prepared)) return prepared;
  const { account } = prepared;
  const found = guardFailures(row.guards, {
    before,
    account,
    data,
    context,
    approved: approval.approver !== null,
  });
  if (found.length > 0) return refuseGuardFailures(found, before, data, context);
  return enterStatus(prepared, to, data, context, approval);
};

/** Putting on file that takes products or opportunities along needs the successor's half: the command `receive`. */
export const carriesToSuccessor = (data: TransitionData): boolean =>
  data.onFile?.products === 'successor' || carriesOpportunities(data);

/** Without asking a guard: for moves whose guards were asked, or whose missing data becomes a debt. */
export const enterStatus = (
  story: Draft,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
  approval: Approval,
): Draft => {
  const { account } = story;
  const reason = data.reason ?? data.lost?.reasonText ?? null;
  const told = {
    reason,
    data: {
      ...(data.coordinatedWith === undefined ? {} : { coordinatedWith: data.coordinatedWith }),
      ...(carriesToSuccessor(data) ? { movedTo: data.onFile?.successorId } : {}),
    },
  };
  if (account.status === 'COLD' && to === 'ACTIVE_OPPORTUNITY') {
    const passage = append(
      story,
      'statusChanged',
      accountInStatus(account, 'WORKING', {}, context, approval),
      {
        reason,
      },
    );
    return append(
      passage,
      'statusChanged',
      accountInStatus(passage.account, to, data, context, approval),
      told,
    );
  }
  const after = accountInStatus(account, to, data, context, approval);
  const pending = to === 'BAD_FIT' && approval.approver === null;
  return append(
    story,
    'statusChanged',
    pending ? { ...after, proposal: pendingReview(account, to, data, context) } : after,
    told,
  );
};

/** A bad fit that no manager approved before (from COLD, WORKING or ON_FILE) is in effect at once and waits for its review (rule 10). */
const pendingReview = (
  account: Account,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
): Account['proposal'] => ({
  id: nextPartId('r', account),
  by: context.actor.id,
  on: context.today,
  from: account.status,
  to,
  data,
  note: null,
  inEffect: true,
});

/** The same checks as a move, without making it: what would it ask for? Null when nothing but an approval is missing. */
export const transitionRefusal = (
  account: Account,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
): Refusal | null => {
  const tried = changeStatus(draftOf(account), to, data, context, {
    requester: context.actor,
    approver: context.actor,
  });
  return isRefusal(tried) ? tried : null;
};
