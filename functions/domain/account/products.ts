/** Products that the company uses, used or may use. */
import { type ProductUse, partById } from './account';
import type { ProductInput, TransitionData } from './command-inputs';
import { activeMember, type DecisionContext, nextPartId } from './decision-context';
import { saidOrKnown } from './defined-fields';
import { append, MAX_PARTS, type Mutation } from './draft';
import { refuse } from './refusals';

export const upsertProduct =
  (input: ProductInput, context: DecisionContext): Mutation =>
  (draft) => {
    const { account } = draft;
    const known = partById(account.products, input.id);
    if (input.id !== undefined && known === undefined)
      return refuse('PRODUCT_UNKNOWN', { facts: { productId: input.id } });
    if (known === undefined && Object.keys(account.products).length >= MAX_PARTS)
      return refuse('LIMIT_REACHED', { facts: { products: MAX_PARTS } });
    if (input.confirmedBy != null && activeMember(context, input.confirmedBy) === null)
      return refuse('MEMBER_UNKNOWN', { facts: { memberId: input.confirmedBy } });
    const use: ProductUse = {
      id: known?.id ?? nextPartId('p', account, account.products),
      product: input.product,
      state: input.state,
      since: saidOrKnown(input.since, known?.since),
      endsOn: saidOrKnown(input.endsOn, known?.endsOn),
      churnReason: saidOrKnown(input.churnReason, known?.churnReason),
      reference: saidOrKnown(input.reference, known?.reference),
      confirmedBy: saidOrKnown(input.confirmedBy, known?.confirmedBy),
      source: saidOrKnown(input.source, known?.source),
    };
    if (use.since !== null && use.endsOn !== null && use.endsOn < use.since)
      return refuse('DATES_REVERSED', { facts: { since: use.since, endsOn: use.endsOn } });
    if (use.state === 'ended' && use.endsOn !== null && use.endsOn > context.today)
      return refuse('DATE_IN_FUTURE', { facts: { endsOn: use.endsOn } });
    return append(draft, 'productSaved', { ...account, products: { ...account.products, [use.id]: use } });
  };

export const endProduct =
  (churn: NonNullable<TransitionData['churn']>[number], context: DecisionContext): Mutation =>
  (draft) => {
    const use = partById(draft.account.products, churn.productId);
    if (use === undefined) return refuse('PRODUCT_UNKNOWN', { facts: { productId: churn.productId } });
    if (churn.endsOn > context.today) return refuse('DATE_IN_FUTURE', { facts: { endsOn: churn.endsOn } });
    return upsertProduct(
      { ...use, state: 'ended', endsOn: churn.endsOn, churnReason: churn.reason },
      context,
    )(draft);
  };
