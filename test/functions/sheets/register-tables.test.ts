import { tablesOver, typedColumns } from '../../../functions/sheets/register-tables';

const HEAD = { keyRow: 0, headerRow: 1 } as Parameters<typeof tablesOver>[1];
const tabWith = (...tables: object[]) => ({ sheet: { tables } }) as Parameters<typeof tablesOver>[0];

test.each([
  ['above the header', { endRowIndex: 1 }, 0],
  ['that reaches the header', { endRowIndex: 2 }, 1],
  ['among the rows', { startRowIndex: 5, endRowIndex: 8, startColumnIndex: 30 }, 1],
  ['without an end', { startRowIndex: 5 }, 1],
])('a table %s', (_, range, count) => {
  expect(tablesOver(tabWith({ range }), HEAD)).toHaveLength(count);
});

test('no tab, no table', () => {
  expect([...tablesOver(null, HEAD), ...tablesOver(tabWith(), HEAD)]).toEqual([]);
});

test('columns with a type, counted from the first of the sheet', () => {
  const columnProperties = [
    { columnIndex: 0, columnType: 'TEXT' },
    { columnIndex: 1, columnType: 'COLUMN_TYPE_UNSPECIFIED' },
    { columnIndex: 2 },
    { columnType: 'DATE' },
  ];
  expect([...typedColumns([{ range: { startColumnIndex: 3 }, columnProperties }, {}])]).toEqual([3]);
});
