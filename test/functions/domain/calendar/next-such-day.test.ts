import { nextSuchDay } from '../../../../functions/domain/calendar/next-such-day';

test.each([
  ['2026-01-15', '2026-12-10', '2027-01-15'],
  ['2020-12-10', '2026-12-10', '2026-12-10'],
  ['2020-12-11', '2026-12-10', '2026-12-11'],
  ['2024-02-29', '2026-12-10', '2028-02-29'],
  ['2096-02-29', '2096-03-01', '2104-02-29'],
])('%s, as of %s, is next on %s', (date, today, next) => {
  expect(nextSuchDay(date, today)).toBe(next);
});
