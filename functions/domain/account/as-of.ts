/** Accounts as they were at a past instant, and how their statuses moved between two: folds of a part of their history. */
import type { Status } from '../status/statuses';
import { type Account, isRegistered } from './account';
import { applyEntry, fold, type HistoryEntry } from './history';

/**
 * The entries that an account consisted of just before an instant (ISO 8601 in UTC), the oldest first: all up to the newest version
 * that was made before it. A version builds on all below it, also where a clock gave one of these a later time.
 */
export const entriesBefore = (entries: readonly HistoryEntry[], instant: string): readonly HistoryEntry[] => {
  let count = entries.length;
  while (count > 0 && (entries[count - 1]?.at ?? '') >= instant) count -= 1;
  return entries.slice(0, count);
};

/** Null where there was no such account yet; it may have been withdrawn. */
export const accountAsOf = (
  id: string,
  entries: readonly HistoryEntry[],
  instant: string,
): Account | null => {
  const known = entriesBefore(entries, instant);
  return known.length === 0 ? null : fold(id, known);
};

/** A period: from the first instant on, before the second. ISO 8601 in UTC. */
export interface Period {
  from: string;
  before: string;
}

/** An entry that changed the status, registered the account or withdrew it. A status is null where the account was not registered. */
export interface StatusStep {
  from: Status | null;
  to: Status | null;
  entry: HistoryEntry;
}

/** What became of one account in a period. */
export interface AccountMove {
  accountId: string;
  /** At the end of the period. */
  company: string;
  ownerId: string | null;
  /** At its beginning and at its end; equal where the account moved and came back. */
  from: Status | null;
  to: Status | null;
  /** The oldest first. */
  steps: readonly StatusStep[];
}

const statusAt = (account: Account | null): Status | null =>
  account !== null && isRegistered(account) ? account.standing.status : null;

/** The account's move in the period; null where its status did not change. `entries` is its whole history, the oldest first. */
export const moveWithin = (
  accountId: string,
  entries: readonly HistoryEntry[],
  { from, before }: Period,
): AccountMove | null => {
  const known = entriesBefore(entries, before);
  const already = entriesBefore(known, from).length;
  let account = already === 0 ? null : fold(accountId, known.slice(0, already));
  const first = statusAt(account);
  const steps: StatusStep[] = [];
  for (const entry of known.slice(already)) {
    const next: Account = account === null ? fold(accountId, [entry]) : applyEntry(account, entry);
    const [was, is] = [statusAt(account), statusAt(next)];
    if (was !== is) steps.push({ from: was, to: is, entry });
    account = next;
  }
  if (account === null || steps.length === 0) return null;
  const { name: company, ownerId } = account;
  return { accountId, company, ownerId, from: first, to: statusAt(account), steps };
};

/** Whether it is the newest entry of its account that was made within the period: where the account's move is told once. */
export const isNewestWithin = (
  { version }: HistoryEntry,
  entries: readonly HistoryEntry[],
  { from, before }: Period,
): boolean => !entries.some((other) => other.version > version && other.at >= from && other.at < before);
