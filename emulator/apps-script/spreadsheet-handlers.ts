/** `SpreadsheetApp` and `Spreadsheet` on the host. */
import type { UpdateRequest } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import type { SomeHostHandlers } from './execution-context';
import type { RangeAddress } from './protocol';
import {
  checkedRectOf,
  type ResolvedRange,
  rangeAddressOf,
  requireBook,
  requireTab,
  resolveA1,
} from './range-address';
import { activeTab, selectionOf } from './screen-state';

const addressOf = ({ book, tab, rect }: ResolvedRange): RangeAddress => rangeAddressOf(book, tab, rect);

export function spreadsheetHandlers(workbooks: Workbooks) {
  const book = (id: string) => requireBook(workbooks, id);
  const apply = (id: string, request: UpdateRequest) => workbooks.batchUpdate(id, [request], 'script')[0];
  return {
    'SpreadsheetApp.flush': () => undefined,
    'SpreadsheetApp.openById': (_, id) => void book(id),
    'Spreadsheet.getName': (_, id) => book(id).properties.title,
    'Spreadsheet.getSpreadsheetLocale': (_, id) => book(id).properties.locale,
    'Spreadsheet.getSpreadsheetTimeZone': (_, id) => book(id).properties.timeZone,
    'Spreadsheet.getSheets': (_, id) => book(id).tabs.map(({ properties }) => properties.sheetId),
    'Spreadsheet.getSheetByName': (_, id, name) =>
      book(id).tabs.find(({ properties }) => properties.title === name)?.properties.sheetId ?? null,
    'Spreadsheet.getRange': ({ screen }, id, a1) =>
      addressOf(resolveA1(book(id), activeTab(screen, book(id)), a1)),
    'Spreadsheet.getRangeByName': (_, id, name) => {
      const { namedRanges, tabs } = book(id);
      const range = namedRanges.find((namedRange) => namedRange.name === name)?.range;
      const tab = tabs.find(({ properties }) => properties.sheetId === (range?.sheetId ?? 0));
      return !range || !tab ? null : addressOf(resolveA1(book(id), tab, name));
    },
    'Spreadsheet.insertSheet': ({ screen }, id, title, index) => {
      const properties = { ...(title !== null && { title }), ...(index !== null && { index }) };
      const sheetId = apply(id, { addSheet: { properties } })?.addSheet?.properties?.sheetId ?? 0;
      screen.activeSheetId = sheetId;
      return sheetId;
    },
    'Spreadsheet.deleteSheet': (_, id, sheetId) => void apply(id, { deleteSheet: { sheetId } }),
    'Spreadsheet.getSelection': ({ screen }, id, sheetId) => selectionOf(screen, book(id), sheetId),
    'Spreadsheet.setSelection': ({ screen }, id, sheetId, ranges) => {
      const tab = requireTab(book(id), sheetId);
      screen.activeSheetId = sheetId;
      const rects = ranges.map((range) => checkedRectOf(tab, range));
      if (rects.length > 0) screen.selections.set(sheetId, rects);
      screen.view?.selected?.(selectionOf(screen, book(id), sheetId));
    },
  } satisfies SomeHostHandlers;
}
