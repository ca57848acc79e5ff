/** Paging through the accounts: all of them or filtered, in one of several orders, or those that have changed. */
import { type DocumentSnapshot, FieldPath, Timestamp } from '@google-cloud/firestore';
import { isRegistered } from '../domain/account/account';
import type { AccountOrder } from '../domain/account/account-order';
import { type AccountFilter, accountQueries } from './account-queries';
import { accountsOf, type Database } from './firestore';
import { changeCursorBehind, pageCursorBehind, readChangeCursor, readPageCursor } from './page-cursor';
import { accountsIn, type ReadAccounts, readableAccounts } from './readable-accounts';

export interface AccountPage extends ReadAccounts {
  cursor: string | null;
}

/**
 * Accounts in the order, or of their IDs; null where the cursor is none of that order. Each page begins behind the last account of
 * the one before, as it stood then: whatever changes meanwhile, the others come once.
 */
export const readAccountPage = async (
  db: Database,
  filter: AccountFilter,
  order: AccountOrder | null,
  cursor: string | undefined,
  limit: number,
): Promise<AccountPage | null> => {
  const { queries, fields, direction } = accountQueries(db, filter, order);
  const orderName = [...fields, direction].join(' ');
  const from = cursor === undefined ? undefined : readPageCursor(orderName, cursor);
  if (from === null || (from !== undefined && from.values.length !== fields.length)) return null;
  const parts = await Promise.all(
    queries.map(async (query) => {
      const page = from === undefined ? query : query.startAfter(...from.values, from.id);
      return (
        await accountsIn(page, ...fields)
          .limit(limit)
          .get()
      ).docs;
    }),
  );
  const docs = inOneOrder(parts, fields, direction).slice(0, limit);
  const last = docs.at(-1);
  const { accounts, unreadable } = readableAccounts(docs);
  return {
    accounts: accounts.filter(isRegistered),
    unreadable,
    cursor: docs.length < limit || last === undefined ? null : pageCursorBehind(orderName, fields, last),
  };
};

/** How many documents a filter finds, those that cannot be read included. */
export const countAccounts = async (db: Database, filter: AccountFilter): Promise<number> => {
  const counts = await Promise.all(
    accountQueries(db, filter, null).queries.map(async (query) => (await query.count().get()).data().count),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

/** Merges the results of one question that took several queries into one order. */
const inOneOrder = (
  parts: readonly (readonly DocumentSnapshot[])[],
  fields: readonly string[],
  direction: AccountOrder['direction'],
): DocumentSnapshot[] => {
  const docs = parts.flat();
  if (parts.length < 2) return docs;
  const sign = direction === 'asc' ? 1 : -1;
  return docs.sort((a, b) => {
    for (const field of fields) {
      const compared = compareValues(a.get(field), b.get(field));
      if (compared !== 0) return compared * sign;
    }
    return compareTexts(a.id, b.id) * sign;
  });
};

/** Compares values of one field as Firestore does. */
const compareValues = (a: unknown, b: unknown): number => {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a instanceof Timestamp && b instanceof Timestamp)
    return a.seconds - b.seconds || a.nanoseconds - b.nanoseconds;
  return Number(a !== null) - Number(b !== null);
};

/** Compares texts by their bytes in UTF-8, as Firestore does. */
const compareTexts = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Accounts in the order of their last change, withdrawn ones included; the cursor serves to ask for later changes. */
export const readChangedAccounts = async (
  db: Database,
  cursor: string | undefined,
  limit: number,
): Promise<AccountPage | null> => {
  const from = cursor === undefined ? undefined : readChangeCursor(cursor);
  if (from === null) return null;
  const inOrder = accountsOf(db).orderBy('changedAt').orderBy(FieldPath.documentId());
  const query = accountsIn(inOrder, 'changedAt').limit(limit);
  const { docs } = await (from === undefined ? query : query.startAfter(from.at, from.id)).get();
  const last = docs.at(-1);
  return {
    ...readableAccounts(docs),
    cursor: last === undefined ? (cursor ?? null) : changeCursorBehind(last),
  };
};
