/** Formulas that the engine computes, in a spreadsheet that changes. */
import fc from 'fast-check';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { readValues, writeValues } from '../../../emulator/workbook/values';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';
import { area, span } from './requests/request-parts';

let workbooks: Workbooks;
beforeEach(() => {
  workbooks = openWorkbooks({ dataDir: null, locale: 'en_US' });
  workbooks.create('x', { title: 'X' }, [
    { title: 'Sheet1', sheetId: 0 },
    { title: 'My queue', sheetId: 7 },
    { title: 'US$', sheetId: 8 },
  ]);
});
afterEach(() => workbooks.close());

const type = (range: string, ...rows: unknown[][]): void => {
  workbooks.change('x', 'user', (draft) => writeValues(draft, { range, values: rows }, 'USER_ENTERED'));
};
const update = (...requests: UpdateRequest[]): void => {
  workbooks.batchUpdate('x', requests, 'api');
};
const shown = (range: string): unknown => readValues(workbooks.get('x'), range).values?.[0]?.[0];
const formula = (range: string): unknown =>
  readValues(workbooks.get('x'), range, { valueRenderOption: 'FORMULA' }).values?.[0]?.[0];

test.each([
  ['=1+1', '2'],
  ['= 1 / 1024', '0.0009765625'],
  ['=3/2', '1.5'],
  ['=10/3', '3.333333333'],
  ['="a"&"b"', 'ab'],
  ['=1>2', 'FALSE'],
  ['=1/0', '#DIV/0!'],
  ['=IF(A1>1,"more","less")', 'less'],
  ['=SUM(A1:A3)', '6'],
  ['=sum(A:A)', '6'],
  ['=$A$1*10', '10'],
  ["='My queue'!A1+A2", '7'],
  ['=A1&" of "&A3', '1 of 3'],
  ["='US$'!A1+1", '10'],
  ['=IF("#REF!"="",1,2)', '2'],
  ['=SUM(#REF!)', '#REF!'],
  ['=Z9', undefined],
  ['=Nope!A1', '#REF!'],
  ['=ZZ1+A1', '#REF!'],
  ['=E1', '#REF!'],
  ['=NOW()', '#NAME?'],
  ['=NOSUCH(1)', '#NAME?'],
  ['=A1:A3', '#NAME?'],
  ['=1+', '#NAME?'],
  ['=A1+name', '#NAME?'],
])('%s shows %j', (text, expected) => {
  type('Sheet1!A1', [1], [2], [3]);
  type("'My queue'!A1", [5]);
  type("'US$'!A1", [9]);
  type('Sheet1!E1', [text]);
  expect(shown('Sheet1!E1')).toBe(expected);
});

test('a formula follows what it reads, also through other formulas', () => {
  type('Sheet1!A1', [2, '=A1*2', '=B1+1']);
  expect(shown('C1')).toBe('5');
  type('Sheet1!A1', [10]);
  expect(shown('C1')).toBe('21');
  type('Sheet1!B1', ['']);
  expect(shown('C1')).toBe('1');
});

test('rows and columns that are inserted or deleted, and a new title, change what formulas read', () => {
  type('Sheet1!A1', [1], [2], [3]);
  type("'My queue'!A1", ['=SUM(Sheet1!A1:A3)', '=Sheet1!A2', '=Sheet1!A3']);
  update({ insertDimension: { range: span('ROWS', 1, 2), inheritFromBefore: true } });
  expect(formula("'My queue'!A1")).toBe('=SUM(Sheet1!A1:A4)');
  update({ deleteDimension: { range: span('ROWS', 2, 3) } });
  expect(formula("'My queue'!A1")).toBe('=SUM(Sheet1!A1:A3)');
  expect(shown("'My queue'!A1")).toBe('4');
  expect(shown("'My queue'!B1")).toBe('#REF!');
  update({ updateSheetProperties: { properties: { sheetId: 0, title: "Bob's" }, fields: 'title' } });
  expect(formula("'My queue'!C1")).toBe("='Bob''s'!A3");
  expect(shown("'My queue'!C1")).toBe('3');
});

test('a formula that is copied or repeated reads the cells at the same distance', () => {
  type('Sheet1!A1', [1, '=A1*$A$1'], [2], [3]);
  update({ copyPaste: { source: area(0, 1, 1, 2), destination: area(1, 3, 1, 2) } });
  expect([formula('B3'), shown('B3')]).toEqual(['=A3*$A$1', '3']);
  update({
    repeatCell: {
      range: area(0, 2, 3, 4),
      cell: { userEnteredValue: { formulaValue: '=A1+1' } },
      fields: 'userEnteredValue',
    },
  });
  expect([formula('D2'), shown('D2')]).toEqual(['=A2+1', '3']);
});

test('whatever is typed behind = stands in the cell, and shows something', () => {
  const part = fc.constantFrom(
    'A1',
    '$B$2',
    'B:B',
    '(',
    ')',
    '+',
    '&',
    ',',
    '"',
    '"a"',
    '1',
    'SUM',
    'IF',
    '!',
    '{',
    '#REF!',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const text = `=${parts.join('')}x`;
      type('Sheet1!D5', [text]);
      expect(formula('Sheet1!D5')).toBe(text);
      expect(shown('Sheet1!D5')).not.toBe('');
    }),
    { numRuns: 200 },
  );
});
