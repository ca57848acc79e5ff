/** Writing a tab anew as a whole: all its cells, and its columns. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
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

/** What stands in a tab that is written anew as a whole. */
export interface TabPage {
  cells: readonly (readonly SheetCell[])[];
  /** Widths are in pixels. */
  columns: readonly { width: number; isHidden?: boolean }[];
  frozenRows: number;
  frozenColumns: number;
  /** Counted from 0. */
  hiddenRow: number | null;
}

/** `add` is for a tab that is not there yet; `renameTo` for one that still has a title of ours. */
export interface TabTarget {
  sheetId: number;
  add: { title: string; index: number } | null;
  renameTo: string | null;
  order?: TabOrder;
}

/** What people have made of the order of its rows, to be made of the new ones, too. */
export interface TabOrder {
  /** Columns count from 0; the foremost first. */
  sorts: readonly { column: number; down: boolean }[];
  /** It has a filter: this stays, and shows all rows. */
  hasFilter: boolean;
}

/** All that stands in the tab, whatever people have made of it: in one batch it is the whole page, or nothing of it. */
export const tabPageRequests = (
  { sheetId, add, renameTo, order }: TabTarget,
  { cells, columns, frozenRows, frozenColumns, hiddenRow }: TabPage,
): SheetsRequest[] => {
  // Sheets does not freeze every row that there is.
  const rowCount = Math.max(cells.length, frozenRows + 1);
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId,
    gridProperties: {
      rowCount,
      columnCount: columns.length,
      frozenRowCount: frozenRows,
      frozenColumnCount: frozenColumns,
    },
  };
  const hiddenRows = [
    { startIndex: 0, endIndex: rowCount, hiddenByUser: false },
    ...(hiddenRow === null ? [] : [{ startIndex: hiddenRow, endIndex: hiddenRow + 1, hiddenByUser: true }]),
  ];
  return [
    ...(add === null
      ? [
          // A merge would swallow rows, a filter would hide them.
          { unmergeCells: { range: { sheetId } } },
          { clearBasicFilter: { sheetId } },
          {
            updateSheetProperties: {
              properties: { ...properties, ...(renameTo === null ? {} : { title: renameTo }) },
              fields: `${renameTo === null ? '' : 'title,'}gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)`,
            },
          },
        ]
      : [{ addSheet: { properties: { ...properties, ...add } } }]),
    allCellsRequest(sheetId, cells, columns.length),
    ...columnRequests(sheetId, columns),
    // A row that was inserted above has moved the hidden one.
    ...hiddenRows.map(({ hiddenByUser, ...range }) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'ROWS', ...range },
        properties: { hiddenByUser },
        fields: 'hiddenByUser',
      },
    })),
    ...(order === undefined
      ? []
      : orderRequests(order, { sheetId, frozenRows, rowCount, columnCount: columns.length })),
  ];
};

/** Rows that are hidden are not sorted: at the end, where none is. */
const orderRequests = (
  { sorts, hasFilter }: TabOrder,
  {
    sheetId,
    frozenRows,
    rowCount,
    columnCount,
  }: Record<'sheetId' | 'frozenRows' | 'rowCount' | 'columnCount', number>,
): SheetsRequest[] => {
  const columns = { startColumnIndex: 0, endColumnIndex: columnCount };
  const rows = { sheetId, startRowIndex: frozenRows, endRowIndex: rowCount, ...columns };
  const sortSpecs = sorts.map(({ column, down }) => ({
    dimensionIndex: column,
    sortOrder: down ? 'DESCENDING' : 'ASCENDING',
  }));
  return [
    ...(sorts.length === 0 ? [] : [{ sortRange: { range: rows, sortSpecs } }]),
    ...(hasFilter
      ? [{ setBasicFilter: { filter: { range: { ...rows, startRowIndex: frozenRows - 1 }, sortSpecs } } }]
      : []),
  ];
};
