/** Opportunities are opened once, closed once and never reopened. */

import { addMonths, type CalendarDate } from '../calendar/calendar-date';
import { hasCode } from '../status/code-lists';
import {
  type Account,
  type Opportunity,
  type OpportunityHandOver,
  type ProductUse,
  partById,
  sortedById,
} from './account';
import type { ClosingInput, OpportunityDraft, OpportunityInput } from './command-inputs';
import { DATE_BOUNDS, isUnlikelyDate } from './date-bounds';
import { activeMember, type DecisionContext, nextPartId } from './decision-context';
import { definedFields } from './defined-fields';
import { append, type Draft, MAX_PARTS, type Mutation } from './draft';
import { requiredField } from './input-fields';
import { productsInUse } from './product-use';
import { refuse } from './refusals';
import { isManager, isOurProduct, lostReasons, type Member, mayOwnOpportunity } from './team';

const isComplete = (input: OpportunityDraft): input is OpportunityInput => {
  const { product, fsOwnerId, since, handOverNote } = input;
  const { metWith, bant, nextStep } = handOverNote ?? {};
  return [product, fsOwnerId, since, metWith, bant, nextStep].every((part) => (part ?? '').trim() !== '');
};

/** The day of acknowledgement of what is given now: today where the actor takes it themselves, else null. */
export const acknowledgedByGiving = (
  toId: string,
  { actor, today }: Pick<DecisionContext, 'actor' | 'today'>,
): CalendarDate | null => (toId === actor.id ? today : null);

const handOverNow = (
  handOver: Pick<OpportunityHandOver, 'id' | 'fromId' | 'note'>,
  toId: string,
  context: DecisionContext,
): OpportunityHandOver => ({
  ...handOver,
  by: context.actor.id,
  on: context.today,
  acknowledgedOn: acknowledgedByGiving(toId, context),
});

/** Why the member cannot pursue it; null where they can. */
const receiverRefusal = (memberId: string, context: DecisionContext) => {
  const receiver = activeMember(context, memberId);
  if (receiver === null) return refuse('MEMBER_UNKNOWN', { facts: { memberId } });
  return mayOwnOpportunity(receiver)
    ? null
    : refuse('FIELD_SALES_OWNER', {
        missing: [requiredField('opportunity.fsOwnerId', context.settings)],
        facts: { memberId: receiver.id, role: receiver.role },
      });
};

/** Hands open opportunities to another member, who acknowledges or returns them. `handOverId` names what goes at once. */
export const passOpportunities =
  (
    opportunities: readonly Opportunity[],
    { toId, note, handOverId }: { toId: string; note: string; handOverId: string },
    context: DecisionContext,
  ): Mutation =>
  (draft) => {
    const passed = opportunities.filter(({ fsOwnerId }) => fsOwnerId !== toId);
    if (passed.length === 0) return draft;
    const refusal = receiverRefusal(toId, context);
    if (refusal !== null) return refusal;
    const { account } = draft;
    return append(draft, 'opportunityHandedOver', {
      ...account,
      opportunities: {
        ...account.opportunities,
        ...Object.fromEntries(
          passed.map((one) => [
            one.id,
            {
              ...one,
              fsOwnerId: toId,
              handOver: handOverNow({ id: handOverId, fromId: one.fsOwnerId, note }, toId, context),
            },
          ]),
        ),
      },
    });
  };

/** Refuses an expected decision in the past or too far ahead. Null where the day is accepted, or none is given. */
export const expectedDateRefusal = (
  expectedOn: CalendarDate | null | undefined,
  { today, settings }: Pick<DecisionContext, 'today' | 'settings'>,
) =>
  expectedOn == null || (expectedOn >= today && !isUnlikelyDate('expected', expectedOn, today))
    ? null
    : refuse('EXPECTED_DATE', {
        missing: [requiredField('opportunity.expectedOn', settings)],
        facts: { expectedOn, latest: addMonths(today, 12 * DATE_BOUNDS.expected.yearsAhead) },
      });

/** Opens a complete opportunity; an unfinished input is left to the guard OPPORTUNITY, which names what is missing. */
export const openOpportunity =
  (input: OpportunityDraft, context: DecisionContext, coordinatedWith?: string): Mutation =>
  (draft) => {
    const { account } = draft;
    if (!isComplete(input)) return draft;
    if (input.since > context.today) return refuse('DATE_IN_FUTURE', { facts: { since: input.since } });
    const refusal = receiverRefusal(input.fsOwnerId, context);
    if (refusal !== null) return refusal;
    if (context.settings.products.length === 0) return refuse('PRODUCTS_NOT_SET', { facts: {} });
    if (!isOurProduct(input.product, context.settings))
      return refuse('PRODUCT_NOT_OURS', {
        missing: [requiredField('opportunity.product', context.settings)],
        facts: { product: input.product },
      });
    if (input.follows !== undefined && partById(account.opportunities, input.follows) === undefined)
      return refuse('OPPORTUNITY_UNKNOWN', { facts: { opportunityId: input.follows } });
    const unexpected = expectedDateRefusal(input.expectedOn, context);
    if (unexpected !== null) return unexpected;
    if (Object.keys(account.opportunities).length >= MAX_PARTS)
      return refuse('LIMIT_REACHED', { facts: { opportunities: MAX_PARTS } });
    const opportunity: Opportunity = {
      id: nextPartId('o', account, account.opportunities),
      product: input.product,
      fsOwnerId: input.fsOwnerId,
      since: input.since,
      state: 'open',
      closedOn: null,
      amount: input.amount ?? null,
      handOverNote: input.handOverNote,
      lostReason: null,
      note: input.note ?? null,
      follows: input.follows ?? null,
      handOver:
        input.fsOwnerId === context.actor.id
          ? null
          : handOverNow({ id: nextPartId('h', account), fromId: null, note: null }, input.fsOwnerId, context),
      ...definedFields({
        department: input.department || undefined,
        expectedOn: input.expectedOn,
        probability: input.probability,
      }),
    };
    const opened = {
      ...account,
      opportunities: { ...account.opportunities, [opportunity.id]: opportunity },
    };
    return append(draft, 'opportunityOpened', opened, { data: definedFields({ coordinatedWith }) });
  };

/** Acts on an opportunity of the account that is open. */
const onOpenOpportunity = <Result>(
  draft: Draft,
  opportunityId: string,
  act: (opportunity: Opportunity) => Result,
) => {
  const facts = { opportunityId };
  const opportunity = partById(draft.account.opportunities, opportunityId);
  if (opportunity === undefined) return refuse('OPPORTUNITY_UNKNOWN', { facts });
  return opportunity.state === 'open' ? act(opportunity) : refuse('OPPORTUNITY_CLOSED', { facts });
};

/** As `onOpenOpportunity`, refused to everybody but the member who pursues it and managers. */
export const onOwnOpportunity = <Result>(
  draft: Draft,
  opportunityId: string,
  actor: Member,
  act: (opportunity: Opportunity) => Result,
) =>
  onOpenOpportunity(draft, opportunityId, (opportunity) =>
    opportunity.fsOwnerId === actor.id || isManager(actor)
      ? act(opportunity)
      : refuse('ROLE_NOT_ALLOWED', { facts: { ownerId: opportunity.fsOwnerId } }),
  );

/** Closes one opportunity. A won one is evidence of a product in use; that one was lost is kept with its product. */
export const settleOpportunity =
  (input: ClosingInput, context: DecisionContext): Mutation =>
  (draft) =>
    onOpenOpportunity(draft, input.opportunityId, (opportunity) => {
      const { account } = draft;
      if (input.on > context.today) return refuse('DATE_IN_FUTURE', { facts: { on: input.on } });
      if (input.on < opportunity.since) return refuse('DATES_REVERSED', { facts: { on: input.on } });
      if (input.lostReason !== undefined && !hasCode(lostReasons(context.settings), input.lostReason))
        return refuse('CODE_UNKNOWN', { facts: { lostReason: input.lostReason } });
      // Only a lost opportunity has a reason of its loss.
      if (input.lostReason !== undefined && input.outcome !== 'lost')
        return refuse('DATA_UNUSED', { facts: { unused: ['closing'] } });
      const closed: Opportunity = {
        ...opportunity,
        state: input.outcome,
        closedOn: input.on,
        lostReason: input.lostReason ?? null,
        note: input.note ?? opportunity.note,
      };
      const opportunities = { ...account.opportunities, [closed.id]: closed };
      const products =
        input.outcome === 'returned' ? account.products : productsAfterClosing(account, closed, context);
      return append(draft, 'opportunityClosed', { ...account, opportunities, products });
    });

/** The products after the opportunity is closed: a won one makes its product used, anew where its end has come, and a lost one leaves a product in use as it is. */
const productsAfterClosing = (
  account: Account,
  closed: Opportunity,
  context: DecisionContext,
): Account['products'] => {
  const running = productsInUse(account, context.today).find(({ product }) => product === closed.product);
  if (running !== undefined) {
    if (closed.state === 'lost') return account.products;
    const confirmedBy = running.confirmedBy ?? (running.reference === null ? context.actor.id : null);
    const vouched = { ...running, since: running.since ?? closed.closedOn, confirmedBy };
    return { ...account.products, [running.id]: vouched };
  }
  const known = sortedById(account.products).find(
    ({ product, state }) => product === closed.product && (state === 'prospect' || state === 'lost'),
  );
  const use: ProductUse = {
    id: known?.id ?? nextPartId('p', account, account.products),
    product: closed.product,
    state: closed.state === 'won' ? 'live' : 'lost',
    since: closed.state === 'won' ? closed.closedOn : null,
    endsOn: null,
    churnReason: null,
    reference: null,
    confirmedBy: closed.state === 'won' ? context.actor.id : null,
    source: `opportunity:${closed.id}`,
  };
  return { ...account.products, [use.id]: use };
};
