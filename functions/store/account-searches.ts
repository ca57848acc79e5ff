/** Accounts by their match keys or corporate number: searches on single indexes, each of which reads a bounded number of documents. */
import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { accountsOf, type Database, MAX_IN_VALUES } from './firestore';
import { accountsIn, readableAccounts } from './readable-accounts';

/** Accounts that have any of the keys, of which only the first 30 are searched by, or that have the number; `limit` at most. */
export type AccountSearch = ({ matchKeys: readonly string[] } | { corporateNumber: string | null }) & {
  limit: number;
};

/**
 * Runs the searches at once; answers what each has found, in their order. Where there is no key, or no number, nothing is
 * found. An account that several searches find is parsed once; those that cannot be read are passed over.
 */
export const searchAccounts = async (
  db: Database,
  searches: readonly AccountSearch[],
): Promise<{ accountsBySearch: Account[][]; unreadable: UnreadableDocument[] }> => {
  const docsBySearch = await Promise.all(searches.map((search) => readDocuments(db, search)));
  const docs = new Map(docsBySearch.flat().map((doc) => [doc.id, doc]));
  const { accounts: readable, unreadable } = readableAccounts([...docs.values()]);
  const accounts = new Map(readable.map((account) => [account.id, account]));
  return {
    accountsBySearch: docsBySearch.map((docsOfSearch) =>
      docsOfSearch.flatMap(({ id }) => accounts.get(id) ?? []),
    ),
    unreadable,
  };
};

/** How many accounts have any of the keys, of which only the first 30 are searched by. */
export const countByMatchKeys = async (db: Database, keys: readonly string[]): Promise<number> =>
  (await queryByAnyKey(db, keys).count().get()).data().count;

const readDocuments = async (db: Database, search: AccountSearch): Promise<QueryDocumentSnapshot[]> => {
  const query = queryOf(db, search);
  if (query === null) return [];
  const { docs } = await accountsIn(query).limit(search.limit).get();
  return docs;
};

/** Null where there is nothing to search by. */
const queryOf = (db: Database, search: AccountSearch): Query | null => {
  if ('matchKeys' in search)
    return search.matchKeys.length === 0 ? null : queryByAnyKey(db, search.matchKeys);
  const { corporateNumber } = search;
  return corporateNumber === null ? null : accountsOf(db).where('corporateNumber', '==', corporateNumber);
};

/** A single key is walked in order, and no further than the limit. */
const queryByAnyKey = (db: Database, keys: readonly string[]): Query =>
  keys.length === 1
    ? accountsOf(db).where('matchKeys', 'array-contains', keys[0])
    : accountsOf(db).where('matchKeys', 'array-contains-any', keys.slice(0, MAX_IN_VALUES));
