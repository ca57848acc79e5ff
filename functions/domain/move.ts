/** A change of status: the data is put on, the guards are asked, the account enters its new status. */
import {
  type Account,
  type BadFit,
  type Lost,
  type OnFile,
  openOpportunities,
  productsInUse,
} from './account';
import { checkDateAfter } from './cadence';
import { addMonths, dayOfMonth } from './calendar';
import type { MoveData } from './commands';
import { type Context, cadenceBase, partId } from './context';
import { type FieldKey, type FieldNeed, fieldNeed } from './fields';
import { type Finding, findings, movesOpportunities, plannedCheckDate } from './guards';
import { begin, record, type Story } from './history';
import { illegalCode } from './illegal-moves';
import { MATRIX } from './matrix';
import { type GuardCode, moveOf } from './moves';
import { type Refusal, refuse } from './refusals';
import { STATUSES, type Status } from './statuses';
import { isRefusal, withMoveData } from './steps';
import { cadenceOf, type Member } from './team';

/** Who answers for a move: its requester or, for an approved one, requester and approver. */
export interface Approval {
  requester: Member;
  approver: Member | null;
}

/** Guards that no data of the request can satisfy: a move that fails one is not offered. */
const BEYOND_DATA: readonly GuardCode[] = ['NOT_MET', 'WAS_QUARTERLY', 'LINK_CUT'];

export interface Offer {
  to: Status;
  /** True where a manager must approve: to be sent as a proposal. */
  approval: boolean;
  /** What the request would have to bring, as things stand. */
  asks: readonly FieldNeed[];
}

const uniqueKeys = (found: readonly Finding[]): FieldKey[] => [
  ...new Set(found.flatMap(({ missing }) => missing)),
];

/** Every status that the account may change to now, and what each move would ask for. */
export const offers = (account: Account, context: Context): Offer[] =>
  STATUSES.flatMap((to): Offer[] => {
    const move = moveOf(account.status, to);
    if (move === undefined) return [];
    const plan = { before: account, account, data: {}, context, approved: true };
    if (
      findings(
        BEYOND_DATA.filter((guard) => move.guards.includes(guard)),
        plan,
      ).length > 0
    )
      return [];
    const found = findings(move.guards, plan);
    return [
      {
        to,
        approval: MATRIX[account.status][to] === 'M',
        asks: [
          ...uniqueKeys(found),
          ...(move.guards.includes('NEXT_CHECK') ? (['nextCheckDate'] as const) : []),
        ].map((key) => need(key, account, {}, context)),
      },
    ];
  });

export const legalNow = (account: Account, context: Context): Status[] =>
  offers(account, context).map(({ to }) => to);

const need = (key: FieldKey, account: Account, data: MoveData, context: Context): FieldNeed =>
  fieldNeed(key, context.settings, suggestion(key, account, data, context));

const suggestion = (key: FieldKey, account: Account, data: MoveData, context: Context): string | null => {
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

export const refuseFindings = (
  found: readonly Finding[],
  account: Account,
  data: MoveData,
  context: Context,
): Refusal => {
  const [first, ...rest] = found;
  if (first === undefined) throw new Error('a refusal without a finding');
  return refuse([first.code, ...rest.map(({ code }) => code)], {
    missing: uniqueKeys(found).map((key) => need(key, account, data, context)),
    legal: legalNow(account, context),
    facts: Object.assign({}, ...found.map(({ facts }) => facts ?? {})) as Record<string, unknown>,
  });
};

export const lostOf = ({ lost }: MoveData, { today }: Context): Lost => ({
  on: lost?.on ?? today,
  reason: lost?.reason ?? '',
  reasonText: lost?.reasonText ?? null,
  revisitOn: lost?.revisitOn ?? null,
  revisitTrigger: lost?.revisitTrigger ?? null,
});

export const badFitOf = (
  { fit }: MoveData,
  { today, settings }: Context,
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

export const onFileOf = ({ onFile }: MoveData, { today }: Context, from: Status): OnFile => ({
  on: today,
  reason: onFile?.reason ?? '',
  reasonText: onFile?.reasonText ?? null,
  successorId: onFile?.successorId ?? null,
  from,
});

/** What the account looks like in its new status; what belonged to the old one alone is cleared, the history keeps it. */
export const entered = (
  account: Account,
  to: Status,
  data: MoveData,
  context: Context,
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
      return { ...common, ownerId: data.ownerId ?? returnedTo(account) };
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
        lost: lostOf(data, context),
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
        opportunities: movesOpportunities(data) ? handedOn(account, context) : account.opportunities,
        products: data.onFile?.products === 'successor' ? movedOn(account, context) : account.products,
        onFile: onFileOf(data, context, account.status),
      };
    default:
      return to satisfies never;
  }
};

/** An account that field sales returns goes back to its inside sales rep. */
const returnedTo = (account: Account): string | null =>
  account.status === 'ACTIVE_OPPORTUNITY' ? (account.isOwnerId ?? account.ownerId) : account.ownerId;

const handedOn = (account: Account, context: Context): Account['opportunities'] => ({
  ...account.opportunities,
  ...Object.fromEntries(
    openOpportunities(account).map((open) => [
      open.id,
      { ...open, state: 'returned', closedOn: context.today },
    ]),
  ),
});

const movedOn = (account: Account, context: Context): Account['products'] => ({
  ...account.products,
  ...Object.fromEntries(
    productsInUse(account, context.today).map((use) => [
      use.id,
      { ...use, state: 'ended', endsOn: context.today, churnReason: 'moved to the successor' },
    ]),
  ),
});

/** Moves the account of the story, with the data of the request, or refuses with everything that is missing. */
export const move = (
  story: Story,
  to: Status,
  data: MoveData,
  context: Context,
  approval: Approval = { requester: context.actor, approver: null },
): Story | Refusal => {
  const before = story.account;
  const row = moveOf(before.status, to);
  if (row === undefined) {
    return refuse(illegalCode(before, to), {
      legal: legalNow(before, context),
      facts: { from: before.status, to },
    });
  }
  // What the request brings was seen by its requester, whoever approves it.
  const prepared = withMoveData(story, data, row.guards, { ...context, actor: approval.requester });
  if (isRefusal(prepared)) return prepared;
  const { account } = prepared;
  const found = findings(row.guards, {
    before,
    account,
    data,
    context,
    approved: approval.approver !== null,
  });
  if (found.length > 0) return refuseFindings(found, before, data, context);
  return enter(prepared, to, data, context, approval);
};

/** Putting on file that takes products or opportunities along needs the successor's half: the command `receive`. */
export const carries = (data: MoveData): boolean =>
  data.onFile?.products === 'successor' || movesOpportunities(data);

/** Without asking a guard: for moves whose guards were asked, or whose missing data becomes a debt. */
export const enter = (
  story: Story,
  to: Status,
  data: MoveData,
  context: Context,
  approval: Approval,
): Story => {
  const { account } = story;
  const reason = data.reason ?? data.lost?.reasonText ?? null;
  const told = {
    reason,
    data: {
      ...(data.coordinatedWith === undefined ? {} : { coordinatedWith: data.coordinatedWith }),
      ...(carries(data) ? { movedTo: data.onFile?.successorId } : {}),
    },
  };
  if (account.status === 'COLD' && to === 'ACTIVE_OPPORTUNITY') {
    const passage = record(story, 'statusChanged', entered(account, 'WORKING', {}, context, approval), {
      reason,
    });
    return record(passage, 'statusChanged', entered(passage.account, to, data, context, approval), told);
  }
  const after = entered(account, to, data, context, approval);
  const pending = to === 'BAD_FIT' && approval.approver === null;
  return record(
    story,
    'statusChanged',
    pending ? { ...after, proposal: review(account, to, data, context) } : after,
    told,
  );
};

/** A bad fit that no manager approved before (from COLD, WORKING or ON_FILE) is in effect at once and waits for its review (rule 10). */
const review = (account: Account, to: Status, data: MoveData, context: Context): Account['proposal'] => ({
  id: partId('r', account),
  by: context.actor.id,
  on: context.today,
  from: account.status,
  to,
  data,
  note: null,
  inEffect: true,
});

/** The same checks as a move, without making it: what would it ask for? Null when nothing but an approval is missing. */
export const objections = (
  account: Account,
  to: Status,
  data: MoveData,
  context: Context,
): Refusal | null => {
  const tried = move(begin(account), to, data, context, {
    requester: context.actor,
    approver: context.actor,
  });
  return isRefusal(tried) ? tried : null;
};
