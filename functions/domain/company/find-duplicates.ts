/** Finds accounts that may be the same company, or that share a name. */
import { type Account, isRegistered } from '../account/account';
import { successorIdOf } from '../account/standing';
import {
  isNameOnlyKey,
  isUnresolvedPair,
  type MatchingTrait,
  markedDistinct,
  matchingTraits,
} from './duplicates';

/** Two accounts that may be the same company by more than their name. */
export interface DuplicatePair {
  ids: readonly [string, string];
  why: readonly MatchingTrait[];
}

/** Accounts that share only a name; `ids` lists them where they are few enough to be looked at one by one. */
export interface Namesakes {
  name: string;
  ids: readonly string[];
  count: number;
}

/** The most accounts of one name that are listed; more become one line. */
export const MAX_LISTED_NAMESAKES = 5;

/** An account with the keys that its possible duplicates share. */
export interface ComparedAccount {
  account: Account;
  keys: readonly string[];
}

/** Accounts by the keys that they share, so that a search looks at each key once. */
export interface KeySharers {
  /** The accounts that were read for each key; they are complete for the keys in `names`. */
  byKey: ReadonlyMap<string, readonly ComparedAccount[]>;
  /** Name keys of which all accounts were read. */
  names: ReadonlySet<string>;
  /** Names that so many accounts have that they were only counted. */
  counted: readonly { name: string; count: number }[];
}

/** The most accounts of one name that are compared in pairs; with more, only those that share another fact are. */
const MAX_COMPARED = 50;

/** Withdrawn accounts, and those that have a successor, are no duplicates. */
export const isComparable = (account: Account): boolean =>
  isRegistered(account) && successorIdOf(account) === null;

/** Null where the two share only a name, or nothing. */
export const duplicatePairOf = (a: Account, b: Account): DuplicatePair | null => {
  const why = matchingTraits(a, b);
  const isMore = why[0] === 'corporateNumber' || why.length > 1;
  return isMore ? { ids: a.id < b.id ? [a.id, b.id] : [b.id, a.id], why } : null;
};

/** Sorted by their IDs. */
export const findPairs = ({ byKey }: KeySharers): DuplicatePair[] => {
  const pairs = new Map<string, DuplicatePair>();
  for (const [key, sharers] of byKey) {
    // What such accounts share beside the name has a key of its own.
    if (isNameOnlyKey(key) && sharers.length > MAX_COMPARED) continue;
    for (const [index, { account }] of sharers.entries())
      for (const { account: other } of sharers.slice(index + 1)) {
        if (!isUnresolvedPair(account, other)) continue;
        const pair = duplicatePairOf(account, other);
        if (pair !== null) pairs.set(pair.ids.join(), pair);
      }
  }
  return [...pairs.values()].sort((a, b) => (a.ids.join() < b.ids.join() ? -1 : 1));
};

export const findNamesakes = ({ byKey, names, counted }: KeySharers): Namesakes[] => {
  const namesakes = new Map<string, Namesakes>();
  for (const { name, count } of counted) namesakes.set(name, { name, ids: [], count });
  for (const key of names) {
    const accounts = (byKey.get(key) ?? []).map(({ account }) => account).filter(isComparable);
    const group = namesakeGroup(accounts.sort((a, b) => (a.id < b.id ? -1 : 1)));
    if (group !== null) namesakes.set(group.ids.join(), group.namesakes);
  }
  return [...namesakes.values()];
};

/** Accounts of one name sorted by their IDs; null where no two of them are undecided. */
const namesakeGroup = (
  accounts: readonly Account[],
): { ids: readonly string[]; namesakes: Namesakes } | null => {
  const [first] = accounts;
  if (first === undefined || accounts.length < 2) return null;
  const { name } = first;
  if (accounts.length > MAX_LISTED_NAMESAKES) {
    const ids = accounts.map(({ id }) => id);
    return { ids, namesakes: { name, ids: [], count: accounts.length } };
  }
  const open = accounts.filter((account) =>
    accounts.some((other) => account !== other && shareOnlyTheName(account, other)),
  );
  if (open.length < 2) return null;
  const ids = open.map(({ id }) => id);
  return { ids, namesakes: { name, ids, count: open.length } };
};

/** They are not marked as different, share nothing but the name, and have no two different corporate numbers. */
const shareOnlyTheName = (a: Account, b: Account): boolean =>
  !markedDistinct(a, b) &&
  duplicatePairOf(a, b) === null &&
  (a.corporateNumber === null || b.corporateNumber === null || a.corporateNumber === b.corporateNumber);
