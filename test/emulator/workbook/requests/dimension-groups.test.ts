import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { refusalOf, type SheetsApiScene, startSheetsApiScene } from '../../sheets-api/sheets-client';
import { span } from './request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

const add = (start: number, end: number): sheets_v4.Schema$Request => ({
  addDimensionGroup: { range: span('ROWS', start, end) },
});
const remove = (start: number, end: number): sheets_v4.Schema$Request => ({
  deleteDimensionGroup: { range: span('ROWS', start, end) },
});
/** Start, end and depth of each group of rows. */
const groups = async (): Promise<unknown[]> =>
  ((await suite.tab())?.rowGroups ?? []).map(({ range, depth }) => [
    range?.startIndex,
    range?.endIndex,
    depth,
  ]);

// The examples of Google's documentation of AddDimensionGroupRequest and DeleteDimensionGroupRequest.
test.each<[string, sheets_v4.Schema$Request[], number[][]]>([
  ['one', [add(1, 4)], [[1, 4, 1]]],
  [
    'a wider one around it',
    [add(1, 4), add(0, 5)],
    [
      [0, 5, 1],
      [1, 4, 2],
    ],
  ],
  [
    'one within it',
    [add(1, 5), add(2, 4)],
    [
      [1, 5, 1],
      [2, 4, 2],
    ],
  ],
  [
    'one that overlaps',
    [add(1, 4), add(2, 6)],
    [
      [1, 6, 1],
      [2, 4, 2],
    ],
  ],
  ['one that touches', [add(1, 3), add(3, 5)], [[1, 5, 1]]],
  [
    'a part taken away',
    [add(1, 5), add(2, 4), remove(3, 5)],
    [
      [1, 4, 1],
      [2, 3, 2],
    ],
  ],
  ['all taken away', [add(1, 5), remove(1, 5)], []],
  [
    'rows inserted in it',
    [add(1, 4), { insertDimension: { range: span('ROWS', 2, 4), inheritFromBefore: true } }],
    [[1, 6, 1]],
  ],
  ['its rows deleted', [add(1, 4), { deleteDimension: { range: span('ROWS', 0, 4) } }], []],
])('%s', async (_, requests, expected) => {
  await suite.update(...requests);
  expect(await groups()).toEqual(expected);
});

test('the answer has all groups, and the tab says where their controls are', async () => {
  const [, reply] = await suite.update(add(5, 7), add(1, 3));
  expect(reply?.addDimensionGroup?.dimensionGroups).toEqual([
    { range: span('ROWS', 1, 3), depth: 1 },
    { range: span('ROWS', 5, 7), depth: 1 },
  ]);
  expect((await suite.tab())?.properties?.gridProperties).toMatchObject({ rowGroupControlAfter: true });
});

test('a collapsed group hides its rows until it is opened', async () => {
  const collapse = (collapsed: boolean): sheets_v4.Schema$Request => ({
    updateDimensionGroup: {
      dimensionGroup: { range: span('ROWS', 1, 3), depth: 1, collapsed },
      fields: 'collapsed',
    },
  });
  const hidden = (): boolean[] =>
    [0, 1, 2, 3].map(
      (row) => suite.workbooks.get('a-spreadsheet').tabs[0]?.rowProperties[row]?.hiddenByUser === true,
    );
  await suite.update(add(1, 3), collapse(true));
  expect((await suite.tab())?.rowGroups).toMatchObject([{ collapsed: true }]);
  expect(hidden()).toEqual([false, true, true, false]);
  await suite.update(collapse(false));
  expect((await suite.tab())?.rowGroups?.[0]).not.toHaveProperty('collapsed');
  expect(hidden()).toEqual([false, false, false, false]);
});

test.each<[string, sheets_v4.Schema$Request]>([
  ['no group', remove(1, 2)],
  [
    'a group that is not there',
    { updateDimensionGroup: { dimensionGroup: { range: span('ROWS', 1, 2), depth: 1 }, fields: '*' } },
  ],
  ['rows outside the grid', add(90, 200)],
])('%s is refused', async (_, request) => {
  expect(await refusalOf(suite.update(request))).toMatchObject({ code: 400 });
});
