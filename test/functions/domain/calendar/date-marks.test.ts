import { withoutTime, withoutWeekday } from '../../../../functions/domain/calendar/date-marks';

test.each([
  ['2026/4/1(水)', '2026/4/1', 3],
  ['2026/4/1 (水・祝)', '2026/4/1', 3],
  ['2026/4/29(祝)', '2026/4/29', null],
  ['2026/4/5日曜日', '2026/4/5', 0],
  ['sat, 4 4# 2026', '4 4# 2026', 6],
  ['2026/4/1 (thurs.)', '2026/4/1', 4],
  ['in 3 months', 'in 3 months', null],
  ['4/1 sato', '4/1 sato', null],
  ['monica 4/1', 'monica 4/1', null],
  ['2026/4/1(予定)', '2026/4/1(予定)', null],
])('%j has a weekday: %j, %j', (text, rest, marked) => {
  expect(withoutWeekday(text)).toEqual({ text: rest, marked });
});

test.each([
  ['2026/4/1 10:00', '2026/4/1', false],
  ['2026/4/1 0:00:00.000', '2026/4/1', false],
  ['2026年4月1日10時30分', '2026年4月1日', false],
  ['4/1 10-11時', '4/1', false],
  ['2026/4/1 午後3時半', '2026/4/1', false],
  ['2026/4/1 10 pm', '2026/4/1', false],
  ['2026/4/1 23:59', '2026/4/1', false],
  ['2026/4/1 24:00', '2026/4/1', true],
  ['2026/4/1 29:59', '2026/4/1', true],
  ['2026-04-01t10:00z', '2026-04-01', true],
  ['2026-04-01 10:00 +0900', '2026-04-01', true],
  ['2026-04-01 10:00 utc', '2026-04-01', true],
  ['2026/4/110:00', '2026/4/110:00', false],
])('%j has a time of day: %j, %p', (text, rest, mayBeNextDay) => {
  expect(withoutTime(text)).toEqual({ text: rest, mayBeNextDay });
});

test.each(['2026/4/1 48:00', '2026/4/1 10:60', '2026年4月1日10時99分'])('%j has no time of a day', (text) => {
  expect(withoutTime(text)).toBeNull();
});
