/** A command while it is being decided: the account as far as it is changed, and the events so far. */
import type { Account } from './account';
import { changesBetween } from './account-change';
import {
  type AccountEvent,
  type AccountEventData,
  accountEventOf,
  type EventType,
  type EventTypeWithoutData,
} from './account-event';
import { type AccountRecord, fromRecord, toRecord } from './account-record';
import { eraseFromEvents, eraseFromRecord } from './erase-contact-data';
import type { Erasure } from './erasure';
import { isRefusal, type Refusal } from './refusals';

/** Events of one command while it is being decided; each step records what it changed. */
export interface Draft {
  readonly account: Account;
  readonly events: readonly AccountEvent[];
  /** The awaited condition of an account that is about to enter QUARTERLY_CHECK; null in that status, whose standing has the condition. */
  readonly announcedCondition: string | null;
}

export const draftOf = (account: Account): Draft => ({ account, events: [], announcedCondition: null });

/** The account as its history tells it so far. */
const recordOf = ({
  account,
  announcedCondition,
}: Pick<Draft, 'account' | 'announcedCondition'>): AccountRecord =>
  announcedCondition === null
    ? toRecord(account)
    : { ...toRecord(account), awaitedCondition: announcedCondition };

interface EventDetails {
  reason?: string | null;
  data?: AccountEventData[EventType];
}

const appendEvent = (
  draft: Draft,
  type: EventType,
  after: Pick<Draft, 'account' | 'announcedCondition'>,
  { reason = null, data }: EventDetails,
): Draft => {
  const changes = changesBetween(recordOf(draft), recordOf(after));
  if (changes.length === 0 && data === undefined) return draft;
  const statuses = { from: draft.account.standing.status, to: after.account.standing.status };
  const event = accountEventOf(type, { ...statuses, reason, changes }, data ?? {});
  return { ...after, events: [...draft.events, event] };
};

/** The draft with one more event. A step that changes nothing is recorded only where it has data of its own. */
export function append<Type extends EventType>(
  draft: Draft,
  type: Type,
  after: Account,
  details: { reason?: string | null; data: AccountEventData[Type] },
): Draft;
export function append(
  draft: Draft,
  type: EventTypeWithoutData,
  after: Account,
  details?: { reason?: string | null },
): Draft;
export function append(draft: Draft, type: EventType, account: Account, details: EventDetails = {}): Draft {
  const announcedCondition = account.standing.status === 'QUARTERLY_CHECK' ? null : draft.announcedCondition;
  return appendEvent(draft, type, { account, announcedCondition }, details);
}

/** The condition is told in an event of its own, before the account enters QUARTERLY_CHECK with it. */
export const announceCondition = (draft: Draft, account: Account, announcedCondition: string | null): Draft =>
  appendEvent(draft, 'nextCheckSet', { account, announcedCondition }, {});

/**
 * The erasure of a contact. Its event says before and after what is there afterwards: the history does not keep what it
 * erases.
 */
export const appendErasure = (draft: Draft, erasure: Erasure, reason: string | null): Draft => {
  const record = recordOf(draft);
  const erased = eraseFromRecord(record, erasure);
  const changes = changesBetween(record, erased);
  const { status } = draft.account.standing;
  const event = accountEventOf(
    'contactErased',
    { from: status, to: status, reason, changes },
    { contactId: erasure.contactId },
  );
  return {
    ...draft,
    account: fromRecord(erased),
    events: [...draft.events, ...eraseFromEvents([event], erasure)],
  };
};

export type Mutation = (draft: Draft) => Draft | Refusal;

/** Runs the steps one after the other; the first refusal ends it. */
export const applyInOrder = (draft: Draft, steps: readonly (Mutation | null)[]): Draft | Refusal => {
  let result: Draft | Refusal = draft;
  for (const step of steps) {
    if (step === null) continue;
    if (isRefusal(result)) return result;
    result = step(result);
  }
  return result;
};

/** Parts of one kind on one account; keeps the document far below Firestore's 1 MiB. */
export const MAX_PARTS = 200;

/** Contacts on one account. A large customer has many: a thousand with all their fields fill a third of a document. */
export const MAX_CONTACTS = 1_000;
