/** `spreadsheets.values` on the model: reading, writing, appending and clearing ranges of plain values. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { columnName, formatRect, parseA1, type Rect } from './a1';
import { displayText, effectiveValue } from './cell-value';
import { normalizeCell, type SpreadsheetDraft } from './draft';
import { cellPositions, exactRectOf, rectOf } from './grid-range';
import type { Book, WorkbookCell, WorkbookTab } from './model';
import { isDateFormat } from './number-format';
import { invalidRequest } from './refusal';
import { parseUserEntered } from './user-entered';
import { valueText } from './value-text';

type Primitive = string | number | boolean;
export type ValueRange = sheets_v4.Schema$ValueRange;
export type UpdateValuesResult = sheets_v4.Schema$UpdateValuesResponse;

export interface ReadValuesOptions {
  majorDimension?: 'ROWS' | 'COLUMNS' | undefined;
  valueRenderOption?: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA' | undefined;
  dateTimeRenderOption?: 'SERIAL_NUMBER' | 'FORMATTED_STRING' | undefined;
}

export type ValueInputOption = 'RAW' | 'USER_ENTERED';

export function readValues(book: Book, range: string, options: ReadValuesOptions = {}): ValueRange {
  const area = parseA1(book, range);
  return readRect(book, area.tab, rectOf(area.tab, area.range), options);
}

export function readRect(
  book: Book,
  tab: WorkbookTab,
  rect: Rect,
  options: ReadValuesOptions = {},
): ValueRange {
  const majorDimension = options.majorDimension ?? 'ROWS';
  const byRow = majorDimension === 'ROWS';
  const locale = book.properties.locale;
  const lines: Primitive[][] = [];
  const bottom = Math.min(rect.bottom, tab.rows.length);
  for (let row = rect.top; row < bottom; row++) {
    const cells = tab.rows[row] ?? [];
    for (let column = rect.left; column < Math.min(rect.right, cells.length); column++) {
      const value = renderValue(cells[column], locale, options);
      if (value === '') continue;
      const line = byRow ? row - rect.top : column - rect.left;
      while (lines.length <= line) lines.push([]);
      const values = lines[line] ?? [];
      const place = byRow ? column - rect.left : row - rect.top;
      while (values.length < place) values.push('');
      values[place] = value;
    }
  }
  return { range: formatRect(tab, rect), majorDimension, ...(lines.length > 0 ? { values: lines } : {}) };
}

function renderValue(cell: WorkbookCell | undefined, locale: string, options: ReadValuesOptions): Primitive {
  if (!cell?.userEnteredValue) return '';
  const option = options.valueRenderOption ?? 'FORMATTED_VALUE';
  if (option === 'FORMATTED_VALUE') return displayText(cell, locale);
  if (option === 'FORMULA' && cell.userEnteredValue.formulaValue != null) {
    return cell.userEnteredValue.formulaValue;
  }
  const value = effectiveValue(cell);
  const asText = options.dateTimeRenderOption === 'FORMATTED_STRING' && option === 'UNFORMATTED_VALUE';
  if (asText && isDateFormat(cell.userEnteredFormat?.numberFormat)) return displayText(cell, locale);
  return value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? displayText(cell, locale);
}

/** Null, and cells missing from a short row, stay unchanged; an empty text clears a cell. */
export function writeValues(
  draft: SpreadsheetDraft,
  valueRange: ValueRange,
  input: ValueInputOption,
): UpdateValuesResult {
  const text = valueRange.range ?? '';
  const area = parseA1(draft.book, text);
  const rect = exactRectOf(area.tab, area.range);
  const single = rect.bottom - rect.top === 1 && rect.right - rect.left === 1 && !text.includes(':');
  const grid = area.tab.properties.gridProperties;
  const limit = single ? { ...rect, bottom: grid.rowCount, right: grid.columnCount } : rect;
  return enterRows(draft, area.tab, limit, rowsOfValues(valueRange), input, text);
}

/** The values by rows, also where the request has them by columns. */
export function rowsOfValues(valueRange: ValueRange): unknown[][] {
  const values: unknown[][] = valueRange.values ?? [];
  if (valueRange.majorDimension !== 'COLUMNS') return values;
  const height = Math.max(0, ...values.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => values.map((column) => column[row] ?? null));
}

/** Writes the rows into the cells of the limit and not beyond; `rangeText` is the range for a refusal. */
export function enterRows(
  draft: SpreadsheetDraft,
  tab: WorkbookTab,
  limit: Rect,
  rows: readonly unknown[][],
  input: ValueInputOption,
  rangeText: string,
): UpdateValuesResult {
  const edited = draft.edit(tab);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (limit.top + rows.length > limit.bottom) {
    throw invalidRequest(
      `Requested writing within range [${rangeText}], but tried writing to row [${limit.bottom + 1}]`,
    );
  }
  if (limit.left + width > limit.right) {
    const column = columnName(limit.right);
    throw invalidRequest(
      `Requested writing within range [${rangeText}], but tried writing to column [${column}]`,
    );
  }
  const updated = { rows: new Set<number>(), columns: new Set<number>(), cells: 0 };
  rows.forEach((values, i) => {
    values.forEach((value, j) => {
      if (value === null || value === undefined) return;
      const [row, column] = [limit.top + i, limit.left + j];
      const entered = enterCell(edited.rows[row]?.[column], value, input, draft.book.properties.locale);
      if (!entered) throw invalidRequest(`Invalid values[${i}][${j}]: ${valueText(value)}`);
      draft.setCell(edited, row, column, normalizeCell(entered));
      updated.rows.add(row);
      updated.columns.add(column);
      updated.cells++;
    });
  });
  const written = {
    ...limit,
    bottom: limit.top + Math.max(1, rows.length),
    right: limit.left + Math.max(1, width),
  };
  return {
    spreadsheetId: draft.book.spreadsheetId,
    updatedRange: formatRect(tab, written),
    ...(updated.cells > 0 && {
      updatedRows: updated.rows.size,
      updatedColumns: updated.columns.size,
      updatedCells: updated.cells,
    }),
  };
}

/** The cell with the value entered; undefined for a value that no cell can hold. */
function enterCell(
  current: WorkbookCell | undefined,
  value: unknown,
  input: ValueInputOption,
  locale: string,
): WorkbookCell | undefined {
  const { textFormatRuns: _, ...cell } = current ?? {};
  if (typeof value === 'number') return { ...cell, userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { ...cell, userEnteredValue: { boolValue: value } };
  if (typeof value !== 'string') return undefined;
  const format = cell.userEnteredFormat?.numberFormat;
  if (input === 'RAW' || format?.type === 'TEXT')
    return { ...cell, userEnteredValue: { stringValue: value } };
  const entered = parseUserEntered(value, locale);
  if (!entered.numberFormat || format) return { ...cell, userEnteredValue: entered.value };
  const userEnteredFormat = { ...cell.userEnteredFormat, numberFormat: entered.numberFormat };
  return { ...cell, userEnteredValue: entered.value, userEnteredFormat };
}

/** Clears values only; formats, notes and validations stay. Returns the cleared range. */
export function clearValues(draft: SpreadsheetDraft, range: string): string {
  const area = parseA1(draft.book, range);
  const rect = rectOf(area.tab, area.range);
  const tab = draft.edit(area.tab);
  const bottom = Math.min(rect.bottom, tab.rows.length);
  for (const [row, column] of cellPositions({ ...rect, bottom })) {
    const cell = tab.rows[row]?.[column];
    if (!cell?.userEnteredValue) continue;
    const { userEnteredValue: _, ...rest } = cell;
    draft.setCell(tab, row, column, normalizeCell(rest));
  }
  return formatRect(area.tab, rect);
}
