/** `npm run deploy` against what stands for Google: once, again, killed at each call, compared, removed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBuiltFiles } from '../../deploy/built-files';
import { compare, type DeployRun, deploy, dryRun, remove, setSecret } from '../../deploy/deploy-run';
import { keptDeploymentFacts } from '../../deploy/deployment';
import { projectFolder } from '../../emulator/project-folder';
import { GoogleStandIn, Killed } from './google-stand-in';

const FLAGS = {
  project: 'acme-hachi',
  region: 'asia-northeast1',
  location: 'asia-northeast1',
  admin: 'boss@acme.example',
  domains: 'acme.example',
  yes: true,
} as const;
const SERVICE = 'https://hachi-123456789012.asia-northeast1.run.app';
const CLIENTS = ['1-a.apps.googleusercontent.com', '2-b.apps.googleusercontent.com'];

/** Built from the sources, once for all runs. */
const built = openBuiltFiles();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A run in a folder of its own; `typed` answers its questions in their order. */
const aRun = (google: GoogleStandIn, over: Partial<DeployRun> = {}, typed: readonly string[] = []) => {
  const folder = mkdtempSync(join(tmpdir(), 'hachi-deploy-'));
  folders.push(folder);
  const lines: string[] = [];
  const answers = [...typed];
  const run: DeployRun = {
    ...{
      root: projectFolder(),
      keptIn: folder,
      flags: FLAGS,
      built,
      runTool: google.run,
      fetch: google.fetch,
    },
    print: (line) => lines.push(line),
    ask: async () => answers.shift() ?? '',
    askSecret: async () => answers.shift() ?? '',
    wait: async () => undefined,
    ...over,
  };
  return { run, folder: join(folder, FLAGS.project), lines };
};

test('everything is made once, and a second run changes nothing but trying it out', async () => {
  const google = new GoogleStandIn();
  const { run, lines } = aRun(google);
  await deploy(run);
  expect(Object.fromEntries(google.service?.settings ?? [])).toEqual({
    GOOGLE_CLOUD_PROJECT: 'acme-hachi',
    HACHI_AUDIENCES: SERVICE,
    HACHI_DOMAINS: 'acme.example',
    HACHI_FIRST_ADMIN: 'boss@acme.example',
    HACHI_FUNCTIONS_URL: SERVICE,
    HACHI_QUEUE_SHEET: 'sheet-2',
    HACHI_REGISTER_SHEET: 'sheet-1',
    HACHI_SCHEDULER: 'hachi-scheduler@acme-hachi.iam.gserviceaccount.com',
  });
  expect([...google.jobs.keys()].sort()).toEqual(
    ['check', 'dashboard', 'digests', 'duplicates', 'layout', 'queue', 'retention'].map(
      (job) => `hachi-${job}`,
    ),
  );
  const [key] = google.secrets.get('hachi-link-key') ?? [];
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(google.changes.join('\n') + lines.join('\n')).not.toContain(key);
  for (const code of google.pushed.values()) expect(code).toContain(SERVICE);

  const made = google.changes.length;
  await deploy(run);
  expect(google.changes.slice(made)).toEqual([expect.stringContaining('scheduler jobs run hachi-layout')]);
  await compare(run);
});

test('a client ID that is noted changes the settings, and builds nothing', async () => {
  const google = new GoogleStandIn();
  const { run, folder } = aRun(google, { flags: { ...FLAGS, yes: false } }, ['yes', '', ...CLIENTS]);
  await deploy(run);
  expect(keptDeploymentFacts(folder).clientIds).toEqual(CLIENTS);
  expect(google.service?.settings.get('HACHI_AUDIENCES')).toBe([...CLIENTS, SERVICE].join());
  expect(google.changes.filter((line) => line.startsWith('gcloud run'))).toEqual([
    expect.stringContaining('run deploy'),
    expect.stringContaining('run services update'),
  ]);
});

test('killed at any call, before or behind its effect, the next run ends with the same', async () => {
  const whole = new GoogleStandIn();
  await deploy(aRun(whole).run);
  for (let call = 0; call < whole.changes.length; call++)
    for (const when of ['before', 'behind'] as const) {
      const google = new GoogleStandIn();
      google.killAt = { call, when };
      const { run } = aRun(google);
      await expect(deploy(run)).rejects.toThrow(Killed);
      google.killAt = null;
      await deploy(run);
      expect({ call, when, ...stateOf(google) }).toEqual({ call, when, ...stateOf(whole) });
    }
});

/** What is there in the end. */
const stateOf = ({
  apis,
  database,
  backups,
  accounts,
  bindings,
  secrets,
  pushed,
  service,
  jobs,
  watches,
}: GoogleStandIn) => ({
  watches: [...watches.values()],
  ...{ apis, database, backups, accounts, bindings, pushed: [...pushed.keys()] },
  secrets: [...secrets].map(([name, versions]) => [name, versions.length]),
  settings: service?.settings,
  labels: service?.labels,
  jobs: [...jobs].map(([name, { description }]) => [name, description]),
});

test('the dry run prints every command of a first run, and changes and writes nothing', async () => {
  const google = new GoogleStandIn();
  const { run, folder, lines } = aRun(google);
  await dryRun(run);
  expect(google.changes).toEqual([]);
  expect(keptDeploymentFacts(folder).brought).toEqual({});
  const printed = lines.join('\n');
  const first = aRun(google);
  await deploy(first.run);
  const commandsOf = (text: string) =>
    text.replace(
      /[\da-f]{16}|PROJECT_NUMBER|SPREADSHEET_ID|sheet-\d|\d{12}|\S*acme-hachi\/\S*|channels\/\d+|CHANNEL/g,
      '…',
    );
  for (const line of google.changes.filter((change) => !change.includes('jobs run')))
    expect(commandsOf(printed)).toContain(commandsOf(line));
  // And what a person has to do, as the first run asks for it.
  expect(printed).toMatch(/By hand[\s\S]*Share both spreadsheets with hachi-functions@[\s\S]*Hachi › About/);
});

test('with --yes what is usual and can be changed is taken; what is final is asked for all the same', async () => {
  const { region: _, location: _location, domains: _domains, ...flags } = FLAGS;
  const asked: string[] = [];
  const ask = async (question: string): Promise<string> => {
    asked.push(question);
    return 'asia-northeast1';
  };
  const { run, lines } = aRun(new GoogleStandIn(), { flags: { ...flags, yes: true }, ask });
  await dryRun(run);
  expect(asked).toEqual([
    expect.stringContaining('Location of Firestore; it can never be changed'),
    expect.stringContaining('Once more'),
  ]);
  expect(lines.join('\n')).toContain('--region=asia-northeast1');
});

test.each<[string, Partial<GoogleStandIn>, RegExp]>([
  ['nobody is signed in', { signedIn: false }, /gcloud auth login[\s\S]*firebase login[\s\S]*clasp login/],
  ['the groups of the alerts are not installed', { groups: '\t2025.06.20' }, /components install alpha beta/],
  ['the spreadsheets are not shared', { jobCode: 14 }, /does not work yet/],
  ['the functions do not reach Firestore', { firestore: 'unreachable' }, /does not work yet/],
])('where %s, it says what to do', async (_, state, message) => {
  const google = Object.assign(new GoogleStandIn(), state);
  const { run, lines } = aRun(google);
  await expect(deploy(run)).rejects.toThrow(message);
  if (state.jobCode === 14)
    expect(lines.join('\n')).toContain(
      'with hachi-functions@acme-hachi.iam.gserviceaccount.com as an editor',
    );
});

test('what Google does not know everywhere yet is tried again, and no longer than some minutes', async () => {
  const google = Object.assign(new GoogleStandIn(), { unknownFor: 2 });
  const waited: number[] = [];
  const wait = async (milliseconds: number): Promise<void> => void waited.push(milliseconds);
  await deploy(aRun(google, { wait }).run);
  expect(waited.slice(0, 2)).toEqual([5_000, 10_000]);
  expect([...google.bindings].some((binding) => binding.includes('hachi-functions@'))).toBe(true);
  const never = Object.assign(new GoogleStandIn(), { unknownFor: 1_000 });
  await expect(deploy(aRun(never).run)).rejects.toThrow(/Service account hachi-functions\S+ does not exist/);
});

test('a version that did not start is deployed again, and one that gets no calls gets them', async () => {
  const google = Object.assign(new GoogleStandIn(), { starts: false });
  const { run } = aRun(google);
  await expect(deploy(run)).rejects.toThrow('failed to start');
  google.starts = true;
  await deploy(run);
  expect(google.ready).toBe(google.revision);
  google.pinned = 1;
  await expect(compare(run)).rejects.toThrow('1 steps are not as this version makes them');
  await deploy(run);
  expect(google.pinned).toBeNull();
});

test('a comparison names what differs, and changes nothing', async () => {
  const google = new GoogleStandIn();
  const { run, lines } = aRun(google);
  await deploy(run);
  google.jobs.delete('hachi-check');
  google.service?.labels.set('hachi-code', 'older');
  const made = google.changes.length;
  await expect(compare(run)).rejects.toThrow('2 steps are not as this version makes them');
  expect(lines.filter((line) => line.startsWith('  ✗'))).toEqual([
    '  ✗ the service hachi on Cloud Run',
    '  ✗ check at 10 17 * * * UTC',
  ]);
  expect(google.changes.slice(made)).toEqual([expect.stringContaining('jobs run hachi-layout')]);
});

test('the removal asks, takes away what was made, and keeps data and spreadsheets', async () => {
  const google = new GoogleStandIn();
  const { run } = aRun(google);
  await deploy(run);
  await expect(remove({ ...run, flags: { ...FLAGS, yes: false }, ask: async () => 'yes' })).rejects.toThrow(
    'Nothing was removed.',
  );
  await remove(run);
  expect([google.service, google.jobs.size, google.accounts.size, google.secrets.size]).toEqual([
    null,
    0,
    0,
    0,
  ]);
  expect(google.watches.size).toBe(0);
  expect([google.database, google.spreadsheets.length]).toEqual(['asia-northeast1', 2]);
  await remove(run);
});

test('a removal that is killed behind each of its calls ends with the same', async () => {
  const whole = new GoogleStandIn();
  const { run: wholeRun } = aRun(whole);
  await deploy(wholeRun);
  const made = whole.changes.length;
  await remove(wholeRun);
  const google = new GoogleStandIn();
  const { run } = aRun(google);
  await deploy(run);
  const killed = async (): Promise<boolean> => {
    google.killAt = { call: google.changes.length, when: 'behind' };
    return remove(run).then(
      () => false,
      (error: unknown) => {
        if (error instanceof Killed) return true;
        throw error;
      },
    );
  };
  while (await killed());
  expect(google.changes.slice(made)).toEqual(whole.changes.slice(made));
  expect(stateOf(google)).toEqual(stateOf(whole));
});

test('what the operator has set by hand stays, and what an answer no longer names is emptied', async () => {
  const google = new GoogleStandIn();
  const { run } = aRun(google);
  await deploy(run);
  google.service?.settings.set('HACHI_MAIL_HOST', 'smtp.acme.example');
  await deploy({ ...run, flags: { ...FLAGS, domains: '' } });
  expect(google.service?.settings.get('HACHI_MAIL_HOST')).toBe('smtp.acme.example');
  expect(google.service?.settings.get('HACHI_DOMAINS')).toBe('');
});

test('Firestore in another location than the answer is told, and nothing behind it is done', async () => {
  const google = new GoogleStandIn();
  google.database = 'nam5';
  await expect(deploy(aRun(google).run)).rejects.toThrow('is in nam5, for good: say --location nam5.');
  expect(google.accounts.size).toBe(0);
});

test('what a tool says in failing is shown with its command', async () => {
  const google = new GoogleStandIn();
  const { run } = aRun(google, {
    runTool: async (call) =>
      call.args[0] === 'services' && call.args[1] === 'enable'
        ? { code: 1, output: '', errors: 'ERROR: Billing must be enabled for activation of service.' }
        : google.run(call),
  });
  await expect(deploy(run)).rejects.toThrow(
    /apis [\s\S]*gcloud services enable[\s\S]*Billing must be enabled[\s\S]*again/,
  );
});

test('no secret stands in what is kept', async () => {
  const google = new GoogleStandIn();
  const { run, folder } = aRun(google);
  await deploy(run);
  const [key = ''] = google.secrets.get('hachi-link-key') ?? [];
  for (const name of ['answers.json', 'facts.json'])
    expect(readFileSync(join(folder, name), 'utf8')).not.toContain(key);
});

test('alerts go to the admin, and a budget where one is said; only what differs is written again', async () => {
  const google = new GoogleStandIn();
  const { run } = aRun(google, { flags: { ...FLAGS, budget: '10USD' } });
  await deploy(run);
  const kinds = () => [...google.watches.values()].map(({ kind }) => kind).sort();
  expect(kinds()).toEqual(['budgets', 'channels', 'policies', 'policies', 'policies', 'uptime']);
  expect(google.changes.filter((line) => line.includes('channels create'))).toEqual([
    expect.stringContaining('--channel-labels=email_address=boss@acme.example'),
  ]);
  const made = google.changes.length;
  await deploy({ ...run, flags: { ...FLAGS, budget: '20USD' } });
  expect(google.changes.slice(made)).toEqual([
    expect.stringContaining('billing budgets update'),
    expect.stringContaining('jobs run'),
  ]);
  for (const watch of google.watches.values()) if (watch.kind === 'policies') watch.content = 'older';
  const changed = google.changes.length;
  await deploy(run);
  expect(google.changes.slice(changed).filter((line) => line.includes('policies update'))).toHaveLength(3);
});

test('a secret of the team is read by the running service, is replaced, and is shown nowhere', async () => {
  const google = new GoogleStandIn();
  const { run, lines, folder } = aRun(google, {}, ['first-value', 'second-value']);
  await deploy({
    ...run,
    flags: { ...FLAGS, 'mail-host': 'smtp.acme.example', 'mail-from': 'h@acme.example' },
  });
  expect(google.service?.settings.get('HACHI_MAIL_HOST')).toBe('smtp.acme.example');
  for (const version of [1, 2]) {
    await setSecret(run, 'slack-webhook');
    expect(google.service?.secrets.get('HACHI_SLACK_WEBHOOK')).toBe(`hachi-slack-webhook:${version}`);
  }
  expect(google.secrets.get('hachi-slack-webhook')).toEqual(['first-value', 'second-value']);
  expect(lines.join('\n') + google.changes.join('\n')).not.toMatch(/(first|second)-value/);
  for (const name of ['answers.json', 'facts.json'])
    expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/(first|second)-value/);
  await expect(setSecret(run, 'nothing')).rejects.toThrow('there is no nothing, but mail-password');
  await deploy(run);
  await compare(run);
});
