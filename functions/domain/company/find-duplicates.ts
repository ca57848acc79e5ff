/** Which accounts of a page may be one company with others, or share nothing with them but a name. */
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

/** Who shares a key with an account of the page. */
export interface KeySharers {
  /** By key all accounts that were read under it, those of the page included. */
  byKey: ReadonlyMap<string, readonly ComparedAccount[]>;
  /** By key of a name that this page has found to be common: how many accounts have it. */
  counts: ReadonlyMap<string, number>;
  /** Keys of all names so common that their accounts are only counted. */
  common: ReadonlySet<string>;
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

/**
 * A pair belongs to the page of its first account, by ID, and so do the accounts of one name: no page needs to know another
 * one, and none is found twice.
 */
export const findPairsAndNamesakes = (
  page: readonly ComparedAccount[],
  sharers: KeySharers,
): { pairs: DuplicatePair[]; namesakes: Namesakes[] } => ({
  pairs: findPairs(page, sharers),
  namesakes: findNamesakes(page, sharers),
});

const findPairs = (page: readonly ComparedAccount[], { byKey }: KeySharers): DuplicatePair[] => {
  const pairs = new Map<string, DuplicatePair>();
  for (const { account, keys } of page) {
    // What accounts of a frequent name share beside it has a key of its own.
    const sharers = keys.flatMap((key) => {
      const accounts = byKey.get(key) ?? [];
      return isNameOnlyKey(key) && accounts.length > MAX_COMPARED ? [] : accounts;
    });
    for (const { account: other } of new Set(sharers)) {
      if (other.id <= account.id || !isUnresolvedPair(account, other)) continue;
      const pair = duplicatePairOf(account, other);
      if (pair !== null) pairs.set(pair.ids.join(), pair);
    }
  }
  return [...pairs.values()].sort((a, b) => (a.ids.join() < b.ids.join() ? -1 : 1));
};

const findNamesakes = (
  page: readonly ComparedAccount[],
  { byKey, counts, common }: KeySharers,
): Namesakes[] => {
  const namesakes = new Map<string, Namesakes>();
  for (const [key, count] of counts) {
    const first = page.find(({ keys }) => keys.includes(key));
    namesakes.set(key, { name: first?.account.name ?? '', ids: [], count });
  }
  const idsOfPage = new Set(page.map(({ account }) => account.id));
  for (const [key, sharers] of byKey) {
    if (!isNameOnlyKey(key) || common.has(key)) continue;
    const accounts = sharers.map(({ account }) => account).filter(isComparable);
    const group = namesakeGroup(accounts.sort((a, b) => (a.id < b.id ? -1 : 1)));
    const [firstId] = group?.ids ?? [];
    if (group !== null && firstId !== undefined && idsOfPage.has(firstId))
      namesakes.set(group.ids.join(), group.namesakes);
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
