/** Everything out to files and into an empty Firestore, on the embedded one and on Google's emulator: equal, whenever it was ended. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Firestore, Timestamp } from '@google-cloud/firestore';
import { readBackupList } from '../../../deploy/backup/backup-folder';
import { documentLine } from '../../../deploy/backup/document-json';
import { restoreBackup } from '../../../deploy/backup/restore-backup';
import { takeBackup } from '../../../deploy/backup/take-backup';
import { eachFirestore, freshClient } from '../../firestores';

const made: string[] = [];
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hachi-backup-'));
  made.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A print that ends the run at its n-th line, as a kill would. */
class Killed extends Error {}
const killedAt = (line: number) => {
  let lines = 0;
  return () => {
    lines += 1;
    if (lines === line) throw new Killed();
  };
};

/** All that there is, by path; found by walking, not by what the product knows of its collections. */
const everything = async (db: Firestore): Promise<string[]> => {
  const walk = async (collections: FirebaseFirestore.CollectionReference[]): Promise<string[]> =>
    (
      await Promise.all(
        collections.map(async (collection) => {
          const refs = await collection.listDocuments();
          const docs = refs.length === 0 ? [] : await db.getAll(...refs);
          const below = await Promise.all(refs.map(async (ref) => walk(await ref.listCollections())));
          const lines = docs
            .filter(({ exists }) => exists)
            .map((doc) => documentLine({ path: doc.ref.path, fields: doc.data() ?? {} }));
          return [...lines, ...below.flat()];
        }),
      )
    ).flat();
  return (await walk(await db.listCollections())).sort();
};

/** Collections of each form that Hachi has, with more documents than one part takes. */
const fill = async (db: Firestore): Promise<void> => {
  const batch = db.batch();
  for (let index = 0; index < 23; index += 1) {
    const account = db.collection('accounts').doc(`a_${index}`);
    const changedAt = new Timestamp(1_780_000_000 + index, 123_456_000);
    batch.set(account, { version: 1, name: `株式会社${index}`, keys: ['k', 'l'], changedAt });
    if (index < 4) batch.set(account.collection('events').doc('00000001'), { by: 'm_1', share: 0.5 });
  }
  batch.set(db.doc('team/team'), { members: { m_1: { email: 'a@b.example', active: true } }, gone: null });
  batch.set(db.doc('team/team/events/00000001'), { at: '2026-07-01T00:00:00Z' });
  // Below a document that is not there.
  batch.set(db.doc('registers/sheet-1/shown/part-1'), { ids: ['a_1', 'a_2'] });
  batch.set(db.doc('historyFacts/f_1'), { facts: Buffer.from([0, 1, 255]) });
  await batch.commit();
};

const PART_SIZE = 20;
const quiet = { print: () => undefined, partSize: PART_SIZE };

eachFirestore('a backup', (firestore, running) => {
  const withOther = async (work: (db: Firestore) => Promise<void>): Promise<void> => {
    const db = freshClient(running().host);
    await work(db).finally(() => db.terminate());
  };

  test('restored into an empty Firestore, everything is there as it was, and nothing else', async () => {
    const folder = join(aFolder(), 'new');
    await fill(firestore());
    const { parts } = await takeBackup({ db: firestore(), project: 'demo-a', folder, ...quiet });
    expect(parts.filter(({ collection }) => collection === 'accounts')).toHaveLength(2);
    await withOther(async (db) => {
      expect(await restoreBackup({ db, folder, ...quiet })).toBe(31);
      expect(await everything(db)).toEqual(await everything(firestore()));
    });
    // For its owner only.
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  test('a backup and a restore that were ended go on, to the same', async () => {
    const folder = aFolder();
    await fill(firestore());
    const run = { db: firestore(), project: 'demo-a', folder, partSize: PART_SIZE };
    await expect(takeBackup({ ...run, print: killedAt(2) })).rejects.toThrow(Killed);
    expect(readBackupList(folder)?.complete).toBe(false);
    await withOther(async (db) => {
      await expect(restoreBackup({ db, folder, ...quiet })).rejects.toThrow('is not whole');
      await takeBackup({ ...run, ...quiet });
      for (const line of [1, 3])
        await expect(restoreBackup({ db, folder, print: killedAt(line) })).rejects.toThrow(Killed);
      expect(await restoreBackup({ db, folder, ...quiet })).toBe(31);
      expect(await everything(db)).toEqual(await everything(firestore()));
    });
  });

  test('a Firestore that holds anything is left as it is', async () => {
    const folder = aFolder();
    await fill(firestore());
    await takeBackup({ db: firestore(), project: 'demo-a', folder, ...quiet });
    const before = await everything(firestore());
    await expect(restoreBackup({ db: firestore(), folder, ...quiet })).rejects.toThrow('is not empty');
    expect(await everything(firestore())).toEqual(before);
  });

  test('files that were changed are refused before anything is written', async () => {
    const folder = aFolder();
    await fill(firestore());
    const { parts } = await takeBackup({ db: firestore(), project: 'demo-a', folder, ...quiet });
    const file = join(folder, parts.at(-1)?.file ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('a@b', 'c@d'));
    await withOther(async (db) => {
      await expect(restoreBackup({ db, folder, ...quiet })).rejects.toThrow('is not as it was written');
      expect(await everything(db)).toEqual([]);
    });
  });

  test('what is of another project, or no backup, is left alone', async () => {
    const folder = aFolder();
    await fill(firestore());
    await takeBackup({ db: firestore(), project: 'demo-a', folder, ...quiet });
    await expect(takeBackup({ db: firestore(), project: 'demo-b', folder, ...quiet })).rejects.toThrow(
      'a backup of demo-a',
    );
    const other = aFolder();
    writeFileSync(join(other, 'notes.txt'), '');
    await expect(takeBackup({ db: firestore(), project: 'demo-a', folder: other, ...quiet })).rejects.toThrow(
      'holds something else',
    );
    await expect(restoreBackup({ db: firestore(), folder: aFolder(), ...quiet })).rejects.toThrow(
      'is no backup',
    );
  });

  test('what is written meanwhile is not in it, or it is refused', async () => {
    const folder = aFolder();
    await fill(firestore());
    const before = await everything(firestore());
    const late = firestore().doc('accounts/late');
    const taking = takeBackup({
      ...{ db: firestore(), project: 'demo-a', folder },
      // The first collection is out.
      print: () => void late.set({ name: 'late' }),
    });
    const outcome = await taking.then(
      () => 'taken',
      (error: Error) => error.message,
    );
    await late.delete();
    if (outcome !== 'taken') return expect(outcome).toContain('does not read as of');
    await withOther(async (db) => {
      await restoreBackup({ db, folder, ...quiet });
      expect(await everything(db)).toEqual(before);
    });
  });
});

test('every collection below a document is known by name', () => {
  const source = readFileSync(join(__dirname, '../../../functions/store/firestore.ts'), 'utf8');
  const nested = [...source.matchAll(/Ref\(db[^)]*\)\.collection\('(\w+)'\)/g)].map(([, name]) => name);
  expect(nested).not.toEqual([]);
  const [, known = ''] = /NESTED_COLLECTIONS[^=]*= \[([^\]]*)\]/.exec(source) ?? [];
  expect(new Set(known.split(/[', ]+/).filter(Boolean))).toEqual(new Set(nested));
});
