/** The register's tab: where its columns stand, and which account a row is. Columns are found by their keys, rows by their ID. */

import { dateOfSheetSerial } from '../../functions/domain/calendar/sheet-date';
import {
  COLUMN_KEYS,
  type ColumnKey,
  columnOf,
  EDITABLE,
  type EditableKey,
} from '../../functions/domain/register/columns';
import { REGISTER_TAB } from '../../functions/domain/register/tabs';
import type { Language } from '../script-api';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Register {
  sheet: Sheet;
  spreadsheetId: string;
  /** Counts from 1; the account rows stand below it. */
  headerRow: number;
  /** Columns, from 1. */
  at: Readonly<Record<ColumnKey, number>>;
  /** The last column that holds anything. */
  width: number;
  /** Of what stands in the sheet. */
  language: Language;
}

/** One row, as `getValues` gives it. */
export interface RowValues {
  /** From 1. */
  row: number;
  values: readonly unknown[];
}

/** The keys are looked for in so many rows: people may have inserted some above. */
const HEADER_SEARCH_ROWS = 10;

/** Null where a column is missing: only the functions can tell then which column is which. */
export const findRegister = (sheet: Sheet): Register | null => {
  const width = sheet.getLastColumn();
  const rows = sheet.getMaxRows();
  if (width === 0) return null;
  const head: unknown[][] = sheet.getRange(1, 1, Math.min(HEADER_SEARCH_ROWS + 1, rows), width).getValues();
  const keyRow = head.findIndex((cells) => cells.indexOf('id') >= 0 && cells.indexOf('mirror.id') >= 0);
  if (keyRow < 0) return null;
  const keys = head[keyRow] ?? [];
  const at = {} as Record<ColumnKey, number>;
  for (const key of COLUMN_KEYS) {
    const column = keys.indexOf(key);
    if (column < 0) return null;
    at[key] = column + 1;
  }
  const { label } = columnOf('requestState');
  const headerAt = head.findIndex((cells, row) => row > keyRow && cells[at.requestState - 1] !== '');
  const headerRow = headerAt < 0 ? keyRow + 1 : headerAt;
  const title = head[headerRow]?.[at.requestState - 1];
  return {
    sheet,
    spreadsheetId: sheet.getParent().getId(),
    headerRow: headerRow + 1,
    at,
    width,
    language: title === label.en ? 'en' : 'ja',
  };
};

export const registerSheet = (): Sheet | null =>
  SpreadsheetApp.getActiveSpreadsheet().getSheetById(REGISTER_TAB);

export const openRegister = (): Register | null => {
  const sheet = registerSheet();
  return sheet === null ? null : findRegister(sheet);
};

export const readRows = ({ sheet, width }: Register, first: number, rows: number): RowValues[] =>
  rows <= 0
    ? []
    : sheet
        .getRange(first, 1, rows, width)
        .getValues()
        .map((values, index) => ({ row: first + index, values }));

/** Far rows are read in one piece while the piece is no larger than this. */
const MAX_GAP = 300;

/** In as few calls as they fit in; from the top. */
export const readRowsAt = (register: Register, wanted: readonly number[]): RowValues[] => {
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  const found: RowValues[] = [];
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from] ?? 0;
    let to = from;
    while (to + 1 < sorted.length && (sorted[to + 1] ?? 0) - (sorted[to] ?? 0) <= MAX_GAP) to += 1;
    const asked = new Set(sorted.slice(from, to + 1));
    const rows = readRows(register, first, (sorted[to] ?? 0) - first + 1);
    found.push(...rows.filter(({ row }) => asked.has(row)));
    from = to + 1;
  }
  return found;
};

/** Of all rows below the header, in one call; the first one is that of `headerRow + 1`. */
export const readColumn = ({ sheet, headerRow, at }: Register, key: ColumnKey): unknown[] => {
  const rows = sheet.getLastRow() - headerRow;
  return rows <= 0
    ? []
    : sheet
        .getRange(headerRow + 1, at[key], rows, 1)
        .getValues()
        .map(([cell]) => cell);
};

let zone: string | undefined;
/** Of the spreadsheet: the one that its dates are meant in. */
export const sheetZone = (): string => {
  zone = zone ?? SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return zone;
};

export const sheetDate = (date: Date): string => Utilities.formatDate(date, sheetZone(), 'yyyy-MM-dd');

/** What a cell holds, so that it can be compared: dates as YYYY-MM-DD, whichever way they are kept. */
export const comparableText = (key: ColumnKey, value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return sheetDate(value);
  const isDay = key === 'nextCheck' || key === 'mirror.nextCheck';
  return (isDay ? dateOfSheetSerial(value) : null) ?? String(value);
};

export const comparableCell = ({ at }: Register, { values }: RowValues, key: ColumnKey): string =>
  comparableText(key, values[at[key] - 1]);

export const mirrorKey = (key: EditableKey): ColumnKey => `mirror.${key}` as ColumnKey;

/** Governed cells that differ from what was written there last: requests. */
export const pendingKeys = (register: Register, row: RowValues): EditableKey[] =>
  EDITABLE.filter(
    (key) => comparableCell(register, row, key) !== comparableCell(register, row, mirrorKey(key)),
  );

export type RowKind =
  /** One account, and its own row as far as the row itself tells. */
  | 'account'
  /** A company that somebody typed. */
  | 'draft'
  /** ID, name and mirrors do not belong together. */
  | 'inconsistent'
  | 'empty';

const ACCOUNT_ID = /^(?!__.*__$)[\w@-]{1,120}$/;

export const rowKind = (register: Register, row: RowValues): RowKind => {
  const [id, mirror] = [comparableCell(register, row, 'id'), comparableCell(register, row, 'mirror.id')];
  if (id === '' && mirror === '')
    return comparableCell(register, row, 'name').trim() === '' ? 'empty' : 'draft';
  return id === mirror && ACCOUNT_ID.test(id) ? 'account' : 'inconsistent';
};

/** Another company's name in the row of this ID: a sort of a part of the columns. A name that is merely typed over is none. */
export const isInconsistent = (
  register: Register,
  row: RowValues,
  names: () => ReadonlySet<string>,
): boolean => {
  if (rowKind(register, row) === 'inconsistent') return true;
  const [name, own] = [comparableCell(register, row, 'name'), comparableCell(register, row, 'mirror.name')];
  return name !== own && name !== '' && own !== '' && names().has(name);
};

/** The company names of all mirrors, read once and only where they are asked for. */
export const mirrorNames = (register: Register): (() => ReadonlySet<string>) => {
  let names: Set<string> | undefined;
  return () => {
    names = names ?? new Set(readColumn(register, 'mirror.name').map(String));
    return names;
  };
};
