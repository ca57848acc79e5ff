/** Which accounts have changed, in the order of their changes, and the entries that are new of each. */
import { type DocumentSnapshot, FieldPath } from '@google-cloud/firestore';
import { MAX_ENTRIES_AT_ONCE, storedVersion } from './account-histories';
import { type ReadEntries, readHistories, readWholeHistory } from './account-history';
import { accountRef, accountsOf, type Database } from './firestore';
import { changeCursorBehind, readChangeCursor } from './page-cursor';

export interface ChangedVersion {
  id: string;
  /** Undefined where the document does not tell it. */
  version: number | undefined;
}

const versionOf = (doc: DocumentSnapshot): ChangedVersion => ({ id: doc.id, version: storedVersion(doc) });

/** As `readChangedAccounts`, their versions alone; from the first one where the cursor is null, or none of ours. */
export const readChangedVersions = async (
  db: Database,
  cursor: string | null,
  limit: number,
): Promise<{ accounts: ChangedVersion[]; cursor: string | null }> => {
  const from = cursor === null ? null : readChangeCursor(cursor);
  const query = accountsOf(db)
    .orderBy('changedAt')
    .orderBy(FieldPath.documentId())
    .select('state.version', 'changedAt')
    .limit(limit);
  const { docs } = await (from === null ? query : query.startAfter(from.at, from.id)).get();
  const last = docs.at(-1);
  return { accounts: docs.map(versionOf), cursor: last === undefined ? cursor : changeCursorBehind(last) };
};

/** Of those of the accounts that exist. */
export const readVersions = async (db: Database, ids: readonly string[]): Promise<ChangedVersion[]> => {
  if (ids.length === 0) return [];
  const docs = await db.getAll(...ids.map((id) => accountRef(db, id)), { fieldMask: ['state.version'] });
  return docs.filter((doc) => doc.exists).map(versionOf);
};

/** By account ID the entries behind the version that is known, the oldest first. */
export const readNewEntries = async (
  db: Database,
  accounts: readonly (ChangedVersion & { known: number })[],
): Promise<Map<string, ReadEntries>> => {
  const found = new Map<string, ReadEntries>();
  let part: { id: string; version: number; known: number }[] = [];
  let entries = 0;
  const readPart = async (): Promise<void> => {
    for (const [id, history] of await readHistories(db, part)) found.set(id, history);
    [part, entries] = [[], 0];
  };
  for (const { id, version, known } of accounts) {
    if (version === undefined) {
      const whole = await readWholeHistory(db, id);
      found.set(id, { ...whole, entries: whole.entries.filter((entry) => entry.version > known) });
    } else if (version > known) {
      if (entries + version - known > MAX_ENTRIES_AT_ONCE) await readPart();
      part.push({ id, version, known });
      entries += version - known;
    }
  }
  await readPart();
  return found;
};
