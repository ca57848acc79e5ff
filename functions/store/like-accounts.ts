/** Accounts that may be the company which a command registers: by indexed keys, never by a scan. */
import type { QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Account } from '../domain/account';
import { type Company, isNameKey, likeKeys, likeness, MOST_SAME_NAMES } from '../domain/duplicates';
import { parseAccount } from './account-document';
import { accountsOf, type Database, MOST_IN } from './firestore';

/** More likely duplicates of one block are a list that is here already: the first ones tell it. */
const MOST_LIKELY = 100;

export interface LikeDocuments {
  docs: readonly QueryDocumentSnapshot[];
  /** How many accounts have one of the company's names, in the order of the companies. */
  counts: readonly (number | null)[];
}

/** For each company an account that is likely the same one; null where there is none. */
export const findLikely = async (
  db: Database,
  companies: readonly Company[],
): Promise<(Account | null)[]> => {
  const keys = companies.map((company) => pairsOf(likeKeys(company)));
  const docs = await readPairs(db, keys);
  const byKey = new Map<string, Account[]>();
  for (const account of docs.map((doc) => parseAccount(doc.data()))) {
    for (const key of pairsOf(likeKeys(account))) byKey.set(key, [...(byKey.get(key) ?? []), account]);
  }
  return companies.map((company, index) => {
    const met = (keys[index] ?? []).flatMap((key) => byKey.get(key) ?? []);
    return met.find((account) => likeness(company, account) === 'likely') ?? null;
  });
};

/** A name together with something else: two companies that share none are not likely the same. */
const pairsOf = (keys: readonly string[]): string[] => keys.filter((key) => !isNameKey(key));

const readPairs = async (
  db: Database,
  keys: readonly (readonly string[])[],
): Promise<QueryDocumentSnapshot[]> => {
  const pairs = [...new Set(keys.flat())];
  const parts = Array.from({ length: Math.ceil(pairs.length / MOST_IN) }, (_, part) =>
    pairs.slice(part * MOST_IN, (part + 1) * MOST_IN),
  );
  const found = await Promise.all(
    parts.map((part) =>
      accountsOf(db).where('likeKeys', 'array-contains-any', part).limit(MOST_LIKELY).get(),
    ),
  );
  return found.flatMap(({ docs }) => docs);
};

/** Read at once for all companies of a block. */
export const readLike = async (db: Database, companies: readonly Company[]): Promise<LikeDocuments> => {
  if (companies.length === 0) return { docs: [], counts: [] };
  const keys = companies.map(likeKeys);
  // Rows of one name, as of branches, are asked for once.
  const names = new Map(keys.map((all) => all.filter(isNameKey)).map((own) => [own.join('\n'), own]));
  const [likely, named] = await Promise.all([
    readPairs(db, keys.map(pairsOf)),
    Promise.all([...names].map(async ([name, own]) => [name, await sameNames(db, own)] as const)),
  ]);
  const byName = new Map(named);
  return {
    docs: [...likely, ...named.flatMap(([, { docs }]) => docs)],
    counts: keys.map((all) => byName.get(all.filter(isNameKey).join('\n'))?.count ?? null),
  };
};

const sameNames = async (
  db: Database,
  keys: readonly string[],
): Promise<{ docs: QueryDocumentSnapshot[]; count: number | null }> => {
  if (keys.length === 0) return { docs: [], count: null };
  const query = accountsOf(db).where('likeKeys', 'array-contains-any', keys);
  const { docs } = await query.limit(MOST_SAME_NAMES + 1).get();
  if (docs.length <= MOST_SAME_NAMES) return { docs, count: null };
  return { docs, count: (await query.count().get()).data().count };
};
