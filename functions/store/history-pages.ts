/** The history of one account or of all, the newest entries first, page by page. */
import type { DocumentSnapshot, QueryDocumentSnapshot } from '@google-cloud/firestore';
import * as z from 'zod';
import { type HistoryFilter, matchesHistoryFilter } from '../domain/account/history-filter';
import { type ReadEntries, readableEntries, readReadableEntries, readWholeHistory } from './account-history';
import { accountRef, type Database } from './firestore';
import { historyQueries } from './history-queries';
import { readCursor, writeCursor } from './page-cursor';

export interface HistoryPage extends ReadEntries {
  cursor: string | null;
}

/** Of entries that are read for one page: where hardly any fits, it has fewer than were asked for, and a cursor. */
const MAX_READ = 3000;
/** Where what is looked for is no part of an index. */
const MIN_PER_READ = 200;

const entriesPerRead = ({ event, field }: HistoryFilter, limit: number): number =>
  event === undefined && field === undefined ? limit : Math.max(limit, MIN_PER_READ);

/** Behind a document. The name of the one that comes next is smaller where it was made at the same instant. */
const groupCursor = z.strictObject({
  at: z.string(),
  path: z.string().regex(/^(accounts\/[A-Za-z0-9_@-]{1,400}|team\/team)\/events\/\d{8}$/),
});

/**
 * At most `limit` entries that fit the filter, by the instant that they were made at, then by account and version, all downwards.
 * Null where the cursor is none of ours. Entries of the page that cannot be read are told whatever the filter.
 */
export const readHistoryPage = async (
  db: Database,
  filter: HistoryFilter,
  cursor: string | undefined,
  limit: number,
): Promise<HistoryPage | null> => {
  let behind = cursor === undefined ? undefined : readCursor(groupCursor, cursor);
  if (behind === null) return null;
  const page: HistoryPage = { entries: [], unreadable: [], cursor: null };
  const perRead = entriesPerRead(filter, limit);
  for (let read = perRead; ; read += perRead) {
    const docs = await readNewest(db, filter, behind, perRead);
    for (const doc of docs) {
      behind = { at: atOf(doc), path: doc.ref.path };
      if (addReadable(page, doc, filter) && page.entries.length === limit)
        return { ...page, cursor: writeCursor(behind) };
    }
    if (docs.length < perRead) return page;
    if (read >= MAX_READ) return { ...page, cursor: behind === undefined ? null : writeCursor(behind) };
  }
};

const readNewest = async (
  db: Database,
  filter: HistoryFilter,
  behind: z.output<typeof groupCursor> | undefined,
  limit: number,
): Promise<QueryDocumentSnapshot[]> => {
  const parts = await Promise.all(
    historyQueries(db, filter).map(async (query) => {
      const next = behind === undefined ? query : query.startAfter(behind.at, db.doc(behind.path));
      return (await next.limit(limit).get()).docs;
    }),
  );
  return newestFirst(parts.flat()).slice(0, limit);
};

const atOf = (doc: QueryDocumentSnapshot): string => String(doc.get('at'));

/** The results of several queries as one would give them. */
const newestFirst = (docs: readonly QueryDocumentSnapshot[]): QueryDocumentSnapshot[] =>
  docs
    .map((doc) => ({ doc, order: [atOf(doc), ...doc.ref.path.split('/')] }))
    .sort((a, b) => compareParts(b.order, a.order))
    .map(({ doc }) => doc);

const compareParts = (a: readonly string[], b: readonly string[]): number => {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
};

/** Whether it is an entry that fits. The team's own history is none of an account. */
const addReadable = (page: HistoryPage, doc: QueryDocumentSnapshot, filter: HistoryFilter): boolean => {
  const account = doc.ref.parent.parent;
  if (account?.parent.id !== 'accounts') return false;
  const { entries, unreadable } = readableEntries(account.id, [doc]);
  const fitting = entries.filter((entry) => matchesHistoryFilter(entry, filter));
  page.entries.push(...fitting);
  page.unreadable.push(...unreadable);
  return fitting.length > 0;
};

const versionCursor = z.strictObject({ before: z.int().min(1) });

/**
 * As `readHistoryPage`, of the account that the filter names alone, by its versions. CURSOR_UNKNOWN where the cursor is none of
 * ours, ACCOUNT_UNKNOWN where there is no such account.
 */
export const readAccountHistoryPage = async (
  db: Database,
  filter: HistoryFilter & { accountId: string },
  cursor: string | undefined,
  limit: number,
): Promise<HistoryPage | 'CURSOR_UNKNOWN' | 'ACCOUNT_UNKNOWN'> => {
  const from = cursor === undefined ? undefined : readCursor(versionCursor, cursor);
  if (from === null) return 'CURSOR_UNKNOWN';
  const account = await accountRef(db, filter.accountId).get();
  if (!account.exists) return 'ACCOUNT_UNKNOWN';
  const page: HistoryPage = { entries: [], unreadable: [], cursor: null };
  // Each filter of an account's history is applied to what was read.
  const perRead = Math.max(limit, MIN_PER_READ);
  let next = Math.min(await newestVersion(db, account), (from?.before ?? Number.POSITIVE_INFINITY) - 1);
  for (let read = 0; next >= 1 && read < MAX_READ; read += perRead) {
    const first = Math.max(1, next - perRead + 1);
    const { entries, unreadable } = await readReadableEntries(db, filter.accountId, first, next);
    const fitting = entries.reverse().filter((entry) => matchesHistoryFilter(entry, filter));
    const added = fitting.slice(0, limit - page.entries.length);
    page.entries.push(...added);
    page.unreadable.push(...unreadable);
    next = added.length < fitting.length ? (added.at(-1)?.version ?? first) - 1 : first - 1;
    if (page.entries.length === limit) break;
  }
  return { ...page, cursor: next >= 1 ? writeCursor({ before: next + 1 }) : null };
};

/** Of an account that cannot be read its history tells it. */
const newestVersion = async (db: Database, account: DocumentSnapshot): Promise<number> => {
  const version: unknown = account.get('state.version');
  if (typeof version === 'number' && Number.isSafeInteger(version)) return version;
  const { entries, unreadable } = await readWholeHistory(db, account.id);
  return Math.max(0, ...entries.map((entry) => entry.version), ...unreadable.map(({ id }) => Number(id)));
};
