/** Each torture in short, and the command line as a person runs it. */
import { spawnSync } from 'node:child_process';
import { type LocalIdentity, startIdentity } from '../../emulator/identity';
import { type FaultyProxy, startFaultyProxy } from '../apps-script/faulty-proxy';
import { usingProgram } from '../processes';
import { usingSuite } from '../suite';
import { fuzzCalls } from './fuzz';
import { injectOnce } from './injection';
import { killJobs } from './job-kills';
import { openJobScene } from './job-scene';
import { faultyJobs } from './jobs';
import { PAYLOADS } from './payloads';
import { raceOnce } from './races';
import { everyRole } from './roles';
import { sheetSequences } from './sheet';
import { expectSoundStore } from './sound-store';
import { hostileCalls } from './tokens';
import { TortureRun } from './torture-run';

const suite = usingSuite();
/** TEST_SEED draws again what a failure has printed. */
const aRun = (): TortureRun =>
  new TortureRun('short', Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 32)), 0);
const expectNothingViolated = async (run: TortureRun): Promise<void> => {
  await expectSoundStore(suite().db, run);
  const { violations, seed, counts } = run.report();
  expect({ seed, violations }).toEqual({ seed, violations: [] });
  expect(counts.checks).toBeGreaterThan(0);
};

test('races', async () => {
  const run = aRun();
  await raceOnce(suite(), run, 'a');
  await expectNothingViolated(run);
});

test('roles', async () => {
  const run = aRun();
  await everyRole(suite(), run, 'short', [run.random.one(['trigger', 'cell', 'api'])], 8);
  await expectNothingViolated(run);
});

describe('tokens', () => {
  let stranger: LocalIdentity;
  beforeAll(async () => {
    stranger = await startIdentity({});
  });
  afterAll(() => stranger.stop());

  test('at every function', async () => {
    const run = aRun();
    await hostileCalls(suite(), stranger, run);
    await expectNothingViolated(run);
  });
});

test('injection', async () => {
  const run = aRun();
  await injectOnce(suite(), run, run.random.shuffled(PAYLOADS).slice(0, 8), '短');
  await expectNothingViolated(run);
});

test('sheet', async () => {
  const run = aRun();
  await sheetSequences(suite(), run, 2);
  await expectNothingViolated(run);
});

describe('jobs', () => {
  let proxy: FaultyProxy;
  beforeAll(async () => {
    proxy = await startFaultyProxy(suite().sheets.rootUrl.replace(/\/$/, ''));
  });
  afterAll(() => proxy.stop());

  test('while Google Sheets is out of order', async () => {
    const run = aRun();
    await faultyJobs(suite(), proxy, run, 'short');
    await expectNothingViolated(run);
  });

  test('killed at one of their calls', async () => {
    const run = aRun();
    const scene = await openJobScene(suite().firestore);
    try {
      await killJobs(scene, run, 1);
    } finally {
      await scene.stop();
    }
    await expectNothingViolated(run);
  });
});

test('fuzz', async () => {
  const run = aRun();
  await fuzzCalls(suite(), run, 60);
  await expectNothingViolated(run);
});

test('a run reports what was violated, and how to repeat it', () => {
  const run = new TortureRun('races', 8, 0);
  run.expect(true, () => 'not this');
  run.expect(false, () => 'this');
  expect(run.report()).toMatchObject({
    seed: 8,
    counts: { checks: 2, violations: 1 },
    violations: ['this'],
    repeat: 'npm run torture -- races --seed 8 --minutes 0',
  });
});

describe('the command line', () => {
  const program = usingProgram('test/torture/torture.ts');
  const torture = (...args: string[]) =>
    spawnSync(process.execPath, [program(), ...args], { encoding: 'utf8' });

  test('a short run of kills, as JSON', () => {
    const { stdout, stderr, status } = torture('kills', '--minutes', '0', '--seed', '8', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    const { seed, reports } = JSON.parse(stdout);
    expect([seed, reports]).toEqual([8, [expect.objectContaining({ torture: 'kills', violations: [] })]]);
    expect(reports[0].counts).toMatchObject({ kills: 1, acknowledged: expect.any(Number) });
  });

  test.each([
    ['no name', [], /npm run torture -- NAME/],
    ['an unknown name', ['storm'], /npm run torture -- NAME/],
    ['a name that every object has', ['constructor'], /npm run torture -- NAME/],
    ['an unknown option', ['races', '--fast'], /--fast/],
    ['no number', ['races', '--minutes', 'long'], /--minutes takes a number, not "long"/],
  ])('%s is refused in words', (_case, args, words) => {
    const { stdout, stderr, status } = torture(...args);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/ at .*:\d+/);
  });
});
