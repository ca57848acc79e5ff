import { daysOfWeek, daysOfWeekWords, namedWeek } from '../../../../functions/domain/calendar/week-words';

/** A Monday. */
const today = '2026-11-23';

test.each([
  ['2026-w15', ['2026-04-06', '2026-04-10']],
  ['2026w15', ['2026-04-06', '2026-04-10']],
  ['2026年第15週', ['2026-04-06', '2026-04-10']],
  ['week 15, 2026', ['2026-04-06', '2026-04-10']],
  ['2026-w15-3', ['2026-04-08']],
  // The year 2026 has 53 weeks by ISO 8601, and 2027 has 52; week 1 of 2025 begins in 2024.
  ['2026-w53', ['2026-12-28', '2027-01-01']],
  ['2027-w53', []],
  ['2025-w01', ['2024-12-30', '2025-01-03']],
  ['2026-w00', []],
  ['第15週', ['2026-04-06', '2026-04-10', '2027-04-12', '2027-04-16']],
  ['週明け', ['2026-11-30']],
  ['eow', ['2026-11-27']],
  ['last friday', ['2026-11-20']],
  ['last monday', ['2026-11-16']],
  ['monday after next', ['2026-12-07']],
  ['15', []],
])('%s is %j', (text, days) => {
  expect(daysOfWeekWords(text, today)).toEqual(days);
});

test.each([
  ['', ['2026-11-23', '2026-11-27']],
  ['前半', ['2026-11-23', '2026-11-25']],
  ['late', ['2026-11-25', '2026-11-27']],
  ['土曜', ['2026-11-28']],
  ['昼', []],
])('of a week, %j is %j', (part, days) => {
  expect(daysOfWeek(today, part)).toEqual(days);
});

test.each([
  ['week 4/6', '4/6', ['2027-04-05', '2027-04-09']],
  ['w/c 6 4#', '6 4#', ['2027-04-05', '2027-04-09']],
  ['4/6〜の週', '4/6', ['2027-04-05', '2027-04-09']],
  ['w/e 10 4#', '10 4#', ['2027-04-06']],
])('%s is named by %s', (text, day, days) => {
  const named = namedWeek(text);
  expect([named?.day, named?.daysOf('2027-04-06')]).toEqual([day, days]);
});

test('a day names no week', () => {
  expect(namedWeek('4/6')).toBeNull();
});
