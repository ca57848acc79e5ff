import {
  hasLostReference,
  offsetFormula,
  referencesIn,
  renameInFormula,
  shiftFormula,
} from '../../../emulator/workbook/formula-references';
import { shiftForDelete, shiftForInsert } from '../../../emulator/workbook/grid-range';

test.each([
  ['=A1+$B$2*SUM(C:D)', ['A1', '$B$2', 'C:D']],
  ['="A1"&\'My tab\'!A1:B2', ["'My tab'!A1:B2"]],
  ['=LOG10(2)+Q1_sales+A1(', []],
  ['=シート!2:3', ['シート!2:3']],
])('%s reads %j', (formula, references) => {
  expect(referencesIn(formula)).toEqual(references);
});

test.each([
  ['=A1', 1, 2, '=C2'],
  ['=$A1+A$1', 1, 1, '=$A2+B$1'],
  ['=Sheet2!A1:B2', 0, 1, '=Sheet2!B1:C2'],
  ['=A1', -1, 0, '=#REF!'],
  ['="A1"', 1, 1, '="A1"'],
])('%s, moved by %i and %i, is %s', (formula, rows, columns, expected) => {
  expect(offsetFormula(formula, rows, columns)).toBe(expected);
});

test.each([
  ['=A1+A5', '=A1+A7'],
  ['=SUM(A1:A5)', '=SUM(A1:A7)'],
  ['=SUM(A:A)', '=SUM(A:A)'],
  ['=Other!A5', '=Other!A5'],
  ['=HOME!$A$5', '=HOME!$A$7'],
])('two rows inserted before the third make %s %s', (formula, expected) => {
  expect(shiftFormula(formula, 'Home', 'Home', 'ROWS', shiftForInsert(2, 2))).toBe(expected);
});

test('a reference to deleted columns is lost', () => {
  expect(shiftFormula('=B1+D1', 'Home', 'Home', 'COLUMNS', shiftForDelete(1, 2))).toBe('=#REF!+C1');
});

test('a reference that was deleted is not what a text says', () => {
  expect(['=SUM(#REF!)', '="#REF!"&A1', '="a"&#REF!&"b"'].filter(hasLostReference)).toEqual([
    '=SUM(#REF!)',
    '="a"&#REF!&"b"',
  ]);
});

test('a title is changed where it is written', () => {
  expect(renameInFormula('=Old!A1+A1+"Old!A1"', 'Old', 'My new')).toBe('=\'My new\'!A1+A1+"Old!A1"');
});
