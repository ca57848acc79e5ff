import { RowTally } from '../../../../functions/domain/statistics/figure-tallies';
import { rateRow } from '../../../../functions/domain/statistics/rate-row';
import { factsOf } from './facts-of';

const label = { ja: '佐藤', en: '佐藤' };

test('three of ten, as R gives the interval', () => {
  const tally = new RowTally();
  for (let index = 0; index < 10; index += 1)
    tally.add(factsOf([], `acc-${index % 4}`), index < 3 ? 'counted' : 'rest', null);
  expect(rateRow('is', label, tally)).toEqual({
    key: 'is',
    label,
    values: [3, 10, 30, 6.7, 65.2],
    accounts: 10,
  });
});

test('of nothing there is no rate', () => {
  expect(rateRow('is', label, new RowTally()).values).toEqual([0, 0, null, null, null]);
});
