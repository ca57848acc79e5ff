import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Firestore } from '@google-cloud/firestore';
import { startFirestore } from '../../emulator/firestore/server';
import { listenLocally } from '../../emulator/local-server/local-server';
import { startSuite } from '../../emulator/start-suite';
import { REGISTER_ID, type Suite } from '../../emulator/suite';
import { loadTeam } from '../../functions/store/team';
import { signingKey } from '../signing-key';
import { startFirestoreProxy } from '../torture/firestore-proxy';
import { sendRequest } from './send-request';

const root = mkdtempSync(join(tmpdir(), 'hachi-suite-'));
const running = new Set<Pick<Suite, 'stop'>>();
afterEach(async () => {
  for (const { stop } of running) await stop();
  running.clear();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const start = async (
  dataDir: string | null,
  more: { port?: number; reset?: boolean; firestore?: string; now?: string } = {},
): Promise<Suite> => {
  const suite = await startSuite({
    port: 0,
    dataDir,
    firestore: 'embedded',
    signingKey: signingKey(),
    write: () => undefined,
    ...more,
  });
  running.add(suite);
  return suite;
};

/** What is on disk, by path: of files their content, of folders nothing. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((path) => {
        const whole = join(folder, path);
        return [path, statSync(whole).isFile() ? readFileSync(whole, 'utf8') : ''];
      }),
  );

const titles = ({ workbooks }: Suite): string[] =>
  workbooks.get(REGISTER_ID).tabs.map(({ properties }) => properties.title);

/** Leaves something in each part of the folder. */
const fill = async (suite: Suite): Promise<void> => {
  await suite.service.db.doc('c/a').set({ n: 1 });
  suite.workbooks.batchUpdate(REGISTER_ID, [{ addSheet: { properties: { title: '控え' } } }], 'api');
  await suite.identity.issue({ email: suite.adminEmail });
};

test('a reset starts afresh, and only when nothing hinders the start', async () => {
  const folder = join(root, 'reset');
  const first = await start(folder);
  await fill(first);
  const busy = contentOf(folder);
  await expect(start(folder, { reset: true })).rejects.toMatchObject({ code: 'DATA_IN_USE' });
  expect(contentOf(folder)).toEqual(busy);
  expect((await first.service.db.doc('c/a').get()).data()).toEqual({ n: 1 });
  await first.stop();

  const stopped = contentOf(folder);
  const other = await listenLocally(0);
  await expect(start(folder, { reset: true, port: other.port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
  });
  await other.stop();
  for (const [wrong, code] of [
    [{ firestore: 'cloud' }, 'FIRESTORE_INVALID'],
    [{ now: '9998-01-01' }, 'CLOCK_OUT_OF_RANGE'],
  ] as const)
    await expect(start(folder, { reset: true, ...wrong })).rejects.toMatchObject({ code });
  expect(contentOf(folder)).toEqual(stopped);

  const kept = await start(folder);
  expect(titles(kept)).toContain('控え');
  await kept.stop();
  const fresh = await start(folder, { reset: true });
  expect(titles(fresh)).not.toContain('控え');
  expect((await fresh.service.db.doc('c/a').get()).exists).toBe(false);
});

test('a folder of something else is refused, and stays as it is', async () => {
  const folder = join(root, 'letters');
  mkdirSync(folder);
  writeFileSync(join(folder, 'letter.txt'), 'Dear');
  for (const reset of [true, false])
    await expect(start(folder, { reset })).rejects.toMatchObject({ code: 'DATA_NOT_OURS' });
  expect(contentOf(folder)).toEqual({ 'letter.txt': 'Dear' });
});

test('whatever is written is for its owner only, and is known to be the suite’s', async () => {
  const folder = join(root, 'private');
  const suite = await start(folder);
  await fill(suite);
  const entries = ['.', ...Object.keys(contentOf(folder))].map((path) => ({
    path,
    stats: statSync(join(folder, path)),
  }));
  expect(entries.length).toBeGreaterThan(8);
  for (const { path, stats } of entries)
    expect([path, stats.mode & 0o777]).toEqual([path, stats.isDirectory() ? 0o700 : 0o600]);
  await suite.stop();
  await (await start(folder, { reset: true })).stop();
});

test('a call that still runs when the suite is stopped comes to its end, though its caller is cut off', async () => {
  let hold = (): void => {};
  let letGo = (): void => {};
  const isHeld = new Promise<void>((resolve) => (hold = resolve));
  const mayGo = new Promise<void>((resolve) => (letGo = resolve));
  const firestore = await startFirestore();
  running.add(firestore);
  const wire = await startFirestoreProxy(firestore.host, {
    async meet() {
      hold();
      await mayGo;
      return 'through' as const;
    },
  });
  running.add(wire);
  const { functions, identity, adminEmail, stop } = await start(null, { firestore: wire.host });
  const authorization = `Bearer ${await identity.issue({ email: adminEmail })}`;
  // The first call of the first admin reads, and then writes in a transaction.
  const call = fetch(functions.members ?? '', { headers: { authorization } });
  await isHeld;
  const stopped = stop();
  await expect(call).rejects.toThrow('fetch failed');
  letGo();
  await stopped;

  const db = new Firestore({ projectId: 'demo-hachi', host: firestore.host, ssl: false });
  const { members } = await loadTeam(db);
  await db.terminate();
  expect(Object.values(members)).toEqual([expect.objectContaining({ email: adminEmail, role: 'admin' })]);
});

describe('every port', () => {
  const FOREIGN = [
    { host: 'elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
  ];

  test('refuses other sites, whatever they ask for', async () => {
    const suite = await start(null);
    const { page, local, functions, sheets, identity, adminEmail } = suite;
    const urls = [
      page,
      `${local}token?email=${adminEmail}`,
      functions.accounts ?? '',
      `${sheets.rootUrl}v4/spreadsheets/${sheets.registerId}`,
      identity.certsUrl,
    ];
    const authorization = 'Bearer a-token';
    for (const url of urls) {
      const { status } = await sendRequest(url, { headers: { authorization } });
      expect([url, status]).toEqual([url, url === functions.accounts ? 401 : 200]);
    }
    for (const url of [...urls, `${page}page/events?window=12345678`])
      for (const headers of FOREIGN) {
        const answer = await sendRequest(url, { headers: { authorization, ...headers } });
        expect([url, headers, answer.status]).toEqual([url, headers, 403]);
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
      }
    // As Google words it.
    const { body } = await sendRequest(`${sheets.rootUrl}v4/spreadsheets`, { headers: FOREIGN[0] ?? {} });
    expect(JSON.parse(body)).toEqual({
      error: { code: 403, message: expect.any(String), status: 'PERMISSION_DENIED' },
    });
  });

  test('of Firestore does not speak the HTTP of browsers', async () => {
    const { firestore } = await start(null);
    const [host = '', port] = firestore.split(':');
    const socket = connect(Number(port), host);
    socket.end(`GET / HTTP/1.1\r\nHost: ${firestore}\r\nConnection: close\r\n\r\n`);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
    } catch {
      // It may close the connection at once.
    }
    expect(Buffer.concat(chunks).toString()).not.toMatch(/^HTTP\/1\.[01] [^4]/);
  });
});
