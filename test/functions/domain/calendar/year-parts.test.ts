import { daysOfYearPart, monthsFrom, yearOfDigits } from '../../../../functions/domain/calendar/year-parts';

test.each([
  ['大晦日', ['2026-12-31', '2027-12-31']],
  ['元日', ['2026-01-01', '2027-01-01']],
  ['new years eve', ['2026-12-31', '2027-12-31']],
  ['春', ['2027-03-01', '2027-05-31']],
  ['秋口', ['2026-09-01', '2026-11-30']],
  ['来春', ['2027-03-01', '2027-05-31']],
  ['今秋', ['2026-09-01', '2026-11-30']],
  ['昨冬', ['2025-12-01', '2026-02-28']],
  ['next summer', ['2027-06-01', '2027-08-31']],
  ['初秋', ['2026-09-01', '2026-09-30']],
  ['late summer', ['2027-08-01', '2027-08-31']],
  ['r9年春', ['2027-03-01', '2027-05-31']],
  ['winter 2026', ['2026-12-01', '2027-02-28']],
  ['2027年前半', ['2027-01-01', '2027-06-30']],
  ['2027年', ['2027-01-01', '2027-12-31']],
  ['27年末', ['2027-12-31']],
  ['early next year', ['2027-01-04', '2027-01-31']],
  ['1年', []],
  ['27年', []],
  ['8年春', []],
  ['2026', []],
  ['constructor', []],
])('%s is %j', (text, days) => {
  expect(daysOfYearPart(text, '2026-07-01')).toEqual(days);
});

test.each([
  ['2026-11-23', ['2026-12-01', '2027-02-28']],
  ['2027-01-10', ['2026-12-01', '2027-02-28']],
])('this winter, on %s, is the one that is on or comes', (today, days) => {
  expect(daysOfYearPart('今冬', today)).toEqual(days);
});

test('26 is 2026, and year 8 of Reiwa, too', () => {
  expect([yearOfDigits('', '26'), yearOfDigits('r', '8'), yearOfDigits(undefined, '2026')]).toEqual([
    2026, 2026, 2026,
  ]);
});

test('months from a first day end on the day before', () => {
  expect(monthsFrom('2026-12-01', 3)).toEqual({ first: '2026-12-01', last: '2027-02-28' });
});
