/** How the register's columns look where they are made: which texts are wrapped, and which are quieter. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { COLUMN_KEYS, type ColumnKey } from '../domain/register/column-keys';
import { columnOf } from '../domain/register/columns';
import { REGISTER_TAB } from '../domain/register/tabs';
import { colorStyle, type SheetsRequest } from './cells';
import type { RegisterHead } from './register-head';
import type { TabContent } from './register-spreadsheet';

/** Their texts are read whole; a row is as high as they need. */
const WRAPPED_COLUMNS: readonly ColumnKey[] = [
  'name',
  'requestState',
  'quickEntry',
  'awaitedCondition',
  'debts',
];
/** What people read first: the other columns that Hachi alone writes are quieter. */
const LOUD_COLUMNS: readonly ColumnKey[] = ['name', 'requestState', 'pending', 'debts'];
const QUIET_TEXT: sheets_v4.Schema$TextFormat = { foregroundColorStyle: colorStyle('#5f6368') };

const lookOf = (key: ColumnKey): sheets_v4.Schema$CellFormat => ({
  verticalAlignment: 'TOP',
  ...(WRAPPED_COLUMNS.includes(key) ? { wrapStrategy: 'WRAP' } : {}),
  ...(columnOf(key).writtenBy === 'hachi' && !LOUD_COLUMNS.includes(key) ? { textFormat: QUIET_TEXT } : {}),
});

/** Formats of new columns and rows; later on their look is the team's. Neighbours of one look share a request. */
export const newCellLookRequests = (
  { at, headerRow, newColumns }: RegisterHead,
  tab: TabContent | null,
  rowCount: number,
): SheetsRequest[] => {
  const firstNewRow = Math.max(headerRow + 1, tab?.rowCount ?? 0);
  const ranges: { range: sheets_v4.Schema$GridRange; look: sheets_v4.Schema$CellFormat }[] = [];
  for (const key of [...COLUMN_KEYS].sort((a, b) => at[a] - at[b])) {
    const startRowIndex = newColumns.has(key) ? headerRow + 1 : firstNewRow;
    const look = lookOf(key);
    const last = ranges.at(-1);
    if (startRowIndex >= rowCount) continue;
    if (
      last?.range.endColumnIndex === at[key] &&
      last.range.startRowIndex === startRowIndex &&
      JSON.stringify(last.look) === JSON.stringify(look)
    )
      last.range.endColumnIndex = at[key] + 1;
    else
      ranges.push({
        range: {
          sheetId: REGISTER_TAB,
          startRowIndex,
          endRowIndex: rowCount,
          startColumnIndex: at[key],
          endColumnIndex: at[key] + 1,
        },
        look,
      });
  }
  return ranges.map(({ range, look }) => ({
    repeatCell: {
      range,
      cell: { userEnteredFormat: look },
      fields: 'userEnteredFormat(verticalAlignment,wrapStrategy,textFormat)',
    },
  }));
};
