import type { Account, Proposal } from '../account/account';
import { applyTransitionData } from '../account/apply-transition-data';
import type { TransitionData } from '../account/command-inputs';
import { dataOfGuards, dataOfStatus, incompleteData } from '../account/data-uses';
import { unlikelyDatesOf } from '../account/date-bounds';
import type { DecisionContext } from '../account/decision-context';
import { append, applyInOrder } from '../account/draft';
import { badFitOf, lossOf, onFileOf, pendingReview } from '../account/enter-status';
import type { GuardFailure } from '../account/guard-failure';
import { GUARD_PREDICATES, type GuardInput } from '../account/guards';
import type { FieldKey } from '../account/input-field-texts';
import { unprovedProducts } from '../account/missing-data';
import { scheduleCheck } from '../account/next-check';
import { refuseGuardFailures } from '../account/offered-transitions';
import type { DataKey } from '../account/refusal-facts';
import { isRefusal, type Refusal, refuse } from '../account/refusals';
import {
  badFitStanding,
  deadOpportunityStanding,
  debtsOf,
  onFileStanding,
  type Standing,
  withDebts,
} from '../account/standing';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import { text } from '../text/text';
import { defineCommand } from './command';
import { awaitedPaths, RULE_FIELDS } from './command-reads';

/** Guards whose data is stored as one value, so that it is taken whole or refused. */
const GUARD_PIECES: Partial<Record<GuardCode, keyof TransitionData>> = {
  LOST: 'lost',
  FIT: 'fit',
  KEEP: 'onFile',
};

/** Data that is always accepted; all other data only where the account owes it. */
const ALWAYS_USED: readonly DataKey[] = [
  'action',
  'meeting',
  'bant',
  'latentNeed',
  'contact',
  'contactId',
  'reason',
];

/** The data that may be filled in. Closing an opportunity or ending a product is a decision and not among it. */
const usesOf = (debts: readonly GuardCode[], status: Status): DataKey[] => [
  ...ALWAYS_USED,
  ...(debts.includes('OWNER') ? (['ownerId'] as const) : []),
  ...dataOfGuards(debts),
  ...(debts.some((code) => STATUS_GUARDS.includes(code)) ? dataOfStatus(status) : []),
];

/** Guards whose data is stored in the standing itself. */
const STATUS_GUARDS: readonly GuardCode[] = ['NEXT_CHECK', 'LOST', 'FIT', 'KEEP'];

/** Fills in missing data (要補完) that the guards of the present status ask for; the status stays. */
export const fillIn = defineCommand<'fillIn', { data: TransitionData }>({
  type: 'fillIn',
  givenBy: 'rep',
  reads: ({ data }) => [...RULE_FIELDS, ...awaitedPaths(data)],
  needs: ({ data }) => ({ successorId: data.onFile?.successorId ?? null }),
  decide: (draft, { data }, context) => {
    const before = draft.account;
    const { status } = before.standing;
    const debts = debtsOf(before);
    if (debts.length === 0) return refuse('DEBTS_NONE');
    const dated = data.nextCheckDate === undefined ? null : scheduleCheck(data.nextCheckDate, null, context);
    const prepared = applyInOrder(draft, [
      (begun) => applyTransitionData(begun, data, { guards: debts, uses: usesOf(debts, status) }, context),
      debts.includes('NEXT_CHECK') ? dated : null,
    ]);
    if (isRefusal(prepared)) return prepared;
    const { account } = prepared;
    const open = debts.flatMap((code): { code: GuardCode; found: GuardFailure }[] => {
      if (code === 'NEXT_CHECK')
        return dated === null ? [{ code, found: { code, missing: ['nextCheckDate'] } }] : [];
      const plan = { before, account, data, context, approved: true };
      const found = code === 'EVIDENCE' ? evidenceOwed(plan) : GUARD_PREDICATES[code](plan);
      return found === null ? [] : [{ code, found }];
    });
    const refuseFor = (found: readonly GuardFailure[]) =>
      offerWhatIsKnown(refuseGuardFailures(found, before, data, context), before, context);
    const begun = incompleteData(
      data,
      open.map(({ found }) => found),
    );
    if (begun !== null) return refuseFor([begun]);
    const unlikely = unlikelyDatesOf(data, before, context.today);
    if (unlikely !== null) return refuseFor([unlikely]);
    const half = open.filter(({ code }) => {
      const piece = GUARD_PIECES[code];
      return piece !== undefined && data[piece] !== undefined;
    });
    const unsettled = half.length > 0 ? half : open.length === debts.length ? open : [];
    if (unsettled.length > 0) return refuseFor(unsettled.map((one) => one.found));
    const openCodes = open.map(({ code }) => code);
    const left = debts.filter(
      (code) =>
        openCodes.includes(code) || (code === 'EVIDENCE' && unprovedProducts(account, context).length > 0),
    );
    const standing = withDebts(standingWithPiece(account.standing, data, context), left);
    const filled = { ...account, standing };
    const after = data.fit === undefined ? filled : { ...filled, proposal: reviewOf(account, data, context) };
    return append(prepared, 'debtsSettled', after, { reason: data.reason ?? null });
  },
});

/**
 * Where a list has named several products without evidence, one is proved at a time. Evidence of another product satisfies the
 * guard but settles none of them, so it is refused.
 */
const evidenceOwed = (plan: GuardInput): GuardFailure | null => {
  const before = unprovedProducts(plan.before, plan.context);
  const left = unprovedProducts(plan.account, plan.context);
  if (left.length === 0) return GUARD_PREDICATES.EVIDENCE(plan);
  return left.length < before.length ? null : { code: 'EVIDENCE', missing: EVIDENCE_FIELDS };
};

const EVIDENCE_FIELDS: readonly FieldKey[] = [
  'product.product',
  'product.since',
  'product.reference',
  'product.confirmedBy',
];

/**
 * The refusal without suggestions that would be guesses: data that is filled in was true before, so today and the caller are no
 * suggestions for it, only what the account has already. The next check is an exception, since it is still to come.
 */
const offerWhatIsKnown = (refusal: Refusal, account: Account, context: DecisionContext): Refusal => {
  const unproved = unprovedProducts(account, context);
  const [first] = unproved;
  const products = [...new Set(unproved.map(({ product }) => product))];
  const known: Partial<Record<FieldKey, string | null>> = {
    'product.product': first?.product ?? null,
    'product.since': first?.since ?? null,
    'product.reference': first?.reference ?? null,
    'product.confirmedBy': first?.confirmedBy ?? null,
  };
  const missing = refusal.missing.map((field) => ({
    ...field,
    suggestion: field.key === 'nextCheckDate' ? field.suggestion : (known[field.key] ?? null),
    choices:
      field.key === 'product.product' && first !== undefined
        ? products.map((product) => ({ value: product, label: text(product, product) }))
        : field.choices,
  }));
  return { ...refusal, missing };
};

/** The review of a bad fit whose reason is filled in: somebody else than who gave it has to confirm it (rule 10). */
const reviewOf = (account: Account, data: TransitionData, context: DecisionContext): Proposal => {
  const review = pendingReview(account, data, context);
  const { proposal } = account;
  return proposal === null ? review : { ...review, id: proposal.id, from: proposal.from };
};

const standingWithPiece = (standing: Standing, data: TransitionData, context: DecisionContext): Standing => {
  if (standing.status === 'DEAD_OPPORTUNITY' && data.lost !== undefined)
    return deadOpportunityStanding({ ...standing, lost: lossOf(data, context) });
  if (standing.status === 'BAD_FIT' && data.fit !== undefined)
    return badFitStanding({ ...standing, badFit: badFitOf(data, context, context.actor.id, null) });
  if (standing.status === 'ON_FILE' && data.onFile !== undefined) {
    const onFile = onFileOf(data, context, standing.onFile?.from ?? standing.status);
    return onFileStanding({ ...standing, onFile });
  }
  return standing;
};
