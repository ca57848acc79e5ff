import {
  indexAfterMove,
  type SpanShift,
  shiftForDelete,
  shiftForInsert,
  shiftForMove,
  shiftRanges,
} from '../../../emulator/workbook/grid-range';

const insertTwoAt3 = shiftForInsert(3, 2);
const delete3And4 = shiftForDelete(3, 5);
const move1And2To5 = shiftForMove(indexAfterMove(1, 3, 5));

test.each<[string, SpanShift, [number, number], [number, number] | null]>([
  ['insert before a span', insertTwoAt3, [3, 5], [5, 7]],
  ['insert within a span', insertTwoAt3, [2, 4], [2, 6]],
  ['insert at the end of a span', insertTwoAt3, [1, 3], [1, 3]],
  ['delete before a span', delete3And4, [6, 8], [4, 6]],
  ['delete the end of a span', delete3And4, [2, 4], [2, 3]],
  ['delete the start of a span', delete3And4, [4, 7], [3, 5]],
  ['delete within a span', delete3And4, [1, 9], [1, 7]],
  ['delete a span', delete3And4, [3, 5], null],
  ['move a span', move1And2To5, [1, 3], [3, 5]],
  ['move past a span', move1And2To5, [3, 5], [1, 3]],
  ['move a part of a span', move1And2To5, [2, 4], [2, 4]],
  ['move within a span', move1And2To5, [0, 6], [0, 6]],
])('%s', (_, shift, [start, end], expected) => {
  expect(shift(start, end)).toEqual(expected);
});

test.each([
  [1, 3, 5, 'adebcf'],
  [3, 5, 1, 'adebcf'],
  [0, 1, 6, 'bcdefa'],
  [2, 4, 2, 'abcdef'],
  [2, 4, 4, 'abcdef'],
])('items move from %i–%i before %i', (from, to, before, expected) => {
  const items = [...'abcdef'];
  const moved: string[] = [];
  items.forEach((item, index) => {
    moved[indexAfterMove(from, to, before)(index)] = item;
  });
  expect(moved.join('')).toBe(expected);
});

test('only ranges and cells of the tab, and of the dimension, are shifted', () => {
  const value = {
    ranges: [
      { sheetId: 1, startRowIndex: 3, endRowIndex: 5, startColumnIndex: 3 },
      { sheetId: 2, startRowIndex: 3, endRowIndex: 5 },
      { sheetId: 1, startRowIndex: 1 },
    ],
    anchorCell: { sheetId: 1, rowIndex: 4, columnIndex: 4 },
  };
  expect(shiftRanges(value, 1, 'ROWS', insertTwoAt3)).toEqual({
    ranges: [
      { sheetId: 1, startRowIndex: 5, endRowIndex: 7, startColumnIndex: 3 },
      { sheetId: 2, startRowIndex: 3, endRowIndex: 5 },
      { sheetId: 1, startRowIndex: 1 },
    ],
    anchorCell: { sheetId: 1, rowIndex: 6, columnIndex: 4 },
  });
});

test('a deleted range disappears from its list, and an object with its range', () => {
  const range = { sheetId: 1, startRowIndex: 3, endRowIndex: 4 };
  const value = { ranges: [range], rules: [{ range, description: 'gone' }, { description: 'stays' }] };
  expect(shiftRanges(value, 1, 'ROWS', delete3And4)).toEqual({
    ranges: [],
    rules: [{ description: 'stays' }],
  });
});
