import {
  daysOfMonthNumber,
  monthsOfBarePart,
  partOfMonth,
  weekdaysFrom,
} from '../../../../functions/domain/calendar/month-parts';

test.each([
  ['2027年2月末', '2027年2月', ['2027-02-28']],
  ['end 2# 2027', '2# 2027', ['2027-02-28']],
  ['2# 2027 end', '2# 2027', ['2027-02-28']],
  ['2027年2月の中旬', '2027年2月', ['2027-02-11', '2027-02-20']],
  ['2027年2月後半', '2027年2月', ['2027-02-16', '2027-02-28']],
  // February 2027 begins on a Monday and ends on a Sunday.
  ['2027年2月第1月曜日', '2027年2月', ['2027-02-01']],
  ['2027年2月第2火', '2027年2月', ['2027-02-09']],
  ['4 sunday 2# 2027', '2# 2027', ['2027-02-28']],
  ['last fri in 2# 2027', '2# 2027', ['2027-02-26']],
  ['2027年2月第5月曜', '2027年2月', []],
  ['2027年2月第4週', '2027年2月', ['2027-02-22', '2027-02-26']],
  ['2027年2月第5週', '2027年2月', []],
  ['2027年2月最終週', '2027年2月', ['2027-02-22', '2027-02-26']],
  ['2027年2月第2週の水曜', '2027年2月', ['2027-02-10']],
  ['2027年2月最終営業日', '2027年2月', ['2027-02-26']],
  ['2027年2月第5営業日', '2027年2月', ['2027-02-05']],
  ['2027年2月第25営業日', '2027年2月', []],
])('%s is a part of %s: %j', (text, month, days) => {
  const part = partOfMonth(text);
  expect([part?.month, part?.daysOf('2027-02-01')]).toEqual([month, days]);
});

test.each(['2027年2月', '2027年2月1日', '2月', 'end', 'first half'])('%s is no part of a month', (text) => {
  expect(partOfMonth(text)).toBeNull();
});

test.each([
  ['第2火曜', ['今月第2火曜', '来月第2火曜']],
  ['2 tuesday', ['2 tuesday this month', '2 tuesday next month']],
  ['last friday month', ['last friday this month', 'last friday next month']],
  ['last friday', []],
  ['2日', []],
])('%s alone is of %j', (text, months) => {
  expect(monthsOfBarePart(text)).toEqual(months);
});

test.each([
  ['2026-11-27', 1, '2026-11-30'],
  ['2026-11-28', -1, '2026-11-27'],
  ['2026-11-23', 5, '2026-11-30'],
])('from %s, %i weekdays on it is %s', (day, count, other) => {
  expect(weekdaysFrom(day, count)).toBe(other);
});

test.each([
  [15, '2026-07-01', ['2026-07-15', '2026-08-15']],
  [31, '2026-08-31', ['2026-08-31']],
  [0, '2026-07-01', []],
])('the %i. is that of this month or of the next, on %s: %j', (day, today, days) => {
  expect(daysOfMonthNumber(day, today)).toEqual(days);
});
