/** Finding companies by their match keys: a few queries at once on one index, which read a bounded number of documents. */
import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import { clientNameKey, domainKey, queryKeys, securitiesCodeKey } from '../domain/company/match-keys';
import type { LookupQuery } from '../domain/lookup/rank';
import { parseAccount } from './account-document';
import { loadAccount } from './accounts';
import { accountsOf, type Database, MAX_IN_VALUES } from './firestore';

/**
 * Documents that each query reads at most. Together with the team's document, the count, the clients of a common name and
 * the links of the best hit, a lookup stays below 50 reads.
 */
const MAX_DOCUMENTS = { exact: 12, alike: 8, near: 8, part: 5, clients: 3 } as const;
/** All that an account is read from; its keys, several times as many values, stay where they are. */
const READ_FIELDS = ['schema', 'state'];

export interface LookupCandidates {
  accounts: Account[];
  /** More companies have exactly this name than were read. */
  hasMore: boolean;
  /** How many have it; null where all of them were read. */
  count: number | null;
}

/** Accounts that the query may mean, in no order of merit; withdrawn ones only by their IDs. */
export const findLookupCandidates = async (db: Database, query: LookupQuery): Promise<LookupCandidates> => {
  const { id, corporateNumber, securitiesCode, domains, readings } = query;
  if (id !== null && readings.length === 0) {
    const account = await loadAccount(db, id);
    return { accounts: account === null ? [] : [account], hasMore: false, count: null };
  }
  const names = queryKeys(readings);
  const exactKeys = [
    ...(securitiesCode === null ? [] : [securitiesCodeKey(securitiesCode)]),
    ...domains.map(domainKey),
    ...names.exact,
  ].slice(0, MAX_IN_VALUES);
  const [byId, byNumber, exact, alike, ...parts] = await Promise.all([
    id === null ? null : loadAccount(db, id),
    corporateNumber === null ? [] : readByNumber(db, corporateNumber),
    readByAnyKey(db, exactKeys, MAX_DOCUMENTS.exact + 1),
    readByAnyKey(db, names.alike, MAX_DOCUMENTS.alike),
    // Thousands of names may have a part: a query of one key reads them in order and stops at its limit.
    ...names.part.map((key) => readByAnyKey(db, [key], MAX_DOCUMENTS.part)),
  ]);
  // Where the name itself was found, nobody made a slip; and all who share it would come again.
  const isFound = byNumber.length + exact.length + alike.length > 0;
  const near = isFound ? [] : await readByAnyKey(db, names.near, MAX_DOCUMENTS.near);
  const hasMore = exact.length > MAX_DOCUMENTS.exact;
  const common = hasMore ? await readClientsAndCount(db, exactKeys) : { clients: [], count: null };
  const docs = [...byNumber, ...common.clients, ...exact, ...alike, ...near, ...parts.flat()];
  const accounts = [...new Map(docs.map((doc) => [doc.id, doc])).values()].map((doc) =>
    parseAccount(doc.data()),
  );
  return { accounts: byId === null ? accounts : [byId, ...accounts], hasMore, count: common.count };
};

const readByNumber = async (db: Database, corporateNumber: string): Promise<QueryDocumentSnapshot[]> =>
  (
    await accountsOf(db)
      .where('corporateNumber', '==', corporateNumber)
      .select(...READ_FIELDS)
      .limit(MAX_DOCUMENTS.clients)
      .get()
  ).docs;

/** A single key is walked in order, and no further than the limit. */
const queryByAnyKey = (db: Database, keys: readonly string[]): Query =>
  keys.length === 1
    ? accountsOf(db).where('matchKeys', 'array-contains', keys[0])
    : accountsOf(db).where('matchKeys', 'array-contains-any', keys);

const readByAnyKey = async (
  db: Database,
  keys: readonly string[],
  limit: number,
): Promise<QueryDocumentSnapshot[]> => {
  if (keys.length === 0) return [];
  const { docs } = await queryByAnyKey(db, keys)
    .select(...READ_FIELDS)
    .limit(limit)
    .get();
  return docs;
};

/** Of hundreds of companies with one name the customers are what is asked about. */
const readClientsAndCount = async (
  db: Database,
  keys: readonly string[],
): Promise<{ clients: QueryDocumentSnapshot[]; count: number }> => {
  const [clients, count] = await Promise.all([
    readByAnyKey(db, keys.map(clientNameKey), MAX_DOCUMENTS.clients),
    queryByAnyKey(db, keys).count().get(),
  ]);
  return { clients, count: count.data().count };
};
