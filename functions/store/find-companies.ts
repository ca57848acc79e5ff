/** Which accounts could be the companies of a list: by corporate number, the list's own ID, name and address, or name alone. */
import type { Query } from '@google-cloud/firestore';
import { type Account, exists } from '../domain/account';
import { foldCompanyName } from '../domain/company-name';
import { listing, parseAccount, place, UNNUMBERED } from './account-document';
import type { Holders } from './desk';
import { accountsOf, type Database, existingOf, MOST_IN, numbersOf } from './firestore';

export interface Wanted {
  corporateNumber: string | null;
  /** The company's entry in a list. */
  entry: { list: string; listId: string } | null;
  name: string;
  address: string | null;
}

export interface Evidence {
  /** Holds the corporate number. */
  numbered: Account | null;
  /** Stand in the list under that ID. */
  listed: readonly Account[];
  /** Have that name and address. */
  placed: readonly Account[];
}

export interface Findings {
  /** In the order of what was wanted. */
  evidence: Evidence[];
  /** Of all the corporate numbers that were wanted. */
  holders: Holders;
}

/** By name and address the accounts without a corporate number. */
export type Unnumbered = ReadonlyMap<string, readonly Account[]>;

/**
 * Null where there are too many to have them all at hand. A company with a number is known by name and address only to such
 * an account: a long list of numbers need not ask for each of its rows.
 */
export const findUnnumbered = async (db: Database): Promise<Unnumbered | null> => {
  const query = accountsOf(db).where('knownBy', 'array-contains', UNNUMBERED).limit(MOST_TOGETHER);
  const { docs } = await query.get();
  if (docs.length === MOST_TOGETHER) return null;
  const found = new Map<string, Account[]>();
  for (const account of docs.map((doc) => parseAccount(doc.data()))) {
    const key = place(account.name, account.address ?? '');
    found.set(key, [...(found.get(key) ?? []), account]);
  }
  return found;
};

export const findCompanies = async (
  db: Database,
  wanted: readonly Wanted[],
  unnumbered: Unnumbered | null = null,
): Promise<Findings> => {
  const isAtHand = ({ corporateNumber }: Wanted): boolean => corporateNumber !== null && unnumbered !== null;
  const [{ holders, accounts }, known] = await Promise.all([
    byNumber(
      db,
      wanted.flatMap(({ corporateNumber }) => corporateNumber ?? []),
    ),
    byKeys(
      wanted.flatMap((one) => [...entryKey(one), ...(isAtHand(one) ? [] : placeKey(one))]),
      'knownBy',
      (keys) => accountsOf(db).where('knownBy', 'array-contains-any', keys),
    ),
  ]);
  const under = (keys: readonly string[]): readonly Account[] => keys.flatMap((key) => known.get(key) ?? []);
  return {
    holders,
    evidence: wanted.map((one) => ({
      numbered: accounts.get(holders.get(one.corporateNumber ?? '') ?? '') ?? null,
      listed: under(entryKey(one)),
      placed: isAtHand(one)
        ? placeKey(one).flatMap((key) => unnumbered?.get(key) ?? [])
        : under(placeKey(one)),
    })),
  };
};

/** By each name the accounts that have it, in this or another spelling. */
export const findNamesakes = async (
  db: Database,
  names: readonly string[],
): Promise<(name: string) => readonly Account[]> => {
  const key = (name: string): string => foldCompanyName(name).key;
  const found = await byKeys(names.map(key), 'matchKeys', (keys) =>
    accountsOf(db).where('matchKeys', 'array-contains-any', keys),
  );
  return (name) => found.get(key(name)) ?? [];
};

const entryKey = ({ entry }: Wanted): string[] => (entry === null ? [] : [listing(entry.list, entry.listId)]);

const placeKey = ({ name, address }: Wanted): string[] =>
  address === null || address === '' ? [] : [place(name, address)];

const byNumber = async (
  db: Database,
  numbers: readonly string[],
): Promise<{ holders: Holders; accounts: Map<string, Account> }> => {
  const taken = await existingOf(numbersOf(db), [...new Set(numbers)]);
  const holders = new Map(
    numbers.map((number): [string, string | null] => {
      const holder: unknown = taken.get(number)?.get('accountId');
      return [number, typeof holder === 'string' ? holder : null];
    }),
  );
  const ids = [...holders.values()].filter((id) => id !== null);
  const docs = await existingOf(accountsOf(db), [...new Set(ids)]);
  return { holders, accounts: new Map([...docs].map(([id, doc]) => [id, parseAccount(doc.data())])) };
};

/** With so many accounts under thirty keys, each key is asked for by itself. */
const MOST_TOGETHER = 300;
/** Of one key: more tell no more. */
const MOST_ALIKE = 20;

/** By each key the accounts whose field has it. */
const byKeys = async (
  wanted: readonly string[],
  field: 'knownBy' | 'matchKeys',
  query: (keys: readonly string[]) => Query,
): Promise<Map<string, Account[]>> => {
  const keys = [...new Set(wanted)];
  const parts = Array.from({ length: Math.ceil(keys.length / MOST_IN) }, (_, part) =>
    keys.slice(part * MOST_IN, (part + 1) * MOST_IN),
  );
  const found = new Map<string, Account[]>(keys.map((key) => [key, []]));
  const ask = async (part: readonly string[], limit: number): Promise<void> => {
    const { docs } = await query(part).limit(limit).get();
    if (docs.length === limit && part.length > 1) {
      await Promise.all(part.map((key) => ask([key], MOST_ALIKE)));
      return;
    }
    const wantedHere = new Set(part);
    for (const doc of docs) {
      const account = parseAccount(doc.data());
      const has: unknown = doc.get(field);
      if (!exists(account) || !Array.isArray(has)) continue;
      for (const key of new Set(has.map(String))) if (wantedHere.has(key)) found.get(key)?.push(account);
    }
  };
  await Promise.all(parts.map((part) => ask(part, MOST_TOGETHER)));
  return found;
};
