/** A refresh that takes longer than one call may is gone on with, part by part. */
import type { LayoutAnswer } from '../../../functions/contract/layout';
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
