/** Accounts whose names are only like those of new companies. */
import * as z from 'zod';
import { type Account, isRegistered } from '../domain/account/account';
import type { ComparableCompany } from '../domain/company/duplicates';
import { matchKeys, similarKeys } from '../domain/company/match-keys';
import { likenessToName, similarityTo } from '../domain/company/similar-company';
import { readExistingAccounts } from './accounts';
import type { UnnumberedAccounts } from './company-candidates';
import { accountsOf, type Database, inQueryParts } from './firestore';

/** In the order of the companies, of which none is an account for sure or likely. */
export const findSimilarAccounts = async (
  db: Database,
  companies: readonly ComparableCompany[],
  unnumbered: UnnumberedAccounts | null,
): Promise<Account[][]> => {
  const searches = companies.map((company): Search => {
    const isAtHand = company.corporateNumber != null && unnumbered !== null;
    return {
      atHand: isAtHand ? unnumbered : null,
      keys: isAtHand && unnumbered.size === 0 ? [] : similarKeys(company.name ?? ''),
      isLike: likenessToName(company),
      found: new Set(),
    };
  });
  await findLikeNames(
    db,
    searches.filter(({ atHand }) => atHand === null),
  );
  const accounts = await readExistingAccounts(db, [...new Set(searches.flatMap(({ found }) => [...found]))]);
  return companies.map((company, index) => {
    const { atHand = null, keys = [], found = new Set<string>() } = searches[index] ?? {};
    if (atHand !== null)
      return [...new Set(keys.flatMap((key) => atHand.get(key) ?? []))]
        .filter(isRegistered)
        .filter(similarityTo(company));
    const like = [...found].sort().flatMap((id) => accounts.get(id) ?? []);
    return surestFirst(like.filter(isRegistered).filter(similarityTo(company)), keys);
  });
};

/** The keys of a name are in the order of how sure they are. Those of accounts are made only where several have to be ordered. */
const surestFirst = (accounts: readonly Account[], keys: readonly string[]): Account[] => {
  if (accounts.length < 2) return [...accounts];
  const rankOf = (account: Account): number => {
    const stored = new Set(matchKeys(account));
    const rank = keys.findIndex((key) => stored.has(key));
    return rank === -1 ? keys.length : rank;
  };
  return accounts
    .map((account) => ({ account, rank: rankOf(account) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ account }) => account);
};

interface Search {
  /** The accounts among which it is looked for, by key; null where they have to be asked for. */
  atHand: UnnumberedAccounts | null;
  keys: readonly string[];
  isLike: ReturnType<typeof likenessToName>;
  /** IDs of accounts with a name that is like its own. */
  found: Set<string>;
}

/** With so many accounts under thirty keys, each key is asked for by itself. */
const MAX_PER_QUERY = 300;
/** Of one key: more tell no more. */
const MAX_PER_KEY = 20;

/**
 * The names are all that is read of the accounts that have one of the keys, several for each row: few of them are alike, and only
 * those are read whole.
 */
const findLikeNames = async (db: Database, searches: readonly Search[]): Promise<void> => {
  const searchesByKey = new Map<string, Search[]>();
  for (const search of searches)
    for (const key of search.keys) searchesByKey.set(key, [...(searchesByKey.get(key) ?? []), search]);
  const read = async (keys: readonly string[], limit: number): Promise<void> => {
    const query = accountsOf(db).where('matchKeys', 'array-contains-any', keys);
    const { docs } = await query
      .select(...NAME_FIELDS)
      .limit(limit)
      .get();
    if (docs.length === limit && keys.length > 1) {
      await Promise.all(keys.map((key) => read([key], MAX_PER_KEY)));
      return;
    }
    const asking = new Set(keys.flatMap((key) => searchesByKey.get(key) ?? []));
    for (const doc of docs) {
      // One that cannot be read is passed over, as elsewhere where many are looked through.
      const { data } = namesSchema.safeParse(doc.data());
      if (data === undefined) continue;
      for (const search of asking) if (search.isLike(data.state)) search.found.add(doc.id);
    }
  };
  await Promise.all(inQueryParts([...searchesByKey.keys()]).map((part) => read(part, MAX_PER_QUERY)));
};

const namesSchema = z.object({
  state: z.object({
    name: z.string(),
    kana: z.string().nullable().default(null),
    englishName: z.string().nullable().default(null),
    otherNames: z.array(z.string()).default([]),
    formerNames: z.array(z.object({ name: z.string(), until: z.string() })).default([]),
  }),
});
const NAME_FIELDS = Object.keys(namesSchema.shape.state.shape).map((field) => `state.${field}`);
