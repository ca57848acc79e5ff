import { formatNumber } from '../../../emulator/workbook/number-format';

test.each([
  [1234.5, undefined, '1234.5'],
  [0.1 + 0.2, undefined, '0.3'],
  [1 / 3, undefined, '0.3333333333'],
  [1e15, undefined, '1E+15'],
  [-3, undefined, '-3'],
  [1234.567, { type: 'NUMBER' }, '1,234.57'],
  [1234567, { type: 'NUMBER', pattern: '#,##0' }, '1,234,567'],
  [0.5, { type: 'NUMBER', pattern: '#.##' }, '.5'],
  [7, { type: 'NUMBER', pattern: '000' }, '007'],
  [-1200, { type: 'CURRENCY' }, '-¥1,200'],
  [1200, { type: 'CURRENCY', pattern: '#,##0"円"' }, '1,200円'],
  [-5, { type: 'NUMBER', pattern: '0;(0);"none"' }, '(5)'],
  [0, { type: 'NUMBER', pattern: '0;(0);"none"' }, 'none'],
  [12, { type: 'NUMBER', pattern: '0"日"' }, '12日'],
  [0.125, { type: 'PERCENT' }, '12.50%'],
  [0.125, { type: 'PERCENT', pattern: '0%' }, '13%'],
  [12345, { type: 'SCIENTIFIC' }, '1.23E+04'],
  [12, { type: 'TEXT' }, '12'],
  [46027, { type: 'DATE' }, '2026/01/05'],
  [46027, { type: 'DATE', pattern: 'yyyy-mm-dd' }, '2026-01-05'],
  [46027, { type: 'DATE', pattern: 'm/d (ddd)' }, '1/5 (月)'],
  [46027, { type: 'DATE', pattern: 'yyyy"年"m"月"d"日"' }, '2026年1月5日'],
  [46027.75, { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm:ss' }, '2026-01-05 18:00:00'],
  [46027.75, { type: 'DATE_TIME', pattern: 'h:mm AM/PM' }, '6:00 PM'],
  [0.5, { type: 'TIME' }, '12:00:00'],
  [1, { type: 'DATE', pattern: 'yyyy-mm-dd' }, '1899-12-31'],
])('%d as %j is %s', (value, format, text) => {
  expect(formatNumber(value, format, 'ja_JP')).toBe(text);
});

test('dates in English', () => {
  expect(formatNumber(46027, { type: 'DATE' }, 'en_US')).toBe('1/5/2026');
  expect(formatNumber(46027, { type: 'DATE', pattern: 'ddd d mmm yyyy' }, 'en_US')).toBe('Mon 5 Jan 2026');
});
