/** Every command line of a deployment goes through the real parser of the program that it is for, where that is installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { answersSchema, type Deployment } from '../../deploy/deployment';
import { PHASES } from '../../deploy/plan';
import { removalSteps } from '../../deploy/removal';
import { inLocation, jobName } from '../../deploy/schedule-steps';
import { teamSecretSteps } from '../../deploy/secret-steps';
import { commandLine, gcloud, runTool, type ToolCall } from '../../deploy/tools';
import { projectFolder } from '../../emulator/project-folder';
import { pages } from '../house/pages';

const folder = mkdtempSync(join(tmpdir(), 'hachi-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

const deployment: Deployment = {
  answers: answersSchema.parse({
    project: 'acme-hachi',
    region: 'asia-northeast1',
    location: 'asia-northeast1',
    admin: 'boss@acme.example',
    domains: ['acme.example'],
    budget: '10USD',
  }),
  facts: {
    ...{ projectNumber: '123456789012', clientIds: [], brought: {}, secrets: {} },
    ...{
      billingAccount: 'billingAccounts/01-AB',
      alertChannel: 'projects/acme-hachi/notificationChannels/1',
    },
  },
  folder,
};
const built = {
  service: async () => ({ 'package.json': '{"name":"hachi-functions"}' }),
  script: async () => ({ 'Code.js': '', 'appsscript.json': '{}' }),
};

/** Of steps for which there is nothing yet, and of those that find something else. */
const allCalls = async (): Promise<ToolCall[]> => {
  const phases = await Promise.all(PHASES.map((phaseOf) => phaseOf(deployment, built)));
  for (const { write } of phases) write();
  const calls = [
    ...phases.flatMap(({ steps }) => steps),
    ...teamSecretSteps(deployment, 'slack-webhook', 'value'),
    ...removalSteps(deployment),
  ]
    .flatMap(({ probe, calls }) => [
      ...(probe ? [probe] : []),
      ...calls(null),
      ...calls(''),
      ...calls(deployment.answers.location),
    ])
    .concat(gcloud('scheduler', 'jobs', 'run', jobName('layout'), ...inLocation(deployment)));
  return [...new Map(calls.map((call) => [commandLine(call), call])).values()];
};

/** The folder of the installed Google Cloud CLI; null where there is none. */
const sdkFolder = (): string | null => {
  const found = spawnSync('which', ['gcloud'], { encoding: 'utf8' }).stdout.trim();
  const root = found === '' ? null : dirname(dirname(realpathSync(found)));
  return root !== null && existsSync(join(root, 'lib/googlecloudsdk')) ? root : null;
};

/**
 * One process takes all of them. What is to be run stops where it would need an account, with 1, or at its flags, with 2; of what is
 * only to be parsed nothing is run, and what is right ends with 0.
 */
const PARSE = `
import contextlib, io, json, sys
root = sys.argv[1]
sys.path[0:0] = [root + '/lib', root + '/lib/third_party']
from googlecloudsdk import gcloud_main
from googlecloudsdk.core import log
cli = gcloud_main.CreateCLI([])
for how, line in json.load(sys.stdin):
    errors = io.StringIO()
    code = 0
    with contextlib.redirect_stderr(errors):
        log.Reset(io.StringIO(), errors)
        try:
            cli.Execute(line) if how == 'run' else cli._CLI__parser.parse_args(line)
        except SystemExit as end:
            code = end.code
    print(json.dumps({'code': code, 'errors': errors.getvalue()}))
`;

const parsedByGcloud = (
  root: string,
  lines: readonly (readonly [how: 'run' | 'parse', args: readonly string[]])[],
): { code: number; errors: string }[] => {
  const own = join(root, 'platform/bundledpythonunix/bin/python3');
  const printed = execFileSync(existsSync(own) ? own : 'python3', ['-c', PARSE, root], {
    input: JSON.stringify(lines),
    encoding: 'utf8',
    env: { ...process.env, CLOUDSDK_CONFIG: join(folder, 'gcloud'), CLOUDSDK_CORE_DISABLE_PROMPTS: '1' },
  });
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

/** What the pages tell people to type, without the program's name: within a line of text, or as a line of a block. */
const documented = (program: RegExp): string[][] => {
  const lines = pages().flatMap((page) => {
    const text = readFileSync(page, 'utf8');
    return [...text.matchAll(/`([^`\n]+)`/g), ...text.matchAll(/^ {0,3}(\S.*)$/gm)].map(
      ([, line = '']) => line,
    );
  });
  return [...new Set(lines.filter((line) => program.test(line)))].map((line) =>
    line.replace(program, '').trim().split(' '),
  );
};

const root = sdkFolder();
(root === null ? test.skip : test)(
  `gcloud knows every command and flag, also of the pages${root === null ? ' (skipped: gcloud is not installed)' : ''}`,
  async () => {
    const own = (await allCalls()).filter(({ tool }) => tool === 'gcloud');
    const told = documented(/^gcloud (?=[a-z])/);
    const ended = parsedByGcloud(root ?? '', [
      ...own.map(({ args }) => ['run', args] as const),
      ...told.map((args) => ['parse', args] as const),
      ['run', ['run', 'deploy', '--nothing']],
      ['parse', ['run', 'deploy', '--nothing']],
    ]);
    expect(ended.splice(-2).map(({ code }) => code)).toEqual([2, 2]);
    const lines = [...own.map(commandLine), ...told.map((args) => args.join(' '))];
    const wrong = ended.flatMap(({ code, errors }, index) => {
      const isRight = index < own.length ? code === 1 && errors.includes('active account') : code === 0;
      return isRight ? [] : [`${lines[index]}\n${errors}`];
    });
    expect(wrong).toEqual([]);
    expect(own.length).toBeGreaterThan(50);
    expect(told.length).toBeGreaterThan(6);
  },
);

/** Installed by .ci/run: a package of the project it is not, for its size. */
const CLASP = join(projectFolder(), 'build/tools/node_modules/.bin/clasp');

const WITHOUT_CLASP = existsSync(CLASP) ? '' : ' (skipped: clasp is not installed)';

(existsSync(CLASP) ? describe : describe.skip)(`clasp${WITHOUT_CLASP}`, () => {
  const clasp = (args: readonly string[], cwd: string) =>
    spawnSync(CLASP, args, { cwd, encoding: 'utf8', env: { ...process.env, HOME: folder } });

  test('pushes all files of the script from where it is prepared, and stops at the sign-in alone', async () => {
    const at = join(folder, 'clasp');
    mkdirSync(join(at, 'pushed/windows'), { recursive: true });
    const project = { scriptId: '1'.repeat(57), rootDir: 'pushed', parentId: 'sheet' };
    writeFileSync(join(at, '.clasp.json'), JSON.stringify(project));
    for (const name of ['Code.js', 'appsscript.json', 'windows/dialog.html'])
      writeFileSync(join(at, 'pushed', name), '{}');
    const { filesToPush } = JSON.parse(clasp(['show-file-status', '--json'], at).stdout);
    expect([...filesToPush].sort()).toEqual([
      'pushed/Code.js',
      'pushed/appsscript.json',
      'pushed/windows/dialog.html',
    ]);
    const calls = (await allCalls()).filter(({ tool }) => tool === 'clasp').map(({ args }) => args);
    for (const verb of ['create-script', 'push']) {
      const args = calls.find(([name]) => name === verb) ?? [];
      const placed = verb === 'push' ? at : mkdtempSync(join(folder, 'new-'));
      expect(clasp(args, placed).stderr).toMatch(/No credentials|not logged in/i);
    }
    const outside = { ...project, rootDir: '../pushed' };
    writeFileSync(join(at, '.clasp.json'), JSON.stringify(outside));
    expect(clasp(['show-file-status'], at).stderr).toContain('escapes project root');
  });
});

describe('a tool', () => {
  const { PATH } = process.env;
  beforeAll(() => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'gcloud'), '#!/bin/sh\ncat\necho "$@"\necho "in $PWD" >&2\nexit 3\n', {
      mode: 0o755,
    });
    process.env.PATH = `${bin}:${PATH}`;
  });
  afterAll(() => {
    process.env.PATH = PATH;
  });

  test('gets its words as they are and its secret by standard input, and its end is told', async () => {
    const secret = { value: () => 'key\n', about: 'a key' };
    expect(await runTool({ ...gcloud('a b', "'c'", '$HOME'), folder, secret })).toEqual({
      code: 3,
      output: "key\na b 'c' $HOME\n",
      errors: `in ${realpathSync(folder)}\n`,
    });
  });

  test('that is not there ends with 127', async () => {
    process.env.PATH = folder;
    expect(await runTool(gcloud('x'))).toMatchObject({ code: 127 });
  });
});

test.each<[ToolCall, string]>([
  [gcloud('run', '--labels=a=b,c=d'), 'gcloud run --labels=a=b,c=d'],
  [gcloud('jobs', '--schedule=5 * * * *'), "gcloud jobs '--schedule=5 * * * *'"],
  [gcloud("it's"), `gcloud 'it'\\''s'`],
  [{ tool: 'firebase', args: ['deploy'], folder: '/a b' }, "(cd '/a b' && npx firebase deploy)"],
  [
    { ...gcloud('add'), secret: { value: () => 'secret', about: 'a key' } },
    'gcloud add   # reads a key from standard input',
  ],
])('as a person would type it: %#', (call, line) => {
  expect(commandLine(call)).toBe(line);
});

describe('the pages name only commands and flags that there are', () => {
  test('of firebase', () => {
    const commands = join(projectFolder(), 'node_modules/firebase-tools/lib/commands');
    const lines = documented(/^(?:npx )?firebase (?=[a-z])/);
    const files = lines.map(([name = '']) => join(commands, `${name.replace(':', '-')}.js`));
    const print =
      'for (const file of process.argv.slice(1)) console.log(require(file).command.options.flat().join()); process.exit()';
    const options = execFileSync(process.execPath, ['-e', print, ...files], { encoding: 'utf8' }).split('\n');
    for (const [index, words] of lines.entries())
      for (const flag of words.filter((word) => word.startsWith('--')))
        expect(options[index]).toContain(flag);
    expect(lines.length).toBeGreaterThan(2);
  });

  (existsSync(CLASP) ? test : test.skip)(`of clasp${WITHOUT_CLASP}`, () => {
    const lines = documented(/^npx @google\/clasp (?=[a-z])/);
    expect(lines.length).toBeGreaterThan(1);
    for (const [name = '', ...words] of lines) {
      const { stdout } = spawnSync(CLASP, [name, '--help'], { encoding: 'utf8' });
      // Of a command that it does not know it prints what it is itself.
      expect(stdout).toContain(`clasp ${name}`);
      for (const flag of words.filter((word) => word.startsWith('--'))) expect(stdout).toContain(flag);
    }
  });
});
