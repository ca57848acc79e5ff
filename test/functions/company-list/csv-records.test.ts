import { type Delimiter, readRecords } from '../../../functions/company-list/csv-records';

const read = (text: string, delimiter: Delimiter = ',') => [...readRecords(text, delimiter)];

test.each(['\n', '\r\n', '\r'])('a record stands on the line where it starts (%j)', (br) => {
  const lines = ['', 'a,b', '"x', 'y",1', '', 'z,2'];
  expect(read(lines.join(br))).toEqual([
    { line: 2, cells: ['a', 'b'] },
    { line: 3, cells: [`x${br}y`, '1'] },
    { line: 6, cells: ['z', '2'] },
  ]);
});

test.each<Delimiter>([',', '\t', ';', '|'])(
  'a text as a formula is one cell, whatever is in it (%j)',
  (delimiter) => {
    const cells = ['="0312345678"', `="a${delimiter}b"`, '="say ""x"""', '=1+1'];
    expect(read(`${cells.join(delimiter)}\n="x`, delimiter)).toEqual([
      { line: 1, cells },
      { line: 2, broken: 'QUOTE_NOT_CLOSED' },
    ]);
  },
);

test('behind a broken quotation mark reading goes on with the next line', () => {
  expect(read('a,"1\nb,2\nc,3"3\nd,4\n')).toEqual([
    { line: 1, broken: 'QUOTE_MISPLACED' },
    { line: 2, cells: ['b', '2'] },
    { line: 3, broken: 'QUOTE_MISPLACED' },
    { line: 4, cells: ['d', '4'] },
  ]);
  expect(read('a\n"b')).toEqual([
    { line: 1, cells: ['a'] },
    { line: 2, broken: 'QUOTE_NOT_CLOSED' },
  ]);
});

test('a record is made when it is asked for, and has no more cells than a list can have', () => {
  const records = readRecords(`a,b\n${','.repeat(1_000_000)}\n"${'"'.repeat(1_000_000)}`, ',');
  expect(records.next().value).toEqual({ line: 1, cells: ['a', 'b'] });
  expect([...records]).toEqual([
    { line: 2, broken: 'ROW_TOO_WIDE' },
    { line: 3, broken: 'QUOTE_NOT_CLOSED' },
  ]);
});

test('no cell is longer than those of lists: behind one that is, reading goes on with the next line', () => {
  const longest = 'あ'.repeat(200_000);
  expect(read(`${longest},1\n"${longest.slice(1)}",2`).map((record) => 'cells' in record)).toEqual([
    true,
    true,
  ]);
  expect(read(`${longest}あ,1\n"${longest}",2\n="${longest}",3\nb,4`)).toEqual([
    { line: 1, broken: 'CELL_TOO_LONG' },
    { line: 2, broken: 'QUOTE_NOT_CLOSED' },
    { line: 3, broken: 'QUOTE_NOT_CLOSED' },
    { line: 4, cells: ['b', '4'] },
  ]);
});
