import { criteriaOf } from '../../../emulator/page/filter-criteria';
import type { WorkbookTab } from '../../../emulator/workbook/model';
import { writeValues } from '../../../emulator/workbook/values';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

type Criteria = ReturnType<typeof criteriaOf>;

/** Three companies under a filter with these criteria. */
function filteredBook(criteria: Criteria) {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('x', {}, [{ title: 'Tab', sheetId: 0 }]);
  const values = [
    ['Company', 'Rank'],
    ['Aoi', 'a'],
    ['Beni', 'b'],
    ['Cha', 'a'],
  ];
  workbooks.change('x', 'api', (draft) => writeValues(draft, { range: 'A1:B4', values }, 'RAW'));
  const filter = { range: { sheetId: 0, endRowIndex: 4, endColumnIndex: 2 }, criteria };
  workbooks.batchUpdate('x', [{ setBasicFilter: { filter } }], 'user');
  const book = workbooks.get('x');
  return { book, tab: book.tabs[0] as WorkbookTab };
}

const OTHER = { 0: { hiddenValues: ['Beni'] } };

test.each<[string, Criteria, readonly string[] | null, Criteria]>([
  ['what is not chosen is hidden', {}, ['b'], { 1: { hiddenValues: ['a'] } }],
  ['nothing is hidden where every value is chosen', {}, ['a', 'b'], {}],
  ['all values again', { 1: { hiddenValues: ['a'] } }, null, {}],
  ['the other columns keep their criteria', OTHER, null, OTHER],
  [
    'a value that another column hides stays hidden',
    { ...OTHER, 1: { hiddenValues: ['b'] } },
    ['a'],
    { ...OTHER, 1: { hiddenValues: ['b'] } },
  ],
])('%s', (_, before, shown, expected) => {
  const { book, tab } = filteredBook(before);
  expect(criteriaOf(book, tab, 1, shown)).toEqual(expected);
});
