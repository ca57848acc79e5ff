/** Which accounts could be the companies of a list: by corporate number, an ID of the list or of our own, or a name. */
import type { Query } from '@google-cloud/firestore';
import { type Account, isRegistered } from '../domain/account/account';
import { looksLikeAccountId } from '../domain/account/account-id';
import { companyDomains } from '../domain/company/company-identity';
import { type ComparableCompany, duplicateNameKeys, nameOnlyKey } from '../domain/company/duplicates';
import { domainKey, matchKeys, otherSpellingKeys } from '../domain/company/match-keys';
import { listKey, UNNUMBERED_KEY } from './account-keys';
import { readExistingAccounts } from './accounts';
import { type CorporateNumberHolders, numberHolderIn } from './corporate-numbers';
import { accountsOf, type Database, inQueryParts, numbersOf, readExisting } from './firestore';
import { accountsIn, readableAccount, readableAccounts } from './readable-accounts';

export interface CompanyQuery {
  /** Its corporate number, where it has one, is a valid one. */
  company: ComparableCompany;
  /** What the list calls the company by; where it is an export of the register, that is the account's own ID. */
  entry: { list: string | null; listId: string } | null;
}

export interface CompanyCandidates {
  /** The account that has the corporate number. */
  byNumber: Account | null;
  /** Accounts that stand in the list under that ID, and the one whose own ID it is. */
  byListId: readonly Account[];
  /** Accounts that have one of its names, in any spelling; the first ones of a frequent name. */
  byName: readonly Account[];
}

export interface CandidateSearchResult {
  /** In the order of the queries. */
  candidates: CompanyCandidates[];
  /** Of all corporate numbers of the queries. */
  holders: CorporateNumberHolders;
}

/** The accounts without a corporate number, by `duplicateNameKeys` and by what a lookup finds them by. */
export type UnnumberedAccounts = ReadonlyMap<string, readonly Account[]>;

/**
 * Null where there are too many to have them all at hand. A company with a corporate number can be known by its name only to an
 * account that has none: with these at hand, a long list of numbers needs no query for each of its rows.
 */
export const readUnnumberedAccounts = async (db: Database): Promise<UnnumberedAccounts | null> => {
  const query = accountsOf(db).where('knownBy', 'array-contains', UNNUMBERED_KEY);
  const { docs } = await accountsIn(query).limit(MAX_UNNUMBERED).get();
  if (docs.length === MAX_UNNUMBERED) return null;
  const accountsByKey = new Map<string, Account[]>();
  for (const account of readableAccounts(docs).accounts)
    for (const key of [...duplicateNameKeys(account), ...matchKeys(account)])
      accountsByKey.set(key, [...(accountsByKey.get(key) ?? []), account]);
  return accountsByKey;
};

/** `unnumbered`, where they are at hand, spare a query by name for each company that has a corporate number. */
export const findCompanyCandidates = async (
  db: Database,
  companies: readonly CompanyQuery[],
  unnumbered: UnnumberedAccounts | null = null,
): Promise<CandidateSearchResult> => {
  const isAtHand = ({ corporateNumber }: ComparableCompany): boolean =>
    corporateNumber != null && unnumbered !== null;
  const [{ holders, accounts }, byEntry, byOwnId, byName] = await Promise.all([
    readByNumbers(
      db,
      companies.flatMap(({ company }) => company.corporateNumber ?? []),
    ),
    readByKeys(companies.flatMap(listKeys), 'knownBy', (keys) =>
      accountsOf(db).where('knownBy', 'array-contains-any', keys),
    ),
    readExistingAccounts(db, [...new Set(companies.flatMap(ownIds))]),
    readByKeys(
      companies.flatMap(({ company }) => (isAtHand(company) ? [] : duplicateNameKeys(company))),
      'likeKeys',
      (keys) => accountsOf(db).where('likeKeys', 'array-contains-any', keys),
    ),
  ]);
  const candidates = companies.map((query): CompanyCandidates => {
    const { company } = query;
    const named = isAtHand(company) ? unnumbered : byName;
    return {
      byNumber: accounts.get(holders.get(company.corporateNumber ?? '') ?? '') ?? null,
      byListId: once([
        ...listKeys(query).flatMap((key) => byEntry.get(key) ?? []),
        ...ownIds(query).flatMap((id) => byOwnId.get(id) ?? []),
      ]).filter(isRegistered),
      byName: once(duplicateNameKeys(company).flatMap((key) => named?.get(key) ?? [])),
    };
  });
  return {
    holders,
    candidates: await withOtherSpellings(
      db,
      candidates.map((found, index) => ({ found, company: companies[index]?.company ?? {} })),
      unnumbered,
    ),
  };
};

const isFound = ({ byNumber, byListId, byName }: CompanyCandidates): boolean =>
  byNumber !== null || byListId.length > 0 || byName.length > 0;

/** For those of which nothing was found, the accounts that have the name in another spelling, or the web domain. */
const withOtherSpellings = async (
  db: Database,
  companies: readonly { found: CompanyCandidates; company: ComparableCompany }[],
  unnumbered: UnnumberedAccounts | null,
): Promise<CompanyCandidates[]> => {
  const wanted = companies.map(({ found, company: { name = '', corporateNumber, domains = [] } }) => {
    const isNumbered = corporateNumber != null && unnumbered !== null;
    if (isFound(found) || (isNumbered && unnumbered.size === 0)) return { atHand: [], keys: [] };
    const { names, keys } = otherSpellingKeys(name);
    return isNumbered
      ? { atHand: names.map(nameOnlyKey), keys: [] }
      : { atHand: [], keys: [...keys, ...companyDomains(domains).map(domainKey)] };
  });
  const byKey = await readByKeys(
    wanted.flatMap(({ keys }) => keys),
    'matchKeys',
    (keys) => accountsOf(db).where('matchKeys', 'array-contains-any', keys),
  );
  return companies.map(({ found }, index) => {
    const { atHand = [], keys = [] } = wanted[index] ?? {};
    const spelledOtherwise = [
      ...atHand.flatMap((key) => unnumbered?.get(key) ?? []),
      ...keys.flatMap((key) => byKey.get(key) ?? []),
    ];
    return spelledOtherwise.length === 0 ? found : { ...found, byName: once(spelledOtherwise) };
  });
};

const once = (accounts: readonly Account[]): Account[] => [
  ...new Map(accounts.map((account) => [account.id, account])).values(),
];

const listKeys = ({ entry }: CompanyQuery): string[] =>
  entry?.list == null ? [] : [listKey(entry.list, entry.listId)];

const ownIds = ({ entry }: CompanyQuery): string[] =>
  entry !== null && looksLikeAccountId(entry.listId) ? [entry.listId] : [];

const readByNumbers = async (
  db: Database,
  numbers: readonly string[],
): Promise<{ holders: CorporateNumberHolders; accounts: Map<string, Account> }> => {
  const numberDocs = await readExisting(numbersOf(db), [...new Set(numbers)]);
  const holders = new Map(
    numbers.map((number): [string, string | null] => {
      return [number, numberHolderIn(numberDocs.get(number))];
    }),
  );
  const ids = [...holders.values()].filter((id) => id !== null);
  const docs = await readExisting(accountsIn(accountsOf(db)), [...new Set(ids)]);
  const { accounts } = readableAccounts([...docs.values()]);
  return { holders, accounts: new Map(accounts.map((account) => [account.id, account])) };
};

/** So many are held in memory. */
const MAX_UNNUMBERED = 300;
/** With so many accounts under thirty keys, each key is asked for by itself. */
const MAX_PER_QUERY = 300;
/** Of one key: more tell no more. */
const MAX_PER_KEY = 20;

/** By each key the accounts whose field has it. */
const readByKeys = async (
  wanted: readonly string[],
  field: 'knownBy' | 'likeKeys' | 'matchKeys',
  query: (keys: readonly string[]) => Query,
): Promise<Map<string, Account[]>> => {
  const keys = [...new Set(wanted)];
  const accountsByKey = new Map<string, Account[]>(keys.map((key) => [key, []]));
  const read = async (part: readonly string[], limit: number): Promise<void> => {
    const { docs } = await accountsIn(query(part), field).limit(limit).get();
    if (docs.length === limit && part.length > 1) {
      await Promise.all(part.map((key) => read([key], MAX_PER_KEY)));
      return;
    }
    for (const doc of docs) {
      const account = readableAccount(doc);
      const accountKeys: unknown = doc.get(field);
      if (account === null || !isRegistered(account) || !Array.isArray(accountKeys)) continue;
      for (const key of new Set(accountKeys.map(String)))
        if (part.includes(key)) accountsByKey.get(key)?.push(account);
    }
  };
  await Promise.all(inQueryParts(keys).map((part) => read(part, MAX_PER_QUERY)));
  return accountsByKey;
};
