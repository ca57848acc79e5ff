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
import { isRefusal, type Refusal } from './refusals';

/** Events of one command while it is being decided; each step records what it changed. */
export interface Draft {
  readonly account: Account;
  readonly events: readonly AccountEvent[];
}

export const draftOf = (account: Account): Draft => ({ account, events: [] });

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
export function append(
  draft: Draft,
  type: EventType,
  after: Account,
  { reason = null, data }: { reason?: string | null; data?: AccountEventData[EventType] } = {},
): Draft {
  const changes = changesBetween(draft.account, after);
  if (changes.length === 0 && data === undefined) return draft;
  const statuses = { from: draft.account.status, to: after.status };
  const event = accountEventOf(type, { ...statuses, reason, changes }, data ?? {});
  return { account: after, events: [...draft.events, event] };
}

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
