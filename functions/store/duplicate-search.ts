/**
 * Looks for possible duplicates page by page, by indexed keys: each page asks who shares a key with one of its accounts. A
 * pair belongs to the page of its first account, so that no page needs to know another one.
 */
import { FieldPath, type QueryDocumentSnapshot } from '@google-cloud/firestore';
import { z } from 'zod';
import { type Account, exists } from '../domain/account';
import { FEW, type LikePair, type Namesakes, pairOf } from '../domain/duplicate-groups';
import { isNameKey, isOpenPair, saidApart } from '../domain/duplicates';
import { parseAccount } from './account-document';
import { accountsOf, type Database, duplicateSearchRef, MOST_IN } from './firestore';

const sameness = z.enum(['corporateNumber', 'name', 'domain', 'phone', 'address']);
export interface DuplicateSearch {
  /** The last account of the last page; null before the first one. */
  after: string | null;
  read: number;
  pairs: readonly LikePair[];
  namesakes: readonly Namesakes[];
  /** Keys of names that so many accounts have that they are counted only. */
  common: readonly string[];
}
const search = z.object({
  after: z.string().nullable(),
  read: z.int(),
  pairs: z.array(z.object({ ids: z.tuple([z.string(), z.string()]), why: z.array(sameness) })),
  namesakes: z.array(z.object({ name: z.string(), ids: z.array(z.string()), count: z.int() })),
  common: z.array(z.string()),
}) satisfies z.ZodType<DuplicateSearch>;

const NOTHING: DuplicateSearch = {
  after: null,
  read: 0,
  pairs: [],
  namesakes: [],
  common: [],
};

/** Bounds what is kept between two calls: with more, the register has to be put right at its source. */
const MOST_PAIRS = 1000;
const MOST_NAMESAKES = 1000;
const MOST_COMMON = 2000;
const PAGE = 300;
/** Accounts that share one of thirty names: more, and the names are asked for one by one. */
const MOST_SHARED = 200;
/** Accounts of one name that are compared one by one; of more names are only counted. */
const MOST_COMPARED = 50;
/** Queries at a time. */
const LANES = 8;

export const readSearch = async (db: Database, spreadsheetId: string): Promise<DuplicateSearch> => {
  const snapshot = await duplicateSearchRef(db, spreadsheetId).get();
  return snapshot.exists ? search.parse(snapshot.data()) : NOTHING;
};

/** One page further; null behind the last one. The same call again gives the same. */
export const searchOn = async (db: Database, state: DuplicateSearch): Promise<DuplicateSearch | null> => {
  let query = accountsOf(db).orderBy(FieldPath.documentId()).limit(PAGE);
  if (state.after !== null) query = query.startAfter(state.after);
  const { docs } = await query.get();
  const last = docs.at(-1);
  if (last === undefined) return null;
  const all = docs.map(accountOf);
  const page = all.filter(({ account }) => isOpen(account));
  const around = await sharing(db, page, new Set(state.common));
  const { pairs, namesakes } = foundIn(page, around);
  return {
    after: last.id,
    read: state.read + all.filter(({ account }) => exists(account)).length,
    pairs: [...state.pairs, ...pairs].slice(0, MOST_PAIRS),
    namesakes: [...state.namesakes, ...namesakes].slice(0, MOST_NAMESAKES),
    common: [...state.common, ...around.counts.keys()].slice(0, MOST_COMMON),
  };
};

export const keepSearch = async (
  db: Database,
  spreadsheetId: string,
  state: DuplicateSearch,
): Promise<void> => {
  await duplicateSearchRef(db, spreadsheetId).set(state);
};

export const NEW_SEARCH = NOTHING;

interface Keyed {
  account: Account;
  keys: readonly string[];
}

const accountOf = (doc: QueryDocumentSnapshot): Keyed => {
  const account = parseAccount(doc.data());
  return { account, keys: z.array(z.string()).catch([]).parse(doc.get('likeKeys')) };
};

const isOpen = (account: Account): boolean => exists(account) && account.onFile?.successorId == null;

interface Around {
  /** Accounts by each key that the page asked for. */
  byKey: ReadonlyMap<string, readonly Keyed[]>;
  /** How many accounts have a name that this page has found to be common. */
  counts: ReadonlyMap<string, number>;
  /** All names that are counted only. */
  common: ReadonlySet<string>;
}

/** Who shares a name with an account of the page; of a common name, who shares more than that. */
const sharing = async (db: Database, page: readonly Keyed[], known: ReadonlySet<string>): Promise<Around> => {
  const names = [...new Set(page.flatMap(({ keys }) => keys.filter(isNameKey)))];
  const found = new Map<string, Keyed>(page.map((one) => [one.account.id, one]));
  const counts = new Map<string, number>();
  const common = new Set(names.filter((name) => known.has(name)));
  const ask = async (keys: readonly string[]): Promise<void> => {
    const query = accountsOf(db).where('likeKeys', 'array-contains-any', keys);
    const { docs } = await query.limit(MOST_SHARED).get();
    const [only] = keys;
    if (docs.length < MOST_SHARED || only === undefined || !isNameKey(only)) {
      for (const doc of docs) if (!found.has(doc.id)) found.set(doc.id, accountOf(doc));
      return;
    }
    if (keys.length > 1) {
      await inLanes(
        keys.map((key) => [key]),
        ask,
      );
      return;
    }
    counts.set(only, (await query.count().get()).data().count);
    common.add(only);
  };
  await inLanes(parts(names.filter((name) => !known.has(name))), ask);
  const pairKeys = page
    .filter(({ keys }) => keys.some((key) => common.has(key)))
    .flatMap(({ keys }) => keys.filter((key) => !isNameKey(key)));
  await inLanes(parts([...new Set(pairKeys)]), ask);
  const byKey = new Map<string, Keyed[]>();
  for (const one of found.values())
    for (const key of one.keys) {
      const sharers = byKey.get(key);
      if (sharers === undefined) byKey.set(key, [one]);
      else sharers.push(one);
    }
  return { byKey, counts, common };
};

const parts = (keys: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(keys.length / MOST_IN) }, (_, part) =>
    keys.slice(part * MOST_IN, (part + 1) * MOST_IN),
  );

const inLanes = async <T>(tasks: readonly T[], act: (task: T) => Promise<void>): Promise<void> => {
  const left = tasks[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: Math.min(LANES, tasks.length) }, async () => {
      for (const task of left) await act(task);
    }),
  );
};

const foundIn = (
  page: readonly Keyed[],
  { byKey, counts, common }: Around,
): { pairs: LikePair[]; namesakes: Namesakes[] } => {
  const own = new Set(page.map(({ account }) => account.id));
  const pairs = new Map<string, LikePair>();
  for (const { account, keys } of page) {
    // Under a name alone only while it is that of a few: else what more they share has a key of its own.
    const shared = keys.flatMap((key) => {
      const sharers = byKey.get(key) ?? [];
      return isNameKey(key) && sharers.length > MOST_COMPARED ? [] : sharers;
    });
    for (const { account: other } of new Set(shared)) {
      if (other.id <= account.id || !isOpenPair(account, other)) continue;
      const pair = pairOf(account, other);
      if (pair !== null) pairs.set(pair.ids.join(), pair);
    }
  }
  const namesakes = new Map<string, Namesakes>();
  for (const [key, count] of counts) {
    const first = page.find(({ keys }) => keys.includes(key));
    namesakes.set(key, { name: first?.account.name ?? '', ids: [], count });
  }
  for (const [key, sharers] of byKey) {
    if (!isNameKey(key) || common.has(key)) continue;
    const named = namesakesOf(sharers.map(({ account }) => account));
    if (named !== null && own.has(named.first)) namesakes.set(named.ids.join(), named.told);
  }
  return { pairs: [...pairs.values()].sort(byIds), namesakes: [...namesakes.values()] };
};

const byIds = (a: LikePair, b: LikePair): number => (a.ids.join() < b.ids.join() ? -1 : 1);

/** Of one name, where some two of them are neither said apart nor more than namesakes. */
const namesakesOf = (
  accounts: readonly Account[],
): { first: string; ids: readonly string[]; told: Namesakes } | null => {
  const open = accounts.filter(isOpen).sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = open;
  if (first === undefined || open.length < 2) return null;
  const ids = open.map(({ id }) => id);
  const { name } = first;
  if (open.length > FEW) return { first: first.id, ids, told: { name, ids: [], count: open.length } };
  const isAsked = (a: Account, b: Account): boolean =>
    !saidApart(a, b) &&
    pairOf(a, b) === null &&
    (a.corporateNumber === null || b.corporateNumber === null || a.corporateNumber === b.corporateNumber);
  const asked = open.filter((a) => open.some((b) => a !== b && isAsked(a, b)));
  if (asked.length < 2) return null;
  const told = { name, ids: asked.map(({ id }) => id), count: asked.length };
  return { first: first.id, ids: told.ids, told };
};
