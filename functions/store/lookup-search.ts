/** Finding companies by their match keys: a few queries at once on one index, and a bounded number of documents whatever is asked. */
import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Account } from '../domain/account';
import type { Question } from '../domain/lookup-rank';
import { askedKeys, clientKey, codeKey, domainKey } from '../domain/match-keys';
import { parseAccount } from './account-document';
import { readAccount } from './accounts';
import { accountRef, accountsOf, type Database } from './firestore';

/**
 * Documents that each query reads at most. Together with the team's document, the count, the clients of a crowded name and
 * the links of the best hit a lookup stays below 50 reads.
 */
const MOST = { exact: 12, alike: 8, near: 8, part: 5, clients: 3 } as const;
/** All that an account is read from; its keys, several times as many values, stay where they are. */
const READ = ['schema', 'state'];
const MOST_HOPS = 5;

export interface Found {
  accounts: Account[];
  /** More companies have exactly this name than were read. */
  crowded: boolean;
  /** How many have it; null where all of them were read. */
  count: number | null;
}

export const findCompanies = async (db: Database, question: Question): Promise<Found> => {
  if (question.id !== null && question.readings.length === 0) {
    const account = await readAccount(db, question.id);
    return { accounts: account === null ? [] : [account], crowded: false, count: null };
  }
  const names = askedKeys(question.readings);
  const certain = [
    ...(question.securitiesCode === null ? [] : [codeKey(question.securitiesCode)]),
    ...question.domains.map(domainKey),
  ];
  const exact = [...certain, ...names.exact].slice(0, 30);
  const [byId, numbered, equal, alike, ...parts] = await Promise.all([
    question.id === null ? null : readAccount(db, question.id),
    question.corporateNumber === null ? [] : withNumber(db, question.corporateNumber),
    withAnyKey(db, exact, MOST.exact + 1),
    withAnyKey(db, names.alike, MOST.alike),
    // Thousands of names may have a part: a query of one key reads them in order and stops at its limit.
    ...names.part.map((key) => withAnyKey(db, [key], MOST.part)),
  ]);
  // Where the name itself is here, nobody made a slip; and all who share it would come again.
  const isHere = numbered.length + equal.length + alike.length > 0;
  const near = isHere ? [] : await withAnyKey(db, names.near, MOST.near);
  const crowded = equal.length > MOST.exact;
  const more = crowded ? await ofTheCrowd(db, exact) : { clients: [], count: null };
  const docs = [...numbered, ...more.clients, ...equal, ...alike, ...near, ...parts.flat()];
  const accounts = [...new Map(docs.map((doc) => [doc.id, doc])).values()].map((doc) =>
    parseAccount(doc.data()),
  );
  return { accounts: byId === null ? accounts : [byId, ...accounts], crowded, count: more.count };
};

const withNumber = async (db: Database, corporateNumber: string): Promise<QueryDocumentSnapshot[]> =>
  (
    await accountsOf(db)
      .where('corporateNumber', '==', corporateNumber)
      .select(...READ)
      .limit(MOST.clients)
      .get()
  ).docs;

/** A single key is walked in order, and no further than the limit. */
const havingAnyKey = (db: Database, keys: readonly string[]): Query =>
  keys.length === 1
    ? accountsOf(db).where('matchKeys', 'array-contains', keys[0])
    : accountsOf(db).where('matchKeys', 'array-contains-any', keys);

const withAnyKey = async (
  db: Database,
  keys: readonly string[],
  most: number,
): Promise<QueryDocumentSnapshot[]> => {
  if (keys.length === 0) return [];
  const { docs } = await havingAnyKey(db, keys)
    .select(...READ)
    .limit(most)
    .get();
  return docs;
};

/** Of hundreds of companies with one name the customers are what is asked about. */
const ofTheCrowd = async (
  db: Database,
  keys: readonly string[],
): Promise<{ clients: QueryDocumentSnapshot[]; count: number }> => {
  const [clients, count] = await Promise.all([
    withAnyKey(db, keys.map(clientKey), MOST.clients),
    havingAnyKey(db, keys).count().get(),
  ]);
  return { clients, count: count.data().count };
};

export interface LinkedAccounts {
  /** From the account to the one that stands for it now, step by step. */
  successors: Account[];
  /** Group parent of the last one. */
  parent: Account | null;
}

/** Follows the on-file links to their end, five steps at most; each step is one read, the first brings the parent along. */
export const readLinks = async (
  db: Database,
  account: Account,
  known: ReadonlyMap<string, Account>,
): Promise<LinkedAccounts> => {
  const read = new Map(known);
  const fetch = async (ids: readonly (string | null | undefined)[]): Promise<void> => {
    const wanted = [...new Set(ids)].filter((id) => id != null && !read.has(id)) as string[];
    if (wanted.length === 0) return;
    for (const doc of await db.getAll(...wanted.map((id) => accountRef(db, id))))
      if (doc.exists) read.set(doc.id, parseAccount(doc.data()));
  };
  const successors: Account[] = [];
  let last = account;
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const next = last.onFile?.successorId ?? null;
    await fetch([next, next === null ? last.parentId : null]);
    const successor = next === null ? undefined : read.get(next);
    if (successor === undefined || successor.withdrawn || successors.includes(successor)) break;
    successors.push(successor);
    last = successor;
  }
  const parent = last.parentId === null ? undefined : read.get(last.parentId);
  return { successors, parent: parent === undefined || parent.withdrawn ? null : parent };
};
