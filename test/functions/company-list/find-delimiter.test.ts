import { findDelimiter, takeSeparatorLine } from '../../../functions/company-list/find-delimiter';

test.each([
  ['会社名,備考\n', ','],
  ['会社名\t備考,\t\n', '\t'],
  ['会社名;備考;住所,\n', ';'],
  ['会社名\t"備考,,,,"\n', '\t'],
  ['\r\n\n会社名;備考\n,,,,', ';'],
  ['会社名|住所\n甲|東京\n', '|'],
  ['顧客一覧, 2026年度, 営業部\n会社名\t住所\n甲\t東京都, 港区\n乙\t大阪\n', '\t'],
  ['会社名;住所\n甲;東京, 港区\n乙;大阪, 北区\n', ';'],
  ['会社名,備考\n"甲","A; B; C"\n"乙","D; E; F"\n', ','],
  ['会社名\n甲\n乙;丙\n', ','],
  ['会社名', ','],
  ['', ','],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter);
});

test.each([
  ['sep=;\n会社名;備考', ';', '\n会社名;備考'],
  ['sep=\t\r\n会社名', '\t', '\n会社名'],
  ['"sep=,"\n会社名', ',', '\n会社名'],
  ['SEP=|\n会社名', '|', '\n会社名'],
  ['会社名\nsep=;\n', null, '会社名\nsep=;\n'],
])('what %j says of its separator is %j', (text, delimiter, rest) => {
  expect(takeSeparatorLine(text)).toEqual({ text: rest, delimiter });
});
