/** Where a page of accounts ends: the values that it is sorted by, and the ID. An opaque text for whoever asks for the next page. */
import { type DocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import * as z from 'zod';
import { ACCOUNT_ID_PATTERN } from '../domain/account/account-id';
import { parseDocument } from './unreadable-document';

const accountId = z.string().regex(ACCOUNT_ID_PATTERN);
/** Seconds and nanoseconds: a cursor must not lose the microseconds. */
const writtenTime = z
  .tuple([z.int(), z.int()])
  .transform(([seconds, nanoseconds]) => new Timestamp(seconds, nanoseconds));
const storedTime = z
  .instanceof(Timestamp)
  .transform(({ seconds, nanoseconds }) => [seconds, nanoseconds] as const);
const plainValue = z.union([z.string(), z.number(), z.null()]);

interface PageCursor {
  values: readonly (string | number | null | Timestamp)[];
  id: string;
}

/** Null where the cursor is none of ours, or one of another order. `order` names it. */
export const readPageCursor = (order: string, cursor: string): PageCursor | null =>
  readCursor(
    z.strictObject({
      order: z.literal(order),
      values: z.array(z.union([plainValue, writtenTime])),
      id: accountId,
    }),
    cursor,
  );

/** Behind the document. Throws an UnreadableDocumentError where nothing that can be sorted by stands in a field. */
export const pageCursorBehind = (order: string, fields: readonly string[], doc: DocumentSnapshot): string =>
  writeCursor({
    order,
    values: fields.map((field) => fieldOf(doc, field, z.union([plainValue, storedTime]))),
    id: doc.id,
  });

/** Of the order of changes, which registers keep: its form stays. */
const changeCursor = z.strictObject({ at: writtenTime, id: accountId });

/** Null where the cursor is none of ours. */
export const readChangeCursor = (cursor: string): z.output<typeof changeCursor> | null =>
  readCursor(changeCursor, cursor);

/** Throws an UnreadableDocumentError where the account has no time of change. */
export const changeCursorBehind = (doc: DocumentSnapshot): string =>
  writeCursor({ at: fieldOf(doc, 'changedAt', storedTime), id: doc.id });

/** An opaque text for whoever asks for the next page. */
export const writeCursor = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Null where the cursor is none of that form. */
export const readCursor = <T>(schema: z.ZodType<T>, cursor: string): T | null => {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
};

const fieldOf = <T>(doc: DocumentSnapshot, field: string, schema: z.ZodType<T>): T =>
  parseDocument({ kind: 'account', accountId: doc.id, id: doc.id }, () => {
    const value = schema.safeParse(doc.get(field));
    if (value.success) return value.data;
    throw new z.ZodError(value.error.issues.map((issue) => ({ ...issue, path: [field] })));
  });
