/**
 * The register's tab: where its columns stand, and which account a row is. Columns are found by their keys, rows by their ID.
 * Not verified against Google: that getSheetValues gives what getValues of that range gives.
 */

import { sheetSerial } from '../../functions/domain/calendar/sheet-date';
import type { RegisterCellValue } from '../../functions/domain/register/cells';
import { COLUMN_KEYS, type ColumnKey } from '../../functions/domain/register/column-keys';
import { REQUEST_STATE_LABEL } from '../../functions/domain/register/request-marks';
import { comparableText, type SheetRow } from '../../functions/domain/register/sheet-row';
import { REGISTER_TAB } from '../../functions/domain/register/tabs';
import { tableOf } from '../../functions/domain/status/table-keys';
import type { Language } from '../script-api';
import { activeSpreadsheet, sheetById } from './active-spreadsheet';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Register {
  sheet: Sheet;
  spreadsheetId: string;
  /** Counts from 1; the account rows stand below it. */
  headerRow: number;
  /** Columns, from 1. */
  at: Readonly<Record<ColumnKey, number>>;
  /** The last column, and the last row, that held anything when it was opened. */
  width: number;
  lastRow: number;
  /** All of it, from the first row, until something is written; null where what is asked for is read then. */
  values: TabHead['values'];
  /** Columns that have been read, all rows below the header; until something is written. */
  columns: Partial<Record<ColumnKey, readonly unknown[]>>;
  /** The language that the sheet is written in. */
  language: Language;
}

/** One row, with its values as `getValues` gives them. */
export interface RowValues extends SheetRow {
  values: readonly unknown[];
}

/** Dates are turned into serial days only where they are asked for: each takes a call. */
export const rowWithValues = (
  { at }: Pick<Register, 'at'>,
  row: number,
  values: readonly unknown[],
): RowValues => ({
  row,
  values,
  cell: (key) => cellValue(values[at[key] - 1] ?? ''),
});

const cellValue = (value: unknown): RegisterCellValue => {
  if (value instanceof Date) return sheetSerial(sheetDate(value));
  return typeof value === 'number' ? value : String(value);
};

/** The keys are looked for in so many rows: people may have inserted some above. */
const HEADER_SEARCH_ROWS = 10;

/** Cells that are read in one piece sooner than by several calls, each of which takes as long as reading some thousands. */
const MAX_CELLS = 50_000;

interface TabHead {
  head: readonly (readonly unknown[])[];
  /** From 0. */
  keyRow: number;
  keys: readonly unknown[];
  width: number;
  lastRow: number;
  /** Of the whole tab; null where that is large. */
  values: readonly (readonly unknown[])[] | null;
}

/** The first rows of a tab, with the row that holds the keys of its columns; null where none has those. */
export const findKeyRow = (sheet: Sheet, wanted: readonly string[]): TabHead | null => {
  const data = sheet.getDataRange();
  const [lastRow, width] = [data.getLastRow(), data.getLastColumn()];
  const isSmall = lastRow * width <= MAX_CELLS;
  const headRows = Math.min(HEADER_SEARCH_ROWS + 1, lastRow);
  const read: unknown[][] = isSmall ? data.getValues() : sheet.getSheetValues(1, 1, headRows, width);
  const head = read.slice(0, headRows);
  const keyRow = head.findIndex((cells) => wanted.every((key) => cells.indexOf(key) >= 0));
  return keyRow < 0
    ? null
    : { head, keyRow, keys: head[keyRow] || [], width, lastRow, values: isSmall ? read : null };
};

/** Null where a column is missing: only the functions can tell then which column is which. */
export const findRegister = (sheet: Sheet): Register | null => {
  const found = findKeyRow(sheet, ['id', 'mirror.id']);
  if (found === null) return null;
  const { head, keyRow, keys, width, lastRow, values } = found;
  if (COLUMN_KEYS.some((key) => keys.indexOf(key) < 0)) return null;
  const at = tableOf(COLUMN_KEYS, (key) => keys.indexOf(key) + 1);
  const headerAt = head.findIndex((cells, row) => row > keyRow && cells[at.requestState - 1] !== '');
  const headerRow = headerAt < 0 ? keyRow + 1 : headerAt;
  const title = head[headerRow]?.[at.requestState - 1];
  return {
    sheet,
    spreadsheetId: sheet.getParent().getId(),
    headerRow: headerRow + 1,
    at,
    ...{ width, lastRow, values, columns: {} },
    language: title === REQUEST_STATE_LABEL.en ? 'en' : 'ja',
  };
};

export const registerSheet = (): Sheet | null => sheetById(REGISTER_TAB);

export const openRegister = (): Register | null => {
  const sheet = registerSheet();
  return sheet === null ? null : findRegister(sheet);
};

export const readRows = (register: Register, first: number, rows: number): RowValues[] => {
  if (rows <= 0) return [];
  const read =
    register.values?.slice(first - 1, first - 1 + rows) ??
    register.sheet.getSheetValues(first, 1, rows, register.width);
  return read.map((values, index) => rowWithValues(register, first + index, values));
};

/** Far rows are read in one piece while the piece is no larger than this. */
const MAX_GAP = 300;

/** The rows with these numbers, from the top, read in as few calls as possible. */
export const readRowsAt = (register: Register, wanted: readonly number[]): RowValues[] => {
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  const read: RowValues[] = [];
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from] || 0;
    let to = from;
    while (to + 1 < sorted.length && (sorted[to + 1] || 0) - (sorted[to] || 0) <= MAX_GAP) to += 1;
    const inPiece = new Set(sorted.slice(from, to + 1));
    const rows = readRows(register, first, (sorted[to] || 0) - first + 1);
    read.push(...rows.filter(({ row }) => inPiece.has(row)));
    from = to + 1;
  }
  return read;
};

/** The choices of the first row, for rows that were empty: an empty row offers none. */
export const offerChoices = ({ sheet, headerRow, at }: Register, row: number, rows: number): void => {
  for (const key of ['status', 'owner'] as const)
    sheet
      .getRange(row, at[key], rows)
      .setDataValidation(sheet.getRange(headerRow + 1, at[key]).getDataValidation());
};

/** Of all rows below the header, in one call; the first one is that of `headerRow + 1`. */
export const readColumn = (
  { sheet, headerRow, lastRow, at, values, columns }: Register,
  key: ColumnKey,
): readonly unknown[] => {
  if (values !== null) return values.slice(headerRow).map((cells) => cells[at[key] - 1]);
  const rows = lastRow - headerRow;
  const column =
    columns[key] ??
    (rows <= 0 ? [] : sheet.getSheetValues(headerRow + 1, at[key], rows, 1).map(([cell]) => cell));
  columns[key] = column;
  return column;
};

/** Forgets what was read; to be called after every write, since the sheet has changed. */
export const forgetRead = (register: Register): void => {
  register.values = null;
  register.columns = {};
};

/** The same, as texts that are alike where the cells say the same. */
export const columnTexts = (register: Register, key: ColumnKey): string[] =>
  readColumn(register, key).map((value) => comparableText(key, cellValue(value)));

let zone: string | undefined;
/** Of the spreadsheet: the one that its dates are meant in. */
export const sheetZone = (): string => {
  zone = zone ?? activeSpreadsheet().getSpreadsheetTimeZone();
  return zone;
};

export const sheetDate = (date: Date): string => Utilities.formatDate(date, sheetZone(), 'yyyy-MM-dd');
