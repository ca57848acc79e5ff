import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { seedDemo } from '../../emulator/demo/seed';
import { startSuite } from '../../emulator/start-suite';
import type { Suite } from '../../emulator/suite';
import { signingKey } from '../signing-key';

/** The shell examples of the README's section, as a reader would paste them. */
const examples = (heading: string): string => {
  const section =
    readFileSync('README.md', 'utf8')
      .split(/^## /m)
      .find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block).join('\n');
};

const run = promisify(execFile);

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

const withShell = has('bash') && has('curl') ? test : test.skip;

let suite: Suite;
beforeAll(async () => {
  suite = await startSuite({
    port: 0,
    dataDir: null,
    firestore: 'embedded',
    write: () => undefined,
    signingKey: signingKey(),
  });
  await seedDemo(suite);
});
afterAll(() => suite.stop());

withShell('the examples of the README do what it says of them (needs bash and curl)', async () => {
  const script = examples('Try it with curl').replace(/^HACHI=.*$/m, `HACHI=http://127.0.0.1:${suite.port}`);
  const { stdout } = await run('bash', ['-euc', script], { maxBuffer: 1e8 });
  const lines = stdout.split('\n');
  const answers = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  const outcomes = answers.flatMap(({ outcomes = [] }) => outcomes);
  expect(outcomes.map(({ refusal, row }) => refusal?.code ?? row.status)).toEqual([
    'MEETING_FIRST',
    'OWNER',
    'WORKING',
    'QUARTERLY_CHECK',
    'NOT_MET',
    'MANAGER',
    'QUARTERLY_CHECK',
    'BAD_FIT',
    'QUARTERLY_CHECK',
  ]);
  expect(answers.find(({ hits }) => hits)?.hits[0].row.name).toBe('株式会社リードミー');
  expect(answers.find(({ dryRun }) => dryRun)).toMatchObject({ encoding: 'cp932', problemCount: 0 });
  expect(lines.find((line) => line.includes('四半期チェック 4'))).toBeDefined();
});

test('the Japanese README has the same two commands and links', () => {
  const [english = '', japanese = ''] = ['README.md', 'README.ja.md'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  for (const shared of ['npm ci && npm start', 'npm ci && npm test', 'docs/statuses.svg', 'docs/operate.md'])
    for (const readme of [english, japanese]) expect(readme).toContain(shared);
});

test('every file that the READMEs and the docs link to exists', () => {
  const tracked = new Set(
    execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n'),
  );
  for (const file of ['README.md', 'README.ja.md', 'docs/architecture.md', 'docs/operate.md']) {
    const folder = file.startsWith('docs/') ? 'docs/' : '';
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, link]) => link,
    );
    expect(links.filter((link) => !tracked.has(`${folder}${link}`))).toEqual([]);
  }
});
