import { tabViewId, tabViewRequests } from '../../../functions/sheets/tab-filter-views';

const keys = ['m_fs', 'm_is'];
const view = { key: 'm_fs', value: '山田', title: '山田: 案件' };
const views = { sheetId: 8007, headRow: 3, rowCount: 9, columnCount: 14, column: 0, views: [view] };

test('a view is added once, brought up to date from then on, and goes with the last row that has its value', () => {
  const [added, ...more] = tabViewRequests(views, keys, new Set());
  expect(more).toEqual([]);
  const { filterViewId, ...filter } = added?.addFilterView?.filter ?? {};
  const id = tabViewId(8007, 'm_fs');
  expect(filterViewId).toBe(id);
  expect(filter).toMatchObject({
    ...{ title: '山田: 案件', range: { sheetId: 8007, startRowIndex: 3, endRowIndex: 9 } },
    filterSpecs: [
      { columnIndex: 0, filterCriteria: { condition: { values: [{ userEnteredValue: '山田' }] } } },
    ],
  });
  expect(tabViewRequests(views, keys, new Set([id]))).toEqual([
    { updateFilterView: { filter: { filterViewId: id, ...filter }, fields: 'title,range,filterSpecs' } },
  ]);
  expect(tabViewRequests({ ...views, views: [] }, keys, new Set([id, 77]))).toEqual([
    { deleteFilterView: { filterId: id } },
  ]);
});
