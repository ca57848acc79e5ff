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
  /** Columns that are read of a row. */
  width: number;
  /** That held anything when somebody first had to know. */
  lastRow: number | null;
  /** The first rows, as many as were read at once, until something is written; what is below them is read when it is asked for. */
  values: TabHead['rows'] | null;
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

/** The keys are looked for in so many rows, and the titles in the next one: people may have inserted some above. */
const HEAD_ROWS = 11;

/** Cells that are read in one piece sooner than by several calls, each of which takes as long as reading some thousands. */
const MAX_CELLS = 50_000;

/** Far rows are read in one piece while the piece is no larger than this. */
const MAX_GAP = 300;

interface TabRows {
  rows: readonly (readonly unknown[])[];
  width: number;
  /** Null where it is not known. */
  lastRow: number | null;
}

interface TabHead extends TabRows {
  /** From 0. */
  keyRow: number;
  keys: readonly unknown[];
}

/** All of it, or where that is much its first rows. */
const readTab = (sheet: Sheet): TabRows => {
  const data = sheet.getDataRange();
  const [lastRow, width] = [data.getLastRow(), data.getLastColumn()];
  const isSmall = lastRow * width <= MAX_CELLS;
  const rows = isSmall ? data.getValues() : sheet.getSheetValues(1, 1, Math.min(HEAD_ROWS, lastRow), width);
  return { rows, width, lastRow };
};

/** As wide as a new register; down to the row that is wanted where it is not far. Null where the tab is smaller than that. */
const readTop = (sheet: Sheet, wanted: number): TabRows | null => {
  const last = Math.max(wanted <= MAX_GAP ? wanted : 0, HEAD_ROWS);
  const width = COLUMN_KEYS.length;
  try {
    return { rows: sheet.getSheetValues(1, 1, last, width), width, lastRow: null };
  } catch {
    return null;
  }
};

const headOf = (tab: TabRows, wanted: readonly string[]): TabHead | null => {
  const keyRow = tab.rows
    .slice(0, HEAD_ROWS)
    .findIndex((cells) => wanted.every((key) => cells.indexOf(key) >= 0));
  return keyRow < 0 ? null : { ...tab, keyRow, keys: tab.rows[keyRow] || [] };
};

/** The first rows of a tab, with the row that holds the keys of its columns; null where none has those. */
export const findKeyRow = (sheet: Sheet, wanted: readonly string[]): TabHead | null =>
  headOf(readTab(sheet), wanted);

const registerIn = (sheet: Sheet, tab: TabRows): Register | null => {
  const found = headOf(tab, COLUMN_KEYS);
  if (found === null) return null;
  const { rows, keyRow, keys, width, lastRow } = found;
  const at = tableOf(COLUMN_KEYS, (key) => keys.indexOf(key) + 1);
  const headerAt = rows
    .slice(0, HEAD_ROWS)
    .findIndex((cells, row) => row > keyRow && cells[at.requestState - 1] !== '');
  const headerRow = headerAt < 0 ? keyRow + 1 : headerAt;
  const title = rows[headerRow]?.[at.requestState - 1];
  return {
    sheet,
    spreadsheetId: sheet.getParent().getId(),
    headerRow: headerRow + 1,
    at,
    ...{ width, lastRow, values: rows, columns: {} },
    language: title === REQUEST_STATE_LABEL.en ? 'en' : 'ja',
  };
};

/**
 * Null where a column is missing: only the functions can tell then which column is which. Whoever is after one row says which:
 * it is read with the keys.
 */
export const findRegister = (sheet: Sheet, wanted = 0): Register | null => {
  const top = wanted > 0 && readTop(sheet, wanted);
  return (top && registerIn(sheet, top)) || registerIn(sheet, readTab(sheet));
};

export const registerSheet = (): Sheet | null => sheetById(REGISTER_TAB);

export const openRegister = (): Register | null => {
  const sheet = registerSheet();
  return sheet === null ? null : findRegister(sheet);
};

export const readRows = (register: Register, first: number, rows: number): RowValues[] => {
  if (rows <= 0) return [];
  const { values, lastRow } = register;
  const end = first - 1 + rows;
  const read =
    values !== null && values.length >= Math.min(end, lastRow ?? end)
      ? values.slice(first - 1, end)
      : register.sheet.getSheetValues(first, 1, rows, register.width);
  return read.map((values, index) => rowWithValues(register, first + index, values));
};

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
export const readColumn = (register: Register, key: ColumnKey): readonly unknown[] => {
  const { sheet, headerRow, at, values, columns } = register;
  const lastRow = register.lastRow ?? sheet.getLastRow();
  register.lastRow = lastRow;
  if (values !== null && values.length >= lastRow)
    return values.slice(headerRow, lastRow).map((cells) => cells[at[key] - 1]);
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
