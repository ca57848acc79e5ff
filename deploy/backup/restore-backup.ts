/**
 * Restores all documents of a backup into an empty Firestore and compares each. It can be stopped at any time and continues when
 * it is run again.
 */
import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import { z } from 'zod';
import { NESTED_COLLECTIONS } from '../../functions/store/firestore';
import { DeployError } from '../deploy-error';
import { type BackupList, type BackupPart, readBackupList, readPart, sha256 } from './backup-folder';
import { documentLine, readDocumentLine } from './document-json';
import type { BackupRun } from './take-backup';

/** Holds the one document that marks an unfinished restore; it is deleted last. */
const RESTORES = 'restores';

/** Far below the limit of a commit, since a single document may have a megabyte. */
const BATCH_BYTES = 4_000_000;
const BATCH_DOCUMENTS = 100;

const progressSchema = z.object({ parts: z.int() });

/** Returns the number of documents. Throws where the target holds anything else, or where something differs afterwards. */
export const restoreBackup = async ({ db, folder, print }: Omit<BackupRun, 'project'>): Promise<number> => {
  const list = readBackupList(folder);
  if (list === null) throw new DeployError(`${folder} is no backup.`);
  if (!list.complete)
    throw new DeployError(`${folder} is not whole: run the backup again, and it is brought to its end.`);
  // Checks all files before anything is written.
  for (const part of list.parts) readPart(folder, part);
  const progress = db.collection(RESTORES).doc(sha256(JSON.stringify(list)).slice(0, 26));
  const done = await begin(db, progress);
  for (const [index, part] of list.parts.entries()) {
    if (index < done) continue;
    await writeDocuments(db, readPart(folder, part));
    await progress.set({ parts: index + 1 });
    print(`  … ${part.file}: ${part.documents} documents`);
  }
  for (const part of list.parts) await compare(db, part, readPart(folder, part));
  await progress.delete();
  return countOf(db, list);
};

/** Number of parts that an earlier run has written. */
const begin = async (db: Firestore, progress: DocumentReference): Promise<number> => {
  const known = await progress.get();
  if (known.exists) return progressSchema.parse(known.data()).parts;
  const [collection] = await db.listCollections();
  if (collection !== undefined)
    throw new DeployError(
      `This Firestore is not empty (it has ${collection.id}): a backup is restored into an empty one only.`,
    );
  await progress.create({ parts: 0 });
  return 0;
};

const writeDocuments = async (db: Firestore, lines: readonly string[]): Promise<void> => {
  let batch = db.batch();
  let [documents, bytes] = [0, 0];
  for (const line of lines) {
    if (documents === BATCH_DOCUMENTS || bytes > BATCH_BYTES) {
      await batch.commit();
      batch = db.batch();
      [documents, bytes] = [0, 0];
    }
    const { path, fields } = readDocumentLine(line);
    // A run that continues may write a document again, with the same result.
    batch.set(db.doc(path), fields);
    documents += 1;
    bytes += line.length;
  }
  await batch.commit();
};

const compare = async (db: Firestore, { file }: BackupPart, lines: readonly string[]): Promise<void> => {
  const refs = lines.map((line) => db.doc(readDocumentLine(line).path));
  const found = await db.getAll(...refs);
  for (const [index, doc] of found.entries()) {
    const line = documentLine({ path: doc.ref.path, fields: doc.data() ?? {} });
    if (line !== lines[index])
      throw new DeployError(
        `${doc.ref.path} is not as ${file} has it: does anybody else write into this Firestore?`,
      );
  }
};

/** Throws where there are more documents than were restored. */
const countOf = async (db: Firestore, { parts, done }: BackupList): Promise<number> => {
  let all = 0;
  for (const collection of done) {
    const wanted = parts
      .filter((part) => part.collection === collection)
      .reduce((sum, { documents }) => sum + documents, 0);
    const group = NESTED_COLLECTIONS.includes(collection)
      ? db.collectionGroup(collection)
      : db.collection(collection);
    const { count } = (await group.count().get()).data();
    if (count !== wanted)
      throw new DeployError(`There are ${count} documents in ${collection}, and ${wanted} in the backup.`);
    all += count;
  }
  return all;
};
