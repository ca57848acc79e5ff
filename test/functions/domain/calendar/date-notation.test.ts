import { inDateNotation, plainText } from '../../../../functions/domain/calendar/date-notation';

test.each([
  ['２０２６／４／１', '2026/4/1'],
  ['2026ー4−1', '2026-4-1'],
  [' 2026\u3000年\t4\n月 ', '2026 年 4 月'],
  ['\ufeff\u200b\u001f2026', '2026'],
  ["'26", '26'],
  ['㋿8年', '令和8年'],
])('%j is plain %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each([
  ['二〇二六年十二月三十一日', '2026年12月31日'],
  ['二千二十六年十月二十日', '2026年10月20日'],
  ['令和元年五月一日', 'r1年5月1日'],
  ['平.29', 'h29'],
  ['s元.12.25', 's1.12.25'],
  ['apr 1st, 2026', '4# 1, 2026'],
  ['1st of september 2026', '1 9# 2026'],
  ['01dec2026', '01 12#2026'],
  ['mon', 'mon'],
  ['三か月後', '3か月後'],
])('%j is written %j', (plain, notation) => {
  expect(inDateNotation(plain)).toBe(notation);
});
