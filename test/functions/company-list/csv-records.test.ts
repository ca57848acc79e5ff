import { findDelimiter, readRecords } from '../../../functions/company-list/csv-records';

test.each([
  ['会社名,備考\n', ','],
  ['会社名\t備考,\t\n', '\t'],
  ['会社名;備考;住所,\n', ';'],
  ['会社名\t"備考,,,,"\n', '\t'],
  ['\r\n\n会社名;備考\n,,,,', ';'],
  ['会社名', ','],
  ['', ','],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter);
});

test.each(['\n', '\r\n', '\r'])('a record stands on the line where it starts (%j)', (br) => {
  const lines = ['', 'a,b', '"x', 'y",1', '', 'z,2'];
  expect(readRecords(lines.join(br), ',', 10)).toEqual([
    { line: 2, cells: ['a', 'b'] },
    { line: 3, cells: [`x${br}y`, '1'] },
    { line: 6, cells: ['z', '2'] },
  ]);
});

test('behind a broken quotation mark reading goes on with the next line', () => {
  expect(readRecords('a,"1\nb,2\nc,3"3\nd,4\n', ',', 10)).toEqual([
    { line: 1, broken: 'QUOTE_MISPLACED' },
    { line: 2, cells: ['b', '2'] },
    { line: 3, broken: 'QUOTE_MISPLACED' },
    { line: 4, cells: ['d', '4'] },
  ]);
  expect(readRecords('a\n"b', ',', 10)).toEqual([
    { line: 1, cells: ['a'] },
    { line: 2, broken: 'QUOTE_NOT_CLOSED' },
  ]);
});

test('no more records than asked for', () => {
  expect(readRecords('a\n'.repeat(10), ',', 3)).toHaveLength(3);
});
