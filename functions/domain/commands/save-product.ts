import { type Account, partById, sortedById } from '../account/account';
import { applyTransition, withNextStatus } from '../account/apply-transition';
import type { NextStatusInput, ProductInput } from '../account/command-inputs';
import { unlikelyProductDates } from '../account/date-bounds';
import type { DecisionContext } from '../account/decision-context';
import { type GuardFailure, isFilled, unmetFields } from '../account/guard-failure';
import { refuseGuardFailures } from '../account/offered-transitions';
import { isOver, isProved, lastingProducts } from '../account/product-use';
import { upsertProduct } from '../account/products';
import { isRefusal, refuse } from '../account/refusals';
import type { CalendarDate } from '../calendar/calendar-date';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';

/**
 * A product in use makes a client. Rule 7: ending a client's last product in use decides the account in the same step.
 */
export const saveProduct = defineCommand<
  'saveProduct',
  { product: ProductInput; decision?: NextStatusInput },
  { type: 'receive' } & ReceiveInput
>({
  type: 'saveProduct',
  givenBy: 'rep',
  reads: ({ product, decision }) => {
    if (decision !== undefined) return RULE_FIELDS;
    return product.id === undefined ? ['status'] : ['status', 'proposal', `products.${product.id}`];
  },
  needs: ({ decision }) => ({ successorId: decision?.data?.onFile?.successorId ?? null }),
  counterpart: (account, { decision }, events) => receivingHalf(account, events, decision?.data),
  decide: (draft, { product, decision }, context) => {
    const before = draft.account;
    const unlikely = unlikelyProductDates(product, before, context.today);
    if (unlikely !== null) return refuseGuardFailures([unlikely], before, {}, context);
    const saved = upsertProduct(product, context)(draft);
    if (isRefusal(saved)) return saved;
    const { account } = saved;
    const over = newlyOver(before, account, context);
    if (over !== undefined) return refuse('PRODUCT_OVER', { facts: over });
    const unproved = unprovedProduct(before, account, context);
    if (unproved !== null) return refuseGuardFailures([unproved], before, {}, context);
    if (decision !== undefined) return applyTransition(saved, decision.to, decision.data ?? {}, context);
    if (account.standing.status !== 'CURRENT_CLIENT')
      return lastingProducts(account, context.today).length === 0
        ? saved
        : applyTransition(saved, 'CURRENT_CLIENT', {}, context);
    const isLast =
      lastingProducts(before, context.today).length > 0 &&
      lastingProducts(account, context.today).length === 0;
    return withNextStatus(saved, isLast, decision, context);
  },
});

/** The end of a product that is saved as in use although that day has come. A client's product that stood so before may still get other fields. */
const newlyOver = (
  before: Account,
  after: Account,
  { today }: DecisionContext,
): { endsOn: CalendarDate } | undefined =>
  sortedById(after.products).flatMap((use) => {
    const known = partById(before.products, use.id);
    const { endsOn } = use;
    if (endsOn === null || !isOver(use, today)) return [];
    const isAsBefore = known?.state === 'live' && known.endsOn === endsOn;
    const isClient = after.standing.status === 'CURRENT_CLIENT';
    return use === known || (isAsBefore && isClient) ? [] : [{ endsOn }];
  })[0];

/** Refuses a product that comes into use without evidence. One that a list has brought without it may be completed step by step. */
const unprovedProduct = (
  before: Account,
  after: Account,
  { today }: DecisionContext,
): GuardFailure | null => {
  const known = lastingProducts(before, today).filter((use) => !isProved(use));
  const use = lastingProducts(after, today).find(
    (one) => !isProved(one) && !known.some(({ id }) => id === one.id),
  );
  if (use === undefined) return null;
  const isVouchedFor = isFilled(use.reference) || isFilled(use.confirmedBy);
  const missing = unmetFields({
    'product.since': use.since !== null,
    'product.reference': isVouchedFor,
    'product.confirmedBy': isVouchedFor,
  });
  return { code: 'EVIDENCE', missing };
};
