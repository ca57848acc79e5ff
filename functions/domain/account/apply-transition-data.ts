import type { GuardCode } from '../status/guard-texts';
import type { Account } from './account';
import { addActivity } from './activities';
import { answerBant } from './bant';
import type { ProductInput, TransitionData } from './command-inputs';
import { awaitContactOrCondition, savedContactId, upsertContact } from './contacts';
import { refuseUnusedData } from './data-uses';
import type { DecisionContext } from './decision-context';
import { applyInOrder, type Draft, type Mutation } from './draft';
import { isFilled } from './guard-failure';
import { requiredField } from './input-fields';
import { openOpportunity, settleOpportunity } from './opportunities';
import { assignOwner } from './owner';
import { isProved, lastingProducts } from './product-use';
import { endProduct, upsertProduct } from './products';
import type { DataKey } from './refusal-facts';
import { type Refusal, refuse } from './refusals';
import { isOurProduct } from './team';

/** The guards that a step asks, and the parts of the data that it uses: `applyTransitionData` puts them on the account, or the step does so itself. */
interface DataStep {
  guards: readonly GuardCode[];
  uses: readonly DataKey[];
}

/**
 * Puts the data of a move on the account before its guards are asked. An opportunity or a product is only taken where a guard reads
 * it: opening one anywhere else would be a move of its own. Data that the step does not use is refused.
 */
export const applyTransitionData = (
  draft: Draft,
  data: TransitionData,
  { guards, uses }: DataStep,
  context: DecisionContext,
): Draft | Refusal => {
  const { action, meeting, awaitedCondition, contactId, contact } = data;
  const waits = draft.account.standing.status === 'QUARTERLY_CHECK' || guards.includes('NEED');
  const unused = refuseUnusedData(data, uses);
  if (unused !== null) return unused;
  const named = contact === undefined ? undefined : savedContactId(draft.account, contact);
  return applyInOrder(draft, [
    ...(data.closing ?? []).map((closing) => settleOpportunity(closing, context)),
    ...(data.churn ?? []).map((churn) => endProduct(churn, context)),
    data.ownerId === undefined ? null : assignOwner(data.ownerId, context),
    data.contact === undefined ? null : upsertContact(data.contact, context),
    action?.kind !== undefined && action.date !== undefined && (action.with || action.contactId)
      ? addActivity({ ...action, kind: action.kind, date: action.date }, context)
      : null,
    meeting?.date !== undefined && (meeting.with || meeting.contactId)
      ? addActivity({ ...meeting, kind: 'meeting', date: meeting.date }, context)
      : null,
    refuseForeignProducts(data.fit, context),
    data.fit?.recordedNeed === 'gone' ? forgetNeed(context) : null,
    data.bant === undefined && data.latentNeed === undefined
      ? null
      : answerBant(data.bant ?? {}, data.latentNeed, context),
    guards.includes('EVIDENCE') ? saveEvidence(data, context) : null,
    data.opportunity === undefined || !guards.includes('OPPORTUNITY')
      ? null
      : openOpportunity(data.opportunity, context),
    awaitContactOrCondition(contactId ?? named, waits ? awaitedCondition : undefined),
  ]);
};

/** Refuses a judgement against a product that is not ours: it would say nothing about the fit. */
const refuseForeignProducts = (
  fit: TransitionData['fit'],
  { settings }: DecisionContext,
): Mutation | null => {
  const foreign = fit?.products?.find((product) => !isOurProduct(product, settings));
  // Where the team has no products at all, the guard FIT refuses with a better sentence.
  if (foreign === undefined || settings.products.length === 0) return null;
  return () =>
    refuse('PRODUCT_NOT_OURS', {
      missing: [requiredField('fit.products', settings)],
      facts: { product: foreign },
    });
};

/** Clears the need that was on record before. A need that the same request tells stays, and the guard FIT asks about it. */
const forgetNeed =
  (context: DecisionContext): Mutation =>
  (draft) => {
    const { bant, latentNeed } = draft.account;
    return answerBant(bant.need.value === 'yes' ? { need: 'no' } : {}, latentNeed && null, context)(draft);
  };

/** Saves the product in use if its evidence is complete; an incomplete one is left to the guard EVIDENCE, which names what is missing. */
const saveEvidence =
  ({ product }: TransitionData, context: DecisionContext): Mutation =>
  (draft) => {
    if (product?.product === undefined || product.since == null) return draft;
    if (!isFilled(product.reference) && !isFilled(product.confirmedBy)) return draft;
    const id = product.id ?? unprovedProductId(draft.account, product.product, context);
    const use: ProductInput = { ...product, product: product.product, state: 'live' };
    return upsertProduct(id === undefined ? use : { ...use, id }, context)(draft);
  };

/** The ID of the same product where a list has said that it is in use, but not since when or by which contract. */
const unprovedProductId = (account: Account, product: string, { today }: DecisionContext) =>
  lastingProducts(account, today).find((use) => use.product === product && !isProved(use))?.id;
