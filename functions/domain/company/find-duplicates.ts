/** Which accounts may be one company, or share nothing but a name. */
import { type Account, isRegistered } from '../account/account';
import { successorIdOf } from '../account/standing';
import {
  isNameOnlyKey,
  isUnresolvedPair,
  type MatchingTrait,
  markedDistinct,
  matchingTraits,
} from './duplicates';

/** Two accounts that may be one company, by more than their name. */
export interface DuplicatePair {
  ids: readonly [string, string];
  why: readonly MatchingTrait[];
}

/** Accounts that share a name and nothing else; `ids` where they are few enough to be looked at one by one. */
export interface Namesakes {
  name: string;
  ids: readonly string[];
  count: number;
}

/** Up to so many of one name are shown one by one; more are one line. */
export const MAX_LISTED_NAMESAKES = 5;

/** An account with the keys under which it meets its possible duplicates. */
export interface ComparedAccount {
  account: Account;
  keys: readonly string[];
}

/** Accounts that share keys: each key is looked at once in a search, with everybody who has it. */
export interface KeySharers {
  /** By key the accounts that were read; all of them where the key is among `names`. */
  byKey: ReadonlyMap<string, readonly ComparedAccount[]>;
  /** Keys of names all of whose accounts were read. */
  names: ReadonlySet<string>;
  /** Names that so many accounts have that these were only counted. */
  counted: readonly { name: string; count: number }[];
}

/** Accounts of one name that are compared one by one; of more, only those that share more than the name. */
const MAX_COMPARED = 50;

/** Withdrawn accounts, and those for which another one stands already, are no duplicates. */
export const isComparable = (account: Account): boolean =>
  isRegistered(account) && successorIdOf(account) === null;

/** Null where the two share no more than a name, or not even that. */
export const duplicatePairOf = (a: Account, b: Account): DuplicatePair | null => {
  const why = matchingTraits(a, b);
  const isMore = why[0] === 'corporateNumber' || why.length > 1;
  return isMore ? { ids: a.id < b.id ? [a.id, b.id] : [b.id, a.id], why } : null;
};

/** In the order of their IDs. */
export const findPairs = ({ byKey }: KeySharers): DuplicatePair[] => {
  const pairs = new Map<string, DuplicatePair>();
  for (const [key, sharers] of byKey) {
    // What accounts of a frequent name share beside it has a key of its own.
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

/** Of accounts of one name, in the order of their IDs; null where no two of them are an open question. */
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

/** Neither marked as two companies, nor more than namesakes, nor told apart by their corporate numbers. */
const shareOnlyTheName = (a: Account, b: Account): boolean =>
  !markedDistinct(a, b) &&
  duplicatePairOf(a, b) === null &&
  (a.corporateNumber === null || b.corporateNumber === null || a.corporateNumber === b.corporateNumber);
