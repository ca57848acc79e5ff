/** The guards of the matrix: each a pure predicate that says what is missing. */
import { type Account, listed, meetings, openOpportunities, partOf, productsInUse } from './account';
import { isBusinessDay, nextBusinessDay } from './business-days';
import { checkDateAfter } from './cadence';
import { addMonths, type CalendarDate, dayOfMonth } from './calendar';
import { BANT_KEYS, hasCode, OTHER, REASONS_WITH_SUCCESSOR } from './code-lists';
import type { MoveData } from './commands';
import { activeMember, type Context, cadenceBase, type LinkedAccount, overlapping } from './context';
import type { FieldKey } from './fields';
import type { GuardCode } from './moves';
import type { RefusalCode } from './refusals';
import { badFitReasons, cadenceOf, lostReasons, onFileReasons } from './team';

export interface Plan {
  before: Account;
  /** The account with the request's data already on it: activities logged, opportunities opened or closed, BANT set. */
  account: Account;
  data: MoveData;
  context: Context;
  approved: boolean;
}

export interface Finding {
  code: RefusalCode;
  missing: readonly FieldKey[];
  facts?: Readonly<Record<string, unknown>>;
}

type Guard = (plan: Plan) => Finding | null;

const filled = (value: string | null | undefined): boolean => (value ?? '').trim() !== '';

/** Keys of the fields whose condition is false. */
const lacking = (conditions: Partial<Record<FieldKey, boolean>>): FieldKey[] =>
  (Object.entries(conditions) as [FieldKey, boolean][]).filter(([, met]) => !met).map(([key]) => key);

const asks = (code: GuardCode, missing: readonly FieldKey[], facts?: Finding['facts']): Finding | null =>
  missing.length === 0 ? null : { code, missing, facts };

const denies = (code: RefusalCode, facts?: Finding['facts']): Finding => ({ code, missing: [], facts });

/** The next check that the move would set: the customer's own date, or three months after the last two-way contact. */
export const plannedCheckDate = ({
  account,
  data,
  context,
}: Omit<Plan, 'approved' | 'before'>): CalendarDate => {
  if (data.nextCheckDate !== undefined) return data.nextCheckDate;
  const base = cadenceBase(account, context.today);
  return checkDateAfter(base, dayOfMonth(base), context.today, cadenceOf(context.settings), context.calendar);
};

/** After today, at most twelve months ahead, on a business day (guard NEXT_CHECK). */
export const isCheckDate = (date: CalendarDate, { today, calendar }: Context): boolean =>
  date > today && date <= addMonths(today, 12) && isBusinessDay(date, calendar);

const openGuard = ({ account, data, context }: Plan): Finding | null => {
  if (openOpportunities(account).length > 0) return null;
  const { product, since, fsOwnerId, handOverNote } = data.opportunity ?? {};
  return asks(
    'OPPORTUNITY',
    lacking({
      'opportunity.product': filled(product),
      'opportunity.fsOwnerId': activeMember(context, fsOwnerId) !== null,
      'opportunity.since': filled(since),
      'opportunity.handOverNote.metWith': filled(handOverNote?.metWith),
      'opportunity.handOverNote.bant': filled(handOverNote?.bant),
      'opportunity.handOverNote.nextStep': filled(handOverNote?.nextStep),
    }),
  );
};

/** All four yes is no quarterly check but an opportunity (rule 8). */
export const allYes = ({ bant }: Account): boolean => BANT_KEYS.every((key) => bant[key].value === 'yes');

const needGuard: Guard = ({ account }) => {
  const complete = allYes(account);
  const missing = lacking({
    'bant.need': account.bant.need.value === 'yes',
    'bant.budget': !complete,
    'bant.authority': !complete,
    'bant.timing': !complete,
    awaitedCondition: filled(account.awaitedCondition),
    contactId: partOf(account.contacts, account.awaitedContactId)?.state === 'present',
  });
  return complete
    ? { code: 'BANT_ALL_YES', missing, facts: { suggested: 'ACTIVE_OPPORTUNITY' } }
    : asks('NEED', missing);
};

const lostGuard: Guard = ({ account, data, context }) => {
  const { on, reason, reasonText, revisitOn, revisitTrigger } = data.lost ?? account.lost ?? {};
  if (on !== undefined && on > context.today) return denies('DATE_IN_FUTURE', { 'lost.on': on });
  const revisit = (revisitOn ?? '') > (on ?? '') || filled(revisitTrigger);
  const agreed = account.bant.need.value === 'yes';
  const missing = lacking({
    'bant.need': !agreed,
    'lost.on': filled(on),
    'lost.reason': hasCode(lostReasons(context.settings), reason),
    'lost.reasonText': reason !== OTHER || filled(reasonText),
    latentNeed: filled(account.latentNeed),
    'lost.revisitOn': revisit,
    'lost.revisitTrigger': revisit,
  });
  return agreed && missing.length === 1
    ? { code: 'NEED_AGREED', missing, facts: { suggested: 'QUARTERLY_CHECK' } }
    : asks('LOST', missing);
};

const evidenceGuard: Guard = ({ account, data, context }) => {
  const proved = productsInUse(account, context.today).some(
    ({ since, reference, confirmedBy }) =>
      since !== null && (filled(reference) || activeMember(context, confirmedBy) !== null),
  );
  if (proved) return null;
  const { product, since, endsOn, reference, confirmedBy } = data.product ?? {};
  const vouched = filled(reference) || activeMember(context, confirmedBy) !== null;
  const started = filled(since) && (since ?? '') <= context.today;
  return asks(
    'EVIDENCE',
    lacking({
      'product.product': filled(product),
      'product.since': started && (endsOn == null || endsOn > context.today),
      'product.reference': vouched,
      'product.confirmedBy': vouched,
    }),
  );
};

const keepGuard: Guard = ({ before, data, context }) => {
  const standing = before.status === 'ON_FILE' ? before.onFile : null;
  const { reason, reasonText, successorId } = data.onFile ?? standing ?? {};
  const needsSuccessor = REASONS_WITH_SUCCESSOR.includes(reason ?? '');
  const id = successorId ?? '';
  const problem = !filled(id) ? 'absent' : linkProblem(before.id, id, context);
  return asks(
    'KEEP',
    lacking({
      'onFile.reason': hasCode(onFileReasons(context.settings), reason),
      'onFile.reasonText': reason !== OTHER || filled(reasonText),
      'onFile.successorId': problem === null || (problem === 'absent' && !needsSuccessor),
    }),
    problem === null || problem === 'absent' ? undefined : { successorId: id, problem },
  );
};

/** Why an account may not stand for another one; null when it may. */
export const linkProblem = (
  id: string,
  successorId: string,
  { links }: Context,
): 'itself' | 'unknown' | 'circle' | null => {
  if (successorId === id) return 'itself';
  const seen = new Set([id]);
  for (let next: string | null = successorId; next !== null; ) {
    if (seen.has(next)) return 'circle';
    seen.add(next);
    const linked: LinkedAccount | undefined = partOf(links, next);
    if (linked === undefined) return 'unknown';
    next = linked.successorId;
  }
  return null;
};

export const GUARD_PREDICATES: Readonly<Record<GuardCode, Guard>> = {
  OWNER: ({ account, context }) =>
    asks('OWNER', lacking({ ownerId: activeMember(context, account.ownerId) !== null })),
  ACTION: ({ data }) =>
    asks(
      'ACTION',
      lacking({
        'action.kind': filled(data.action?.kind) && data.action?.kind !== 'note',
        'action.date': filled(data.action?.date),
        'action.with': filled(data.action?.with) || filled(data.action?.contactId),
      }),
    ),
  NOT_MET: ({ account }) => (account.everMet ? denies('NOT_MET') : null),
  MET: ({ account, context }) =>
    meetings(account).some(({ date }) => date <= context.today)
      ? null
      : asks('MET', ['meeting.date', 'meeting.with']),
  OPPORTUNITY: openGuard,
  NONE_OPEN: ({ account, data }) => {
    const left = openOpportunities(account);
    if (left.length === 0 || movesOpportunities(data)) return null;
    return asks('NONE_OPEN', ['closing'], { open: left.map(({ id, product }) => ({ id, product })) });
  },
  NEED: needGuard,
  NEXT_CHECK: (plan) => {
    const date = plannedCheckDate(plan);
    if (isCheckDate(date, plan.context)) return null;
    return asks('NEXT_CHECK', ['nextCheckDate'], {
      nextCheckDate: date,
      nextBusinessDay: nextBusinessDay(date, plan.context.calendar),
    });
  },
  LOST: lostGuard,
  CONTACT_AFTER_LOSS: ({ before, account }) => {
    const lostOn = before.lost?.on ?? before.statusSince;
    return Object.values(account.activities).some(({ date }) => date > lostOn)
      ? null
      : asks('CONTACT_AFTER_LOSS', ['action.kind', 'action.date', 'action.with', 'action.twoWay']);
  },
  EVIDENCE: evidenceGuard,
  CHURNED: ({ account, context }) => {
    const open = listed(account.products).filter(({ state, endsOn, churnReason }) => {
      if (state === 'ended') return endsOn === null || !filled(churnReason);
      return state === 'live' && (endsOn === null || endsOn > context.today || !filled(churnReason));
    });
    return open.length === 0
      ? null
      : asks('CHURNED', ['churn'], { products: open.map(({ id, product }) => ({ id, product })) });
  },
  PRODUCTS_SETTLED: ({ account, data, context }) => {
    const left = productsInUse(account, context.today);
    if (left.length === 0 || (data.onFile?.products === 'successor' && filled(data.onFile.successorId)))
      return null;
    return asks('PRODUCTS_SETTLED', ['onFile.products', 'churn'], {
      products: left.map(({ id, product }) => ({ id, product })),
    });
  },
  FIT: ({ data, before, context }) => {
    const fit = data.fit;
    if (fit === undefined && before.badFit !== null) return null;
    return asks(
      'FIT',
      lacking({
        'fit.reason': hasCode(badFitReasons(context.settings), fit?.reason),
        'fit.reasonText': fit?.reason !== OTHER || filled(fit.reasonText),
        'fit.explicitNeed': fit?.explicitNeed === 'none',
        'fit.latentNeed': fit?.latentNeed === 'none',
        'fit.products': context.settings.products.every((product) => fit?.products?.includes(product)),
      }),
    );
  },
  MANAGER: ({ approved }) => (approved ? null : denies('MANAGER')),
  REASON: ({ data }) => asks('REASON', lacking({ reason: [...(data.reason ?? '').trim()].length >= 5 })),
  KEEP: keepGuard,
  COORDINATED: ({ before, data, context }) => {
    const others = overlapping(before, context, [data.ownerId ?? '', data.opportunity?.fsOwnerId ?? '']);
    if (others.length === 0 || filled(data.coordinatedWith)) return null;
    return asks('COORDINATED', ['coordinatedWith'], { with: others.map(({ id, name }) => ({ id, name })) });
  },
  WAS_QUARTERLY: ({ before }) =>
    before.onFile?.from === 'QUARTERLY_CHECK'
      ? null
      : denies('WAS_QUARTERLY', { was: before.onFile?.from ?? null }),
  LINK_CUT: ({ before }) =>
    before.onFile?.successorId == null
      ? null
      : denies('LINK_CUT', { successorId: before.onFile.successorId }),
};

/** 3→8: the open opportunities go on at the successor. */
export const movesOpportunities = (data: MoveData): boolean =>
  data.onFile?.opportunities === 'successor' && filled(data.onFile.successorId);

export const findings = (guards: readonly GuardCode[], plan: Plan): Finding[] =>
  guards.flatMap((guard) => GUARD_PREDICATES[guard](plan) ?? []);
