import { ownerViewRequests } from '../../../functions/sheets/owner-filter-views';
import { MEMBERS, theMember } from '../../builders';

const members = Object.values(MEMBERS);
const owner = { member: theMember('fs'), name: '山田', title: '山田: 案件' };
const views = { sheetId: 8007, headRow: 3, rowCount: 9, columnCount: 14, ownerColumn: 0, owners: [owner] };

test('a view is added once, brought up to date from then on, and goes with the last row of its owner', () => {
  const [added, ...more] = ownerViewRequests(views, members, new Set());
  expect(more).toEqual([]);
  const { filterViewId, ...filter } = added?.addFilterView?.filter ?? {};
  const id = filterViewId ?? 0;
  expect(filter).toMatchObject({
    ...{ title: '山田: 案件', range: { sheetId: 8007, startRowIndex: 3, endRowIndex: 9 } },
    filterSpecs: [
      { columnIndex: 0, filterCriteria: { condition: { values: [{ userEnteredValue: '山田' }] } } },
    ],
  });
  expect(ownerViewRequests(views, members, new Set([id]))).toEqual([
    { updateFilterView: { filter: { filterViewId: id, ...filter }, fields: 'title,range,filterSpecs' } },
  ]);
  expect(ownerViewRequests({ ...views, owners: [] }, members, new Set([id, 77]))).toEqual([
    { deleteFilterView: { filterId: id } },
  ]);
});
