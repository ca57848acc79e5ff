/** The embedded Firestore in a process of its own, which is killed, has no room on its disk, or meets another one on its folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Firestore } from '@google-cloud/firestore';
import { buildSync } from 'esbuild';
import { startFirestore } from '../../../emulator/firestore/server';
import { journalClient, usingJournalFolder } from './journal-folder';

const ALREADY_EXISTS = 6;
const { folder, running } = usingJournalFolder();

/** node server.js FOLDER PORT: prints its host. */
const PROGRAM = `
  const { startFirestore } = require('./emulator/firestore/server');
  const [dataDir, port] = process.argv.slice(2);
  startFirestore({ dataDir, port: Number(port) }).then(({ host }) => console.log(host));
`;

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
  const command = [process.execPath, program, folder(), String(port)];
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
  const firestore = journalClient(host);
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
});

test('on a full disk a commit is refused whole, and what was answered is kept', async () => {
  const { child, host } = await start(0, 64);
  const firestore = journalClient(host);
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
});

test('a folder has one server at a time, and a killed one leaves it free', async () => {
  const { child } = await start();
  await expect(startFirestore({ dataDir: folder() })).rejects.toThrow(`in use by process ${child.pid}`);
  await kill(child);
  expect(statSync(join(folder(), 'lock')).isFile()).toBe(true);
  await running((firestore) => firestore.doc('c/a').set({}));
  await running(async () => {
    await expect(startFirestore({ dataDir: folder() })).rejects.toThrow('in use');
  });
});
