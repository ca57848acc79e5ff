/**
 * Looks for possible duplicates page by page, by indexed keys: each page asks who shares a key with one of its accounts. A
 * pair belongs to the page of its first account, so that no page needs to know another one.
 */
import { FieldPath, type QueryDocumentSnapshot } from '@google-cloud/firestore';
import { z } from 'zod';
import { type Account, isRegistered } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import { isNameOnlyKey, isUnresolvedPair, markedDistinct } from '../domain/company/duplicates';
import {
  type DuplicatePair,
  duplicatePairOf,
  MAX_LISTED_NAMESAKES,
  type Namesakes,
} from '../domain/register/duplicate-groups';
import { parseAccount } from './account-document';
import { accountsOf, type Database, duplicateSearchRef, MAX_IN_VALUES } from './firestore';

const matchingTrait = z.enum(['corporateNumber', 'name', 'domain', 'phone', 'address']);
export interface DuplicateSearch {
  /** The last account of the last page; null before the first one. */
  after: string | null;
  read: number;
  pairs: readonly DuplicatePair[];
  namesakes: readonly Namesakes[];
  /** Keys of names that so many accounts have that they are counted only. */
  common: readonly string[];
}
const searchDocument = z.object({
  after: z.string().nullable(),
  read: z.int(),
  pairs: z.array(z.object({ ids: z.tuple([z.string(), z.string()]), why: z.array(matchingTrait) })),
  namesakes: z.array(z.object({ name: z.string(), ids: z.array(z.string()), count: z.int() })),
  common: z.array(z.string()),
}) satisfies z.ZodType<DuplicateSearch>;

const EMPTY_SEARCH: DuplicateSearch = {
  after: null,
  read: 0,
  pairs: [],
  namesakes: [],
  common: [],
};

/** Bounds what is kept between two calls: with more, the register has to be put right at its source. */
const MAX_PAIRS = 1000;
const MAX_NAMESAKES = 1000;
const MAX_COMMON = 2000;
const ACCOUNTS_PER_PAGE = 300;
/** Accounts that share one of thirty names: more, and the names are asked for one by one. */
const MAX_SHARED = 200;
/** Accounts of one name that are compared one by one; of more names are only counted. */
const MAX_COMPARED = 50;
/** Queries at a time. */
const PARALLEL_QUERIES = 8;

export const readDuplicateSearch = async (db: Database, spreadsheetId: string): Promise<DuplicateSearch> => {
  const snapshot = await duplicateSearchRef(db, spreadsheetId).get();
  return snapshot.exists ? searchDocument.parse(snapshot.data()) : EMPTY_SEARCH;
};

/** One page further; null behind the last one. The same call again gives the same. */
export const searchNextPage = async (
  db: Database,
  state: DuplicateSearch,
): Promise<DuplicateSearch | null> => {
  let query = accountsOf(db).orderBy(FieldPath.documentId()).limit(ACCOUNTS_PER_PAGE);
  if (state.after !== null) query = query.startAfter(state.after);
  const { docs } = await query.get();
  const last = docs.at(-1);
  if (last === undefined) return null;
  const all = docs.map(accountWithKeysOf);
  const page = all.filter(({ account }) => isComparable(account));
  const around = await readSharers(db, page, new Set(state.common));
  const { pairs, namesakes } = findPairsAndNamesakes(page, around);
  return {
    after: last.id,
    read: state.read + all.filter(({ account }) => isRegistered(account)).length,
    pairs: [...state.pairs, ...pairs].slice(0, MAX_PAIRS),
    namesakes: [...state.namesakes, ...namesakes].slice(0, MAX_NAMESAKES),
    common: [...state.common, ...around.counts.keys()].slice(0, MAX_COMMON),
  };
};

export const saveDuplicateSearch = async (
  db: Database,
  spreadsheetId: string,
  state: DuplicateSearch,
): Promise<void> => {
  await duplicateSearchRef(db, spreadsheetId).set(state);
};

export const NEW_DUPLICATE_SEARCH = EMPTY_SEARCH;

interface AccountWithKeys {
  account: Account;
  keys: readonly string[];
}

const accountWithKeysOf = (doc: QueryDocumentSnapshot): AccountWithKeys => {
  const account = parseAccount(doc.data());
  return { account, keys: z.array(z.string()).catch([]).parse(doc.get('likeKeys')) };
};

const isComparable = (account: Account): boolean => isRegistered(account) && successorIdOf(account) === null;

interface Sharers {
  /** Accounts by each key that the page asked for. */
  byKey: ReadonlyMap<string, readonly AccountWithKeys[]>;
  /** How many accounts have a name that this page has found to be common. */
  counts: ReadonlyMap<string, number>;
  /** All names that are counted only. */
  common: ReadonlySet<string>;
}

/** Who shares a name with an account of the page; of a common name, who shares more than that. */
const readSharers = async (
  db: Database,
  page: readonly AccountWithKeys[],
  known: ReadonlySet<string>,
): Promise<Sharers> => {
  const names = [...new Set(page.flatMap(({ keys }) => keys.filter(isNameOnlyKey)))];
  const found = new Map<string, AccountWithKeys>(page.map((one) => [one.account.id, one]));
  const counts = new Map<string, number>();
  const common = new Set(names.filter((name) => known.has(name)));
  const ask = async (keys: readonly string[]): Promise<void> => {
    const query = accountsOf(db).where('likeKeys', 'array-contains-any', keys);
    const { docs } = await query.limit(MAX_SHARED).get();
    const [only] = keys;
    if (docs.length < MAX_SHARED || only === undefined || !isNameOnlyKey(only)) {
      for (const doc of docs) if (!found.has(doc.id)) found.set(doc.id, accountWithKeysOf(doc));
      return;
    }
    if (keys.length > 1) {
      await runInLanes(
        keys.map((key) => [key]),
        ask,
      );
      return;
    }
    counts.set(only, (await query.count().get()).data().count);
    common.add(only);
  };
  await runInLanes(queryParts(names.filter((name) => !known.has(name))), ask);
  const pairKeys = page
    .filter(({ keys }) => keys.some((key) => common.has(key)))
    .flatMap(({ keys }) => keys.filter((key) => !isNameOnlyKey(key)));
  await runInLanes(queryParts([...new Set(pairKeys)]), ask);
  const byKey = new Map<string, AccountWithKeys[]>();
  for (const one of found.values())
    for (const key of one.keys) {
      const sharers = byKey.get(key);
      if (sharers === undefined) byKey.set(key, [one]);
      else sharers.push(one);
    }
  return { byKey, counts, common };
};

const queryParts = (keys: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(keys.length / MAX_IN_VALUES) }, (_, part) =>
    keys.slice(part * MAX_IN_VALUES, (part + 1) * MAX_IN_VALUES),
  );

const runInLanes = async <T>(tasks: readonly T[], act: (task: T) => Promise<void>): Promise<void> => {
  const left = tasks[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: Math.min(PARALLEL_QUERIES, tasks.length) }, async () => {
      for (const task of left) await act(task);
    }),
  );
};

const findPairsAndNamesakes = (
  page: readonly AccountWithKeys[],
  { byKey, counts, common }: Sharers,
): { pairs: DuplicatePair[]; namesakes: Namesakes[] } => {
  const own = new Set(page.map(({ account }) => account.id));
  const pairs = new Map<string, DuplicatePair>();
  for (const { account, keys } of page) {
    // Under a name alone only while it is that of a few: else what more they share has a key of its own.
    const shared = keys.flatMap((key) => {
      const sharers = byKey.get(key) ?? [];
      return isNameOnlyKey(key) && sharers.length > MAX_COMPARED ? [] : sharers;
    });
    for (const { account: other } of new Set(shared)) {
      if (other.id <= account.id || !isUnresolvedPair(account, other)) continue;
      const pair = duplicatePairOf(account, other);
      if (pair !== null) pairs.set(pair.ids.join(), pair);
    }
  }
  const namesakes = new Map<string, Namesakes>();
  for (const [key, count] of counts) {
    const first = page.find(({ keys }) => keys.includes(key));
    namesakes.set(key, { name: first?.account.name ?? '', ids: [], count });
  }
  for (const [key, sharers] of byKey) {
    if (!isNameOnlyKey(key) || common.has(key)) continue;
    const named = namesakesOf(sharers.map(({ account }) => account));
    if (named !== null && own.has(named.first)) namesakes.set(named.ids.join(), named.told);
  }
  return { pairs: [...pairs.values()].sort(comparePairIds), namesakes: [...namesakes.values()] };
};

const comparePairIds = (a: DuplicatePair, b: DuplicatePair): number => (a.ids.join() < b.ids.join() ? -1 : 1);

/** Of one name, where some two of them are neither said apart nor more than namesakes. */
const namesakesOf = (
  accounts: readonly Account[],
): { first: string; ids: readonly string[]; told: Namesakes } | null => {
  const open = accounts.filter(isComparable).sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = open;
  if (first === undefined || open.length < 2) return null;
  const ids = open.map(({ id }) => id);
  const { name } = first;
  if (open.length > MAX_LISTED_NAMESAKES)
    return { first: first.id, ids, told: { name, ids: [], count: open.length } };
  const isAsked = (a: Account, b: Account): boolean =>
    !markedDistinct(a, b) &&
    duplicatePairOf(a, b) === null &&
    (a.corporateNumber === null || b.corporateNumber === null || a.corporateNumber === b.corporateNumber);
  const asked = open.filter((a) => open.some((b) => a !== b && isAsked(a, b)));
  if (asked.length < 2) return null;
  const told = { name, ids: asked.map(({ id }) => id), count: asked.length };
  return { first: first.id, ids: told.ids, told };
};
