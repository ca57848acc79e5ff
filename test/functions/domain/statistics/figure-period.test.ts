import { noFacts } from '../../../../functions/domain/statistics/account-facts';
import { figurePeriod, monthOf } from '../../../../functions/domain/statistics/figure-period';
import { aContext } from '../../../builders';

const accountSince = (day: string) => ({
  ...noFacts('acc-1'),
  statuses: [{ version: 1, day, status: 'COLD' as const, since: day, decided: true }],
});
const periodOf = (today: string, ...days: string[]) =>
  figurePeriod(days.map(accountSince), aContext({ today }), null);

test('each month has its end, from the first of the history on, and today is the last one', () => {
  const { since, ends, yearAgo, months } = periodOf('2026-03-15', '2026-02-03', '2025-12-31');
  expect(since).toBe('2025-12-31');
  expect(ends).toEqual([
    { key: '2025-12', day: '2025-12-31' },
    { key: '2026-01', day: '2026-01-31' },
    { key: '2026-02', day: '2026-02-28' },
    { key: 'today', day: '2026-03-15' },
  ]);
  expect(yearAgo).toBe('2025-03-15');
  expect([months[0], months.length, months[11]]).toEqual(['2025-04', 12, '2026-03']);
});

test.each([
  ['2026-03-31', ['2026-03-02'], ['today']],
  ['2026-04-01', ['2026-03-02'], ['2026-03', 'today']],
  // The last of a month counts from the last of the next.
  ['2026-03-31', ['2026-01-31'], ['2026-01', '2026-02', 'today']],
  // A clock that was set back.
  ['2026-03-31', ['2026-09-09'], ['today']],
  ['2026-03-31', [], ['today']],
])('on %s, since %j: %j', (today, days, keys) => {
  expect(periodOf(today, ...days).ends.map(({ key }) => key)).toEqual(keys);
});

test('of a history of many years the last five are told', () => {
  const { ends, since } = periodOf('2026-07-01', '2001-01-01');
  expect([since, ends.length, ends[0]?.key]).toEqual(['2001-01-01', 61, '2021-07']);
});

test('the month of a day', () => {
  expect(monthOf('2026-07-01')).toBe('2026-07');
});
