import { cleanCell } from '../../../functions/company-list/clean-cell';
import { csvField } from '../../../functions/domain/text/csv-field';

test.each([
  ['="5070001000715"', '5070001000715'],
  ['="0312345678"', '0312345678'],
  ['="He said ""A"""', 'He said "A"'],
  ['\u001f5070001000715', '5070001000715'],
  ["'@cosme", '@cosme'],
  ["'+81-3-1111-2222", '+81-3-1111-2222'],
  ["'=1+1", '=1+1'],
  ["'-株式会社", '-株式会社'],
  ["'＝甲", '＝甲'],
  ["'5070001000715", '5070001000715'],
  ["'03-1111-2222", '03-1111-2222'],
  ["'株式会社甲", '株式会社甲'],
  ["'甲's", "'甲's"],
  ["'47 Brand", "'47 Brand"],
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
  ["'山田商店'", '山田商店'],
  ['“Hachi”', 'Hachi'],
  ['”山田商店”', '山田商店'],
  ['“A” and “B”', '“A” and “B”'],
  ["'n'", 'n'],
  ["''", "''"],
  ['=SUM(A1)', '=SUM(A1)'],
  ['\u00a0株式会社甲\u00a0', '株式会社甲'],
  ['株式会社\u00a0甲', '株式会社 甲'],
  ['株式\u200b会社甲', '株式会社甲'],
  ['\ufeff会社名', '会社名'],
  ['\u202aa@example.com\u202c', 'a@example.com'],
  ['　 甲　乙 ', '甲　乙'],
  ['\t１', '\t１'],
  ['\u001a甲', '\u001a甲'],
  ['', ''],
  ['　', ''],
])('%j is %j', (cell, value) => {
  expect(cleanCell(cell)).toBe(value);
});

test.each(['@cosme', '+81-3-1111-2222', '=1+1', '-', '−5', '＠甲', '普通の会社'])(
  'what our own files guard comes back as it was: %s',
  (value) => {
    expect(cleanCell(csvField(value).replace(/^"|"$/g, ''))).toBe(value);
  },
);
