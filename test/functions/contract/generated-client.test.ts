/** A client that a public generator makes of docs/openapi.json: it compiles, and works on refused calls, too. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { corporateNumberOf } from '../../corporate-numbers';
import { PUBLISHED_FILE } from '../../published-document';
import { emailOf, TODAY, usingSuite } from '../../suite';
import { typeErrors } from '../../type-errors';

const ROOT = join(__dirname, '../../..');
const suite = usingSuite();

/** What somebody writes who has the generated client alone. It compiles only where the types tell the answers apart. */
const CALLER = `
import * as hachi from './client';

export const signIn = (root: string, token: string): void => {
  hachi.defaults.baseUrl = root;
  hachi.defaults.headers = { authorization: 'Bearer ' + token };
};

export const register = async (
  requestId: string,
  name: string,
  status: hachi.Status,
  corporateNumber: string | null = null,
  data: hachi.TransitionData = {},
) => {
  const command = { type: 'register', details: { name, corporateNumber }, status, data } as const;
  const answer = await hachi.postCommands({
    commands: [{ requestId, accountId: null, expectedVersion: 0, command }],
  });
  if (!('outcomes' in answer.data)) return { problem: answer.data.error.code };
  const [result] = answer.data.outcomes;
  if (result === undefined) throw new Error('no result');
  if (result.status === 200) return { id: result.row.id, today: answer.data.team.today };
  const { refusal } = result;
  if (refusal.code === 'DUPLICATE_CORPORATE_NUMBER') return { holder: refusal.facts.accountId };
  if (refusal.code === 'MEMBER_UNKNOWN') return { stranger: refusal.facts.memberId };
  if (refusal.code === 'CONFLICT') return { changed: refusal.facts.since.map(({ command }) => command) };
  return 'issues' in refusal
    ? { paths: refusal.issues.map(({ path }) => path) }
    : { status: answer.status, refused: refusal.code, missing: refusal.missing.map(({ key }) => key) };
};

export const statusOf = async (id: string) => {
  const answer = await hachi.getAccount(id, { entries: 1 });
  if (answer.status === 200) return { status: answer.data.account.status, events: answer.data.history.length };
  const { error } = answer.data;
  return error.code === 'ACCOUNT_UNKNOWN' ? { unknown: error.accountId } : { problem: error.code };
};

export const preview = async (list: string | undefined, csv: string) => {
  const answer = await hachi.postImport(new Blob([csv], { type: 'text/csv' }), { list, dryRun: true });
  if (answer.status === 200) return 'undone' in answer.data ? {} : { created: answer.data.counts.created };
  const { error } = answer.data;
  return error.code === 'REQUEST_INVALID' ? { issues: error.issues.length } : { problem: error.code };
};
`;

interface Caller {
  signIn: (root: string, token: string) => void;
  register: (...request: [string, string, string, (string | null)?, object?]) => Promise<{ id?: string }>;
  statusOf: (id: string) => Promise<object>;
  preview: (list: string | undefined, csv: string) => Promise<object>;
}

let folder: string;
beforeAll(() => {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  // Within the project, so that the client finds the generator's runtime.
  folder = mkdtempSync(join(ROOT, 'build/generated-client-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Waits without blocking: the suite's server in this process closes idle connections meanwhile, and the client must see it. */
const generate = async (): Promise<void> => {
  const generator = join(ROOT, 'node_modules/oazapfts/dist/cli.js');
  await promisify(execFile)(process.execPath, [generator, PUBLISHED_FILE, 'client.ts'], { cwd: folder });
};

const makeClient = async (): Promise<Caller> => {
  await generate();
  writeFileSync(join(folder, 'caller.ts'), CALLER);
  const lib = ['--lib', 'es2023,dom', '--types', 'node'];
  const modules = ['--module', 'preserve', '--moduleResolution', 'bundler', '--target', 'es2022'];
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', ...lib, ...modules];
  expect(await typeErrors(folder, ...options, 'caller.ts')).toEqual([]);
  const outfile = join(folder, 'caller.js');
  await build({
    entryPoints: [join(folder, 'caller.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  return createRequire(__filename)(outfile);
};

test('the generated client compiles, and distinguishes accepted from refused calls', async () => {
  const client = await makeClient();
  const root = suite().functions.commands?.replace(/\/commands$/, '') ?? '';
  const tokenOf = (who: 'is' | 'stranger') => suite().identity.issue({ email: emailOf(who) });
  client.signIn(root, await tokenOf('is'));

  const number = corporateNumberOf(1);
  const registered = await client.register('generated-1', '株式会社生成', 'COLD', number);
  expect(registered).toEqual({ id: expect.stringMatching(/^a_/), today: TODAY });
  expect(await client.statusOf(registered.id ?? '')).toEqual({ status: 'COLD', events: 1 });
  expect(await client.preview('名簿', '会社名\n株式会社一覧\n')).toEqual({ created: 1 });

  expect(await client.register('generated-2', '株式会社不足', 'WORKING')).toMatchObject({
    status: 422,
    refused: 'OWNER',
    missing: expect.arrayContaining(['ownerId']),
  });
  expect(await client.register('generated-4', '株式会社別名', 'COLD', number)).toEqual({
    holder: registered.id,
  });
  expect(
    await client.register('generated-5', '株式会社他人', 'WORKING', null, { ownerId: 'm_nobody' }),
  ).toEqual({ stranger: 'm_nobody' });
  expect(await client.register('short', '株式会社短い', 'COLD')).toEqual({ paths: ['requestId'] });
  expect(await client.statusOf('a_nobody')).toEqual({ unknown: 'a_nobody' });
  expect(await client.preview(undefined, '会社名\n株式会社一覧\n')).toEqual({ problem: 'LIST_NAME_NEEDED' });

  client.signIn(root, await tokenOf('stranger'));
  expect(await client.register('generated-3', '株式会社部外', 'COLD')).toEqual({ problem: 'NOT_A_MEMBER' });
});
