/** `Spreadsheet` and `Sheet` on the host. */
import type { GridRange, UpdateRequest, WorkbookTab } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import type { SomeHostHandlers } from './execution-context';
import { rowFilter } from './filtered-rows';
import type { RangeAddress, SheetDimension } from './protocol';
import {
  checkedRectOf,
  type ResolvedRange,
  rangeAddressOf,
  requireBook,
  requireTab,
  resolveA1,
} from './range-address';
import { enterTypedValues } from './range-handlers';
import { activeTab, selectionOf } from './screen-state';

/** The numbers of rows and columns up to the last value; 0 for an empty tab. */
function usedExtent(tab: WorkbookTab): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  tab.rows.forEach((row, index) => {
    const last = row.findLastIndex((cell) => cell?.userEnteredValue !== undefined);
    if (last < 0) return;
    rows = index + 1;
    columns = Math.max(columns, last + 1);
  });
  return { rows, columns };
}

const addressOf = ({ book, tab, rect }: ResolvedRange): RangeAddress => rangeAddressOf(book, tab, rect);

const COUNT_FIELD = { ROWS: 'rowCount', COLUMNS: 'columnCount' } as const;

export function spreadsheetHandlers(workbooks: Workbooks) {
  const book = (spreadsheetId: string) => requireBook(workbooks, spreadsheetId);
  const tab = (spreadsheetId: string, sheetId: number) => requireTab(book(spreadsheetId), sheetId);
  const grid = (spreadsheetId: string, sheetId: number) =>
    tab(spreadsheetId, sheetId).properties.gridProperties;
  const apply = (spreadsheetId: string, request: UpdateRequest) =>
    workbooks.batchUpdate(spreadsheetId, [request], 'script')[0];

  const span = (sheetId: number, dimension: SheetDimension, from: number, count: number) => ({
    sheetId,
    dimension,
    startIndex: from - 1,
    endIndex: from - 1 + count,
  });

  return {
    'SpreadsheetApp.flush': () => undefined,
    'SpreadsheetApp.openById': (_, spreadsheetId) => void book(spreadsheetId),

    'Spreadsheet.getName': (_, id) => book(id).properties.title,
    'Spreadsheet.getSpreadsheetLocale': (_, id) => book(id).properties.locale,
    'Spreadsheet.getSpreadsheetTimeZone': (_, id) => book(id).properties.timeZone,
    'Spreadsheet.getSheets': (_, id) => book(id).tabs.map(({ properties }) => properties.sheetId),
    'Spreadsheet.getSheetByName': (_, id, name) =>
      book(id).tabs.find(({ properties }) => properties.title === name)?.properties.sheetId ?? null,
    'Spreadsheet.getRange': ({ screen }, id, a1) => {
      return addressOf(resolveA1(book(id), activeTab(screen, book(id)), a1));
    },
    'Spreadsheet.getRangeByName': (_, id, name) => {
      const range: GridRange | undefined = book(id).namedRanges.find((each) => each.name === name)?.range;
      const sheet = book(id).tabs.find(({ properties }) => properties.sheetId === (range?.sheetId ?? 0));
      if (!range || !sheet) return null;
      return addressOf(resolveA1(book(id), sheet, name));
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
      const sheet = tab(id, sheetId);
      screen.activeSheetId = sheetId;
      if (ranges.length > 0)
        screen.selections.set(
          sheetId,
          ranges.map((range) => checkedRectOf(sheet, range)),
        );
      screen.view?.selected?.(selectionOf(screen, book(id), sheetId));
    },

    'Sheet.getName': (_, id, sheetId) => tab(id, sheetId).properties.title,
    'Sheet.setName': (_, id, sheetId, title) =>
      void apply(id, { updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } }),
    'Sheet.getIndex': (_, id, sheetId) => book(id).tabs.indexOf(tab(id, sheetId)) + 1,
    'Sheet.isSheetHidden': (_, id, sheetId) => tab(id, sheetId).properties.hidden === true,
    'Sheet.getRange': (_, id, sheetId, address) => {
      const sheet = tab(id, sheetId);
      if (typeof address !== 'string') return rangeAddressOf(book(id), sheet, checkedRectOf(sheet, address));
      return addressOf(resolveA1(book(id), sheet, address));
    },
    'Sheet.getDataRange': (_, id, sheetId) => {
      const sheet = tab(id, sheetId);
      const { rows, columns } = usedExtent(sheet);
      return rangeAddressOf(book(id), sheet, {
        top: 0,
        left: 0,
        bottom: Math.max(1, rows),
        right: Math.max(1, columns),
      });
    },
    'Sheet.getLastRow': (_, id, sheetId) => usedExtent(tab(id, sheetId)).rows,
    'Sheet.getLastColumn': (_, id, sheetId) => usedExtent(tab(id, sheetId)).columns,
    'Sheet.getMaxRows': (_, id, sheetId) => grid(id, sheetId).rowCount,
    'Sheet.getMaxColumns': (_, id, sheetId) => grid(id, sheetId).columnCount,
    'Sheet.getFrozenRows': (_, id, sheetId) => grid(id, sheetId).frozenRowCount ?? 0,
    'Sheet.getFrozenColumns': (_, id, sheetId) => grid(id, sheetId).frozenColumnCount ?? 0,
    'Sheet.isRowHiddenByFilter': (_, id, sheetId, row) => rowFilter(book(id), tab(id, sheetId))(row - 1),
    'Sheet.isRowHiddenByUser': (_, id, sheetId, row) =>
      tab(id, sheetId).rowProperties[row - 1]?.hiddenByUser === true,
    'Sheet.isColumnHiddenByUser': (_, id, sheetId, column) =>
      tab(id, sheetId).columnProperties[column - 1]?.hiddenByUser === true,
    'Sheet.setHidden': (_, id, sheetId, dimension, from, count, hiddenByUser) =>
      void apply(id, {
        updateDimensionProperties: {
          range: span(sheetId, dimension, from, count),
          properties: { hiddenByUser },
          fields: 'hiddenByUser',
        },
      }),
    'Sheet.insert': (_, id, sheetId, dimension, position, count, after) =>
      void apply(id, {
        insertDimension: {
          range: span(sheetId, dimension, after ? position + 1 : position, count),
          inheritFromBefore: after,
        },
      }),
    'Sheet.delete': (_, id, sheetId, dimension, from, count) => {
      if (from < 1 || from - 1 + count > grid(id, sheetId)[COUNT_FIELD[dimension]]) {
        throw new Error('Those rows or columns are out of bounds.');
      }
      apply(id, { deleteDimension: { range: span(sheetId, dimension, from, count) } });
    },
    'Sheet.appendRow': (_, id, sheetId, values) => {
      const top = usedExtent(tab(id, sheetId)).rows;
      const { rowCount, columnCount } = grid(id, sheetId);
      workbooks.change(id, 'script', (draft) => {
        const edited = draft.edit(draft.grid(sheetId));
        const gridProperties = {
          ...edited.properties.gridProperties,
          rowCount: Math.max(rowCount, top + 1),
          columnCount: Math.max(columnCount, values.length),
        };
        edited.properties = { ...edited.properties, gridProperties };
        enterTypedValues(
          draft,
          sheetId,
          { top, left: 0, bottom: top + 1, right: Math.max(1, values.length) },
          [values],
        );
      });
    },
  } satisfies SomeHostHandlers;
}
