import { readForm } from '../../../../functions/domain/calendar/date-forms';

const context = { today: '2026-11-23', fiscalYearStartMonth: 4 };

test.each([
  ['4/1/2026', 'mdy', ['2026-04-01']],
  ['4/1/2026', 'dmy', ['2026-01-04']],
  ['4/1/26', 'mdy', ['2026-04-01']],
  ['4/1/26', 'dmy', ['2026-01-04']],
  ['4/1/26', 'ymd', ['2004-01-26']],
  ['30/4/2026', 'mdy', []],
] as const)('%j with its order known (%s) is %j', (text, order, days) => {
  const reading = readForm(text, { ...context, order });
  expect(reading?.ask).toBeUndefined();
  expect(reading?.days.filter((day) => day !== null)).toEqual(days);
});

test.each([
  ['46113', '2026-04-01'],
  ['44651', '2022-03-31'],
])('the serial %s is %s, and four years later where days count from 1904', (serial, date) => {
  expect(readForm(serial, context)?.days).toEqual([date]);
  const [later = ''] = readForm(serial, { ...context, from1904: true })?.days ?? [];
  expect(Number(later?.slice(0, 4)) - Number(date.slice(0, 4))).toBe(4);
});

test.each(['', '2026', '260401', '4', '4/1/1/1', 'x8.4.1'])('%j has none of the shapes', (text) => {
  expect(readForm(text, context)).toBeNull();
});
