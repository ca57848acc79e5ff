/** The guards of the matrix: each a pure predicate that says what is missing. */

import { isBusinessDay, nextBusinessDay, previousBusinessDay } from '../calendar/business-days';
import { checkDateAfter } from '../calendar/cadence';
import { addDays, addMonths, type CalendarDate, dayOfMonth } from '../calendar/calendar-date';
import { nextSuchDay } from '../calendar/next-such-day';
import { BANT_KEYS, hasCode, OTHER, REASONS_WITH_SUCCESSOR } from '../status/code-lists';
import type { GuardCode } from '../status/guard-texts';
import { type Account, meetingsOf, openOpportunities, sortedById } from './account';
import { presentAwaitedId } from './awaited-contact';
import type { TransitionData } from './command-inputs';
import { incompleteData } from './data-uses';
import { unlikelyDatesOf } from './date-bounds';
import { activeMember, cadenceBase, type DecisionContext, overlappingMembers } from './decision-context';
import { forbids, type GuardFailure, isFilled, requires, unmetFields } from './guard-failure';
import type { FieldKey } from './input-field-texts';
import { agreedProducts, isProved, productsInUse } from './product-use';
import { filing, type Loss, runningCheck, type Standing, successorIdOf } from './standing';
import { carriesOpportunities, linkProblem } from './successor-link';
import {
  badFitReasons,
  cadenceOf,
  isOurProduct,
  lostReasons,
  mayOwnOpportunity,
  onFileReasons,
} from './team';

export interface GuardInput {
  before: Account;
  /** The account with the request's data already on it: activities logged, opportunities opened or closed, BANT set. */
  account: Account;
  data: TransitionData;
  context: DecisionContext;
  approved: boolean;
}

type Guard = (plan: GuardInput) => GuardFailure | null;

/** The next check that the move would set: the customer's own date, or three months after the last two-way contact. */
export const plannedCheckDate = ({
  account,
  data,
  context,
}: Omit<GuardInput, 'approved' | 'before'>): CalendarDate => {
  if (data.nextCheckDate !== undefined) return data.nextCheckDate;
  const base = cadenceBase(account, context.today);
  return checkDateAfter(base, dayOfMonth(base), context.today, cadenceOf(context.settings), context.calendar);
};

/** After today, at most twelve months ahead, on a business day (guard NEXT_CHECK). */
export const isCheckDate = (date: CalendarDate, { today, calendar }: DecisionContext): boolean =>
  date > today && date <= addMonths(today, 12) && isBusinessDay(date, calendar);

/**
 * The day that is offered in place of one that cannot be a check: the next business day, at most twelve months ahead. A day that is
 * over is taken for the same day of the next year.
 */
export const offeredCheckDate = (date: CalendarDate, { today, calendar }: DecisionContext): CalendarDate => {
  const next = nextBusinessDay(date > today ? date : nextSuchDay(date, addDays(today, 1)), calendar);
  const latest = previousBusinessDay(addMonths(today, 12), calendar);
  if (next > latest) return latest;
  return next;
};

const opportunityGuard = ({ account, data, context }: GuardInput): GuardFailure | null => {
  if (openOpportunities(account).length > 0) return null;
  if (context.settings.products.length === 0) return forbids('PRODUCTS_NOT_SET');
  const { product, since, fsOwnerId, handOverNote } = data.opportunity ?? {};
  return requires(
    'OPPORTUNITY',
    unmetFields({
      'opportunity.product': isFilled(product) && isOurProduct(product ?? '', context.settings),
      'opportunity.fsOwnerId': mayOwnOpportunity(activeMember(context, fsOwnerId)),
      'opportunity.since': isFilled(since),
      'opportunity.handOverNote.metWith': isFilled(handOverNote?.metWith),
      'opportunity.handOverNote.bant': isFilled(handOverNote?.bant),
      'opportunity.handOverNote.nextStep': isFilled(handOverNote?.nextStep),
    }),
  );
};

/** With four times yes the account is an opportunity and no quarterly check (rule 8). */
export const isBantComplete = ({ bant }: Account): boolean =>
  BANT_KEYS.every((key) => bant[key].value === 'yes');

/** What a quarterly check needs; it asks of the account and the data alone. */
export const needGuard = ({ account, data }: Pick<GuardInput, 'account' | 'data'>): GuardFailure | null => {
  const complete = isBantComplete(account);
  const missing = unmetFields({
    'bant.need': account.bant.need.value === 'yes',
    'bant.budget': !complete,
    'bant.authority': !complete,
    'bant.timing': !complete,
    awaitedCondition: isFilled(data.awaitedCondition ?? runningCheck(account.standing)?.awaitedCondition),
    contactId: presentAwaitedId(account) !== null,
  });
  return complete
    ? { code: 'BANT_ALL_YES', missing, facts: { suggested: 'ACTIVE_OPPORTUNITY' } }
    : requires('NEED', missing);
};

const lossIn = (standing: Standing): Loss | null =>
  standing.status === 'DEAD_OPPORTUNITY' ? standing.lost : null;

const lostGuard: Guard = ({ account, data, context }) => {
  const { on, reason, reasonText, revisitOn, revisitTrigger } = data.lost ?? lossIn(account.standing) ?? {};
  if (on !== undefined && on > context.today) return forbids('DATE_IN_FUTURE', { 'lost.on': on });
  const revisit = (revisitOn ?? '') > (on ?? '') || isFilled(revisitTrigger);
  const agreed = account.bant.need.value === 'yes';
  const missing = unmetFields({
    'bant.need': !agreed,
    'lost.on': isFilled(on),
    'lost.reason': hasCode(lostReasons(context.settings), reason),
    'lost.reasonText': reason !== OTHER || isFilled(reasonText),
    latentNeed: isFilled(account.latentNeed),
    'lost.revisitOn': revisit,
    'lost.revisitTrigger': revisit,
  });
  return agreed && missing.length === 1
    ? { code: 'NEED_AGREED', missing, facts: { suggested: 'QUARTERLY_CHECK' } }
    : requires('LOST', missing);
};

const evidenceGuard: Guard = ({ before, account, data, context }) => {
  const proved = productsInUse(account, context.today).some(
    (use) => isProved(use) && (isFilled(use.reference) || activeMember(context, use.confirmedBy) !== null),
  );
  // A product that was agreed before comes into use with this move, so it is evidence, too.
  const agreed =
    before.standing.status !== 'CURRENT_CLIENT' && agreedProducts(account, context.today).length > 0;
  if (proved || (agreed && data.product === undefined)) return null;
  const { product, since, endsOn, reference, confirmedBy } = data.product ?? {};
  const vouched = isFilled(reference) || activeMember(context, confirmedBy) !== null;
  const started = isFilled(since) && (since ?? '') <= context.today;
  return requires(
    'EVIDENCE',
    unmetFields({
      'product.product': isFilled(product),
      'product.since': started && (endsOn == null || endsOn > context.today),
      'product.reference': vouched,
      'product.confirmedBy': vouched,
    }),
  );
};

const keepGuard: Guard = ({ before, data, context }) => {
  const onFile = before.standing.status === 'ON_FILE' ? before.standing.onFile : null;
  const { reason, reasonText, successorId } = data.onFile ?? onFile ?? {};
  const moves = data.onFile?.products === 'successor' || data.onFile?.opportunities === 'successor';
  const needsSuccessor = moves || REASONS_WITH_SUCCESSOR.includes(reason ?? '');
  const id = successorId ?? '';
  const problem = !isFilled(id) ? 'absent' : linkProblem(before.id, id, context);
  return requires(
    'KEEP',
    unmetFields({
      'onFile.reason': hasCode(onFileReasons(context.settings), reason),
      'onFile.reasonText': reason !== OTHER || isFilled(reasonText),
      'onFile.successorId': problem === null || (problem === 'absent' && !needsSuccessor),
    }),
    problem === null || problem === 'absent' ? undefined : { successorId: id, problem },
  );
};

/** Whether a need is on record: an answer of BANT, or a latent need. */
const hasRecordedNeed = ({ bant, latentNeed }: Account): boolean =>
  bant.need.value === 'yes' || isFilled(latentNeed);

const fitGuard: Guard = ({ data: { fit }, before, account, context }) => {
  const { standing } = before;
  const isJudged = fit === undefined && standing.status === 'BAD_FIT' && isFilled(standing.badFit?.reason);
  if (!isJudged && context.settings.products.length === 0) return forbids('PRODUCTS_NOT_SET');
  const products = fit?.products ?? [];
  const missing = isJudged
    ? []
    : unmetFields({
        'fit.reason': hasCode(badFitReasons(context.settings), fit?.reason),
        'fit.reasonText': fit?.reason !== OTHER || isFilled(fit.reasonText),
        'fit.explicitNeed': fit?.explicitNeed === 'none',
        'fit.latentNeed': fit?.latentNeed === 'none',
        'fit.products': context.settings.products.every((product) => products.includes(product)),
      });
  if (!hasRecordedNeed(account)) return requires('FIT', missing);
  const { bant, latentNeed } = account;
  const facts = { need: bant.need.value, latentNeed };
  const recorded: FieldKey = 'fit.recordedNeed';
  return missing.length === 0
    ? { code: 'NEED_RECORDED', missing: [recorded], facts }
    : { code: 'FIT', missing: [...missing, recorded], facts };
};

export const GUARD_PREDICATES: Readonly<Record<GuardCode, Guard>> = {
  OWNER: ({ account, context }) =>
    requires('OWNER', unmetFields({ ownerId: activeMember(context, account.ownerId) !== null })),
  ACTION: ({ data }) =>
    requires(
      'ACTION',
      unmetFields({
        'action.kind': isFilled(data.action?.kind) && data.action?.kind !== 'note',
        'action.date': isFilled(data.action?.date),
        'action.with': isFilled(data.action?.with) || isFilled(data.action?.contactId),
      }),
    ),
  NOT_MET: ({ account }) => (account.everMet ? forbids('NOT_MET') : null),
  MET: ({ account, context }) =>
    meetingsOf(account).some(({ date }) => date <= context.today)
      ? null
      : requires('MET', ['meeting.date', 'meeting.with']),
  OPPORTUNITY: opportunityGuard,
  NONE_OPEN: ({ account, data }) => {
    const left = openOpportunities(account);
    if (left.length === 0 || carriesOpportunities(data)) return null;
    return requires('NONE_OPEN', ['closing'], { open: left.map(({ id, product }) => ({ id, product })) });
  },
  NEED: needGuard,
  NEXT_CHECK: (plan) => {
    const date = plannedCheckDate(plan);
    if (isCheckDate(date, plan.context)) return null;
    return requires('NEXT_CHECK', ['nextCheckDate'], {
      nextCheckDate: date,
      nextBusinessDay: offeredCheckDate(date, plan.context),
    });
  },
  LOST: lostGuard,
  CONTACT_AFTER_LOSS: ({ before, account }) => {
    const lostOn = lossIn(before.standing)?.on ?? before.standing.since;
    return Object.values(account.activities).some(({ date }) => date > lostOn)
      ? null
      : requires('CONTACT_AFTER_LOSS', ['action.kind', 'action.date', 'action.with', 'action.twoWay']);
  },
  EVIDENCE: evidenceGuard,
  CHURNED: ({ account, context }) => {
    const open = sortedById(account.products).filter(({ state, endsOn, churnReason }) => {
      if (state === 'ended') return endsOn === null || !isFilled(churnReason);
      return state === 'live' && (endsOn === null || endsOn > context.today || !isFilled(churnReason));
    });
    return open.length === 0
      ? null
      : requires('CHURNED', ['churn'], { products: open.map(({ id, product }) => ({ id, product })) });
  },
  PRODUCTS_SETTLED: ({ account, data, context }) => {
    const left = productsInUse(account, context.today);
    if (left.length === 0 || (data.onFile?.products === 'successor' && isFilled(data.onFile.successorId)))
      return null;
    return requires('PRODUCTS_SETTLED', ['onFile.products', 'churn'], {
      products: left.map(({ id, product }) => ({ id, product })),
    });
  },
  FIT: fitGuard,
  MANAGER: ({ approved }) => (approved ? null : forbids('MANAGER')),
  REASON: ({ data }) =>
    requires('REASON', unmetFields({ reason: [...(data.reason ?? '').trim()].length >= 5 })),
  KEEP: keepGuard,
  COORDINATED: ({ before, data, context }) => {
    const others = overlappingMembers(before, context, [
      data.ownerId ?? '',
      data.opportunity?.fsOwnerId ?? '',
    ]);
    if (others.length === 0 || isFilled(data.coordinatedWith)) return null;
    return requires('COORDINATED', ['coordinatedWith'], {
      with: others.map(({ id, name }) => ({ id, name })),
    });
  },
  WAS_QUARTERLY: ({ before }) => {
    const was = filing(before.standing)?.from ?? null;
    return was === 'QUARTERLY_CHECK' ? null : forbids('WAS_QUARTERLY', { was });
  },
  LINK_CUT: ({ before }) => {
    const successorId = successorIdOf(before);
    return successorId === null ? null : forbids('LINK_CUT', { successorId });
  },
};

/** All reasons against a move: guards that do not pass, data that is only half filled in, and dates so far away that they are rather a slip. */
export const guardFailures = (guards: readonly GuardCode[], plan: GuardInput): GuardFailure[] => {
  const found = guards.flatMap((guard) => GUARD_PREDICATES[guard](plan) ?? []);
  const begun = incompleteData(plan.data, found);
  const unlikely = unlikelyDatesOf(plan.data, plan.before, plan.context.today);
  return [...found, begun, unlikely].filter((failure) => failure !== null);
};
