/** Which accounts could be the companies of a list: by corporate number, the list's own ID, name and address, or name alone. */
import type { Query } from '@google-cloud/firestore';
import { type Account, isRegistered } from '../domain/account/account';
import { foldCompanyName } from '../domain/company/name/company-name';
import { hashedNameAddressKey, listKey, UNNUMBERED_KEY } from './account-document';
import { type CorporateNumberHolders, numberHolderIn } from './corporate-numbers';
import { accountsOf, type Database, inQueryParts, numbersOf, readExisting } from './firestore';
import { readableAccount, readableAccounts } from './readable-accounts';

export interface CompanyQuery {
  corporateNumber: string | null;
  /** The company's entry in a list. */
  entry: { list: string; listId: string } | null;
  name: string;
  address: string | null;
}

export interface CompanyCandidates {
  /** The account that has the corporate number. */
  byNumber: Account | null;
  /** Accounts that stand in the list under that ID. */
  byListId: readonly Account[];
  byNameAndAddress: readonly Account[];
}

export interface CandidateSearchResult {
  /** In the order of the queries. */
  candidates: CompanyCandidates[];
  /** Of all corporate numbers of the queries. */
  holders: CorporateNumberHolders;
}

/** The accounts without a corporate number, by `hashedNameAddressKey`. */
export type UnnumberedAccounts = ReadonlyMap<string, readonly Account[]>;

/**
 * Null where there are too many to have them all at hand. A company with a corporate number can be known by name and address
 * alone only to an account that has none: with these at hand, a long list of numbers needs no query for each of its rows.
 */
export const readUnnumberedAccounts = async (db: Database): Promise<UnnumberedAccounts | null> => {
  const query = accountsOf(db).where('knownBy', 'array-contains', UNNUMBERED_KEY).limit(MAX_PER_QUERY);
  const { docs } = await query.get();
  if (docs.length === MAX_PER_QUERY) return null;
  const accountsByKey = new Map<string, Account[]>();
  for (const account of readableAccounts(docs).accounts) {
    const key = hashedNameAddressKey(account.name, account.address ?? '');
    accountsByKey.set(key, [...(accountsByKey.get(key) ?? []), account]);
  }
  return accountsByKey;
};

/** `unnumbered`, where they are at hand, spare a query by name and address for each company that has a corporate number. */
export const findCompanyCandidates = async (
  db: Database,
  companies: readonly CompanyQuery[],
  unnumbered: UnnumberedAccounts | null = null,
): Promise<CandidateSearchResult> => {
  const isAtHand = ({ corporateNumber }: CompanyQuery): boolean =>
    corporateNumber !== null && unnumbered !== null;
  const [{ holders, accounts }, accountsByKey] = await Promise.all([
    readByNumbers(
      db,
      companies.flatMap(({ corporateNumber }) => corporateNumber ?? []),
    ),
    readByKeys(
      companies.flatMap((company) => [
        ...listKeys(company),
        ...(isAtHand(company) ? [] : nameAddressKeys(company)),
      ]),
      'knownBy',
      (keys) => accountsOf(db).where('knownBy', 'array-contains-any', keys),
    ),
  ]);
  const underAny = (keys: readonly string[]): readonly Account[] =>
    keys.flatMap((key) => accountsByKey.get(key) ?? []);
  return {
    holders,
    candidates: companies.map((company) => ({
      byNumber: accounts.get(holders.get(company.corporateNumber ?? '') ?? '') ?? null,
      byListId: underAny(listKeys(company)),
      byNameAndAddress: isAtHand(company)
        ? nameAddressKeys(company).flatMap((key) => unnumbered?.get(key) ?? [])
        : underAny(nameAddressKeys(company)),
    })),
  };
};

/** A function that gives, for each of the names, the accounts that have it in this or another spelling. */
export const findAccountsByName = async (
  db: Database,
  names: readonly string[],
): Promise<(name: string) => readonly Account[]> => {
  const key = (name: string): string => foldCompanyName(name).key;
  const accountsByKey = await readByKeys(names.map(key), 'matchKeys', (keys) =>
    accountsOf(db).where('matchKeys', 'array-contains-any', keys),
  );
  return (name) => accountsByKey.get(key(name)) ?? [];
};

const listKeys = ({ entry }: CompanyQuery): string[] =>
  entry === null ? [] : [listKey(entry.list, entry.listId)];

const nameAddressKeys = ({ name, address }: CompanyQuery): string[] =>
  address === null || address === '' ? [] : [hashedNameAddressKey(name, address)];

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
  const docs = await readExisting(accountsOf(db), [...new Set(ids)]);
  const { accounts } = readableAccounts([...docs.values()]);
  return { holders, accounts: new Map(accounts.map((account) => [account.id, account])) };
};

/** With so many accounts under thirty keys, each key is asked for by itself. */
const MAX_PER_QUERY = 300;
/** Of one key: more tell no more. */
const MAX_PER_KEY = 20;

/** By each key the accounts whose field has it. */
const readByKeys = async (
  wanted: readonly string[],
  field: 'knownBy' | 'matchKeys',
  query: (keys: readonly string[]) => Query,
): Promise<Map<string, Account[]>> => {
  const keys = [...new Set(wanted)];
  const accountsByKey = new Map<string, Account[]>(keys.map((key) => [key, []]));
  const read = async (part: readonly string[], limit: number): Promise<void> => {
    const { docs } = await query(part).limit(limit).get();
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
