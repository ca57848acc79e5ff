/** Finding companies by their match keys: a few queries at once on one index, and a bounded number of documents whatever is asked. */
import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import { clientNameKey, domainKey, queryKeys, securitiesCodeKey } from '../domain/company/match-keys';
import type { LookupQuery } from '../domain/lookup/rank';
import { parseAccount } from './account-document';
import { loadAccount } from './accounts';
import { accountRef, accountsOf, type Database } from './firestore';

/**
 * Documents that each query reads at most. Together with the team's document, the count, the clients of a crowded name and
 * the links of the best hit a lookup stays below 50 reads.
 */
const MAX_DOCUMENTS = { exact: 12, alike: 8, near: 8, part: 5, clients: 3 } as const;
/** All that an account is read from; its keys, several times as many values, stay where they are. */
const READ_FIELDS = ['schema', 'state'];
const MAX_HOPS = 5;

export interface LookupCandidates {
  accounts: Account[];
  /** More companies have exactly this name than were read. */
  crowded: boolean;
  /** How many have it; null where all of them were read. */
  count: number | null;
}

export const findLookupCandidates = async (
  db: Database,
  question: LookupQuery,
): Promise<LookupCandidates> => {
  if (question.id !== null && question.readings.length === 0) {
    const account = await loadAccount(db, question.id);
    return { accounts: account === null ? [] : [account], crowded: false, count: null };
  }
  const names = queryKeys(question.readings);
  const certain = [
    ...(question.securitiesCode === null ? [] : [securitiesCodeKey(question.securitiesCode)]),
    ...question.domains.map(domainKey),
  ];
  const exact = [...certain, ...names.exact].slice(0, 30);
  const [byId, numbered, equal, alike, ...parts] = await Promise.all([
    question.id === null ? null : loadAccount(db, question.id),
    question.corporateNumber === null ? [] : readByNumber(db, question.corporateNumber),
    readByAnyKey(db, exact, MAX_DOCUMENTS.exact + 1),
    readByAnyKey(db, names.alike, MAX_DOCUMENTS.alike),
    // Thousands of names may have a part: a query of one key reads them in order and stops at its limit.
    ...names.part.map((key) => readByAnyKey(db, [key], MAX_DOCUMENTS.part)),
  ]);
  // Where the name itself is here, nobody made a slip; and all who share it would come again.
  const isHere = numbered.length + equal.length + alike.length > 0;
  const near = isHere ? [] : await readByAnyKey(db, names.near, MAX_DOCUMENTS.near);
  const crowded = equal.length > MAX_DOCUMENTS.exact;
  const more = crowded ? await readClientsAndCount(db, exact) : { clients: [], count: null };
  const docs = [...numbered, ...more.clients, ...equal, ...alike, ...near, ...parts.flat()];
  const accounts = [...new Map(docs.map((doc) => [doc.id, doc])).values()].map((doc) =>
    parseAccount(doc.data()),
  );
  return { accounts: byId === null ? accounts : [byId, ...accounts], crowded, count: more.count };
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
  most: number,
): Promise<QueryDocumentSnapshot[]> => {
  if (keys.length === 0) return [];
  const { docs } = await queryByAnyKey(db, keys)
    .select(...READ_FIELDS)
    .limit(most)
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

export interface SuccessorsAndParent {
  /** From the account to the one that stands for it now, step by step. */
  successors: Account[];
  /** Group parent of the last one. */
  parent: Account | null;
}

/** Follows the on-file links to their end, five steps at most; each step is one read, the first brings the parent along. */
export const readSuccessorsAndParent = async (
  db: Database,
  account: Account,
  known: ReadonlyMap<string, Account>,
): Promise<SuccessorsAndParent> => {
  const read = new Map(known);
  const fetch = async (ids: readonly (string | null | undefined)[]): Promise<void> => {
    const wanted = [...new Set(ids)].filter((id) => id != null && !read.has(id)) as string[];
    if (wanted.length === 0) return;
    for (const doc of await db.getAll(...wanted.map((id) => accountRef(db, id))))
      if (doc.exists) read.set(doc.id, parseAccount(doc.data()));
  };
  const successors: Account[] = [];
  let last = account;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const next = successorIdOf(last);
    await fetch([next, next === null ? last.parentId : null]);
    const successor = next === null ? undefined : read.get(next);
    if (successor === undefined || successor.withdrawn || successors.includes(successor)) break;
    successors.push(successor);
    last = successor;
  }
  const parent = last.parentId === null ? undefined : read.get(last.parentId);
  return { successors, parent: parent === undefined || parent.withdrawn ? null : parent };
};
