/** Products that a list says are in use: on an account that is here already. */
import { sortedById } from '../account/account';
import type { ProductInput } from '../account/command-inputs';
import type { DecisionContext } from '../account/decision-context';
import { append, applyInOrder, type Draft, type Mutation } from '../account/draft';
import { enterStatus } from '../account/enter-status';
import { findMissingData, withEvidenceOwed } from '../account/missing-data';
import { productsInUse } from '../account/product-use';
import { upsertProduct } from '../account/products';
import { isRefusal, refuse } from '../account/refusals';
import { successorIdOf, withDebts } from '../account/standing';
import type { RuleRefusal } from './rule-refusal';

/** Adds what the list says is in use, each product once for each list, and makes the company a client. */
export const addProductsInUse = (
  draft: Draft,
  products: readonly ProductInput[],
  context: DecisionContext,
): Draft | RuleRefusal => {
  const withProducts = applyInOrder(
    draft,
    products.map((product) => addProductInUse(product, context)),
  );
  if (isRefusal(withProducts)) return withProducts;
  const { account } = withProducts;
  const sources = new Set(products.map(({ source }) => source));
  const uses = productsInUse(account, context.today).some(({ source }) => sources.has(source));
  if (account.standing.status === 'CURRENT_CLIENT')
    return append(withProducts, 'detailsEdited', withEvidenceOwed(account, context));
  if (!uses) return withProducts;
  if (account.standing.status === 'BAD_FIT' || account.standing.status === 'ON_FILE')
    return refuse('IMPORT_CLIENT_SHUT', {
      facts: { accountId: account.id, successorId: successorIdOf(account) },
    });
  const client = enterStatus(withProducts, 'CURRENT_CLIENT', {}, context, {
    requester: context.actor,
    approver: null,
  });
  return append(client, 'statusChanged', {
    ...client.account,
    standing: withDebts(client.account.standing, findMissingData(client.account, context)),
  });
};

/** One that has ended since stays ended. */
const addProductInUse =
  (product: ProductInput, context: DecisionContext): Mutation =>
  (draft) => {
    const known = sortedById(draft.account.products).find(
      (use) => use.source === product.source && use.product === product.product,
    );
    if (known === undefined) {
      const isOver = product.endsOn != null && product.endsOn <= context.today;
      const isClient = draft.account.standing.status === 'CURRENT_CLIENT';
      return upsertProduct(isOver && !isClient ? { ...product, state: 'ended' } : product, context)(draft);
    }
    return upsertProduct(
      {
        ...known,
        since: known.since ?? product.since ?? null,
        reference: known.reference ?? product.reference ?? null,
      },
      context,
    )(draft);
  };
