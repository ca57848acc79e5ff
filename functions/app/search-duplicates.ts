/**
 * Looks for possible duplicates in the whole register, page by page and by indexed keys: each page asks who shares a key with
 * one of its accounts. A key is asked for once in a search, so that an account is read once for its page and once for each of
 * its names, however many others have them.
 */
import { isRegistered } from '../domain/account/account';
import { isNameOnlyKey } from '../domain/company/duplicates';
import {
  type ComparedAccount,
  findNamesakes,
  findPairs,
  isComparable,
  type KeySharers,
} from '../domain/company/find-duplicates';
import {
  countAccountsUnderKey,
  readAccountsUnderKeys,
  readComparedAccounts,
} from '../store/duplicate-key-queries';
import { type DuplicateSearch, shortKey } from '../store/duplicate-searches';
import { type Database, inQueryParts } from '../store/firestore';

/** Bounds of what is kept between two calls: with more, the register has to be put right at its source. */
const MAX_PAIRS = 1000;
const MAX_NAMESAKES = 1000;
const MAX_COMMON = 2000;
/** Those of a register of 100,000 accounts each of which has a namesake; what is forgotten is only asked for again. */
const MAX_ASKED = 50_000;
const ACCOUNTS_PER_PAGE = 300;
/** Accounts that one query of thirty keys may find; where there are more, each key is asked for alone. */
const MAX_OF_KEYS = 600;
/** Accounts that one key may find; accounts of a more frequent name are only counted. */
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
  const reader = new KeyReader(db, search);
  const sharers = await reader.readSharers(page);
  return {
    after: last,
    read: search.read + accounts.filter(({ account }) => isRegistered(account)).length,
    pairs: distinct([...search.pairs, ...findPairs(sharers)], ({ ids }) => ids.join()).slice(0, MAX_PAIRS),
    namesakes: distinct([...search.namesakes, ...findNamesakes(sharers)], ({ ids, name }) =>
      ids.length === 0 ? name : ids.join(),
    ).slice(0, MAX_NAMESAKES),
    common: [...reader.common].slice(0, MAX_COMMON),
    asked: new Set([...reader.asked].slice(-MAX_ASKED)),
  };
};

const distinct = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

/** Reads who shares keys, and knows which ones have been asked for. */
class KeyReader {
  /** Keys of names that so many accounts have that these are only counted. */
  readonly common: Set<string>;
  /** Keys, shortened, that several accounts have: others need not be known, since nobody else can ask for them. */
  readonly asked: Set<string>;
  private readonly accounts = new Map<string, ComparedAccount>();
  /** Keys all of whose accounts were read, or as many as are compared. */
  private readonly complete = new Set<string>();
  private readonly counted: { name: string; count: number }[] = [];

  constructor(
    private readonly db: Database,
    search: DuplicateSearch,
  ) {
    this.common = new Set(search.common);
    this.asked = new Set(search.asked);
  }

  /**
   * Asks first for all accounts of the page's names. A name that turns out to be common is only counted: of its accounts those
   * are asked for that share more than the name.
   */
  async readSharers(page: readonly ComparedAccount[]): Promise<KeySharers> {
    const keys = page.flatMap((compared) => compared.keys);
    await this.readParts(inQueryParts(this.notAsked(keys.filter(isNameOnlyKey))), page);
    const ofCommonNames = page.filter((compared) => compared.keys.some((key) => this.common.has(key)));
    const combined = ofCommonNames.flatMap((compared) => compared.keys.filter((key) => !isNameOnlyKey(key)));
    await this.readParts(inQueryParts(this.notAsked(combined)), page);
    const byKey = groupByKey(this.accounts.values());
    for (const key of this.complete) if ((byKey.get(key) ?? []).length > 1) this.asked.add(shortKey(key));
    const names = new Set([...this.complete].filter(isNameOnlyKey));
    return { byKey, names, counted: this.counted };
  }

  private notAsked(keys: readonly string[]): string[] {
    return [...new Set(keys)].filter((key) => !this.common.has(key) && !this.asked.has(shortKey(key)));
  }

  private async readParts(
    parts: readonly (readonly string[])[],
    page: readonly ComparedAccount[],
  ): Promise<void> {
    const remaining = parts[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      for (const part of remaining) await this.read(part, page);
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL_QUERIES, parts.length) }, lane));
  }

  private async read(keys: readonly string[], page: readonly ComparedAccount[]): Promise<void> {
    const limit = keys.length > 1 ? MAX_OF_KEYS : MAX_SHARED;
    const sharers = await readAccountsUnderKeys(this.db, keys, limit);
    if (sharers.length === limit && keys.length > 1)
      return this.readParts(
        keys.map((key) => [key]),
        page,
      );
    const [first] = keys;
    if (sharers.length === limit && first !== undefined && isNameOnlyKey(first)) {
      const named = page.find((compared) => compared.keys.includes(first));
      this.common.add(first);
      this.counted.push({
        name: named?.account.name ?? '',
        count: await countAccountsUnderKey(this.db, first),
      });
      return;
    }
    for (const sharer of sharers) this.accounts.set(sharer.account.id, sharer);
    for (const key of keys) this.complete.add(key);
  }
}

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
