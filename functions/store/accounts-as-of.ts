/** Accounts as they were at a past instant, page by page in the order of their IDs. */
import { type DocumentSnapshot, FieldPath } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import { accountAsOf } from '../domain/account/as-of';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { readHistoriesOf, storedVersion } from './account-histories';
import { accountsOf, type Database, entryRef } from './firestore';
import { accountsIn, readableAccount } from './readable-accounts';

export interface AccountsAsOf {
  /** Withdrawn ones included; those that were not there yet are left out. */
  accounts: Account[];
  unreadable: UnreadableDocument[];
  /** ID that the next page begins behind; null behind the last account. */
  after: string | null;
}

/**
 * An account whose newest entry was made before the instant (ISO 8601 in UTC) is as it is stored, and costs two reads; of any other
 * the whole history is read and folded up to there.
 */
export const readAccountsAsOf = async (
  db: Database,
  instant: string,
  after: string | null,
  limit: number,
): Promise<AccountsAsOf> => {
  const query = accountsIn(accountsOf(db).orderBy(FieldPath.documentId())).limit(limit);
  const { docs } = await (after === null ? query : query.startAfter(after)).get();
  const newest = await readNewestTimes(db, docs);
  const accounts = new Map<string, Account>();
  const changed: DocumentSnapshot[] = [];
  for (const doc of docs) {
    const account = (newest.get(doc.id) ?? instant) < instant ? readableAccount(doc) : null;
    if (account === null) changed.push(doc);
    else accounts.set(doc.id, account);
  }
  const histories = await readHistoriesOf(db, changed);
  for (const [id, { entries, unreadable }] of histories) {
    const account = unreadable.length === 0 ? accountAsOf(id, entries, instant) : null;
    if (account !== null) accounts.set(id, account);
  }
  return {
    accounts: docs.flatMap(({ id }) => accounts.get(id) ?? []),
    unreadable: [...histories.values()].flatMap(({ unreadable }) => unreadable),
    after: docs.length < limit ? null : (docs.at(-1)?.id ?? null),
  };
};

/** By account ID the instant of its newest entry, where that can be read. */
const readNewestTimes = async (
  db: Database,
  docs: readonly DocumentSnapshot[],
): Promise<Map<string, string>> => {
  const refs = docs.flatMap((doc) => {
    const version = storedVersion(doc);
    return version === undefined ? [] : entryRef(db, doc.id, version);
  });
  const snapshots = refs.length === 0 ? [] : await db.getAll(...refs, { fieldMask: ['at'] });
  return new Map(
    snapshots.flatMap((doc): [string, string][] => {
      const at: unknown = doc.get('at');
      return typeof at === 'string' ? [[doc.ref.parent.parent?.id ?? '', at]] : [];
    }),
  );
};
