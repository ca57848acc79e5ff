import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { FUNCTION_NAMES } from '../../functions/contract/contract';

/** In the project's own folder, so that the bundle finds its packages. */
const BUNDLE = join('build', 'test', 'start.js');
const folder = mkdtempSync(join(tmpdir(), 'hachi-start-'));

interface Started {
  page: string;
  functions: Record<string, string>;
  sheets: { rootUrl: string; registerId: string; queueId: string };
  firestore: string;
  local: string;
  dataDir: string;
  firestoreKind: string;
}

beforeAll(async () => {
  await build({
    entryPoints: ['emulator/start.ts'],
    outfile: BUNDLE,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
});

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  exit: Promise<number | null>;
}

const run = (...options: string[]): Run => {
  const child = spawn(process.execPath, [BUNDLE, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const exit = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, out: () => out, err: () => err, exit };
};

/** The JSON line; fails with what was said when the process ends before it. */
const ready = ({ child, out, err, exit }: Run): Promise<Started> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (out().endsWith('\n')) resolve(JSON.parse(out()) as Started);
    });
    void exit.then((code) => reject(new Error(`ended with ${code}: ${err()}`)));
  });

const get = async (url: string, token: string) => {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: (await answer.json()) as { rows: { name: string }[] } };
};

test('one JSON line when all is ready; what it names answers; the state survives a restart; Ctrl-C stops everything', async () => {
  const list = join(folder, 'extra.csv');
  writeFileSync(list, '会社名,住所\n架空商事株式会社,東京都\n日産自動車,\n');
  const data = join(folder, 'data');
  const first = run('--json', '--port', '0', '--data', data, '--import', list);
  const summary = await ready(first);
  expect(first.out().trim().split('\n')).toHaveLength(1);
  expect(summary).toMatchObject({
    page: expect.stringMatching(/^http:.*\/$/),
    dataDir: data,
    firestoreKind: 'embedded',
  });
  expect(Object.keys(summary.functions).sort()).toEqual([...FUNCTION_NAMES].sort());
  expect(first.err()).toContain('2 of 2 rows; 1 new');
  expect(first.err()).toContain('1 left out, for they may be companies of the register');

  const token = await (await fetch(`${summary.local}token?email=admin@hachi.example`)).text();
  const quarterly = await get(`${summary.functions.accounts}?status=QUARTERLY_CHECK`, token);
  expect(quarterly.status).toBe(200);
  expect(quarterly.body.rows.length).toBeGreaterThan(0);
  const csv = await (
    await fetch(`${summary.local}sheets/${summary.sheets.queueId}/${encodeURIComponent('今日')}.csv`)
  ).text();
  expect(csv).toContain(quarterly.body.rows[0]?.name);

  const reset = run('--port', '0', '--data', data, '--reset');
  expect(await reset.exit).toBe(1);
  expect(reset.err()).toContain(`DATA_IN_USE: The data in ${data} are in use by process ${first.child.pid}`);

  first.child.kill('SIGKILL');
  await first.exit;
  const empty = join(folder, 'empty.csv');
  writeFileSync(empty, '会社名,住所\n');
  const second = run('--json', '--port', '0', '--data', data, '--now', '2027-01-04', '--import', empty);
  const again = await ready(second);
  expect(second.err()).toMatch(/^Import of .*empty\.csv refused: .*\n {2}all of it: /m);
  expect(second.err()).not.toContain('Demonstration');
  const fresh = await (await fetch(`${again.local}token?email=admin@hachi.example`)).text();
  const after = await get(`${again.functions.accounts}?status=QUARTERLY_CHECK`, fresh);
  expect(after.body).toEqual(quarterly.body);
  expect(await (await fetch(`${again.local}clock`)).json()).toMatchObject({
    now: expect.stringMatching(/^2027-01-04T00:0/),
  });

  second.child.kill('SIGINT');
  expect(await second.exit).toBe(0);
  await expect(fetch(`${again.local}clock`)).rejects.toThrow();
});

test('where the port is in use, the error says so and what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const taken = run('--port', port, '--data', join(folder, 'taken'));
  expect(await taken.exit).toBe(1);
  expect(taken.err()).toContain(`PORT_IN_USE: Port ${port} is taken`);
  expect(taken.err()).toContain('--port で別のポートを');
  other.close();
});

test.each([
  [['--port', 'eighty'], '--port takes 0 to 65535'],
  [['--firestore', 'cloud'], '--firestore takes embedded, official or HOST:PORT'],
  [['--now', '2026-02-30', '--port', '0'], 'Not a day or an instant'],
  [['--now', '9998-01-01', '--port', '0'], 'CLOCK_OUT_OF_RANGE: The clock can be set from'],
  [['--data', '', '--port', '0'], '--data takes the name of a folder'],
  [['--data', '/', '--reset', '--port', '0'], 'DATA_NOT_OURS: / is not a data folder of Hachi'],
  [['--data', '/dev/null/x', '--port', '0'], 'DATA_NOT_A_FOLDER: /dev/null/x is not a folder'],
  [['--data', `/${'x'.repeat(300)}`, '--port', '0'], 'DATA_UNUSABLE'],
  [['--import', 'none.csv', '--port', '0'], 'IMPORT_UNREADABLE: none.csv cannot be read'],
  [['--sheet'], "Unknown option '--sheet'"],
])('%j is refused with a sentence, not a stack', async (options, sentence) => {
  const refused = run('--data', join(folder, 'refused'), ...options);
  expect(await refused.exit).toBe(1);
  expect(refused.err()).toContain(sentence);
  expect(refused.err()).not.toMatch(/\n\s+at /);
});

test('what hinders the start is told before anything of the product is loaded', () => {
  const { stderr } = spawnSync(process.execPath, [BUNDLE, '--firestore', 'cloud', '--port', '0'], {
    env: { ...process.env, NODE_DEBUG: 'module' },
    encoding: 'utf8',
  });
  expect(stderr).toContain('FIRESTORE_INVALID');
  expect(stderr.match(/node_modules\/(@google-cloud|@grpc|googleapis|zod)\//g)).toBeNull();
});

test('--help names every option', async () => {
  const help = run('--help');
  expect(await help.exit).toBe(0);
  for (const option of ['--port', '--data', '--reset', '--now', '--firestore', '--import', '--json'])
    expect(help.out()).toContain(option);
});
