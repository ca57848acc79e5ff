import * as structure from '../../../../emulator/page/client/structure-requests';
import type { TabView } from '../../../../emulator/page/protocol';

const TAB: TabView = {
  ...{
    id: 5,
    title: 'Tab',
    hidden: false,
    rows: 10,
    columns: 6,
    frozenRows: 2,
    frozenColumns: 0,
    widths: {},
  },
  ...{ hiddenColumns: [2, 3], hiddenRows: [], filteredRows: [], filterViews: [], merges: [], filter: null },
  ...{ protections: [], choices: [], charts: [] },
};
const rect = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const dimension = (name: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number) => {
  return { sheetId: 5, dimension: name, startIndex, endIndex };
};

test('as many rows as are selected are inserted before or after them', () => {
  const selected = rect(3, 0, 5, 6);
  expect(structure.insertDimensions(TAB, selected, 'ROWS', false)).toEqual([
    { insertDimension: { range: dimension('ROWS', 3, 5), inheritFromBefore: false } },
  ]);
  expect(structure.insertDimensions(TAB, selected, 'ROWS', true)).toEqual([
    { insertDimension: { range: dimension('ROWS', 5, 7), inheritFromBefore: true } },
  ]);
});

test('rows are deleted from the last, and overlapping selections once', () => {
  const selected = [rect(1, 0, 2, 1), rect(6, 0, 8, 1), rect(7, 3, 9, 4)];
  expect(structure.deleteDimensions(TAB, selected, 'ROWS')).toEqual([
    { deleteDimension: { range: dimension('ROWS', 6, 9) } },
    { deleteDimension: { range: dimension('ROWS', 1, 2) } },
  ]);
});

test.each([
  ['to the left of its neighbour', rect(0, 1, 1, 2), -1, 0],
  ['to the left over hidden columns', rect(0, 4, 1, 5), -1, 1],
  ['to the right over hidden columns', rect(0, 1, 1, 2), 1, 5],
  ['not past the left edge', rect(0, 0, 1, 1), -1, null],
  ['not past the right edge', rect(0, 5, 1, 6), 1, null],
] as const)('a column moves %s', (_, selected, by, destinationIndex) => {
  const source = dimension('COLUMNS', selected.left, selected.right);
  expect(structure.moveColumns(TAB, selected, by)).toEqual(
    destinationIndex === null ? [] : [{ moveDimension: { source, destinationIndex } }],
  );
});

test('a sheet is sorted below its frozen rows, a selection only within itself', () => {
  const sorted = (range: object, dimensionIndex: number, sortOrder: string) => [
    { sortRange: { range: { sheetId: 5, ...range }, sortSpecs: [{ dimensionIndex, sortOrder }] } },
  ];
  expect(structure.sortSheet(TAB, 3, true)).toEqual(
    sorted({ startRowIndex: 2, endRowIndex: 10, startColumnIndex: 0, endColumnIndex: 6 }, 3, 'DESCENDING'),
  );
  expect(structure.sortSelection(TAB, rect(4, 1, 6, 3), false)).toEqual(
    sorted({ startRowIndex: 4, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 3 }, 1, 'ASCENDING'),
  );
});
