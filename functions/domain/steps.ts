/** The steps that commands are made of; each adds its event to the story, or refuses. */
import {
  type Account,
  type Activity,
  type Contact,
  listed,
  type Opportunity,
  type ProductUse,
  partOf,
  productsInUse,
} from './account';
import { nextBusinessDay } from './business-days';
import { checkDateAfter } from './cadence';
import { addMonths, type CalendarDate, dayOfMonth } from './calendar';
import { BANT_KEYS, hasCode } from './code-lists';
import type {
  ActivityInput,
  ClosingInput,
  ContactInput,
  MoveData,
  OpportunityDraft,
  OpportunityInput,
  ProductInput,
} from './commands';
import { activeMember, type Context, cadenceBase, partId } from './context';
import { fieldNeed } from './fields';
import { isCheckDate } from './guards';
import { record, type Story } from './history';
import type { GuardCode } from './moves';
import { type Refusal, refuse } from './refusals';
import { cadenceOf, lostReasons } from './team';

export type Step = (story: Story) => Story | Refusal;

export const isRefusal = (result: object): result is Refusal => 'reasons' in result;

/** Runs the steps one after the other; the first refusal ends it. */
export const inOrder = (story: Story, steps: readonly (Step | null)[]): Story | Refusal => {
  let result: Story | Refusal = story;
  for (const step of steps) {
    if (step === null) continue;
    if (isRefusal(result)) return result;
    result = step(result);
  }
  return result;
};

/** Parts of one kind on one account; keeps the document far below Firestore's 1 MiB. */
export const MOST_PARTS = 200;
/** Two-way contacts kept on the account itself; the history has all of them. */
const MOST_ACTIVITIES = 300;

const isTwoWay = ({ kind, twoWay }: ActivityInput): boolean =>
  kind === 'meeting' || (kind !== 'note' && (twoWay ?? kind === 'visit'));

const activityOf = (input: ActivityInput, account: Account, context: Context): Activity => ({
  id: partId('a', account, account.activities),
  kind: input.kind,
  date: input.date,
  contactId: input.contactId ?? null,
  with: input.with || (partOf(account.contacts, input.contactId)?.name ?? ''),
  by: context.actor.id,
  note: input.note ?? null,
});

/** Drops the oldest contacts beyond the limit, never the first meeting. */
export const bounded = (activities: Readonly<Record<string, Activity>>): Record<string, Activity> => {
  const byAge = Object.values(activities).sort((a, b) =>
    `${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1,
  );
  const first = byAge.find(({ kind }) => kind === 'meeting');
  const kept = byAge.slice(-MOST_ACTIVITIES);
  const all = first === undefined || kept.includes(first) ? kept : [first, ...kept.slice(1)];
  return Object.fromEntries(all.map((activity) => [activity.id, activity]));
};

/**
 * A two-way contact moves the quarterly clock, except where the customer named a day that is still to come;
 * an early contact resets it too (edge cases, "Quarterly"). One that is no newer than the contact that the clock runs
 * from, logged late, moves nothing: a missed check stays.
 */
export const clockMoved = (account: Account, context: Context): Account => {
  const check = account.nextCheck;
  if (account.status !== 'QUARTERLY_CHECK' || check === null) return account;
  const base = cadenceBase(account, account.statusSince);
  if (base <= check.base) return account;
  const settled = { ...account, missedChecks: 0, unanswered: 0 };
  if (check.origin === 'customer' && check.date > context.today)
    return { ...settled, nextCheck: { ...check, base } };
  return { ...settled, nextCheck: computedCheck(settled, context) };
};

export const computedCheck = (account: Account, context: Context): NonNullable<Account['nextCheck']> => {
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
  (input: ActivityInput, context: Context, coordinatedWith?: string): Step =>
  (story) => {
    const { account } = story;
    if (input.date > context.today) return refuse('DATE_IN_FUTURE', { facts: { date: input.date } });
    if (input.contactId !== undefined && partOf(account.contacts, input.contactId) === undefined)
      return refuse('CONTACT_UNKNOWN', { facts: { contactId: input.contactId } });
    const activity = activityOf(input, account, context);
    const twoWay = isTwoWay(input);
    const data = { activity, twoWay, ...(coordinatedWith === undefined ? {} : { coordinatedWith }) };
    if (!twoWay) return record(story, 'activityLogged', account, { data });
    const logged = {
      ...account,
      activities: bounded({ ...account.activities, [activity.id]: activity }),
      everMet: account.everMet || activity.kind === 'meeting',
    };
    return record(story, 'activityLogged', clockMoved(logged, context), { data });
  };

export const setOwner =
  (ownerId: string, context: Context): Step =>
  (story) => {
    const owner = activeMember(context, ownerId);
    if (owner === null || owner.role === 'viewer')
      return refuse('MEMBER_UNKNOWN', { facts: { memberId: ownerId } });
    const isOwnerId = owner.role === 'is' ? owner.id : story.account.isOwnerId;
    return record(story, 'ownerSet', { ...story.account, ownerId, isOwnerId });
  };

const sameWords = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim() === b.normalize('NFKC').trim();

/**
 * The contact that is meant: by its ID or, without one, the only person of that name who is still there and whose
 * department is no other one. Undefined: a new one.
 */
const meantContact = ({ contacts }: Account, { id, name, department }: ContactInput): Contact | undefined => {
  if (id !== undefined) return partOf(contacts, id);
  const alike = listed(contacts).filter(
    (known) =>
      known.state === 'present' &&
      sameWords(known.name, name) &&
      (department == null || known.department === null || sameWords(known.department, department)),
  );
  return alike.length === 1 ? alike[0] : undefined;
};

/** Of the contact that saving will make or change. */
export const savedContactId = (account: Account, input: ContactInput): string =>
  input.id ?? meantContact(account, input)?.id ?? partId('c', account, account.contacts);

export const saveContact =
  (input: ContactInput, context: Context): Step =>
  (story) => {
    const { account } = story;
    const known = meantContact(account, input);
    if (input.id !== undefined && known === undefined)
      return refuse('CONTACT_UNKNOWN', { facts: { contactId: input.id } });
    if (known === undefined && Object.keys(account.contacts).length >= MOST_PARTS)
      return refuse('LIMIT_REACHED', { facts: { contacts: MOST_PARTS } });
    const stranger = (input.speaksWith ?? []).find((id) => partOf(context.members, id) === undefined);
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
    return record(story, 'contactSaved', {
      ...account,
      contacts: { ...account.contacts, [contact.id]: contact },
    });
  };

export const setBant =
  (input: NonNullable<MoveData['bant']>, latentNeed: string | null | undefined, context: Context): Step =>
  ({ account, events }) => {
    const answers = BANT_KEYS.flatMap((key) => {
      const value = input[key];
      return value === undefined || value === account.bant[key].value
        ? []
        : [[key, { value, on: context.today, by: context.actor.id }]];
    });
    return record({ account, events }, 'bantSet', {
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
  (draft: OpportunityDraft, context: Context): Step =>
  (story) => {
    const { account } = story;
    if (!isComplete(draft)) return story;
    if (draft.since > context.today) return refuse('DATE_IN_FUTURE', { facts: { since: draft.since } });
    const fsOwner = activeMember(context, draft.fsOwnerId);
    if (fsOwner === null || fsOwner.role === 'viewer')
      return refuse('MEMBER_UNKNOWN', { facts: { memberId: draft.fsOwnerId } });
    if (draft.follows !== undefined && partOf(account.opportunities, draft.follows) === undefined)
      return refuse('OPPORTUNITY_UNKNOWN', { facts: { opportunityId: draft.follows } });
    if (Object.keys(account.opportunities).length >= MOST_PARTS)
      return refuse('LIMIT_REACHED', { facts: { opportunities: MOST_PARTS } });
    const opportunity: Opportunity = {
      id: partId('o', account, account.opportunities),
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
    return record(story, 'opportunityOpened', {
      ...account,
      opportunities: { ...account.opportunities, [opportunity.id]: opportunity },
    });
  };

/** Closes one opportunity. Won is evidence of a product in use; lost stays on its product. */
export const closeOpportunity =
  (input: ClosingInput, context: Context): Step =>
  (story) => {
    const { account } = story;
    const opportunity = partOf(account.opportunities, input.opportunityId);
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
    const products = input.outcome === 'returned' ? account.products : withOutcome(account, closed, context);
    return record(story, 'opportunityClosed', { ...account, opportunities, products });
  };

/** More business lost leaves a product in use as it is; won vouches for it. One whose end has come is bought anew. */
const withOutcome = (account: Account, closed: Opportunity, context: Context): Account['products'] => {
  const running = productsInUse(account, context.today).find(({ product }) => product === closed.product);
  if (running !== undefined) {
    if (closed.state === 'lost') return account.products;
    const confirmedBy = running.confirmedBy ?? (running.reference === null ? context.actor.id : null);
    const vouched = { ...running, since: running.since ?? closed.closedOn, confirmedBy };
    return { ...account.products, [running.id]: vouched };
  }
  const known = listed(account.products).find(
    ({ product, state }) => product === closed.product && (state === 'prospect' || state === 'lost'),
  );
  const use: ProductUse = {
    id: known?.id ?? partId('p', account, account.products),
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
  (input: ProductInput, context: Context): Step =>
  (story) => {
    const { account } = story;
    const known = partOf(account.products, input.id);
    if (input.id !== undefined && known === undefined)
      return refuse('PRODUCT_UNKNOWN', { facts: { productId: input.id } });
    if (known === undefined && Object.keys(account.products).length >= MOST_PARTS)
      return refuse('LIMIT_REACHED', { facts: { products: MOST_PARTS } });
    if (input.confirmedBy != null && activeMember(context, input.confirmedBy) === null)
      return refuse('MEMBER_UNKNOWN', { facts: { memberId: input.confirmedBy } });
    const use: ProductUse = {
      id: known?.id ?? partId('p', account, account.products),
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
    return record(story, 'productSaved', { ...account, products: { ...account.products, [use.id]: use } });
  };

export const endProduct =
  (churn: NonNullable<MoveData['churn']>[number], context: Context): Step =>
  (story) => {
    const use = partOf(story.account.products, churn.productId);
    if (use === undefined) return refuse('PRODUCT_UNKNOWN', { facts: { productId: churn.productId } });
    if (churn.endsOn > context.today) return refuse('DATE_IN_FUTURE', { facts: { endsOn: churn.endsOn } });
    return saveProduct(
      { ...use, state: 'ended', endsOn: churn.endsOn, churnReason: churn.reason },
      context,
    )(story);
  };

export const setNextCheck =
  (date: CalendarDate, reason: string | null, context: Context): Step =>
  (story) => {
    const { account } = story;
    if (account.status !== 'QUARTERLY_CHECK') return refuse('CHECK_NOT_RUNNING');
    if (!isCheckDate(date, context))
      return refuse('NEXT_CHECK', {
        missing: [fieldNeed('nextCheckDate', context.settings, computedCheck(account, context).date)],
        facts: {
          nextCheckDate: date,
          nextBusinessDay: nextBusinessDay(date, context.calendar),
          latest: addMonths(context.today, 12),
        },
      });
    const base = account.nextCheck?.base ?? account.statusSince;
    return record(
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
export const withMoveData = (
  story: Story,
  data: MoveData,
  guards: readonly GuardCode[],
  context: Context,
): Story | Refusal => {
  const { action, meeting, product, awaitedCondition, contactId, contact } = data;
  const waits = story.account.status === 'QUARTERLY_CHECK' || guards.includes('NEED');
  const named = contact === undefined ? undefined : savedContactId(story.account, contact);
  return inOrder(story, [
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
    awaiting(contactId ?? named, waits ? awaitedCondition : undefined),
  ]);
};

/** Whom we keep in touch with, and what the check waits for; what is undefined stays. Null where both are. */
export const awaiting = (
  contactId: string | undefined,
  awaitedCondition: string | null | undefined,
): Step | null => {
  if (contactId === undefined && awaitedCondition === undefined) return null;
  return (story) => {
    const { account } = story;
    if (contactId !== undefined && partOf(account.contacts, contactId) === undefined)
      return refuse('CONTACT_UNKNOWN', { facts: { contactId } });
    return record(story, awaitedCondition === undefined ? 'contactSaved' : 'nextCheckSet', {
      ...account,
      awaitedCondition: awaitedCondition === undefined ? account.awaitedCondition : awaitedCondition,
      awaitedContactId: contactId ?? account.awaitedContactId,
    });
  };
};
