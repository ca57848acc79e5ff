/** A sample of bad fits, on the very script and the real functions. */
import {
  sampleOf,
  startBadFitSample,
  updateBadFitSample,
} from '../../../../apps-script/windows/decisions/bad-fit-sample';
import { aCommandRequest, aRegisterRequest, idOf, rowOf } from '../../../suite';
import { usingSheet } from '../../sheet-scene';
import { runWindow } from '../../window-runner';

const sheet = usingSheet();
const open = async (who: 'manager' | 'is') =>
  runWindow(await sheet().sit(who), startBadFitSample(), updateBadFitSample);

test('as many as are wanted, each once, spread over all; on another day others', () => {
  const rows = Array.from({ length: 10 }, (_, at) => at);
  for (const count of [1, 3, 9, 10, 11]) {
    const sample = sampleOf(rows, count, '2026-07-01');
    expect(new Set(sample).size).toBe(Math.min(count, 10));
  }
  expect(sampleOf(rows, 2, '2026-07-01')).not.toEqual(sampleOf(rows, 2, '2026-07-02'));
  expect(sampleOf([], 5, '2026-07-01')).toEqual([]);
});

test('a manager has two of three judged once more by another; what is missing is said at its field', async () => {
  const { suite } = sheet();
  const { version } = (await suite.call('manager', 'settings')).body;
  await suite.call('manager', 'settings', {
    body: { expectedVersion: version, settings: { products: ['Cloud'] } },
  });
  const fit = {
    reason: 'SIZE',
    explicitNeed: 'none' as const,
    latentNeed: 'none' as const,
    products: ['Cloud'],
  };
  for (const name of ['株式会社甲', '株式会社乙', '株式会社丙', '株式会社丁']) {
    const row = rowOf((await suite.submit('is', aRegisterRequest(name)))[0]);
    const judged = aCommandRequest({ type: 'changeStatus', to: 'BAD_FIT', data: { fit } }, row);
    const { version: now } = rowOf((await suite.submit('is', judged))[0]);
    // Nobody has looked at it yet.
    if (name === '株式会社丁') continue;
    const review = { type: 'reviewBadFit', to: 'BAD_FIT', note: '確認' } as const;
    rowOf((await suite.submit('manager', aCommandRequest(review, { ...row, version: now })))[0]);
  }
  const window = await open('manager');
  await window.dispatch({ type: 'enter', values: { judgedBy: idOf('is'), count: '２' } });
  expect(window.state()).toMatchObject({ phase: 'choosing', rows: [{}, {}, {}], waiting: 1 });
  expect(await window.dispatch({ type: 'send' })).toMatchObject({ wants: 'judgeId', outcome: null });
  await window.dispatch({ type: 'enter', values: { judgeId: idOf('fs') } });
  expect(await window.dispatch({ type: 'send' })).toMatchObject({ wants: 'note' });
  await window.dispatch({ type: 'enter', values: { note: '基準を合わせる' } });
  const done = await window.dispatch({ type: 'send' });
  expect(done).toMatchObject({ outcome: { asked: 2, refused: [] }, rows: [{}] });
  const { rows } = (await suite.call('manager', 'accounts', { query: { judgedBy: idOf('is') } })).body;
  const asked = await Promise.all(
    rows.map(async ({ id }: { id: string }) => {
      const { account } = (await suite.call('manager', 'account', { query: { id } })).body;
      return account.badFit.rejudgement?.memberId ?? null;
    }),
  );
  expect(asked.sort()).toEqual([idOf('fs'), idOf('fs'), null, null]);
  expect((await open('is')).state()).toEqual({ kind: 'refused' });
});
