/** The accounts that a lookup may mean: which searches are made, in which order, and how many documents each may read. */
import type { Account } from '../domain/account/account';
import {
  clientNameKey,
  domainKey,
  type QueryKeys,
  queryKeys,
  securitiesCodeKey,
} from '../domain/company/match-keys';
import type { LookupQuery } from '../domain/lookup/rank';
import { countByMatchKeys, searchAccounts } from '../store/account-searches';
import { readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import type { ReadAccounts } from '../store/readable-accounts';

/**
 * Documents that each search reads at most. Together with the team's document, the count, the clients of a common name and
 * the links of the best hit, a lookup stays below 50 reads.
 */
const MAX_DOCUMENTS = {
  number: 3,
  exact: 12,
  alike: 8,
  near: 12,
  shortened: 5,
  part: 5,
  clients: 3,
  misread: 16,
} as const;

export interface LookupCandidates extends ReadAccounts {
  /** More companies have exactly this name than were read. */
  hasMore: boolean;
  /** How many have it; null where all of them were read. */
  count: number | null;
}

/** In no order of merit; withdrawn accounts only by their IDs. */
export const findLookupCandidates = async (db: Database, query: LookupQuery): Promise<LookupCandidates> => {
  const [byId, bySearch] = await Promise.all([
    query.id === null ? null : readAccounts(db, [query.id]),
    searchByAllButId(db, query),
  ]);
  return {
    ...bySearch,
    accounts: [...(byId?.accounts ?? []), ...bySearch.accounts],
    unreadable: [...(byId?.unreadable ?? []), ...bySearch.unreadable],
  };
};

const searchByAllButId = async (
  db: Database,
  { corporateNumber, securitiesCode, domains, readings }: LookupQuery,
): Promise<LookupCandidates> => {
  const names = queryKeys(readings);
  const exactKeys = [
    ...(securitiesCode === null ? [] : [securitiesCodeKey(securitiesCode)]),
    ...domains.map(domainKey),
    ...names.exact,
  ];
  const { accountsBySearch, unreadable } = await searchAccounts(db, [
    { corporateNumber, limit: MAX_DOCUMENTS.number },
    { matchKeys: exactKeys, limit: MAX_DOCUMENTS.exact + 1 },
    { matchKeys: names.alike, limit: MAX_DOCUMENTS.alike },
    // Thousands of names may have a part: a search by one key reads them in order and stops at its limit.
    ...names.part.map((key) => ({ matchKeys: [key], limit: MAX_DOCUMENTS.part })),
  ]);
  const [byNumber = [], exact = [], alike = [], ...parts] = accountsBySearch;
  // Where the name itself was found, nobody made a slip; and all who share it would come again.
  const isNameFound = byNumber.length + exact.length + alike.length + unreadable.length > 0;
  const near = isNameFound ? [] : await searchNearNames(db, names);
  const hasMore = exact.length > MAX_DOCUMENTS.exact;
  const common = hasMore ? await readClientsAndCount(db, exactKeys) : { clients: [], count: null };
  const accounts = [...byNumber, ...common.clients, ...exact, ...alike, ...near, ...parts.flat()];
  return {
    accounts: [...new Map(accounts.map((account) => [account.id, account])).values()],
    unreadable,
    hasMore,
    count: common.count,
  };
};

/** Without words of trade, half in kana, with a slip, or misread. */
const searchNearNames = async (
  db: Database,
  { shortened, near, misread }: QueryKeys,
): Promise<readonly Account[]> => {
  const { accountsBySearch } = await searchAccounts(db, [
    { matchKeys: shortened, limit: MAX_DOCUMENTS.shortened },
    { matchKeys: near, limit: MAX_DOCUMENTS.near },
    { matchKeys: misread, limit: MAX_DOCUMENTS.misread },
  ]);
  return accountsBySearch.flat();
};

const searchByKeys = async (
  db: Database,
  matchKeys: readonly string[],
  limit: number,
): Promise<readonly Account[]> => (await searchAccounts(db, [{ matchKeys, limit }])).accountsBySearch.flat();

/** Of hundreds of companies with one name the customers are what is asked about. */
const readClientsAndCount = async (
  db: Database,
  keys: readonly string[],
): Promise<{ clients: readonly Account[]; count: number }> => {
  const [clients, count] = await Promise.all([
    searchByKeys(db, keys.map(clientNameKey), MAX_DOCUMENTS.clients),
    countByMatchKeys(db, keys),
  ]);
  return { clients, count };
};
