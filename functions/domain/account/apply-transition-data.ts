import type { GuardCode } from '../status/guard-texts';
import { addActivity } from './activities';
import { answerBant } from './bant';
import type { TransitionData } from './command-inputs';
import { awaitContactOrCondition, savedContactId, upsertContact } from './contacts';
import type { DecisionContext } from './decision-context';
import { applyInOrder, type Draft } from './draft';
import { openOpportunity, settleOpportunity } from './opportunities';
import { assignOwner } from './owner';
import { endProduct, upsertProduct } from './products';
import type { Refusal } from './refusals';

/**
 * The data of a move, put on the account before its guards are asked. Opportunities and products only where a guard
 * reads them: opening one anywhere else would be a move of its own.
 */
export const applyTransitionData = (
  draft: Draft,
  data: TransitionData,
  guards: readonly GuardCode[],
  context: DecisionContext,
): Draft | Refusal => {
  const { action, meeting, product, awaitedCondition, contactId, contact } = data;
  const waits = draft.account.standing.status === 'QUARTERLY_CHECK' || guards.includes('NEED');
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
    data.bant === undefined && data.latentNeed === undefined
      ? null
      : answerBant(data.bant ?? {}, data.latentNeed, context),
    guards.includes('EVIDENCE') &&
    product?.product !== undefined &&
    product.since != null &&
    (product.reference || product.confirmedBy)
      ? upsertProduct({ ...product, product: product.product, state: 'live' }, context)
      : null,
    data.opportunity === undefined || !guards.includes('OPPORTUNITY')
      ? null
      : openOpportunity(data.opportunity, context),
    awaitContactOrCondition(contactId ?? named, waits ? awaitedCondition : undefined),
  ]);
};
