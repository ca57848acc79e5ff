/** Accounts that may be a company which is going to be registered: by indexed keys, never by a scan. */
import type { QueryDocumentSnapshot } from '@google-cloud/firestore';
import {
  type ComparableCompany,
  duplicateKeys,
  isNameOnlyKey,
  MAX_SAME_NAMES,
} from '../domain/company/duplicates';
import { accountsOf, type Database, inQueryParts } from './firestore';

/** Limit of one query. A block with more likely duplicates is a list that the register has already, which the first ones show. */
const MAX_LIKELY = 100;

export interface DuplicateCandidates {
  docs: readonly QueryDocumentSnapshot[];
  /** In the order of the companies: how many accounts have one of its names; null where all of them were read. */
  counts: readonly (number | null)[];
}

/** A name together with something else: two companies that share none are not likely the same. */
const combinedKeys = (keys: readonly string[]): string[] => keys.filter((key) => !isNameOnlyKey(key));

const readByCombinedKeys = async (
  db: Database,
  keys: readonly (readonly string[])[],
): Promise<QueryDocumentSnapshot[]> => {
  const parts = inQueryParts([...new Set(keys.flat())]);
  const snapshots = await Promise.all(
    parts.map((part) => accountsOf(db).where('likeKeys', 'array-contains-any', part).limit(MAX_LIKELY).get()),
  );
  return snapshots.flatMap(({ docs }) => docs);
};

/** For all companies of a block: their likely duplicates, and the first accounts of their names. */
export const readDuplicateCandidates = async (
  db: Database,
  companies: readonly ComparableCompany[],
): Promise<DuplicateCandidates> => {
  if (companies.length === 0) return { docs: [], counts: [] };
  const keys = companies.map(duplicateKeys);
  // Rows of one name, as of branches, are asked for once.
  const nameKeys = keys.map((keysOfCompany) => keysOfCompany.filter(isNameOnlyKey));
  const distinctNames = new Map(nameKeys.map((keysOfName) => [keysOfName.join('\n'), keysOfName]));
  const [likely, sameNames] = await Promise.all([
    readByCombinedKeys(db, keys.map(combinedKeys)),
    Promise.all(
      [...distinctNames].map(
        async ([name, keysOfName]) => [name, await readSameName(db, keysOfName)] as const,
      ),
    ),
  ]);
  const byName = new Map(sameNames);
  return {
    docs: [...likely, ...sameNames.flatMap(([, { docs }]) => docs)],
    counts: nameKeys.map((keysOfName) => byName.get(keysOfName.join('\n'))?.count ?? null),
  };
};

const readSameName = async (
  db: Database,
  keys: readonly string[],
): Promise<{ docs: QueryDocumentSnapshot[]; count: number | null }> => {
  if (keys.length === 0) return { docs: [], count: null };
  const query = accountsOf(db).where('likeKeys', 'array-contains-any', keys);
  const { docs } = await query.limit(MAX_SAME_NAMES + 1).get();
  if (docs.length <= MAX_SAME_NAMES) return { docs, count: null };
  return { docs, count: (await query.count().get()).data().count };
};
