/** The steps that commands are made of; each adds its event to the story, or refuses. */

import { nextBusinessDay } from '../calendar/business-days';
import { checkDateAfter } from '../calendar/cadence';
import { addMonths, type CalendarDate, dayOfMonth } from '../calendar/calendar-date';
import { BANT_KEYS, hasCode } from '../status/code-lists';
import type { GuardCode } from '../status/transitions';
import {
  type Account,
  type Activity,
  type Contact,
  type Opportunity,
  type ProductUse,
  partById,
  productsInUse,
  sortedById,
} from './account';
import type {
  ActivityInput,
  ClosingInput,
  ContactInput,
  OpportunityDraft,
  OpportunityInput,
  ProductInput,
  TransitionData,
} from './command-inputs';
import { activeMember, cadenceBase, type DecisionContext, nextPartId } from './decision-context';
import { isCheckDate } from './guards';
import { append, type Draft } from './history';
import { requiredField } from './input-fields';
import { type Refusal, refuse } from './refusals';
import { cadenceOf, lostReasons } from './team';

export type Mutation = (story: Draft) => Draft | Refusal;

export const isRefusal = (result: object): result is Refusal => 'reasons' in result;

/** Runs the steps one after the other; the first refusal ends it. */
export const applyInOrder = (story: Draft, steps: readonly (Mutation | null)[]): Draft | Refusal => {
  let result: Draft | Refusal = story;
  for (const step of steps) {
    if (step === null) continue;
    if (isRefusal(result)) return result;
    result = step(result);
  }
  return result;
};

/** Parts of one kind on one account; keeps the document far below Firestore's 1 MiB. */
export const MAX_PARTS = 200;
/** Two-way contacts kept on the account itself; the history has all of them. */
const MAX_ACTIVITIES = 300;

const isTwoWay = ({ kind, twoWay }: ActivityInput): boolean =>
  kind === 'meeting' || (kind !== 'note' && (twoWay ?? kind === 'visit'));

const activityOf = (input: ActivityInput, account: Account, context: DecisionContext): Activity => ({
  id: nextPartId('a', account, account.activities),
  kind: input.kind,
  date: input.date,
  contactId: input.contactId ?? null,
  with: input.with || (partById(account.contacts, input.contactId)?.name ?? ''),
  by: context.actor.id,
  note: input.note ?? null,
});

/** Drops the oldest contacts beyond the limit, never the first meeting. */
export const dropOldestActivities = (
  activities: Readonly<Record<string, Activity>>,
): Record<string, Activity> => {
  const byAge = Object.values(activities).sort((a, b) =>
    `${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1,
  );
  const first = byAge.find(({ kind }) => kind === 'meeting');
  const kept = byAge.slice(-MAX_ACTIVITIES);
  const all = first === undefined || kept.includes(first) ? kept : [first, ...kept.slice(1)];
  return Object.fromEntries(all.map((activity) => [activity.id, activity]));
};

/**
 * A two-way contact moves the quarterly clock, except where the customer named a day that is still to come;
 * an early contact resets it too (edge cases, "Quarterly"). One that is no newer than the contact that the clock runs
 * from, logged late, moves nothing: a missed check stays.
 */
export const resetCheckClock = (account: Account, context: DecisionContext): Account => {
  const check = account.nextCheck;
  if (account.status !== 'QUARTERLY_CHECK' || check === null) return account;
  const base = cadenceBase(account, account.statusSince);
  if (base <= check.base) return account;
  const settled = { ...account, missedChecks: 0, unanswered: 0 };
  if (check.origin === 'customer' && check.date > context.today)
    return { ...settled, nextCheck: { ...check, base } };
  return { ...settled, nextCheck: computeNextCheck(settled, context) };
};

export const computeNextCheck = (
  account: Account,
  context: DecisionContext,
): NonNullable<Account['nextCheck']> => {
  const base = cadenceBase(account, account.statusSince);
  const date = checkDateAfter(
    base,
    dayOfMonth(base),
    context.today,
    cadenceOf(context.settings),
    context.calendar,
  );
  return { date, origin: 'cadence', base };
};

export const logActivity =
  (input: ActivityInput, context: DecisionContext, coordinatedWith?: string): Mutation =>
  (story) => {
    const { account } = story;
    if (input.date > context.today) return refuse('DATE_IN_FUTURE', { facts: { date: input.date } });
    if (input.contactId !== undefined && partById(account.contacts, input.contactId) === undefined)
      return refuse('CONTACT_UNKNOWN', { facts: { contactId: input.contactId } });
    const activity = activityOf(input, account, context);
    const twoWay = isTwoWay(input);
    const data = { activity, twoWay, ...(coordinatedWith === undefined ? {} : { coordinatedWith }) };
    if (!twoWay) return append(story, 'activityLogged', account, { data });
    const logged = {
      ...account,
      activities: dropOldestActivities({ ...account.activities, [activity.id]: activity }),
      everMet: account.everMet || activity.kind === 'meeting',
    };
    return append(story, 'activityLogged', resetCheckClock(logged, context), { data });
  };

export const setOwner =
  (ownerId: string, context: DecisionContext): Mutation =>
  (story) => {
    const owner = activeMember(context, ownerId);
    if (owner === null || owner.role === 'viewer')
      return refuse('MEMBER_UNKNOWN', { facts: { memberId: ownerId } });
    const isOwnerId = owner.role === 'is' ? owner.id : story.account.isOwnerId;
    return append(story, 'ownerSet', { ...story.account, ownerId, isOwnerId });
  };

const isSameText = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim() === b.normalize('NFKC').trim();

/**
 * The contact that is meant: by its ID or, without one, the only person of that name who is still there and whose
 * department is no other one. Undefined: a new one.
 */
const findContact = ({ contacts }: Account, { id, name, department }: ContactInput): Contact | undefined => {
  if (id !== undefined) return partById(contacts, id);
  const alike = sortedById(contacts).filter(
    (known) =>
      known.state === 'present' &&
      isSameText(known.name, name) &&
      (department == null || known.department === null || isSameText(known.department, department)),
  );
  return alike.length === 1 ? alike[0] : undefined;
};

/** Of the contact that saving will make or change. */
export const savedContactId = (account: Account, input: ContactInput): string =>
  input.id ?? findContact(account, input)?.id ?? nextPartId('c', account, account.contacts);

export const saveContact =
  (input: ContactInput, context: DecisionContext): Mutation =>
  (story) => {
    const { account } = story;
    const known = findContact(account, input);
    if (input.id !== undefined && known === undefined)
      return refuse('CONTACT_UNKNOWN', { facts: { contactId: input.id } });
    if (known === undefined && Object.keys(account.contacts).length >= MAX_PARTS)
      return refuse('LIMIT_REACHED', { facts: { contacts: MAX_PARTS } });
    const stranger = (input.speaksWith ?? []).find((id) => partById(context.members, id) === undefined);
    if (stranger !== undefined) return refuse('MEMBER_UNKNOWN', { facts: { memberId: stranger } });
    const contact: Contact = {
      id: savedContactId(account, input),
      name: input.id === undefined ? (known?.name ?? input.name.trim()) : input.name,
      department: input.department === undefined ? (known?.department ?? null) : input.department,
      title: input.title === undefined ? (known?.title ?? null) : input.title,
      email: input.email === undefined ? (known?.email ?? null) : input.email,
      phone: input.phone === undefined ? (known?.phone ?? null) : input.phone,
      state: input.state ?? known?.state ?? 'present',
      speaksWith: input.speaksWith ?? known?.speaksWith ?? [],
    };
    return append(story, 'contactSaved', {
      ...account,
      contacts: { ...account.contacts, [contact.id]: contact },
    });
  };

export const setBant =
  (
    input: NonNullable<TransitionData['bant']>,
    latentNeed: string | null | undefined,
    context: DecisionContext,
  ): Mutation =>
  ({ account, events }) => {
    const answers = BANT_KEYS.flatMap((key) => {
      const value = input[key];
      return value === undefined || value === account.bant[key].value
        ? []
        : [[key, { value, on: context.today, by: context.actor.id }]];
    });
    return append({ account, events }, 'bantSet', {
      ...account,
      bant: { ...account.bant, ...Object.fromEntries(answers) },
      latentNeed: latentNeed === undefined ? account.latentNeed : latentNeed,
    });
  };

const isComplete = (draft: OpportunityDraft): draft is OpportunityInput => {
  const { product, fsOwnerId, since, handOverNote } = draft;
  const { metWith, bant, nextStep } = handOverNote ?? {};
  return [product, fsOwnerId, since, metWith, bant, nextStep].every((part) => (part ?? '').trim() !== '');
};

/** Opens a complete opportunity; an unfinished draft is left to the guard OPPORTUNITY, which names what is missing. */
export const openOpportunity =
  (draft: OpportunityDraft, context: DecisionContext): Mutation =>
  (story) => {
    const { account } = story;
    if (!isComplete(draft)) return story;
    if (draft.since > context.today) return refuse('DATE_IN_FUTURE', { facts: { since: draft.since } });
    const fsOwner = activeMember(context, draft.fsOwnerId);
    if (fsOwner === null || fsOwner.role === 'viewer')
      return refuse('MEMBER_UNKNOWN', { facts: { memberId: draft.fsOwnerId } });
    if (draft.follows !== undefined && partById(account.opportunities, draft.follows) === undefined)
      return refuse('OPPORTUNITY_UNKNOWN', { facts: { opportunityId: draft.follows } });
    if (Object.keys(account.opportunities).length >= MAX_PARTS)
      return refuse('LIMIT_REACHED', { facts: { opportunities: MAX_PARTS } });
    const opportunity: Opportunity = {
      id: nextPartId('o', account, account.opportunities),
      product: draft.product,
      fsOwnerId: draft.fsOwnerId,
      since: draft.since,
      state: 'open',
      closedOn: null,
      amount: draft.amount ?? null,
      handOverNote: draft.handOverNote,
      lostReason: null,
      note: draft.note ?? null,
      follows: draft.follows ?? null,
    };
    return append(story, 'opportunityOpened', {
      ...account,
      opportunities: { ...account.opportunities, [opportunity.id]: opportunity },
    });
  };

/** Closes one opportunity. Won is evidence of a product in use; lost stays on its product. */
export const closeOpportunity =
  (input: ClosingInput, context: DecisionContext): Mutation =>
  (story) => {
    const { account } = story;
    const opportunity = partById(account.opportunities, input.opportunityId);
    const facts = { opportunityId: input.opportunityId };
    if (opportunity === undefined) return refuse('OPPORTUNITY_UNKNOWN', { facts });
    if (opportunity.state !== 'open') return refuse('OPPORTUNITY_CLOSED', { facts });
    if (input.on > context.today) return refuse('DATE_IN_FUTURE', { facts: { on: input.on } });
    if (input.on < opportunity.since) return refuse('DATES_REVERSED', { facts: { on: input.on } });
    if (input.lostReason !== undefined && !hasCode(lostReasons(context.settings), input.lostReason))
      return refuse('CODE_UNKNOWN', { facts: { lostReason: input.lostReason } });
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
    return append(story, 'opportunityClosed', { ...account, opportunities, products });
  };

/** More business lost leaves a product in use as it is; won vouches for it. One whose end has come is bought anew. */
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

export const saveProduct =
  (input: ProductInput, context: DecisionContext): Mutation =>
  (story) => {
    const { account } = story;
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
      since: input.since === undefined ? (known?.since ?? null) : input.since,
      endsOn: input.endsOn === undefined ? (known?.endsOn ?? null) : input.endsOn,
      churnReason: input.churnReason === undefined ? (known?.churnReason ?? null) : input.churnReason,
      reference: input.reference === undefined ? (known?.reference ?? null) : input.reference,
      confirmedBy: input.confirmedBy === undefined ? (known?.confirmedBy ?? null) : input.confirmedBy,
      source: input.source === undefined ? (known?.source ?? null) : input.source,
    };
    if (use.since !== null && use.endsOn !== null && use.endsOn < use.since)
      return refuse('DATES_REVERSED', { facts: { since: use.since, endsOn: use.endsOn } });
    if (use.state === 'ended' && (use.endsOn ?? '') > context.today)
      return refuse('DATE_IN_FUTURE', { facts: { endsOn: use.endsOn } });
    return append(story, 'productSaved', { ...account, products: { ...account.products, [use.id]: use } });
  };

export const endProduct =
  (churn: NonNullable<TransitionData['churn']>[number], context: DecisionContext): Mutation =>
  (story) => {
    const use = partById(story.account.products, churn.productId);
    if (use === undefined) return refuse('PRODUCT_UNKNOWN', { facts: { productId: churn.productId } });
    if (churn.endsOn > context.today) return refuse('DATE_IN_FUTURE', { facts: { endsOn: churn.endsOn } });
    return saveProduct(
      { ...use, state: 'ended', endsOn: churn.endsOn, churnReason: churn.reason },
      context,
    )(story);
  };

export const setNextCheck =
  (date: CalendarDate, reason: string | null, context: DecisionContext): Mutation =>
  (story) => {
    const { account } = story;
    if (account.status !== 'QUARTERLY_CHECK') return refuse('CHECK_NOT_RUNNING');
    if (!isCheckDate(date, context))
      return refuse('NEXT_CHECK', {
        missing: [requiredField('nextCheckDate', context.settings, computeNextCheck(account, context).date)],
        facts: {
          nextCheckDate: date,
          nextBusinessDay: nextBusinessDay(date, context.calendar),
          latest: addMonths(context.today, 12),
        },
      });
    const base = account.nextCheck?.base ?? account.statusSince;
    return append(
      story,
      'nextCheckSet',
      { ...account, nextCheck: { date, origin: 'customer', base } },
      { reason },
    );
  };

/**
 * The data of a move, put on the account before its guards are asked. Opportunities and products only where a guard
 * reads them: opening one anywhere else would be a move of its own.
 */
export const applyTransitionData = (
  story: Draft,
  data: TransitionData,
  guards: readonly GuardCode[],
  context: DecisionContext,
): Draft | Refusal => {
  const { action, meeting, product, awaitedCondition, contactId, contact } = data;
  const waits = story.account.status === 'QUARTERLY_CHECK' || guards.includes('NEED');
  const named = contact === undefined ? undefined : savedContactId(story.account, contact);
  return applyInOrder(story, [
    ...(data.closing ?? []).map((closing) => closeOpportunity(closing, context)),
    ...(data.churn ?? []).map((churn) => endProduct(churn, context)),
    data.ownerId === undefined ? null : setOwner(data.ownerId, context),
    data.contact === undefined ? null : saveContact(data.contact, context),
    action?.kind !== undefined && action.date !== undefined && (action.with || action.contactId)
      ? logActivity({ ...action, kind: action.kind, date: action.date }, context)
      : null,
    meeting?.date !== undefined && (meeting.with || meeting.contactId)
      ? logActivity({ ...meeting, kind: 'meeting', date: meeting.date }, context)
      : null,
    data.bant === undefined && data.latentNeed === undefined
      ? null
      : setBant(data.bant ?? {}, data.latentNeed, context),
    guards.includes('EVIDENCE') &&
    product?.product !== undefined &&
    product.since != null &&
    (product.reference || product.confirmedBy)
      ? saveProduct({ ...product, product: product.product, state: 'live' }, context)
      : null,
    data.opportunity === undefined || !guards.includes('OPPORTUNITY')
      ? null
      : openOpportunity(data.opportunity, context),
    awaitContactOrCondition(contactId ?? named, waits ? awaitedCondition : undefined),
  ]);
};

/** Whom we keep in touch with, and what the check waits for; what is undefined stays. Null where both are. */
export const awaitContactOrCondition = (
  contactId: string | undefined,
  awaitedCondition: string | null | undefined,
): Mutation | null => {
  if (contactId === undefined && awaitedCondition === undefined) return null;
  return (story) => {
    const { account } = story;
    if (contactId !== undefined && partById(account.contacts, contactId) === undefined)
      return refuse('CONTACT_UNKNOWN', { facts: { contactId } });
    return append(story, awaitedCondition === undefined ? 'contactSaved' : 'nextCheckSet', {
      ...account,
      awaitedCondition: awaitedCondition === undefined ? account.awaitedCondition : awaitedCondition,
      awaitedContactId: contactId ?? account.awaitedContactId,
    });
  };
};
