/** Requests and their parts, written shortly, and cells as the client reads them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { GridRange, UpdateRequest } from '../../../../emulator/workbook/model';
import { type SheetsApiScene, SPREADSHEET_ID } from '../../sheets-api/sheets-client';

/** As the API answers it: without the ID of a tab that has 0. */
export const area = (top: number, bottom: number, left: number, right: number, sheetId = 0): GridRange => ({
  ...(sheetId !== 0 && { sheetId }),
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});
/** Of the tab with ID 0. */
export const span = (
  dimension: string,
  startIndex: number,
  endIndex: number,
): sheets_v4.Schema$DimensionRange => ({
  dimension,
  startIndex,
  endIndex,
});
export const text = (stringValue: string): sheets_v4.Schema$CellData => ({
  userEnteredValue: { stringValue },
});
export const fill = (rows: string[][], rowIndex = 0, columnIndex = 0): UpdateRequest => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex },
    rows: rows.map((row) => ({ values: row.map(text) })),
    fields: 'userEnteredValue',
  },
});
export async function readCells(
  { client }: SheetsApiScene,
  range: string,
): Promise<sheets_v4.Schema$CellData[][]> {
  const { data } = await client.spreadsheets.get({
    spreadsheetId: SPREADSHEET_ID,
    ranges: [range],
    includeGridData: true,
  });
  return data.sheets?.[0]?.data?.[0]?.rowData?.map(({ values }) => values ?? []) ?? [];
}

/** The one cell, of the first tab unless said otherwise. */
export const cellAt = (row: number, column: number, sheetId = 0): GridRange => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});
