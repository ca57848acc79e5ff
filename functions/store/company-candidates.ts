/** Which accounts could be the companies of a list: by corporate number, the list's own ID, name and address, or name alone. */
import type { Query } from '@google-cloud/firestore';
import { type Account, isRegistered } from '../domain/account/account';
import { foldCompanyName } from '../domain/company/name/company-name';
import { hashedNameAddressKey, listKey, parseAccount, UNNUMBERED_KEY } from './account-document';
import type { CorporateNumberHolders } from './corporate-numbers';
import { accountsOf, type Database, MAX_IN_VALUES, numbersOf, readExisting } from './firestore';

export interface CompanyQuery {
  corporateNumber: string | null;
  /** The company's entry in a list. */
  entry: { list: string; listId: string } | null;
  name: string;
  address: string | null;
}

export interface CompanyCandidates {
  /** Holds the corporate number. */
  numbered: Account | null;
  /** Stand in the list under that ID. */
  listed: readonly Account[];
  /** Have that name and address. */
  placed: readonly Account[];
}

export interface CandidateSearchResult {
  /** In the order of what was wanted. */
  evidence: CompanyCandidates[];
  /** Of all the corporate numbers that were wanted. */
  holders: CorporateNumberHolders;
}

/** By name and address the accounts without a corporate number. */
export type UnnumberedAccounts = ReadonlyMap<string, readonly Account[]>;

/**
 * Null where there are too many to have them all at hand. A company with a number is known by name and address only to such
 * an account: a long list of numbers need not ask for each of its rows.
 */
export const readUnnumberedAccounts = async (db: Database): Promise<UnnumberedAccounts | null> => {
  const query = accountsOf(db).where('knownBy', 'array-contains', UNNUMBERED_KEY).limit(MAX_PER_QUERY);
  const { docs } = await query.get();
  if (docs.length === MAX_PER_QUERY) return null;
  const found = new Map<string, Account[]>();
  for (const account of docs.map((doc) => parseAccount(doc.data()))) {
    const key = hashedNameAddressKey(account.name, account.address ?? '');
    found.set(key, [...(found.get(key) ?? []), account]);
  }
  return found;
};

export const findCompanyCandidates = async (
  db: Database,
  wanted: readonly CompanyQuery[],
  unnumbered: UnnumberedAccounts | null = null,
): Promise<CandidateSearchResult> => {
  const isAtHand = ({ corporateNumber }: CompanyQuery): boolean =>
    corporateNumber !== null && unnumbered !== null;
  const [{ holders, accounts }, known] = await Promise.all([
    readByNumbers(
      db,
      wanted.flatMap(({ corporateNumber }) => corporateNumber ?? []),
    ),
    readByKeys(
      wanted.flatMap((one) => [...listKeys(one), ...(isAtHand(one) ? [] : nameAddressKeys(one))]),
      'knownBy',
      (keys) => accountsOf(db).where('knownBy', 'array-contains-any', keys),
    ),
  ]);
  const under = (keys: readonly string[]): readonly Account[] => keys.flatMap((key) => known.get(key) ?? []);
  return {
    holders,
    evidence: wanted.map((one) => ({
      numbered: accounts.get(holders.get(one.corporateNumber ?? '') ?? '') ?? null,
      listed: under(listKeys(one)),
      placed: isAtHand(one)
        ? nameAddressKeys(one).flatMap((key) => unnumbered?.get(key) ?? [])
        : under(nameAddressKeys(one)),
    })),
  };
};

/** By each name the accounts that have it, in this or another spelling. */
export const findAccountsByName = async (
  db: Database,
  names: readonly string[],
): Promise<(name: string) => readonly Account[]> => {
  const key = (name: string): string => foldCompanyName(name).key;
  const found = await readByKeys(names.map(key), 'matchKeys', (keys) =>
    accountsOf(db).where('matchKeys', 'array-contains-any', keys),
  );
  return (name) => found.get(key(name)) ?? [];
};

const listKeys = ({ entry }: CompanyQuery): string[] =>
  entry === null ? [] : [listKey(entry.list, entry.listId)];

const nameAddressKeys = ({ name, address }: CompanyQuery): string[] =>
  address === null || address === '' ? [] : [hashedNameAddressKey(name, address)];

const readByNumbers = async (
  db: Database,
  numbers: readonly string[],
): Promise<{ holders: CorporateNumberHolders; accounts: Map<string, Account> }> => {
  const taken = await readExisting(numbersOf(db), [...new Set(numbers)]);
  const holders = new Map(
    numbers.map((number): [string, string | null] => {
      const holder: unknown = taken.get(number)?.get('accountId');
      return [number, typeof holder === 'string' ? holder : null];
    }),
  );
  const ids = [...holders.values()].filter((id) => id !== null);
  const docs = await readExisting(accountsOf(db), [...new Set(ids)]);
  return { holders, accounts: new Map([...docs].map(([id, doc]) => [id, parseAccount(doc.data())])) };
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
  const parts = Array.from({ length: Math.ceil(keys.length / MAX_IN_VALUES) }, (_, part) =>
    keys.slice(part * MAX_IN_VALUES, (part + 1) * MAX_IN_VALUES),
  );
  const found = new Map<string, Account[]>(keys.map((key) => [key, []]));
  const ask = async (part: readonly string[], limit: number): Promise<void> => {
    const { docs } = await query(part).limit(limit).get();
    if (docs.length === limit && part.length > 1) {
      await Promise.all(part.map((key) => ask([key], MAX_PER_KEY)));
      return;
    }
    const wantedHere = new Set(part);
    for (const doc of docs) {
      const account = parseAccount(doc.data());
      const has: unknown = doc.get(field);
      if (!isRegistered(account) || !Array.isArray(has)) continue;
      for (const key of new Set(has.map(String))) if (wantedHere.has(key)) found.get(key)?.push(account);
    }
  };
  await Promise.all(parts.map((part) => ask(part, MAX_PER_QUERY)));
  return found;
};
