import { rowFilter, rowsHiddenByFilter } from '../../../emulator/workbook/filtered-rows';
import type { WorkbookTab } from '../../../emulator/workbook/model';
import { writeValues } from '../../../emulator/workbook/values';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

type BasicFilter = NonNullable<WorkbookTab['basicFilter']>;

const VALUES = [
  ['Company', 'Rank'],
  ['Aoi', '1'],
  ['Beni', ''],
  ['aoba', '2'],
  ['outside', '1'],
];

const filtered = (filter: BasicFilter | null) => {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('x', {}, [{ title: 'Tab', sheetId: 0 }]);
  workbooks.change('x', 'api', (draft) => writeValues(draft, { range: 'A1:B5', values: VALUES }, 'RAW'));
  const range = { sheetId: 0, endRowIndex: 4, endColumnIndex: 2 };
  if (filter) workbooks.batchUpdate('x', [{ setBasicFilter: { filter: { range, ...filter } } }], 'user');
  const book = workbooks.get('x');
  return { book, tab: book.tabs[0] as WorkbookTab };
};

/** Indexes of the rows that the filter hides. */
function hiddenRows(filter: BasicFilter | null): number[] {
  const { book, tab } = filtered(filter);
  return VALUES.map((_, index) => index).filter(rowFilter(book, tab));
}

const condition = (type: string, userEnteredValue?: string) => ({
  condition: { type, ...(userEnteredValue && { values: [{ userEnteredValue }] }) },
});

test.each<[string, BasicFilter | null, number[]]>([
  ['no filter', null, []],
  ['a filter without criteria', {}, []],
  ['hidden values', { criteria: { 1: { hiddenValues: ['1', ''] } } }, [1, 2]],
  [
    'criteria of two columns',
    { criteria: { 0: { hiddenValues: ['Aoi'] }, 1: { hiddenValues: ['2'] } } },
    [1, 3],
  ],
  ['specifications', { filterSpecs: [{ columnIndex: 0, filterCriteria: { hiddenValues: ['Beni'] } }] }, [2]],
  ['blank', { criteria: { 1: condition('BLANK') } }, [1, 3]],
  ['not blank', { criteria: { 1: condition('NOT_BLANK') } }, [2]],
  ['a text', { criteria: { 0: condition('TEXT_EQ', 'AOI') } }, [2, 3]],
  ['a beginning', { criteria: { 0: condition('TEXT_STARTS_WITH', 'ao') } }, [2]],
  ['a part', { criteria: { 0: condition('TEXT_CONTAINS', 'B') } }, [1]],
  ['without a part', { criteria: { 0: condition('TEXT_NOT_CONTAINS', 'B') } }, [2, 3]],
])('%s', (_, filter, rows) => {
  expect(hiddenRows(filter)).toEqual(rows);
});

test.each<[BasicFilter, string]>([
  [{ criteria: { 0: condition('NUMBER_GREATER', '1') } }, 'a filter by NUMBER_GREATER'],
  [{ criteria: { 0: { visibleBackgroundColor: { red: 1 } } } }, 'FilterCriteria.visibleBackgroundColor'],
])('not emulated: %j', (filter, feature) => {
  expect(() => hiddenRows(filter)).toThrow(`Not emulated: ${feature}`);
  // Who only reads the rows sees all of them.
  const { book, tab } = filtered(filter);
  expect(rowsHiddenByFilter(book, tab)).toEqual([]);
});
