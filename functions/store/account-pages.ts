/** Paging through the accounts: all of them, those of a status or an owner, or those that have changed. */
import { type DocumentSnapshot, FieldPath, Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { isRegistered } from '../domain/account/account';
import { ACCOUNT_ID_PATTERN } from '../domain/account/account-id';
import type { Status } from '../domain/status/statuses';
import { accountsOf, type Database } from './firestore';
import { type ReadAccounts, readableAccounts } from './unreadable-document';

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

export interface AccountPage extends ReadAccounts {
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
  const { accounts, unreadable } = readableAccounts(docs);
  return {
    accounts: accounts.filter(isRegistered),
    unreadable,
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
    ...readableAccounts(docs),
    cursor: last === undefined ? (cursor ?? null) : writeCursor({ at: changeTimeOf(last), id: last.id }),
  };
};

const changeTimeOf = (doc: DocumentSnapshot): [number, number] => {
  const at: unknown = doc.get('changedAt');
  if (!(at instanceof Timestamp)) throw new Error(`account ${doc.id} has no time of change`);
  return [at.seconds, at.nanoseconds];
};
