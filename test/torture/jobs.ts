/** The jobs while Google Sheets is out of order: doubled, late, cut off at any call; the sheets are whole, then right, then left alone. */

import { QUEUE_ID, REGISTER_ID } from '../../emulator/suite';
import { spreadsheetJson } from '../../emulator/workbook/spreadsheet-json';
import { type DuplicatesJobDeps, runDuplicatesJob } from '../../functions/app/duplicates-job';
import { layOutRegister } from '../../functions/app/lay-out-register';
import { runQueueJob } from '../../functions/app/queue-job';
import { rowLinks } from '../../functions/app/row-links';
import { openSheets } from '../../functions/sheets/client';
import { RegisterRefusedError } from '../../functions/sheets/register-refusal';
import { SheetsError } from '../../functions/sheets/retry';
import { type FaultyProxy, type ProxyFate, startFaultyProxy } from '../apps-script/faulty-proxy';
import { aRegisterRequest, type TestSuite } from '../suite';
import { killJobs } from './job-kills';
import { openJobScene } from './job-scene';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

const FATES: readonly ProxyFate[] = ['through', 'through', 'refused', 'lost', 429, 500, 503];
const JOBS = ['queue', 'layout', 'duplicates'] as const;
type Job = (typeof JOBS)[number];

class JobRunner {
  private readonly deps: DuplicatesJobDeps;

  constructor(
    private readonly suite: TestSuite,
    rootUrl: string,
  ) {
    this.deps = {
      db: suite.db,
      sheets: openSheets(rootUrl),
      registerSheetId: REGISTER_ID,
      links: rowLinks(suite.service.links),
      // Nobody waits: what is out of order is out of order at once again.
      wait: async () => {},
    };
  }

  run(job: Job): Promise<object> {
    const now = this.suite.clock.now();
    if (job === 'queue') return runQueueJob(now, { ...this.deps, queueSheetId: QUEUE_ID });
    return job === 'layout' ? layOutRegister(now, this.deps) : runDuplicatesJob(now, this.deps);
  }

  shown(id: string): string {
    return JSON.stringify(spreadsheetJson(this.suite.workbooks.get(id), { includeGridData: true }));
  }
}

/** One change of the store, then the jobs under faults, and at last without. */
export const faultyJobs = async (
  suite: TestSuite,
  proxy: FaultyProxy,
  run: TortureRun,
  round: string,
): Promise<void> => {
  const runner = new JobRunner(suite, `${proxy.url}/`);
  await suite.submit('is', aRegisterRequest(`株式会社障害 ${round}`));
  await importCheck(suite, round);
  for (const job of run.random.shuffled([...JOBS, ...JOBS])) await underFaults(runner, proxy, job, run);
  proxy.fates = [];
  for (const job of JOBS) await runner.run(job);
  const books = [REGISTER_ID, QUEUE_ID];
  const before = books.map((id) => runner.shown(id));
  for (const job of JOBS) await runner.run(job);
  for (const [index, id] of books.entries())
    run.expect(
      runner.shown(id) === before[index],
      () => `round ${round}: the second run of the jobs changed ${id}`,
    );
  run.expect(
    before.every((json, index) => index !== 1 || json.includes(`株式会社待機 ${round}`)) &&
      (before[0] ?? '').includes(`株式会社障害 ${round}`),
    () => `round ${round}: an account is missing in its sheet`,
  );
};

const importCheck = async (suite: TestSuite, round: string): Promise<void> => {
  const file = `会社名,ステータス,最終連絡日,担当者\n株式会社待機 ${round},四半期チェック,2026-03-02,is\n`;
  const { status } = await suite.call('is', 'import', { file, query: { list: `torture-${round}` } });
  if (status !== 200) throw new Error(`no import: ${status}`);
};

/** Once or twice at the same time; the queue's sheet is as it was before or as it is after, never half. */
const underFaults = async (
  runner: JobRunner,
  proxy: FaultyProxy,
  job: Job,
  run: TortureRun,
): Promise<void> => {
  proxy.fates = Array.from({ length: 4 + run.random.below(12) }, () => run.random.one(FATES));
  const fates = proxy.fates.join(' ');
  const before = runner.shown(QUEUE_ID);
  const times = run.random.chance(0.3) ? 2 : 1;
  const outcomes = await Promise.allSettled(Array.from({ length: times }, () => runner.run(job)));
  run.count('runs', times);
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    run.count('runs that failed');
    const { reason } = outcome;
    run.expect(
      reason instanceof SheetsError || reason instanceof RegisterRefusedError,
      () => `${job} under ${fates}: ${reason instanceof Error ? reason.stack : reason}`,
    );
  }
  const after = runner.shown(QUEUE_ID);
  if (after === before) return;
  proxy.fates = [];
  await runner.run('queue');
  run.expect(runner.shown(QUEUE_ID) === after, () => `${job} under ${fates}: it left half a queue`);
};

export const jobs =
  (suite: TestSuite) =>
  async (run: TortureRun): Promise<void> => {
    const proxy = await startFaultyProxy(suite.sheets.rootUrl.replace(/\/$/, ''));
    try {
      const scene = await openJobScene(suite.firestore);
      try {
        await killJobs(scene, run);
      } finally {
        await scene.stop();
      }
      let round = 0;
      do {
        round += 1;
        await faultyJobs(suite, proxy, run, String(round));
        run.count('rounds');
      } while (run.hasTime());
      await expectSoundStore(suite.db, run);
    } finally {
      await proxy.stop();
    }
  };
