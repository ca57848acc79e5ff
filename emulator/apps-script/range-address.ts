/** Converts between a script's ranges, which count from 1, and the workbook's cells. */
import { parseA1, type Rect } from '../workbook/a1';
import { rectOf } from '../workbook/grid-range';
import type { Book, WorkbookTab } from '../workbook/model';
import { SpreadsheetRefusal } from '../workbook/refusal';
import type { Workbooks } from '../workbook/workbook';
import type { RangeAddress } from './protocol';

export interface ResolvedRange {
  book: Book;
  tab: WorkbookTab;
  rect: Rect;
}

export function requireBook(workbooks: Workbooks, spreadsheetId: string): Book {
  if (workbooks.has(spreadsheetId)) return workbooks.get(spreadsheetId);
  throw new Error(
    `Document ${spreadsheetId} is missing (perhaps it was deleted, or you don't have read access?)`,
  );
}

export function requireTab(book: Book, sheetId: number): WorkbookTab {
  const tab = book.tabs.find(({ properties }) => properties.sheetId === sheetId);
  if (!tab) throw new Error(`Sheet ${sheetId} not found`);
  return tab;
}

export const rangeAddressOf = (
  book: Book,
  tab: WorkbookTab,
  { top, left, bottom, right }: Rect,
): RangeAddress => ({
  spreadsheetId: book.spreadsheetId,
  sheetId: tab.properties.sheetId,
  row: top + 1,
  column: left + 1,
  rows: bottom - top,
  columns: right - left,
});

/** Throws, with Apps Script's messages, for a range that is not completely on the sheet. */
export function checkedRectOf(
  tab: WorkbookTab,
  address: Pick<RangeAddress, 'row' | 'column' | 'rows' | 'columns'>,
): Rect {
  const { row, column, rows, columns } = address;
  const { rowCount, columnCount } = tab.properties.gridProperties;
  if (!(row >= 1)) throw new Error('The starting row of the range is too small.');
  if (!(column >= 1)) throw new Error('The starting column of the range is too small.');
  if (!(rows >= 1)) throw new Error('The number of rows in the range must be at least 1.');
  if (!(columns >= 1)) throw new Error('The number of columns in the range must be at least 1.');
  const rect = { top: row - 1, left: column - 1, bottom: row - 1 + rows, right: column - 1 + columns };
  if (rect.bottom > rowCount || rect.right > columnCount) {
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return rect;
}

export function resolveRangeAddress(workbooks: Workbooks, address: RangeAddress): ResolvedRange {
  const book = requireBook(workbooks, address.spreadsheetId);
  const tab = requireTab(book, address.sheetId);
  return { book, tab, rect: checkedRectOf(tab, address) };
}

/** Resolves A1 notation; without a tab's name it is on the default tab. */
export function resolveA1(book: Book, defaultTab: WorkbookTab, a1: string): ResolvedRange {
  try {
    const ordered = { ...book, tabs: [defaultTab, ...book.tabs.filter((tab) => tab !== defaultTab)] };
    const { tab, range } = parseA1(ordered, a1);
    return { book, tab, rect: rectOf(tab, range) };
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) throw new Error('Range not found');
    throw error;
  }
}
