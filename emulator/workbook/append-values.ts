/** `spreadsheets.values.append`: finds the table in a range, and writes behind it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { formatRect, parseA1, type Rect, type TabRange } from './a1';
import { checkCellCount, type SpreadsheetDraft } from './draft';
import { rectOf } from './grid-range';
import type { WorkbookTab } from './model';
import { insertDimension } from './requests/dimensions';
import { enterRows, rowsOfValues, type ValueInputOption, type ValueRange } from './values';

export function appendValues(
  draft: SpreadsheetDraft,
  valueRange: ValueRange,
  input: ValueInputOption,
  insert: 'OVERWRITE' | 'INSERT_ROWS' = 'OVERWRITE',
): sheets_v4.Schema$AppendValuesResponse {
  const rows = rowsOfValues(valueRange);
  const area = parseA1(draft.book, valueRange.range ?? '');
  const { tab } = area;
  const table = findTable(area);
  const start = table ? { top: table.bottom, left: table.left } : rectOf(tab, area.range);
  const { rowCount, columnCount } = tab.properties.gridProperties;
  if (insert === 'INSERT_ROWS' && table && start.top < rowCount && rows.length > 0) {
    insertDimension(draft, {
      range: {
        sheetId: tab.properties.sheetId,
        dimension: 'ROWS',
        startIndex: start.top,
        endIndex: start.top + rows.length,
      },
      inheritFromBefore: true,
    });
  } else if (start.top + rows.length > rowCount) {
    const edited = draft.edit(tab);
    const gridProperties = { ...edited.properties.gridProperties, rowCount: start.top + rows.length };
    edited.properties = { ...edited.properties, gridProperties };
    checkCellCount(draft.book);
  }
  const limit = { ...start, bottom: start.top + rows.length, right: columnCount };
  return {
    spreadsheetId: draft.book.spreadsheetId,
    ...(table ? { tableRange: formatRect(tab, table) } : {}),
    updates: enterRows(draft, draft.grid(tab.properties.sheetId), limit, rows, input, valueRange.range ?? ''),
  };
}

/** The last table of the range: the block of cells with values around the lowest such cell, of one row around the rightmost. */
function findTable({ tab, range }: TabRange): Rect | undefined {
  const within = rectOf(tab, range);
  const filled = (row: number, column: number): boolean =>
    tab.rows[row]?.[column]?.userEnteredValue !== undefined;
  const seed = lowestFilledCell(within, tab, filled);
  if (!seed) return undefined;
  const table = { ...seed };
  const width = tab.properties.gridProperties.columnCount;
  const rowFilled = (row: number): boolean => {
    if (row < 0 || row >= tab.rows.length) return false;
    for (let c = Math.max(0, table.left - 1); c <= Math.min(width - 1, table.right); c++) {
      if (filled(row, c)) return true;
    }
    return false;
  };
  const columnFilled = (column: number): boolean => {
    if (column < 0 || column >= width) return false;
    for (let r = Math.max(0, table.top - 1); r <= table.bottom; r++) if (filled(r, column)) return true;
    return false;
  };
  for (let grew = true; grew; ) {
    grew = false;
    for (; rowFilled(table.top - 1); grew = true) table.top--;
    for (; rowFilled(table.bottom); grew = true) table.bottom++;
    for (; columnFilled(table.left - 1); grew = true) table.left--;
    for (; columnFilled(table.right); grew = true) table.right++;
  }
  return table;
}

function lowestFilledCell(
  within: Rect,
  tab: WorkbookTab,
  filled: (row: number, column: number) => boolean,
): Rect | undefined {
  for (let row = Math.min(within.bottom, tab.rows.length) - 1; row >= within.top; row--) {
    for (
      let column = Math.min(within.right, tab.rows[row]?.length ?? 0) - 1;
      column >= within.left;
      column--
    ) {
      if (filled(row, column)) return { top: row, bottom: row + 1, left: column, right: column + 1 };
    }
  }
  return undefined;
}
