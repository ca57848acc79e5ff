/** Writing a tab anew as a whole: all its cells, and its columns. */
import type { SheetCell, SheetsRequest } from './cells';

/** Every cell of the tab: those that are given, and nothing in all others. */
export const allCellsRequest = (
  sheetId: number,
  cells: readonly (readonly SheetCell[])[],
  columnCount: number,
): SheetsRequest => ({
  updateCells: {
    range: { sheetId },
    rows: cells.map((row) => ({
      values: Array.from({ length: columnCount }, (_, column) => row[column] ?? {}),
    })),
    fields: 'userEnteredValue,userEnteredFormat,note,dataValidation',
  },
});

/** One request a column; widths are in pixels. */
export const columnRequests = (
  sheetId: number,
  columns: readonly { width: number; isHidden?: boolean }[],
): SheetsRequest[] =>
  columns.map(({ width: pixelSize, isHidden = false }, index) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
      properties: { pixelSize, hiddenByUser: isHidden },
      fields: 'pixelSize,hiddenByUser',
    },
  }));
