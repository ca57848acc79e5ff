/** The whole histories of several accounts at once, in parts that bear long ones. */
import type { DocumentSnapshot } from '@google-cloud/firestore';
import { type ReadEntries, readHistories, readWholeHistory } from './account-history';
import { accountRef, type Database } from './firestore';

/** Undefined where the document does not tell it. */
export const storedVersion = (doc: DocumentSnapshot): number | undefined => {
  const version: unknown = doc.get('state.version');
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : undefined;
};

/** Entries that are read at once. */
export const MAX_ENTRIES_AT_ONCE = 1000;

/** By account ID all entries of each account, the oldest first; of one whose version cannot be read, too. */
export const readHistoriesOf = async (
  db: Database,
  docs: readonly DocumentSnapshot[],
): Promise<Map<string, ReadEntries>> => {
  const histories = new Map<string, ReadEntries>();
  let part: { id: string; version: number }[] = [];
  let entries = 0;
  const readPart = async (): Promise<void> => {
    for (const [id, history] of await readHistories(db, part)) histories.set(id, history);
    [part, entries] = [[], 0];
  };
  for (const doc of docs) {
    const version = storedVersion(doc);
    if (version === undefined) histories.set(doc.id, await readWholeHistory(db, doc.id));
    else {
      if (entries + version > MAX_ENTRIES_AT_ONCE) await readPart();
      part.push({ id: doc.id, version });
      entries += version;
    }
  }
  await readPart();
  return histories;
};

/** As `readHistoriesOf`, of those of the accounts that exist. */
export const readHistoriesByIds = async (
  db: Database,
  ids: readonly string[],
): Promise<Map<string, ReadEntries>> => {
  if (ids.length === 0) return new Map();
  const docs = await db.getAll(...ids.map((id) => accountRef(db, id)), { fieldMask: ['state.version'] });
  return readHistoriesOf(
    db,
    docs.filter((doc) => doc.exists),
  );
};
