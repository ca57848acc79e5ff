import { SCHEDULE } from '../../../../deploy/schedule-steps';
import { lateJobs, lateJobsText } from '../../../../functions/domain/register/late-jobs';

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
