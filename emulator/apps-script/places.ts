/** Between a script's ranges, which count from 1, and the workbook's cells. */
import { parseA1, type Rect } from '../workbook/a1';
import { rectOf } from '../workbook/grid-range';
import type { Book, Tab } from '../workbook/model';
import { Refusal } from '../workbook/refusal';
import type { Workbooks } from '../workbook/workbook';
import type { Place } from './protocol';

export interface Area {
  book: Book;
  tab: Tab;
  rect: Rect;
}

export function bookOf(workbooks: Workbooks, spreadsheetId: string): Book {
  if (workbooks.has(spreadsheetId)) return workbooks.get(spreadsheetId);
  throw new Error(
    `Document ${spreadsheetId} is missing (perhaps it was deleted, or you don't have read access?)`,
  );
}

export function tabOf(book: Book, sheetId: number): Tab {
  const tab = book.tabs.find(({ properties }) => properties.sheetId === sheetId);
  if (!tab) throw new Error(`Sheet ${sheetId} not found`);
  return tab;
}

export const placeOf = (book: Book, tab: Tab, { top, left, bottom, right }: Rect): Place => ({
  spreadsheetId: book.spreadsheetId,
  sheetId: tab.properties.sheetId,
  row: top + 1,
  column: left + 1,
  rows: bottom - top,
  columns: right - left,
});

/** Refuses what is not wholly on the sheet, in the words of Apps Script. */
export function rectIn(tab: Tab, place: Pick<Place, 'row' | 'column' | 'rows' | 'columns'>): Rect {
  const { row, column, rows, columns } = place;
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

export function areaOf(workbooks: Workbooks, place: Place): Area {
  const book = bookOf(workbooks, place.spreadsheetId);
  const tab = tabOf(book, place.sheetId);
  return { book, tab, rect: rectIn(tab, place) };
}

/** A1 notation; without a tab's name it is on the tab given. */
export function areaNamed(book: Book, home: Tab, a1: string): Area {
  try {
    const ordered = { ...book, tabs: [home, ...book.tabs.filter((tab) => tab !== home)] };
    const { tab, range } = parseA1(ordered, a1);
    return { book, tab, rect: rectOf(tab, range) };
  } catch (error) {
    if (error instanceof Refusal) throw new Error('Range not found');
    throw error;
  }
}
