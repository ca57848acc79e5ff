import { SCHEDULE } from '../../../../deploy/schedule-steps';
import { textWidth } from '../../../../emulator/workbook/text-width';
import { queueStamp } from '../../../../functions/domain/queue/queue-stamp';
import { lateJobs, lateJobsLine, lateJobsText } from '../../../../functions/domain/register/late-jobs';
import { BOLD, SCREEN_WIDTH } from '../../sheets/tab-page';

const NOW = '2026-07-01T03:00:00Z';
/** By their English names. */
const jobsIn = (runs: Record<string, string>): string[] =>
  lateJobs(runs, NOW, String).map(({ name }) => name.en);

test.each<[string, Record<string, string>, string[]]>([
  ['nothing has ever run', {}, []],
  ['all run', { queue: '2026-07-01T02:05:00Z', check: '2026-06-30T17:10:00Z' }, []],
  ['one run of the queue was missed', { queue: '2026-07-01T00:05:00Z' }, []],
  ['the queue stands still', { queue: '2026-06-30T23:05:00Z' }, ['queue']],
  [
    'the check stands still',
    { queue: '2026-07-01T02:05:00Z', check: '2026-06-28T17:10:00Z' },
    ['check of the data'],
  ],
  ['something unknown is kept', { other: '2026-01-01T00:00:00Z' }, []],
])('%s', (_, runs, late) => {
  expect(jobsIn(runs)).toEqual(late);
});

test('each job of the schedule is looked after, and a month of silence is late for all', () => {
  const jobs = Object.keys(SCHEDULE);
  const runs = Object.fromEntries(jobs.map((job) => [job, '2026-06-01T00:00:00Z']));
  expect(lateJobs(runs, NOW, String)).toHaveLength(jobs.length);
});

test('the one that runs at this moment is not late', () => {
  const runs = { queue: '2026-06-01T00:00:00Z', layout: '2026-06-01T00:00:00Z' };
  expect(lateJobs(runs, NOW, String, 'layout').map(({ name }) => name.en)).toEqual(['queue']);
});

test('it says which, since when, and what to do', () => {
  const said = (runs: Record<string, string>) =>
    lateJobsText(lateJobs(runs, NOW, (instant) => instant.slice(0, 16)));
  expect(said({ queue: '2026-07-01T02:05:00Z' })).toBeNull();
  expect(said({ layout: '2026-06-29T20:40:00Z' })).toEqual({
    ja: '⚠ 止まっているジョブ:台帳の更新(2026-06-29T20:40 が最後)。管理者に知らせてください。',
    en: '⚠ Stopped: refresh of the register (last 2026-06-29T20:40). Tell an admin.',
  });
});

test.each(['ja', 'en'] as const)(
  'a screen has room for the warning and when the queue was made, however many stand still, in %s',
  (language) => {
    const figures = { madeAt: '2026-12-15 09:00', zone: 'Asia/Tokyo', checks: 1_234, total: 12_345 };
    const made = queueStamp({ ...figures, unlisted: 0 })[language];
    for (const count of Object.keys(SCHEDULE).keys()) {
      const runs = Object.fromEntries(
        Object.keys(SCHEDULE)
          .slice(0, count + 1)
          .map((job) => [job, '2026-06-01T00:00:00Z']),
      );
      const line = lateJobsLine(lateJobs(runs, NOW, () => '2026-06-01 09:00'))?.[language];
      expect(line).toMatch(/^⚠/);
      expect(textWidth(`${line} ${made}`, undefined) * BOLD).toBeLessThan(SCREEN_WIDTH);
    }
  },
);

test('the one line names some of many, and how many more', () => {
  const lineOf = (...jobs: string[]) => {
    const runs = Object.fromEntries(jobs.map((job) => [job, '2026-06-01T00:00:00Z']));
    return lateJobsLine(lateJobs(runs, NOW, () => '2026-06-01 09:00'));
  };
  expect(lineOf()).toBeNull();
  expect(lineOf('queue')?.en).toBe('⚠ Stopped: queue (last 2026-06-01 09:00). Tell an admin.');
  expect(lineOf('queue', 'check')?.ja).toBe(
    '⚠ 止まっているジョブ:キュー、データの検査。管理者に知らせてください。',
  );
  expect(lineOf('queue', 'check', 'digests', 'layout')).toEqual({
    ja: '⚠ 止まっているジョブ:キュー、台帳の更新、ほか 2 件。管理者に知らせてください。',
    en: '⚠ Stopped: queue, refresh of the register and 2 more. Tell an admin.',
  });
});
