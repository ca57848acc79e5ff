import { COLUMN_KEYS, type ColumnKey } from '../../../functions/domain/register/column-keys';
import type { RegisterHead } from '../../../functions/sheets/register-head';
import { cellWrites, endOfRows, sheetRows } from '../../../functions/sheets/register-rows';

const HEAD: RegisterHead = {
  keyRow: 0,
  headerRow: 1,
  at: Object.fromEntries(COLUMN_KEYS.map((key, column) => [key, column])) as Record<ColumnKey, number>,
  newColumns: new Set(['mirror.contact']),
  keys: [],
};
const at = (key: ColumnKey): number => HEAD.at[key];

test('rows count from 1 as people do, short rows are empty at their end, a column that was just newColumns holds nothing', () => {
  const rows = sheetRows([['id'], ['ID'], ['a_1', '会社', 7], [true]], HEAD);
  expect(
    rows.map(({ row, cell }) => [row, cell('id'), cell('name'), cell('requestState'), cell('contact')]),
  ).toEqual([
    [3, 'a_1', '会社', 7, ''],
    [4, 'true', '', '', ''],
  ]);
  expect(rows[0]?.cell('mirror.contact')).toBeUndefined();
});

test('a tab with a head alone has no rows, and its first row is the one below the head', () => {
  expect(sheetRows([['id'], ['ID']], HEAD)).toEqual([]);
  expect([
    endOfRows([], HEAD),
    endOfRows([['id'], ['ID']], HEAD),
    endOfRows([[], [], ['a_1'], []], HEAD),
  ]).toEqual([2, 2, 4]);
});

test('changed cells by column; the counts of days are written together, new rows from the end on', () => {
  const values = [['id'], ['ID'], [], []];
  (values[3] as unknown[])[at('daysInStatus')] = 12;
  const rows = sheetRows(values, HEAD);
  const writes = cellWrites(
    {
      writes: [{ row: 4, cells: { name: '会社', daysUntilCheck: 3 } }],
      appended: [{ id: 'a_2' }, { id: 'a_3' }],
    },
    rows,
    HEAD,
    4,
  );
  expect(writes.map(({ index, cells }) => [index, Object.fromEntries(cells)])).toEqual([
    [
      3,
      {
        [at('daysInStatus')]: 12,
        [at('daysSinceContact')]: '',
        [at('daysUntilCheck')]: 3,
        [at('name')]: '会社',
      },
    ],
    [4, { [at('id')]: 'a_2' }],
    [5, { [at('id')]: 'a_3' }],
  ]);
});
