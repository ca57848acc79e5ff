/** Reading accounts: by ID, in pages, and what has changed since. */
import { type DocumentSnapshot, FieldPath, Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { type Account, isRegistered } from '../domain/account/account';
import { ACCOUNT_ID_PATTERN } from '../domain/account/account-id';
import type { HistoryEntry } from '../domain/account/history';
import type { Status } from '../domain/status/statuses';
import { parseAccount, parseEntry } from './account-document';
import { accountRef, accountsOf, type Database, entryRef } from './firestore';

export const loadAccount = async (db: Database, id: string): Promise<Account | null> => {
  const snapshot = await accountRef(db, id).get();
  return snapshot.exists ? parseAccount(snapshot.data()) : null;
};

/** Entries `from` to `to`, both included, oldest first. */
export const readEntries = async (
  db: Database,
  id: string,
  from: number,
  to: number,
): Promise<HistoryEntry[]> => {
  if (to < from) return [];
  const refs = Array.from({ length: to - from + 1 }, (_, index) => entryRef(db, id, from + index));
  const snapshots = await db.getAll(...refs);
  return snapshots.filter((snapshot) => snapshot.exists).map((snapshot) => parseEntry(snapshot.data()));
};

export interface AccountFilter {
  status?: Status;
  ownerId?: string;
}

const documentId = z.string().regex(ACCOUNT_ID_PATTERN);
const pageCursor = z.strictObject({ after: documentId });
/** Seconds and nanoseconds: a cursor must not lose the microseconds. */
const changeCursor = z.strictObject({
  at: z.tuple([z.int(), z.int()]).transform(([seconds, nanoseconds]) => new Timestamp(seconds, nanoseconds)),
  id: documentId,
});

/** Null where the cursor is none of ours. */
const readCursor = <T>(schema: z.ZodType<T>, cursor: string): T | null => {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
};
const writeCursor = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export interface AccountPage {
  accounts: Account[];
  cursor: string | null;
}

/** Accounts in the order of their IDs; null where the cursor is none of ours. */
export const readAccountPage = async (
  db: Database,
  filter: AccountFilter,
  cursor: string | undefined,
  limit: number,
): Promise<AccountPage | null> => {
  const from = cursor === undefined ? undefined : readCursor(pageCursor, cursor);
  if (from === null) return null;
  let query = accountsOf(db).orderBy(FieldPath.documentId()).limit(limit);
  if (filter.status !== undefined) query = query.where('status', '==', filter.status);
  if (filter.ownerId !== undefined) query = query.where('ownerId', '==', filter.ownerId);
  if (from !== undefined) query = query.startAfter(from.after);
  const { docs } = await query.get();
  const last = docs.at(-1);
  return {
    accounts: docs.map((doc) => parseAccount(doc.data())).filter(isRegistered),
    cursor: docs.length < limit || last === undefined ? null : writeCursor({ after: last.id }),
  };
};

/** Accounts in the order of their last change, withdrawn ones included; the cursor serves to ask for later changes. */
export const readChangedAccounts = async (
  db: Database,
  cursor: string | undefined,
  limit: number,
): Promise<AccountPage | null> => {
  const from = cursor === undefined ? undefined : readCursor(changeCursor, cursor);
  if (from === null) return null;
  const query = accountsOf(db).orderBy('changedAt').orderBy(FieldPath.documentId()).limit(limit);
  const { docs } = await (from === undefined ? query : query.startAfter(from.at, from.id)).get();
  const last = docs.at(-1);
  return {
    accounts: docs.map((doc) => parseAccount(doc.data())),
    cursor: last === undefined ? (cursor ?? null) : writeCursor({ at: changeTimeOf(last), id: last.id }),
  };
};

const changeTimeOf = (doc: DocumentSnapshot): [number, number] => {
  const at: unknown = doc.get('changedAt');
  if (!(at instanceof Timestamp)) throw new Error(`account ${doc.id} has no time of change`);
  return [at.seconds, at.nanoseconds];
};

/** Accounts whose next check is due up to the day, and how many there are in the status at all. */
export const readDueChecks = async (
  db: Database,
  upTo: string,
): Promise<{ due: Account[]; total: number }> => {
  const accounts = accountsOf(db);
  const [due, total] = await Promise.all([
    accounts.where('due.check', '<=', upTo).orderBy('due.check').get(),
    accounts.where('status', '==', 'QUARTERLY_CHECK').count().get(),
  ]);
  return { due: due.docs.map((doc) => parseAccount(doc.data())), total: total.data().count };
};

/** Those of the accounts that exist. */
export const readAccounts = async (db: Database, ids: readonly string[]): Promise<Account[]> => {
  if (ids.length === 0) return [];
  const docs = await db.getAll(...ids.map((id) => accountRef(db, id)));
  return docs.filter(({ exists: isThere }) => isThere).map((doc) => parseAccount(doc.data()));
};
