import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Firestore, GeoPoint, Timestamp } from '@google-cloud/firestore';
import { buildSync } from 'esbuild';
import { type DocumentChange, FirestoreJournal } from '../../../emulator/firestore/journal';
import { startFirestore } from '../../../emulator/firestore/server';
import { StoredDocument } from '../../../emulator/firestore/stored-document';
import { freshClient } from '../../firestores';
import { int } from './sample-values';

const ALREADY_EXISTS = 6;
const PROJECT = 'demo-journal';
let folder: string;
const journal = () => join(folder, 'firestore.jsonl');
const lines = () => readFileSync(journal(), 'utf8').split('\n').slice(0, -1);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hachi-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function running<T>(use: (firestore: Firestore) => Promise<T>): Promise<T> {
  const server = await startFirestore({ dataDir: folder });
  const firestore = clientOf(server.host);
  try {
    return await use(firestore);
  } finally {
    await firestore.terminate();
    await server.stop();
  }
}

const clientOf = (host: string) => freshClient(host, { projectId: PROJECT, useBigInt: true });

const allOf = async (firestore: Firestore) => {
  const { docs } = await firestore.collectionGroup('c').get();
  return docs.map(({ ref, createTime, updateTime, data }) => ({
    path: ref.path,
    createTime,
    updateTime,
    data,
  }));
};

test('a restart brings back every value and time', async () => {
  const values = {
    numbers: [1n, 0.5, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2n ** 63n - 1n],
    texts: ['NaN', '-0', '八\n\u2028"\\', '\u{1F600}'],
    others: [null, true, Buffer.from([0, 255]), new Timestamp(-1, 5000), new GeoPoint(1.5, -2)],
    nested: { empty: {}, list: [], map: { k: [{ l: 1n }] } },
  };
  const before = await running(async (firestore) => {
    await firestore.doc('c/a').set(values);
    await firestore.doc('c/a').update({ more: firestore.doc('c/b') });
    await firestore.doc('c/gone').set({});
    await firestore.doc('c/gone').delete();
    return firestore.doc('c/a').get();
  });
  const { after, size } = await running(async (firestore) => ({
    after: await firestore.doc('c/a').get(),
    size: (await firestore.collection('c').get()).size,
  }));
  expect(after.data()).toMatchObject(values);
  expect(after.get('more').path).toBe('c/b');
  expect([after.createTime, after.updateTime]).toEqual([before.createTime, before.updateTime]);
  expect(size).toBe(1);
});

test('a commit is one line; one that changes nothing or is refused is none', () =>
  running(async (firestore) => {
    await firestore.batch().set(firestore.doc('c/a'), { n: 1 }).set(firestore.doc('c/b'), { n: 1 }).commit();
    await firestore.doc('c/a').set({ n: 1 });
    await firestore.doc('c/no').delete();
    await expect(firestore.doc('c/a').create({})).rejects.toMatchObject({ code: 6 });
    expect(lines()).toHaveLength(1);
    expect(JSON.parse(lines()[0] ?? '')).toHaveLength(2);
  }));

test('time goes on after a restart, even if the clock does not', async () => {
  const future = (Date.now() + 3_600_000) * 1000;
  const name = `projects/${PROJECT}/databases/(default)/documents/c/a`;
  writeFileSync(journal(), `${JSON.stringify([[name, future, future, {}]])}\n`);
  const { writeTime } = await running((firestore) => firestore.doc('c/b').set({}));
  expect(writeTime.seconds * 1e6 + writeTime.nanoseconds / 1000).toBe(future + 1);
});

test('a journal of an earlier version is read, and written anew as this one writes it', async () => {
  const row = (id: string, fields: object) => [
    `projects/${PROJECT}/databases/(default)/documents/c/${id}`,
    ...[1_000_000, 2_000_000, fields],
  ];
  const early = [
    row('a', { t: { stringValue: '八' } }),
    row('a', { t: { stringValue: '九' } }),
    row('b', {}),
  ];
  writeFileSync(journal(), early.map((change) => `${JSON.stringify([change])}\n`).join(''));
  const read = () =>
    running(async (firestore) =>
      (await firestore.collection('c').get()).docs.map((doc) => [doc.id, doc.data(), doc.updateTime.seconds]),
    );
  const documents = [
    ['a', { t: '九' }, 2],
    ['b', {}, 2],
  ];
  expect(await read()).toEqual(documents);
  await running(async (firestore) => {
    for (let n = 0; n < 5; n++) await firestore.doc('c/gone').set({ n });
    await firestore.doc('c/gone').delete();
  });
  expect(await read()).toEqual(documents);
  expect(lines().map((line) => typeof JSON.parse(line)[0][3])).toEqual(['string', 'string']);
});

test('a torn last line is dropped, and what follows is kept', async () => {
  await running((firestore) => firestore.doc('c/a').set({ n: 1 }));
  appendFileSync(journal(), '[["projects/demo-journal/databases/(default)/documents/c/to');
  await running((firestore) => firestore.doc('c/b').set({ n: 2 }));
  const documents = await running((firestore) => firestore.collection('c').get());
  expect(documents.docs.map((document) => [document.id, document.get('n')])).toEqual([
    ['a', 1n],
    ['b', 2n],
  ]);
});

test('a journal that is damaged further up is neither served nor changed', async () => {
  await running((firestore) => firestore.doc('c/a').set({ n: 1 }));
  const damaged = `{"half\n${readFileSync(journal(), 'utf8')}`;
  writeFileSync(journal(), damaged);
  await expect(startFirestore({ dataDir: folder })).rejects.toMatchObject({
    code: 'DATA_DAMAGED',
    message: expect.stringContaining('Line 1 of'),
  });
  expect(readFileSync(journal(), 'utf8')).toBe(damaged);
});

test('a start leaves only what is live', async () => {
  await running(async (firestore) => {
    for (let n = 0; n < 20; n++) await firestore.doc('c/a').set({ n });
    await firestore.doc('c/b').set({});
    await firestore.doc('c/b').delete();
  });
  expect(lines()).toHaveLength(22);
  const documents = await running(allOf);
  expect(documents.map(({ path }) => path)).toEqual(['c/a']);
  expect(lines()).toHaveLength(1);
  expect(await running(allOf)).toEqual(documents);
});

describe('a file that has grown is written anew while it is in use', () => {
  const COUNT = 700;
  const nameOf = (id: number): string => `projects/${PROJECT}/databases/(default)/documents/c/${id}`;
  const change = (id: number, n: number): DocumentChange =>
    n % 11 === 0 ? nameOf(id) : StoredDocument.of(nameOf(id), { n: int(String(n)) }, 1, n);
  const apply = (live: Map<string, StoredDocument>, one: DocumentChange): void => {
    if (typeof one === 'string') live.delete(one);
    else live.set(one.name, one);
  };
  /** What a start finds after a crash at this moment. */
  const afterCrash = (): Map<string, StoredDocument> => {
    const copy = mkdtempSync(join(tmpdir(), 'hachi-journal-'));
    cpSync(journal(), join(copy, 'firestore.jsonl'));
    const found = new Map<string, StoredDocument>();
    new FirestoreJournal(
      copy,
      (one) => apply(found, one),
      () => found.values(),
    ).close();
    rmSync(copy, { recursive: true });
    return found;
  };

  /** Commits in each turn; `check` between turns, until it is content. */
  const grow = async (check: (live: Map<string, StoredDocument>) => boolean): Promise<void> => {
    const live = new Map<string, StoredDocument>();
    const grown = new FirestoreJournal(
      folder,
      () => {},
      () => live.values(),
      40_000,
    );
    const commit = (id: number, n: number): void => {
      const one = change(id, n);
      grown.append([one]);
      apply(live, one);
    };
    for (let id = 0; id < COUNT; id++) commit(id, id + 1);
    for (let n = 0; ; n++) {
      await setImmediate();
      if (check(live)) break;
      for (let more = 0; more < 20; more++)
        commit((n * 37 + more * 61) % (COUNT + 50), COUNT + n * 20 + more);
    }
    grown.close();
    expect(afterCrash()).toEqual(live);
  };

  test('a few documents in each turn, and a crash between any two loses nothing', async () => {
    let [turns, copying, before] = [0, 0, 0];
    await grow((live) => {
      turns += 1;
      if (existsSync(`${journal()}.new`)) copying += 1;
      const { size } = statSync(journal());
      const isDone = size < before;
      before = size;
      // The system may take its time until the new file lasts.
      if (turns < 20 || turns % 20 === 0 || isDone) expect(afterCrash()).toEqual(live);
      return isDone;
    });
    expect(copying).toBeGreaterThan(COUNT / 200 - 2);
  });

  test('closed meanwhile, the old one stays, and nothing is left beside it', async () => {
    const live = new Map<string, StoredDocument>();
    const grown = new FirestoreJournal(
      folder,
      () => {},
      () => live.values(),
      1000,
    );
    for (let n = 1; n < 100; n++) {
      const one = change(n % 7, n);
      grown.append([one]);
      apply(live, one);
    }
    expect(existsSync(`${journal()}.new`)).toBe(true);
    grown.close();
    await setImmediate();
    expect(existsSync(`${journal()}.new`)).toBe(false);
    expect(afterCrash()).toEqual(live);
  });
});

test('where no other file can be written the old one goes on, and loses nothing', async () => {
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await running(async (firestore) => {
    for (let n = 0; n < 5; n++) await firestore.doc('c/a').set({ n });
  });
  mkdirSync(`${journal()}.new`);
  await running((firestore) => firestore.doc('c/b').set({ n: 1 }));
  expect(lines()).toHaveLength(6);
  const { docs } = await running((firestore) => firestore.collection('c').get());
  expect(errors).toHaveBeenCalledTimes(2);
  errors.mockRestore();
  expect(docs.map((doc) => [doc.id, doc.get('n')])).toEqual([
    ['a', 4n],
    ['b', 1n],
  ]);
});

/** node server.js FOLDER PORT: prints its host. */
const PROGRAM = `
  const { startFirestore } = require('./emulator/firestore/server');
  const [dataDir, port] = process.argv.slice(2);
  startFirestore({ dataDir, port: Number(port) }).then(({ host }) => console.log(host));
`;

describe('with the server in a process of its own', () => {
  let program: string;

  beforeAll(() => {
    program = join(mkdtempSync(join(tmpdir(), 'hachi-server-')), 'server.js');
    buildSync({
      stdin: { contents: PROGRAM, resolveDir: resolve(__dirname, '../../..') },
      outfile: program,
      bundle: true,
      packages: 'external',
      platform: 'node',
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(program));

  /** With `maxBlocks` no file may grow beyond so many blocks, as if the disk were full. */
  async function start(port = 0, maxBlocks?: number): Promise<{ child: ChildProcess; host: string }> {
    const limit = maxBlocks === undefined ? '' : `ulimit -f ${maxBlocks}; `;
    const command = [process.execPath, program, folder, String(port)];
    const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, ...command], {
      env: { ...process.env, NODE_PATH: resolve(__dirname, '../../../node_modules') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
    return { child, host: String(output[0]).trim() };
  }

  async function kill(child: ChildProcess): Promise<void> {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  test('killed between and within commits, it has lost nothing that it had answered', async () => {
    let { child, host } = await start();
    const port = Number(host.split(':')[1]);
    const firestore = clientOf(host);
    const committed = new Set<string>();
    let kills = 0;
    let restarting = Promise.resolve();
    const restart = async () => {
      await kill(child);
      ({ child, host } = await start(port));
    };
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; committed.size < 300; n++) {
        const id = `${writer}-${n}`;
        const batch = firestore.batch().create(firestore.doc(`c/${id}`), { id, text: 'x'.repeat(2000) });
        // The client asks again after the kill: what had been committed without an answer exists by then.
        await batch
          .create(firestore.doc(`pairs/${id}`), { id })
          .commit()
          .catch((error) => expect(error.code).toBe(ALREADY_EXISTS));
        committed.add(id);
        if (committed.size >= 75 * (kills + 1) && kills < 3) {
          kills++;
          restarting = restarting.then(restart);
        }
      }
    });
    await Promise.all(writers);
    await restarting;
    await firestore.terminate();
    await kill(child);
    const [kept, pairs] = await running(async (last) =>
      Promise.all(
        ['c', 'pairs'].map(async (id) => (await last.collection(id).get()).docs.map((doc) => doc.id)),
      ),
    );
    expect(kills).toBe(3);
    expect(kept).toEqual([...committed].sort());
    expect(pairs).toEqual(kept);
  }, 60_000);

  test('on a full disk a commit is refused whole, and what was answered is kept', async () => {
    const { child, host } = await start(0, 64);
    const firestore = clientOf(host);
    const kept: string[] = [];
    const fill = async (): Promise<void> => {
      for (let n = 0; ; n++) {
        const id = String(n).padStart(3, '0');
        await firestore.doc(`c/${id}`).create({ text: 'x'.repeat(3000) });
        kept.push(id);
      }
    };
    await expect(fill()).rejects.toMatchObject({ details: expect.stringContaining('The disk is full') });
    const idsOf = async (client: Firestore) => (await client.collection('c').get()).docs.map(({ id }) => id);
    expect(await idsOf(firestore)).toEqual(kept);
    await firestore.terminate();
    await kill(child);
    await running(async (again) => {
      expect(await idsOf(again)).toEqual(kept);
      await again.doc('c/room').create({});
    });
  }, 60_000);

  test('a folder has one server at a time, and a killed one leaves it free', async () => {
    const { child } = await start();
    await expect(startFirestore({ dataDir: folder })).rejects.toThrow(`in use by process ${child.pid}`);
    await kill(child);
    expect(statSync(join(folder, 'lock')).isFile()).toBe(true);
    await running((firestore) => firestore.doc('c/a').set({}));
    await running(async () => {
      await expect(startFirestore({ dataDir: folder })).rejects.toThrow('in use');
    });
  }, 30_000);
});
