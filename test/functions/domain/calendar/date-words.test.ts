import {
  daysInWords,
  neighbourOfToday,
  withPeriodNamed,
} from '../../../../functions/domain/calendar/date-words';

/** A Sunday, on which weeks that begin on Monday are told from others. */
const today = '2026-11-29';

test.each([
  ['明後日', '2026-12-01'],
  ['yesterday', '2026-11-28'],
  ['来週', null],
  ['constructor', null],
])('%s is %s', (word, date) => {
  expect(neighbourOfToday(word, today)).toBe(date);
});

test.each([
  ['今週月曜', ['2026-11-23']],
  ['来週月曜', ['2026-11-30']],
  ['日曜', ['2026-12-06', '2026-12-13']],
  ['3か月後', ['2027-02-28']],
  ['999日後', ['2029-08-24']],
  ['99年後', []],
  ['3か月', []],
  ['来週の昼', []],
])('%s is %j', (text, days) => {
  expect(daysInWords(text, today, 4)).toEqual(days);
});

test.each([
  ['2026-11-29', 4, '2027-03-31'],
  ['2027-03-31', 4, '2027-03-31'],
  ['2027-04-01', 4, '2028-03-31'],
  ['2026-11-29', 1, '2026-12-31'],
])('on %s, in years from month %i, 年度末 is %s', (day, startMonth, end) => {
  expect(daysInWords('年度末', day, startMonth)).toEqual([end]);
});

test.each([
  ['来月15日', '2026年12月15日'],
  ['再来月末', '2027年1月末'],
  ['先々月', '2026年9月'],
  ['翌年4月', '2027年4月'],
  ['年末', '2026年12月末'],
  ['4月', null],
])('%s is %s', (text, named) => {
  expect(withPeriodNamed(text, today)).toBe(named);
});
