import { daysOfMonthNumber, daysOfYearPart } from '../../../../functions/domain/calendar/fiscal-words';

test.each([
  ['q3', ['2026-10-01', '2026-12-31', '2026-07-01', '2026-09-30']],
  ['2026q3末', ['2026-12-31', '2026-09-30']],
  ['fy26 q1', ['2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31']],
  ['q1 fy2027', ['2027-04-01', '2027-06-30', '2027-01-01', '2027-03-31']],
  ['2026年第34半期頭', ['2026-10-01', '2026-07-01']],
  ['end of q2', ['2026-09-30', '2026-06-30']],
  ['上期末', ['2026-09-30']],
  ['下半期', ['2026-10-01', '2027-03-31']],
  ['r9年度末', ['2028-03-31']],
  ['26年度', ['2026-04-01', '2027-03-31']],
  ['end of fy2026', ['2027-03-31']],
  ['大晦日', ['2026-12-31', '2027-12-31']],
  ['元日', ['2026-01-01', '2027-01-01']],
  ['春', ['2027-03-01', '2027-05-31']],
  ['秋口', ['2026-09-01', '2026-11-30']],
  ['q5', []],
  ['2026年', []],
  ['constructor', []],
])('%s is %j', (text, days) => {
  expect(daysOfYearPart(text, '2026-07-01', 4)).toEqual(days);
});

test('where the fiscal year is that of the calendar, a quarter is one', () => {
  expect(daysOfYearPart('q3', '2026-07-01', 1)).toEqual(['2026-07-01', '2026-09-30']);
  expect(daysOfYearPart('年度', '2026-02-01', 4)).toEqual([]);
  // Before April it is still the fiscal year before.
  expect(daysOfYearPart('下期末', '2026-02-01', 4)).toEqual(['2026-03-31']);
});

test.each([
  [15, '2026-07-01', ['2026-07-15', '2026-08-15']],
  [31, '2026-08-31', ['2026-08-31']],
  [0, '2026-07-01', []],
])('the %i. is that of this month or of the next, on %s: %j', (day, today, days) => {
  expect(daysOfMonthNumber(day, today)).toEqual(days);
});
