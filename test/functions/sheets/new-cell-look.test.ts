import { COLUMN_KEYS, type ColumnKey } from '../../../functions/domain/register/column-keys';
import { newCellLookRequests } from '../../../functions/sheets/new-cell-look';
import type { RegisterHead } from '../../../functions/sheets/register-head';
import type { TabContent } from '../../../functions/sheets/register-spreadsheet';

const head = (newColumns: readonly ColumnKey[]): RegisterHead => ({
  keyRow: 0,
  headerRow: 1,
  at: Object.fromEntries(COLUMN_KEYS.map((key, column) => [key, column])) as Record<ColumnKey, number>,
  newColumns: new Set(newColumns),
  keys: [],
});
const tab = (rowCount: number): TabContent => ({
  sheet: {},
  title: '台帳',
  rowCount,
  columnCount: COLUMN_KEYS.length,
  values: [],
});
const rangesOf = (...args: Parameters<typeof newCellLookRequests>) =>
  newCellLookRequests(...args).map(({ repeatCell }) => repeatCell?.range);

test('every new column has a look, neighbours of one look in one request', () => {
  const ranges = rangesOf(head(COLUMN_KEYS), null, 212);
  expect(ranges.length).toBeLessThan(COLUMN_KEYS.length / 2);
  expect(ranges[0]?.startColumnIndex).toBe(0);
  expect(ranges.at(-1)?.endColumnIndex).toBe(COLUMN_KEYS.length);
  for (const [index, range] of ranges.entries()) {
    expect(range).toMatchObject({ startRowIndex: 2, endRowIndex: 212 });
    expect(range?.startColumnIndex).toBe(index === 0 ? 0 : ranges[index - 1]?.endColumnIndex);
  }
});

test('a register that is there keeps its look; rows and columns that are added get theirs', () => {
  expect(rangesOf(head([]), tab(212), 212)).toEqual([]);
  for (const range of rangesOf(head([]), tab(212), 300))
    expect(range).toMatchObject({ startRowIndex: 212, endRowIndex: 300 });
  expect(rangesOf(head(['debts']), tab(212), 212)).toMatchObject([
    { startRowIndex: 2, endRowIndex: 212, startColumnIndex: COLUMN_KEYS.indexOf('debts') },
  ]);
});
