/** What a script changes of a `Sheet`, on the host: its name, its rows and columns. */
import type { UpdateRequest } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import type { SomeHostHandlers } from './execution-context';
import type { ScriptCellValue, SheetDimension } from './protocol';
import { requireBook, requireTab } from './range-address';
import { enterTypedValues } from './typed-values';
import { usedExtent } from './used-extent';

const COUNT_FIELD = { ROWS: 'rowCount', COLUMNS: 'columnCount' } as const;

/** `from` counts from 1. */
const span = (sheetId: number, dimension: SheetDimension, from: number, count: number) => ({
  sheetId,
  dimension,
  startIndex: from - 1,
  endIndex: from - 1 + count,
});

export function sheetChangeHandlers(workbooks: Workbooks) {
  const tab = (id: string, sheetId: number) => requireTab(requireBook(workbooks, id), sheetId);
  const apply = (id: string, request: UpdateRequest): void => {
    workbooks.batchUpdate(id, [request], 'script');
  };
  return {
    'Sheet.setName': (_, id, sheetId, title) =>
      apply(id, { updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } }),
    'Sheet.setHidden': (_, id, sheetId, dimension, from, count, hiddenByUser) =>
      apply(id, {
        updateDimensionProperties: {
          range: span(sheetId, dimension, from, count),
          properties: { hiddenByUser },
          fields: 'hiddenByUser',
        },
      }),
    'Sheet.insert': (_, id, sheetId, dimension, position, count, after) =>
      apply(id, {
        insertDimension: {
          range: span(sheetId, dimension, after ? position + 1 : position, count),
          inheritFromBefore: after,
        },
      }),
    'Sheet.delete': (_, id, sheetId, dimension, from, count) => {
      const { gridProperties } = tab(id, sheetId).properties;
      if (from < 1 || from - 1 + count > gridProperties[COUNT_FIELD[dimension]])
        throw new Error('Those rows or columns are out of bounds.');
      apply(id, { deleteDimension: { range: span(sheetId, dimension, from, count) } });
    },
    'Sheet.appendRow': (_, id, sheetId, values) => {
      const top = usedExtent(tab(id, sheetId)).rows;
      appendRow(workbooks, id, sheetId, top, values);
    },
  } satisfies SomeHostHandlers;
}

/** Below the last row that has a value; the grid grows where it has no room. */
function appendRow(
  workbooks: Workbooks,
  spreadsheetId: string,
  sheetId: number,
  top: number,
  values: readonly ScriptCellValue[],
): void {
  workbooks.change(spreadsheetId, 'script', (draft) => {
    const edited = draft.edit(draft.grid(sheetId));
    const { gridProperties } = edited.properties;
    edited.properties = {
      ...edited.properties,
      gridProperties: {
        ...gridProperties,
        rowCount: Math.max(gridProperties.rowCount, top + 1),
        columnCount: Math.max(gridProperties.columnCount, values.length),
      },
    };
    const rect = { top, left: 0, bottom: top + 1, right: Math.max(1, values.length) };
    enterTypedValues(draft, sheetId, rect, [values]);
  });
}
