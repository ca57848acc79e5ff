import { parseUserEntered } from '../../../emulator/workbook/user-entered';

// What the values of the Sheets API do not enter in their own tests: times, other formats of money and dates.
test.each([
  ['9:30', 'ja_JP', 9.5 / 24, 'h:mm'],
  ['23:59:30', 'ja_JP', 86_370 / 86_400, 'h:mm:ss'],
  ['2026-01-05 18:00', 'ja_JP', 46027.75, 'yyyy-mm-dd h:mm:ss'],
  ['1/5/2026', 'en_US', 46027, 'm/d/yyyy'],
  ['-$1,200.50', 'en_US', -1200.5, '$#,##0.00'],
  ['￥1200', 'ja_JP', 1200, '￥#,##0'],
  ['12.5%', 'ja_JP', 0.125, '0.00%'],
  ['-1e3', 'ja_JP', -1000, '0.00E+00'],
  ['3:45 PM', 'en_US', 0.65625, 'h:mm am/pm'],
  ['12:00:01 am', 'en_US', 1 / 86_400, 'h:mm:ss am/pm'],
  ['Jan 5, 2026', 'en_US', 46027, 'mmm d, yyyy'],
  ['January 05, 2026', 'en_US', 46027, 'mmmm dd, yyyy'],
  ['5-Jan-2026', 'en_US', 46027, 'd-mmm-yyyy'],
  ['5 January 2026', 'en_GB', 46027, 'd mmmm yyyy'],
  ['1/5/26', 'en_US', 46027, 'm/d/yy'],
  ['2026年1月5日', 'ja_JP', 46027, 'yyyy"年"m"月"d"日"'],
])('%s in %s', (text, locale, numberValue, pattern) => {
  const { value, numberFormat } = parseUserEntered(text, locale);
  expect(value).toEqual({ numberValue: expect.closeTo(numberValue, 10) });
  expect(numberFormat?.pattern).toBe(pattern);
});

test.each([
  ['1/5/2026', 'ja_JP'],
  ['2026-01/05', 'ja_JP'],
  ['24:00', 'ja_JP'],
  ['13:00 PM', 'en_US'],
  ['Jun 31, 2026', 'en_US'],
  ['Johnson 5, 2026', 'en_US'],
  ['Jan 5, 2026', 'ja_JP'],
  ['1,23', 'ja_JP'],
  ['%', 'ja_JP'],
  ['-', 'ja_JP'],
])('%s in %s is text', (text, locale) => {
  expect(parseUserEntered(text, locale)).toEqual({ value: { stringValue: text } });
});
