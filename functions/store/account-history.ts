/** Reading the history of accounts. */
import type { HistoryEntry } from '../domain/account/history';
import { parseEntry } from './account-document';
import { type Database, entryRef } from './firestore';

/** The account's entries from version `from` to version `to`, both included, the oldest first. */
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

/** By account ID all entries of each account, the oldest first. */
export const readHistories = async (
  db: Database,
  accounts: readonly { id: string; version: number }[],
): Promise<Map<string, HistoryEntry[]>> => {
  const histories = new Map<string, HistoryEntry[]>(accounts.map(({ id }) => [id, []]));
  const refs = accounts.flatMap(({ id, version }) =>
    Array.from({ length: version }, (_, index) => entryRef(db, id, index + 1)),
  );
  if (refs.length === 0) return histories;
  for (const snapshot of await db.getAll(...refs)) {
    if (!snapshot.exists) continue;
    const entry = parseEntry(snapshot.data());
    histories.get(entry.accountId)?.push(entry);
  }
  return histories;
};
