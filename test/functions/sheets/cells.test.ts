import * as fc from 'fast-check';
import {
  colorStyle,
  columnLetters,
  differsFromCells,
  numberCell,
  quotedTitle,
  textCell,
  uniqueTitle,
} from '../../../functions/sheets/cells';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});

test.each([
  ['#ffffff', [1, 1, 1]],
  ['#000000', [0, 0, 0]],
  ['#ff0033', [1, 0, 0.2]],
])('%s is the colour %j', (hex, [red, green, blue]) => {
  expect(colorStyle(hex)).toEqual({ rgbColor: { red, green, blue } });
});

test.each([
  ['台帳', "'台帳'"],
  ["Sato's list", "'Sato''s list'"],
  ["'", "''''"],
])('the title %s in a range: %s', (title, quoted) => {
  expect(quotedTitle(title)).toBe(quoted);
});

test.each([
  ['Help', [], 'Help'],
  ['Help', ['help'], 'Help (Hachi)'],
  ['Help', ['HELP', 'Help (Hachi)'], 'Help (Hachi) (Hachi)'],
])('%s beside %j is called %s', (wanted, taken, title) => {
  expect(uniqueTitle(wanted, taken)).toBe(title);
});

test('a text is a text whatever it begins with, and an empty one is no value', () => {
  expect(textCell('=1+1')).toEqual({ userEnteredValue: { stringValue: '=1+1' } });
  expect(textCell('')).toEqual({});
  expect(numberCell(0)).toEqual({ userEnteredValue: { numberValue: 0 } });
});

/** As a tab is read: the API leaves out empty cells at the end of a row. */
const asRead = (rows: (string | number)[][]): (string | number)[][] =>
  rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== '') + 1));
const cellsOf = (rows: (string | number)[][]) =>
  rows.map((row) => row.map((value) => (typeof value === 'number' ? numberCell(value) : textCell(value))));
const table = fc.array(
  fc.array(fc.oneof(fc.constantFrom('', 'a', '0', '=a'), fc.integer({ min: 0, max: 3 })), { maxLength: 3 }),
  { maxLength: 3 },
);

test('a tab differs from cells exactly where some cell of it does', () => {
  return fc.assert(
    fc.property(table, table, (one, other) => {
      expect(differsFromCells(asRead(one), cellsOf(one))).toBe(false);
      expect(differsFromCells(asRead(one), cellsOf(other))).toBe(
        JSON.stringify(asRead(one)) !== JSON.stringify(asRead(other)),
      );
    }),
  );
});
