import { productsInUse } from '../account/account';
import { withNextStatus } from '../account/apply-transition';
import type { NextStatusInput, ProductInput } from '../account/command-inputs';
import { upsertProduct } from '../account/products';
import { isRefusal } from '../account/refusals';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';

/** Rule 7: ending a client's last product in use decides the account in the same step. */
export const saveProduct = defineCommand<
  'saveProduct',
  { product: ProductInput; decision?: NextStatusInput },
  { type: 'receive' } & ReceiveInput
>({
  type: 'saveProduct',
  givenBy: 'member',
  reads: ({ product, decision }) => {
    if (decision !== undefined) return RULE_FIELDS;
    return product.id === undefined ? ['status'] : ['status', 'proposal', `products.${product.id}`];
  },
  needs: ({ decision }) => ({ successorId: decision?.data?.onFile?.successorId ?? null }),
  counterpart: (account, { decision }, events) => receivingHalf(account, events, decision?.data),
  decide: (draft, { product, decision }, context) => {
    const inUse = productsInUse(draft.account, context.today).length;
    const saved = upsertProduct(product, context)(draft);
    if (isRefusal(saved)) return saved;
    const last =
      saved.account.standing.status === 'CURRENT_CLIENT' &&
      inUse > 0 &&
      productsInUse(saved.account, context.today).length === 0;
    return withNextStatus(saved, last, decision, context);
  },
});
