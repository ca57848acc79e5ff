import { textCell } from '../../../functions/sheets/cells';
import { allCellsRequest, columnRequests } from '../../../functions/sheets/whole-tab';

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
