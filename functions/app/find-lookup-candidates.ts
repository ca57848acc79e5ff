/** The accounts that a lookup may mean: which searches are made, in which order, and how many documents each may read. */
import type { Account } from '../domain/account/account';
import {
  clientNameKey,
  domainKey,
  type QueryKeys,
  queryKeys,
  securitiesCodeKey,
} from '../domain/company/match-keys';
import { isMeant, type LookupQuery } from '../domain/lookup/rank';
import { countByMatchKeys, searchAccounts } from '../store/account-searches';
import { readAccounts } from '../store/accounts';
import { type Database, MAX_IN_VALUES } from '../store/firestore';
import type { ReadAccounts } from '../store/readable-accounts';

/**
 * Documents that each search reads at most. Together with the team's document, the count, the clients of a common name and
 * the links of the best hit, a lookup makes 50 reads at most.
 */
const MAX_DOCUMENTS = {
  number: 3,
  named: 4,
  exact: 12,
  alike: 8,
  near: 10,
  shortened: 5,
  part: 5,
  clients: 3,
  misread: 10,
  ends: 8,
} as const;

export interface LookupCandidates extends ReadAccounts {
  /** More companies have exactly this name than were read. */
  hasMore: boolean;
  /** How many have it; null where all of them were read. */
  count: number | null;
}

/** The candidates, not ranked yet. A withdrawn account is found by its ID alone. */
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

const searchByAllButId = async (db: Database, question: LookupQuery): Promise<LookupCandidates> => {
  const { corporateNumber, securitiesCode, domains, readings } = question;
  const names = queryKeys(readings);
  const exactKeys = [
    ...(securitiesCode === null ? [] : [securitiesCodeKey(securitiesCode)]),
    ...domains.map(domainKey),
    ...names.exact,
  ];
  const nameKeys = [...new Set([...exactKeys, ...names.alike, ...names.shortened])];
  const { accountsBySearch, unreadable } = await searchAccounts(db, [
    { corporateNumber, limit: MAX_DOCUMENTS.number },
    // Few companies have a name, in whatever spelling: one query brings them all, unless it comes to its limit.
    { matchKeys: nameKeys, limit: MAX_DOCUMENTS.named },
    // Thousands of names may have a part: a search by one key reads them in order and stops at its limit.
    ...names.part.map((key) => ({ matchKeys: [key], limit: MAX_DOCUMENTS.part })),
  ]);
  const [byNumber = [], named = [], ...parts] = accountsBySearch;
  const isOneQuery = nameKeys.length <= MAX_IN_VALUES;
  const isComplete = isOneQuery && named.length + unreadable.length < MAX_DOCUMENTS.named;
  const crowd = isComplete ? null : await searchCrowd(db, exactKeys, names);
  const meant = named.filter((account) => isMeant(account, question));
  const found = [...byNumber, ...(crowd?.accounts ?? meant)];
  const notRead = [...unreadable, ...(crowd?.unreadable ?? [])];
  // Where the name itself was found, nobody made a slip, and a search for near names would only find the same accounts again.
  const near =
    found.length + notRead.length > 0
      ? []
      : [
          ...named,
          ...(await searchNearNames(db, { ...names, shortened: isOneQuery ? [] : names.shortened })),
        ];
  return {
    accounts: distinctById([...found, ...near, ...parts.flat()]),
    unreadable: distinctById(notRead),
    hasMore: crowd?.hasMore ?? false,
    count: crowd?.count ?? null,
  };
};

const distinctById = <Value extends { id: string }>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [value.id, value])).values(),
];

/** Where many have the name: those that have it exactly, those in another spelling, and its customers, who are what is asked about. */
const searchCrowd = async (
  db: Database,
  exactKeys: readonly string[],
  { alike }: QueryKeys,
): Promise<LookupCandidates> => {
  const [{ accountsBySearch, unreadable }, count] = await Promise.all([
    searchAccounts(db, [
      { matchKeys: exactKeys.map(clientNameKey), limit: MAX_DOCUMENTS.clients },
      { matchKeys: exactKeys, limit: MAX_DOCUMENTS.exact + 1 },
      { matchKeys: alike, limit: MAX_DOCUMENTS.alike },
    ]),
    countByMatchKeys(db, exactKeys),
  ]);
  const hasMore = (accountsBySearch[1] ?? []).length > MAX_DOCUMENTS.exact;
  return { accounts: accountsBySearch.flat(), unreadable, hasMore, count: hasMore ? count : null };
};

/** Without words of trade, half in kana, with a slip, or misread. */
const searchNearNames = async (
  db: Database,
  { shortened, near, misread, ends }: QueryKeys,
): Promise<readonly Account[]> => {
  const byEnds = { matchKeys: ends, limit: MAX_DOCUMENTS.ends };
  const byNear = { matchKeys: near, limit: MAX_DOCUMENTS.near };
  // Few companies have these keys, so that one query brings them all where it takes all of the keys.
  const isOneQuery = ends.length + near.length <= MAX_IN_VALUES;
  const byBoth = { matchKeys: [...ends, ...near], limit: byEnds.limit + byNear.limit };
  const { accountsBySearch } = await searchAccounts(db, [
    { matchKeys: shortened, limit: MAX_DOCUMENTS.shortened },
    ...(isOneQuery ? [byBoth] : [byNear, byEnds]),
    { matchKeys: misread, limit: MAX_DOCUMENTS.misread },
  ]);
  return accountsBySearch.flat();
};
