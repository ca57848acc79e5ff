/**
 * Everything out of Firestore to files, as it was at one moment; ended at any time, it goes on when it is run again.
 * Not verified against Google: that a group of collections is read in the order of names without an index of its own, and as of an
 * hour ago.
 */
import {
  FieldPath,
  type Firestore,
  type Query,
  type QuerySnapshot,
  Timestamp,
} from '@google-cloud/firestore';
import { NESTED_COLLECTIONS } from '../../functions/store/firestore';
import { VERSION } from '../../functions/version';
import { DeployError } from '../deploy-error';
import { type BackupList, readBackupList, writeBackupList, writePart } from './backup-folder';
import { documentLine } from './document-json';

/** Documents a part: some hundred kilobytes, and never more than a message of gRPC takes. */
const PART_SIZE = 200;

export interface BackupRun {
  readonly db: Firestore;
  readonly project: string;
  readonly folder: string;
  readonly print: (line: string) => void;
  /** Documents a part. */
  readonly partSize?: number;
}

export const takeBackup = async (run: BackupRun): Promise<BackupList> => {
  const { db, project, folder, print, partSize = PART_SIZE } = run;
  let list = readBackupList(folder) ?? (await begun(run));
  if (list.project !== project)
    throw new DeployError(`${folder} is a backup of ${list.project}: name another folder.`);
  const root = (await db.listCollections()).map(({ id }) => id);
  const save = (next: BackupList): void => {
    writeBackupList(folder, next);
    list = next;
  };
  for (const collection of [...new Set([...root, ...NESTED_COLLECTIONS])].sort()) {
    if (list.done.includes(collection)) continue;
    for (;;) {
      const before = list.parts.filter((part) => part.collection === collection);
      const lines = await pageOf(
        db,
        { collection, after: before.at(-1)?.last ?? null, size: partSize },
        list,
      );
      const last = lines.at(-1);
      if (last === undefined) break;
      const file = `${collection}-${String(before.length + 1).padStart(6, '0')}.jsonl`;
      const hash = writePart(
        folder,
        file,
        lines.map(({ line }) => line),
      );
      const part = { file, collection, documents: lines.length, last: last.path, sha256: hash };
      save({ ...list, parts: [...list.parts, part] });
    }
    save({ ...list, done: [...list.done, collection] });
    const count = list.parts
      .filter((part) => part.collection === collection)
      .reduce((sum, { documents }) => sum + documents, 0);
    print(`  ✓ ${collection}: ${count} documents`);
  }
  save({ ...list, complete: true });
  return list;
};

const begun = async ({ db, project, folder }: BackupRun): Promise<BackupList> => {
  const { readTime } = await db.doc('team/team').get();
  const { seconds, nanoseconds } = readTime;
  const list: BackupList = {
    ...{ form: 1, version: VERSION, project, readTime: { seconds, nanoseconds } },
    ...{ parts: [], done: [], complete: false },
  };
  writeBackupList(folder, list);
  return list;
};

/** In the order of their paths, those behind `after`. */
const pageOf = async (
  db: Firestore,
  { collection, after, size }: { collection: string; after: string | null; size: number },
  { readTime }: BackupList,
): Promise<{ path: string; line: string }[]> => {
  const group = NESTED_COLLECTIONS.includes(collection)
    ? db.collectionGroup(collection)
    : db.collection(collection);
  const ordered = group.orderBy(FieldPath.documentId());
  const query = (after === null ? ordered : ordered.startAfter(db.doc(after))).limit(size);
  const { docs } = await readAt(db, query, new Timestamp(readTime.seconds, readTime.nanoseconds));
  return docs.map((doc) => ({
    path: doc.ref.path,
    line: documentLine({ path: doc.ref.path, fields: doc.data() }),
  }));
};

/** Firestore keeps what was for an hour; for seven days where point-in-time recovery is on. */
const readAt = async (db: Firestore, query: Query, readTime: Timestamp): Promise<QuerySnapshot> => {
  try {
    return await db.runTransaction((transaction) => transaction.get(query), { readOnly: true, readTime });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DeployError(
      `Firestore does not read as of ${readTime.toDate().toISOString()} (${message}). It keeps the past for an hour: begin anew in another folder.`,
    );
  }
};
