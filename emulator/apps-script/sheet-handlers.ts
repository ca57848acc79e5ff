/** What a script asks of a `Sheet`, on the host. */

import { rowFilter } from '../workbook/filtered-rows';
import type { Workbooks } from '../workbook/workbook';
import type { SomeHostHandlers } from './execution-context';
import { checkedRectOf, rangeAddressOf, requireBook, requireTab, resolveA1 } from './range-address';
import { usedExtent } from './used-extent';

export function sheetHandlers(workbooks: Workbooks) {
  const book = (id: string) => requireBook(workbooks, id);
  const tab = (id: string, sheetId: number) => requireTab(book(id), sheetId);
  const grid = (id: string, sheetId: number) => tab(id, sheetId).properties.gridProperties;
  return {
    'Sheet.getName': (_, id, sheetId) => tab(id, sheetId).properties.title,
    'Sheet.getIndex': (_, id, sheetId) => book(id).tabs.indexOf(tab(id, sheetId)) + 1,
    'Sheet.isSheetHidden': (_, id, sheetId) => tab(id, sheetId).properties.hidden === true,
    'Sheet.getRange': (_, id, sheetId, address) => {
      const sheet = tab(id, sheetId);
      const range =
        typeof address === 'string'
          ? resolveA1(book(id), sheet, address)
          : { tab: sheet, rect: checkedRectOf(sheet, address) };
      return rangeAddressOf(book(id), range.tab, range.rect);
    },
    'Sheet.getRangeList': (_, id, sheetId, a1s) =>
      a1s.map((a1) => {
        const range = resolveA1(book(id), tab(id, sheetId), a1);
        return rangeAddressOf(book(id), range.tab, range.rect);
      }),
    'Sheet.getDataRange': (_, id, sheetId) => {
      const sheet = tab(id, sheetId);
      const { rows, columns } = usedExtent(sheet);
      const rect = { top: 0, left: 0, bottom: Math.max(1, rows), right: Math.max(1, columns) };
      return rangeAddressOf(book(id), sheet, rect);
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
  } satisfies SomeHostHandlers;
}
