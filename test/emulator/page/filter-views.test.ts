/** Filter views: which a tab has, and what each hides from whoever looks through it. */
import { tabView } from '../../../emulator/page/tab-view';
import { rowsHiddenByFilter } from '../../../emulator/workbook/filtered-rows';
import type { UpdateRequest, WorkbookTab } from '../../../emulator/workbook/model';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

const book = (...requests: UpdateRequest[]) => {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('x', {}, [{ title: 'Tab', sheetId: 1 }]);
  const cell = (value: string | number) => ({
    userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
  });
  const rows = [['who', 'days'], ['a', 3], ['b', 3], ['a', 30], ['a']];
  workbooks.batchUpdate(
    'x',
    [
      {
        updateCells: {
          start: { sheetId: 1, rowIndex: 0, columnIndex: 0 },
          rows: rows.map((row) => ({ values: row.map(cell) })),
          fields: 'userEnteredValue',
        },
      },
      ...requests,
    ],
    'api',
  );
  return workbooks.get('x');
};

const where = (columnIndex: number, type: string, userEnteredValue: string) => ({
  columnIndex,
  filterCriteria: { condition: { type, values: [{ userEnteredValue }] } },
});
const ADD: UpdateRequest = {
  addFilterView: {
    filter: {
      filterViewId: 7,
      title: 'a',
      range: { sheetId: 1 },
      filterSpecs: [where(0, 'TEXT_EQ', 'A'), where(1, 'NUMBER_LESS_THAN_EQ', '7')],
    },
  },
};

test('it is named to the window, and hides what its criteria do not hold for, from the header on', () => {
  const made = book(ADD);
  const tab = made.tabs[0] as WorkbookTab;
  expect(tabView(made, tab)).toMatchObject({ filterViews: [{ id: 7, title: 'a' }], filteredRows: [] });
  expect(rowsHiddenByFilter(made, { ...tab, basicFilter: tab.filterViews?.[0] ?? {} })).toEqual([2, 3, 4]);
});

test('a view has one ID, and goes by it', () => {
  expect(() => book(ADD, ADD)).toThrow('already in use');
  expect(book(ADD, { deleteFilterView: { filterId: 7 } }).tabs[0]).not.toHaveProperty('filterViews');
  expect(() => book({ deleteFilterView: { filterId: 7 } })).toThrow('No filter view with id: 7');
});
