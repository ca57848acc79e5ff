/** A refresh that takes longer than one call may is gone on with, part by part; and it tells of jobs that stand still. */
import type { LayoutAnswer } from '../../../functions/contract/layout';
import { FINDINGS_TAB } from '../../../functions/domain/register/tabs';
import { writeAccounts } from '../../bench/team';
import { anAccount } from '../../builders';
import { resultValue, usingSheet } from '../sheet-scene';

const sheet = usingSheet();

test('a register that is not written within the time of one call is written by several', async () => {
  const { suite, sit, ran } = sheet();
  const awaitedCondition = '長'.repeat(2_000);
  await writeAccounts(
    suite.service.db,
    Array.from({ length: 200 }, (_, n) =>
      anAccount({ id: `a_${n}`, name: `会社 ${n}`, status: 'QUARTERLY_CHECK', awaitedCondition }),
    ),
  );
  suite.service.limits.runMilliseconds = -1;
  const seat = await sit('is');
  const answer = resultValue<LayoutAnswer>(await seat.session.run('refreshRows'));
  expect(answer.unfinished).toBeUndefined();
  expect(answer.unchanged + answer.appended).toBe(200);
  expect(ran('refreshRows')[0]?.fetches).toBeGreaterThan(1);
});

test('a job that the scheduler runs no more is told on the tab of what is to be checked, and in a window', async () => {
  const { suite, layout, tab } = sheet();
  const told = async () => ({
    tab: JSON.stringify(tab(FINDINGS_TAB).rows).includes('キューは 2026-07-01'),
    window: (await suite.call('is', 'settings')).body.lateJobs?.en ?? null,
  });
  await suite.call('scheduler', 'queue', { body: {} });
  await suite.call('scheduler', 'layout', { body: {} });
  expect(await told()).toEqual({ tab: false, window: null });
  suite.clock.set(new Date('2026-07-03T00:00:00+09:00'));
  // After an outage the layout itself runs again, and tells of what does not.
  await suite.call('scheduler', 'layout', { body: {} });
  expect(JSON.stringify(tab(FINDINGS_TAB).rows)).not.toContain('台帳の更新');
  expect(await told()).toEqual({ tab: true, window: expect.stringContaining('Stopped: queue') });
  await suite.call('scheduler', 'queue', { body: {} });
  await layout();
  expect(await told()).toEqual({ tab: false, window: null });
});
