import { textCell } from '../../../functions/sheets/cells';
import { allCellsRequest, columnRequests, tabPageRequests } from '../../../functions/sheets/whole-tab';

test('every cell of a column that has a cell is written, so that nothing of before is left', () => {
  const request = allCellsRequest(7, [[textCell('a')], [textCell('b'), textCell('c'), textCell('d')], []], 3);
  expect(request.updateCells?.range).toEqual({ sheetId: 7 });
  expect(request.updateCells?.rows?.map(({ values }) => values)).toEqual([
    [textCell('a'), {}, {}],
    [textCell('b'), textCell('c'), textCell('d')],
    [{}, {}, {}],
  ]);
});

test('each column gets its width, and is shown unless it is to be hidden', () => {
  const requests = columnRequests(7, [{ width: 90 }, { width: 120, isHidden: true }]);
  expect(requests.map(({ updateDimensionProperties }) => updateDimensionProperties)).toMatchObject([
    { range: { startIndex: 0, endIndex: 1 }, properties: { pixelSize: 90, hiddenByUser: false } },
    { range: { startIndex: 1, endIndex: 2 }, properties: { pixelSize: 120, hiddenByUser: true } },
  ]);
});

describe('a page', () => {
  const page = {
    ...{ cells: [[textCell('a')], [textCell('b')]], columns: [{ width: 90 }, { width: 60 }] },
    ...{ frozenRows: 2, frozenColumns: 1, hiddenRow: 0 },
  };
  const gridProperties = { rowCount: 3, columnCount: 2, frozenRowCount: 2, frozenColumnCount: 1 };

  test('of a new tab, which has a row more than it freezes', () => {
    const add = { title: 'New', index: 2 };
    const [first, ...rest] = tabPageRequests({ sheetId: 7, add, renameTo: null }, page);
    expect(first).toEqual({ addSheet: { properties: { sheetId: 7, gridProperties, ...add } } });
    expect(rest.map((request) => Object.keys(request)[0])).toEqual([
      ...['updateCells', 'updateDimensionProperties', 'updateDimensionProperties'],
      ...['updateDimensionProperties', 'updateDimensionProperties'],
    ]);
  });

  test('of a tab that is there: what people have merged and filtered is undone, its title stays', () => {
    const requests = tabPageRequests({ sheetId: 7, add: null, renameTo: null }, page);
    expect(requests.slice(0, 3)).toEqual([
      { unmergeCells: { range: { sheetId: 7 } } },
      { clearBasicFilter: { sheetId: 7 } },
      {
        updateSheetProperties: {
          properties: { sheetId: 7, gridProperties },
          fields: 'gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)',
        },
      },
    ]);
  });

  test('of a tab that people have sorted and filtered: sorted once more at the end, its filter shows all rows', () => {
    const order = { sorts: [{ column: 1, down: true }], hasFilter: true };
    const requests = tabPageRequests({ sheetId: 7, add: null, renameTo: null, order }, page);
    const [range, sortSpecs] = [
      { sheetId: 7, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 },
      [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
    ];
    expect(requests.slice(-2)).toEqual([
      { sortRange: { range, sortSpecs } },
      { setBasicFilter: { filter: { range: { ...range, startRowIndex: 1 }, sortSpecs } } },
    ]);
  });

  test('of a tab that gets another title', () => {
    const requests = tabPageRequests({ sheetId: 7, add: null, renameTo: 'Today' }, page);
    expect(requests[2]?.updateSheetProperties).toMatchObject({
      properties: { title: 'Today' },
      fields: expect.stringMatching(/^title,/),
    });
  });
});
