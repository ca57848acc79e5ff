/** The health: for everybody, about nothing but version and Firestore, and cheap however often it is asked. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import type { Firestore } from '@google-cloud/firestore';
import { healthRoute } from '../../../functions/http/health';
import { version } from '../../../package.json';
import { countReads } from '../../count-reads';
import { freshClient } from '../../firestores';
import { usingSuite } from '../../suite';

const suite = usingSuite();

test('it tells whoever asks version and Firestore, and nothing else', async () => {
  const asked = (init: RequestInit = {}) => fetch(`${suite().page}health`, init);
  const answer = await asked();
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { service: 'hachi', version, firestore: 'reachable' },
  ]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const head = await asked({ method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect((await asked({ method: 'POST', body: '{}' })).status).toBe(405);
});

test('below it there is nothing', async () => {
  for (const path of ['health/x', 'health/x?y=1', 'health//'])
    expect((await fetch(`${suite().page}${path}`)).status).toBe(404);
  expect((await fetch(`${suite().page}health?y=1`)).status).toBe(200);
});

const PATIENCE = 300;

/** Its route on a server of its own. */
const served = async (db: Firestore, work: (url: string) => Promise<void>): Promise<void> => {
  const server = createServer(healthRoute({ ...suite().service, db }, PATIENCE)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

test('asked by a hundred at once, it reads one document', async () => {
  const { db } = suite();
  await served(db, async (url) => {
    const reads = await countReads(async () => {
      const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await fetch(url)).status));
      expect(new Set(statuses)).toEqual(new Set([200]));
    });
    expect(reads).toBe(1);
  });
});

test('where Firestore is silent, it says so in time, in the log, too', async () => {
  const { FIRESTORE_EMULATOR_HOST: running = '' } = process.env;
  const [host, port] = running.split(':');
  const held: Socket[] = [];
  const silent = createTcpServer((socket) => held.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  process.env.FIRESTORE_EMULATOR_HOST = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const db = freshClient(process.env.FIRESTORE_EMULATOR_HOST);
  const before = suite().logged().length;
  try {
    await served(db, async (url) => {
      const answer = await fetch(url);
      expect([answer.status, await answer.json()]).toEqual([
        503,
        { service: 'hachi', version, firestore: 'unreachable' },
      ]);
    });
    expect(suite().logged().slice(before)).toEqual([
      expect.objectContaining({ severity: 'ERROR', message: 'Firestore does not answer' }),
    ]);
  } finally {
    process.env.FIRESTORE_EMULATOR_HOST = running;
    // Its read ends, for the client cannot be terminated amid one.
    for (const socket of held) socket.pipe(connect(Number(port), host)).pipe(socket);
    await db.doc('team/team').get();
    await db.terminate();
    silent.close();
  }
});
