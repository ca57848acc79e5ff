import { type Account, type Opportunity, openOpportunities, type ProductUse } from '../account/account';
import { isPartChange } from '../account/account-change';
import type { AccountEvent } from '../account/account-event';
import { applyTransition } from '../account/apply-transition';
import type { TransitionData } from '../account/command-inputs';
import { definedFields } from '../account/defined-fields';
import { append } from '../account/draft';
import { withEvidenceOwed } from '../account/missing-data';
import { productsInUse } from '../account/product-use';
import { refuse } from '../account/refusals';
import { type Counterpart, defineSystemCommand } from './command';

export interface ReceiveInput {
  fromId: string;
  products: ProductUse[];
  opportunities: Opportunity[];
  /** Of the request that put the other account on file. */
  data: Pick<TransitionData, 'ownerId' | 'coordinatedWith'>;
}

/**
 * The successor's half of putting an account on file: takes over products in use and open opportunities, and becomes what
 * they make of it. An account that may not hold them (a bad fit, one on file) refuses, and so the whole step.
 */
export const receive = defineSystemCommand<'receive', ReceiveInput>({
  type: 'receive',
  givenBy: 'system',
  reads: () => [],
  decide: (draft, { fromId, products, opportunities, data }, context) => {
    const { account } = draft;
    if (account.standing.status === 'BAD_FIT' || account.standing.status === 'ON_FILE')
      return refuse('OPPORTUNITY_REFUSED', {
        facts: { successorId: account.id, status: account.standing.status },
      });
    const source = `account:${fromId}`;
    const taken: Account = {
      ...account,
      products: {
        ...account.products,
        ...Object.fromEntries(
          products.map((use) => [`${use.id}@${fromId}`, { ...use, id: `${use.id}@${fromId}`, source }]),
        ),
      },
      opportunities: {
        ...account.opportunities,
        ...Object.fromEntries(
          opportunities.map((open) => [`${open.id}@${fromId}`, { ...open, id: `${open.id}@${fromId}` }]),
        ),
      },
    };
    const received = append(draft, 'productSaved', withEvidenceOwed(taken, context), { data: { fromId } });
    if (account.standing.status === 'CURRENT_CLIENT') return received;
    if (productsInUse(taken, context.today).length > 0)
      return applyTransition(received, 'CURRENT_CLIENT', data, context);
    if (openOpportunities(taken).length > 0 && account.standing.status !== 'ACTIVE_OPPORTUNITY')
      return applyTransition(received, 'ACTIVE_OPPORTUNITY', data, context);
    return received;
  },
});

/** The counterpart on the successor where the events have moved parts there, as they were before; null where they have not. */
export const receivingHalf = (
  giver: Account,
  events: readonly AccountEvent[],
  data: TransitionData | undefined,
): Counterpart<{ type: 'receive' } & ReceiveInput> | null => {
  const move = events.find((event) => event.type === 'statusChanged' && event.data.movedTo !== undefined);
  if (move?.type !== 'statusChanged' || move.data.movedTo === undefined) return null;
  const { changes } = move;
  return {
    accountId: move.data.movedTo,
    command: {
      type: 'receive',
      fromId: giver.id,
      products: changes.flatMap((change) => (isPartChange(change, 'products') ? (change.before ?? []) : [])),
      opportunities: changes.flatMap((change) =>
        isPartChange(change, 'opportunities') ? (change.before ?? []) : [],
      ),
      data: definedFields({ ownerId: data?.ownerId, coordinatedWith: data?.coordinatedWith }),
    },
  };
};
