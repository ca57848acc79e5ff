/** The folder that is deployed, served by the functions framework as it is installed from the folder's own lockfile. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparedFiles, writePreparedFolder } from '../../deploy/prepared-folder';
import { QUEUE_ID, REGISTER_ID } from '../../emulator/suite';
import { registerClients, sendPending, sheetScene } from '../apps-script/sheet-scene';
import { freePort, listening } from '../functions/http/serve-sample';
import { aRegisterRequest, emailOf, usingSuite, type Who } from '../suite';

const suite = usingSuite();
const folder = mkdtempSync(join(tmpdir(), 'hachi-deployed-'));
const SERVICE = 'https://hachi-1.asia-northeast1.run.app';
let files: Readonly<Record<string, string>>;
let service: ChildProcess;
let written = '';
let root: string;

/** As `npm ci` would, without the network: what the lockfile names, and nothing else. */
const install = (): void => {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  for (const place of Object.keys(packages).filter((name) => name !== ''))
    cpSync(place, join(folder, place), {
      recursive: true,
      filter: (source) => source === place || !source.slice(place.length).startsWith('/node_modules'),
    });
};

/** By the framework that is installed in it, once it listens. */
const serve = async (served: string): Promise<{ root: string; service: ChildProcess }> => {
  const port = await freePort();
  const root = `http://127.0.0.1:${port}`;
  const { config } = suite().service;
  const main = join(served, 'node_modules/@google-cloud/functions-framework/build/src/main.js');
  const service = spawn(process.execPath, [main, '--target=hachi'], {
    cwd: served,
    env: {
      PORT: `${port}`,
      NODE_ENV: 'production',
      FIRESTORE_EMULATOR_HOST: suite().firestore,
      GOOGLE_CLOUD_PROJECT: config.project ?? '',
      HACHI_AUDIENCES: [...config.audiences, SERVICE].join(),
      HACHI_CERTS_URL: config.certsUrl,
      HACHI_SCHEDULER: config.scheduler ?? '',
      HACHI_SHEETS_ROOT: suite().sheets.rootUrl,
      HACHI_REGISTER_SHEET: REGISTER_ID,
      HACHI_QUEUE_SHEET: QUEUE_ID,
      HACHI_FUNCTIONS_URL: root,
      HACHI_LINK_KEY: 'a key of thirty-two characters at least',
    },
  });
  for (const stream of [service.stdout, service.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  await listening(port, service, () => written);
  return { root, service };
};
const end = async (service: ChildProcess): Promise<void> => {
  service.kill('SIGKILL');
  await once(service, 'close');
};

beforeAll(async () => {
  files = await preparedFiles();
  writePreparedFolder(folder, files);
  install();
  ({ root, service } = await serve(folder));
});
afterAll(async () => {
  await end(service);
  rmSync(folder, { recursive: true });
});

const send = async (who: Who, path: string, init: RequestInit = {}, audience?: string) => {
  const token = await suite().identity.issue({ email: emailOf(who), ...(audience ? { audience } : {}) });
  const answer = await fetch(`${root}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });
  return { status: answer.status, body: await answer.json() };
};
const posted = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

test('it holds the bundled functions and a package of its own', () => {
  expect(Object.keys(files).filter((name) => !name.startsWith('functions/parts/'))).toEqual([
    'functions/index.mjs',
    'package.json',
    'package-lock.json',
    '.gcloudignore',
  ]);
  const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect(Object.keys(own.dependencies)).toEqual(['@google-cloud/functions-framework']);
});

test('each of its parts can be loaded, also what only some function needs', () => {
  const parts = Object.keys(files).filter((name) => name.includes('/parts/'));
  expect(parts.length).toBeGreaterThan(20);
  const program = `for (const part of ${JSON.stringify(parts)}) await import('./' + part);
    process.exit();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
});

/** Without its parts that hold a source whose path has this in it; ended behind `act`. */
const servedWithout = async (path: string, act: (root: string) => Promise<void>): Promise<void> => {
  const without = mkdtempSync(join(tmpdir(), 'hachi-without-'));
  cpSync(folder, without, { recursive: true });
  const held = Object.entries(files).flatMap(([name, text]) => (text.includes(path) ? name : []));
  expect(held).not.toEqual([]);
  for (const name of held) rmSync(join(without, name));
  const other = await serve(without);
  try {
    await act(other.root);
  } finally {
    await end(other.service);
    rmSync(without, { recursive: true });
  }
};

test('accounts are listed without what makes the keys that they are found by', () =>
  servedWithout('// functions/domain/company/match-keys.ts', async (root) => {
    const authorization = `Bearer ${await suite().identity.issue({ email: emailOf('is') })}`;
    const listed = await fetch(`${root}/accounts`, { headers: { authorization } });
    expect(listed.status).toBe(200);
  }));

test("a call that is refused needs nothing of Firestore's client", () =>
  servedWithout('node_modules/@google-cloud/firestore/', async (otherRoot) => {
    const status = async (
      headers: Record<string, string>,
      path = '/accounts',
      init: RequestInit = {},
    ): Promise<number> => (await fetch(`${otherRoot}${path}`, { ...init, headers })).status;
    const authorization = `Bearer ${await suite().identity.issue({ email: emailOf('is') })}`;
    expect(await status({})).toBe(401);
    expect(await status({ authorization: `${authorization}x` })).toBe(401);
    expect(await status({ authorization, 'x-hachi-spreadsheet': 'a-copy' })).toBe(403);
    expect(await status({ authorization }, '/accounts?limit=many')).toBe(400);
    const json = { 'content-type': 'application/json' };
    expect(await status({ ...json, authorization }, '/lookup', { method: 'POST', body: '{"q":1}' })).toBe(
      400,
    );
    expect(await status({ ...json, authorization }, '/commands', { method: 'POST', body: '{' })).toBe(400);
    expect(await status({ authorization }, '/commands', { method: 'PUT' })).toBe(405);
    expect(await status({ authorization })).toBe(500);
  }));

test('a command, a lookup and the queue of a service on its own', async () => {
  const registered = await send('is', '/commands', posted({ commands: [aRegisterRequest('丸の内商事')] }));
  expect(registered).toMatchObject({ status: 200, body: { outcomes: [{ status: 200 }] } });
  expect(await send('is', '/lookup', posted({ q: '丸の内商事' }))).toMatchObject({ status: 200 });
  const { rows } = (await suite().call('is', 'accounts')).body;
  expect((await send('is', '/accounts')).body).toMatchObject({ rows });
  expect(await send('scheduler', '/queue', { method: 'POST' }, SERVICE)).toMatchObject({ status: 200 });
});

test("the sheet's very script sends what is typed to it", async () => {
  const scene = sheetScene(suite());
  await scene.layout();
  const [client] = await registerClients(scene, '株式会社配備');
  const rep = await scene.sit('is');
  suite().script.setProperties({ FUNCTIONS_URL: root });
  await scene.type(rep, client?.id ?? '', 'status', '6');
  expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0 });
  expect(scene.cell(client?.id ?? '', 'status')).toBe('現在の顧客');
});

test.each([
  ['/', 404, 'PATH_UNKNOWN'],
  ['/nothing', 404, 'PATH_UNKNOWN'],
  ['/accounts/x', 404, 'PATH_UNKNOWN'],
  ['/accounts?sort=x', 400, 'REQUEST_INVALID'],
])('%s: %i %s', async (path, status, code) => {
  expect(await send('is', path)).toMatchObject({ status, body: { error: { code } } });
});

test('a folder that holds something else is left as it is', () => {
  const other = mkdtempSync(join(tmpdir(), 'hachi-other-'));
  mkdirSync(join(other, 'src'));
  writeFileSync(join(other, 'package.json'), '{"name":"ours"}');
  expect(() => writePreparedFolder(other, files)).toThrow('holds something else');
  expect(readdirSync(other)).toEqual(['package.json', 'src']);
  rmSync(other, { recursive: true });
});

test('it is the same each time, and is written anew over itself, with what was installed', async () => {
  expect(await preparedFiles()).toEqual(files);
  writeFileSync(join(folder, 'functions/index.mjs'), 'torn');
  writeFileSync(join(folder, 'functions/parts/of-before.mjs'), '');
  writePreparedFolder(folder, files);
  expect(readFileSync(join(folder, 'functions/index.mjs'), 'utf8')).toBe(files['functions/index.mjs']);
  expect(readdirSync(join(folder, 'functions/parts'))).not.toContain('of-before.mjs');
  expect(readdirSync(folder)).toContain('node_modules');
});
