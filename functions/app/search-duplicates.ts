/**
 * Looks for possible duplicates in the whole register, page by page and by indexed keys: each page asks who shares a key with
 * one of its accounts.
 */
import { isRegistered } from '../domain/account/account';
import { isNameOnlyKey } from '../domain/company/duplicates';
import {
  type ComparedAccount,
  findPairsAndNamesakes,
  isComparable,
  type KeySharers,
} from '../domain/company/find-duplicates';
import {
  countAccountsUnderKey,
  readAccountsUnderKeys,
  readComparedAccounts,
} from '../store/duplicate-key-queries';
import type { DuplicateSearch } from '../store/duplicate-searches';
import { type Database, inQueryParts } from '../store/firestore';

/** Bounds of what is kept between two calls: with more, the register has to be put right at its source. */
const MAX_PAIRS = 1000;
const MAX_NAMESAKES = 1000;
const MAX_COMMON = 2000;
const ACCOUNTS_PER_PAGE = 300;
/** Accounts that share one of thirty keys; where there are more, the keys are asked for one by one. */
const MAX_SHARED = 200;
const PARALLEL_QUERIES = 8;

/** The search one page further; null behind the last page. The same call again gives the same. */
export const searchNextPage = async (
  db: Database,
  search: DuplicateSearch,
): Promise<DuplicateSearch | null> => {
  const { accounts, last } = await readComparedAccounts(db, search.after, ACCOUNTS_PER_PAGE);
  if (last === null) return null;
  const page = accounts.filter(({ account }) => isComparable(account));
  const sharers = await readSharers(db, page, new Set(search.common));
  const { pairs, namesakes } = findPairsAndNamesakes(page, sharers);
  return {
    after: last,
    read: search.read + accounts.filter(({ account }) => isRegistered(account)).length,
    pairs: [...search.pairs, ...pairs].slice(0, MAX_PAIRS),
    namesakes: [...search.namesakes, ...namesakes].slice(0, MAX_NAMESAKES),
    common: [...search.common, ...sharers.counts.keys()].slice(0, MAX_COMMON),
  };
};

/**
 * Asks first for all accounts of the page's names. A name that turns out to be common is only counted: of its accounts those are
 * asked for that share more than the name. `knownCommon` are the common names of the pages before.
 */
const readSharers = async (
  db: Database,
  page: readonly ComparedAccount[],
  knownCommon: ReadonlySet<string>,
): Promise<KeySharers> => {
  const names = [...new Set(page.flatMap(({ keys }) => keys.filter(isNameOnlyKey)))];
  const accounts = new Map(page.map((compared) => [compared.account.id, compared]));
  const counts = new Map<string, number>();
  const common = new Set(names.filter((name) => knownCommon.has(name)));
  const read = async (keys: readonly string[]): Promise<void> => {
    const sharers = await readAccountsUnderKeys(db, keys, MAX_SHARED);
    const [first] = keys;
    if (sharers.length < MAX_SHARED || first === undefined || !isNameOnlyKey(first)) {
      for (const sharer of sharers)
        if (!accounts.has(sharer.account.id)) accounts.set(sharer.account.id, sharer);
    } else if (keys.length > 1) await readInParallel(keys.map((key) => [key]));
    else {
      counts.set(first, await countAccountsUnderKey(db, first));
      common.add(first);
    }
  };
  const readInParallel = async (parts: readonly (readonly string[])[]): Promise<void> => {
    const remaining = parts[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      for (const part of remaining) await read(part);
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL_QUERIES, parts.length) }, lane));
  };
  await readInParallel(inQueryParts(names.filter((name) => !knownCommon.has(name))));
  const combinedKeys = page
    .filter(({ keys }) => keys.some((key) => common.has(key)))
    .flatMap(({ keys }) => keys.filter((key) => !isNameOnlyKey(key)));
  await readInParallel(inQueryParts([...new Set(combinedKeys)]));
  return { byKey: groupByKey(accounts.values()), counts, common };
};

const groupByKey = (accounts: Iterable<ComparedAccount>): Map<string, ComparedAccount[]> => {
  const byKey = new Map<string, ComparedAccount[]>();
  for (const compared of accounts)
    for (const key of compared.keys) {
      const sharers = byKey.get(key);
      if (sharers === undefined) byKey.set(key, [compared]);
      else sharers.push(compared);
    }
  return byKey;
};
