/** `Range` on the host: reading and writing values, formats, notes and validations of cells. */
import { columnName, formatRect, type Rect } from '../workbook/a1';
import { displayText, effectiveValue } from '../workbook/cell-value';
import { normalizeCell, type SpreadsheetDraft } from '../workbook/draft';
import { cellPositions } from '../workbook/grid-range';
import type { CellFormat, WorkbookCell } from '../workbook/model';
import { isDateFormat } from '../workbook/number-format';
import { writeValues } from '../workbook/values';
import type { Workbooks } from '../workbook/workbook';
import { instantOfSerial, isMidnight, serialOfInstant } from './cell-dates';
import { colorToHex, parseColor } from './color';
import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import { numberFormatOfPattern } from './number-pattern';
import type { CellValidation, ClearedPart, RangeAddress, ScriptCellValue } from './protocol';
import { resolveRangeAddress } from './range-address';

function scriptValue(cell: WorkbookCell | undefined, locale: string, zone: string): ScriptCellValue {
  if (!cell?.userEnteredValue) return '';
  const value = effectiveValue(cell);
  if (value?.numberValue != null && isDateFormat(cell.userEnteredFormat?.numberFormat)) {
    return { date: instantOfSerial(value.numberValue, zone) };
  }
  return value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? displayText(cell, locale);
}

/** Enters values as if typed: a text may be a number, date or formula, an empty text clears the cell. Dates get a format. */
export function enterTypedValues(
  draft: SpreadsheetDraft,
  sheetId: number,
  rect: Rect,
  rows: readonly (readonly ScriptCellValue[])[],
): void {
  const zone = draft.book.properties.timeZone;
  const tab = draft.grid(sheetId);
  const plain = rows.map((row) =>
    row.map((value) => (typeof value === 'object' ? serialOfInstant(value.date, zone) : value)),
  );
  writeValues(draft, { range: formatRect(tab, rect), values: plain }, 'USER_ENTERED');
  const edited = draft.edit(draft.grid(sheetId));
  rows.forEach((row, i) => {
    row.forEach((value, j) => {
      const cell = edited.rows[rect.top + i]?.[rect.left + j];
      if (typeof value !== 'object' || cell?.userEnteredFormat?.numberFormat) return;
      const type = isMidnight(value.date, zone) ? 'DATE' : 'DATE_TIME';
      const userEnteredFormat = { ...cell?.userEnteredFormat, numberFormat: { type } };
      draft.setCell(edited, rect.top + i, rect.left + j, normalizeCell({ ...cell, userEnteredFormat }));
    });
  });
}

type CellChange = (cell: WorkbookCell, row: number, column: number) => WorkbookCell;

const CLEAR_PARTS: Readonly<Record<ClearedPart, (cell: WorkbookCell) => WorkbookCell>> = {
  all: () => ({}),
  contents: ({ userEnteredValue: _, textFormatRuns: __, ...cell }) => cell,
  formats: ({ userEnteredFormat: _, textFormatRuns: __, ...cell }) => cell,
  notes: ({ note: _, ...cell }) => cell,
  validations: ({ dataValidation: _, ...cell }) => cell,
};

const withFormat = (cell: WorkbookCell, format: CellFormat): WorkbookCell => ({
  ...cell,
  userEnteredFormat: { ...cell.userEnteredFormat, ...format },
});

const withText = (cell: WorkbookCell, textFormat: NonNullable<CellFormat['textFormat']>): WorkbookCell =>
  withFormat(cell, { textFormat: { ...cell.userEnteredFormat?.textFormat, ...textFormat } });

/** Null restores the default colour. */
function withBackground(cell: WorkbookCell, color: string | null): WorkbookCell {
  if (color !== null) {
    const rgb = parseColor(color);
    return withFormat(cell, { backgroundColor: rgb, backgroundColorStyle: { rgbColor: rgb } });
  }
  const { backgroundColor: _, backgroundColorStyle: __, ...format } = cell.userEnteredFormat ?? {};
  return { ...cell, userEnteredFormat: format };
}

function withFontColor(cell: WorkbookCell, color: string | null): WorkbookCell {
  if (color !== null) {
    const rgb = parseColor(color);
    return withText(cell, { foregroundColor: rgb, foregroundColorStyle: { rgbColor: rgb } });
  }
  const { foregroundColor: _, foregroundColorStyle: __, ...text } = cell.userEnteredFormat?.textFormat ?? {};
  return { ...cell, userEnteredFormat: { ...cell.userEnteredFormat, textFormat: text } };
}

function withValidation(cell: WorkbookCell, rule: CellValidation | null): WorkbookCell {
  const { dataValidation: _, ...rest } = cell;
  if (rule === null) return rest;
  const { type, values, strict, showDropdown, helpText } = rule;
  return {
    ...rest,
    dataValidation: {
      condition: {
        type,
        ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }),
      },
      strict,
      showCustomUi: showDropdown,
      ...(helpText !== null && { inputMessage: helpText }),
    },
  };
}

function validationOfCell({ dataValidation }: WorkbookCell): CellValidation | null {
  if (!dataValidation?.condition) return null;
  const { condition, strict, showCustomUi, inputMessage } = dataValidation;
  return {
    type: condition.type ?? '',
    values: (condition.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? ''),
    strict: strict ?? false,
    showDropdown: showCustomUi ?? false,
    helpText: inputMessage ?? null,
  };
}

export function rangeHandlers(workbooks: Workbooks) {
  function read<T>(
    address: RangeAddress,
    extract: (cell: WorkbookCell, locale: string, zone: string) => T,
  ): T[][] {
    const { book, tab, rect } = resolveRangeAddress(workbooks, address);
    const { locale, timeZone } = book.properties;
    return Array.from({ length: rect.bottom - rect.top }, (_, i) => {
      const cells = tab.rows[rect.top + i] ?? [];
      return Array.from({ length: rect.right - rect.left }, (__, j) =>
        extract(cells[rect.left + j] ?? {}, locale, timeZone),
      );
    });
  }

  function write(address: RangeAddress, change: CellChange): void {
    const { rect } = resolveRangeAddress(workbooks, address);
    workbooks.change(address.spreadsheetId, 'script', (draft) => {
      const tab = draft.edit(draft.grid(address.sheetId));
      for (const [row, column] of cellPositions(rect)) {
        const cell = tab.rows[row]?.[column] ?? {};
        draft.setCell(tab, row, column, normalizeCell(change(cell, row - rect.top, column - rect.left)));
      }
    });
  }

  function enter(address: RangeAddress, rows: readonly (readonly ScriptCellValue[])[]): void {
    const { rect } = resolveRangeAddress(workbooks, address);
    workbooks.change(address.spreadsheetId, 'script', (draft) => {
      enterTypedValues(draft, address.sheetId, rect, rows);
    });
  }

  const inEveryCell = <T>(address: RangeAddress, value: T): T[][] =>
    Array.from({ length: address.rows }, () => Array.from({ length: address.columns }, () => value));

  const values = (_: ExecutionContext, address: RangeAddress) => read(address, scriptValue);
  const texts = (_: ExecutionContext, address: RangeAddress) => read(address, displayText);
  const formulas = (_: ExecutionContext, address: RangeAddress) =>
    read(address, ({ userEnteredValue }) => userEnteredValue?.formulaValue ?? '');
  const notes = (_: ExecutionContext, address: RangeAddress) => read(address, ({ note }) => note ?? '');
  const backgrounds = (_: ExecutionContext, address: RangeAddress) =>
    read(address, ({ userEnteredFormat }) =>
      colorToHex(userEnteredFormat?.backgroundColorStyle?.rgbColor ?? userEnteredFormat?.backgroundColor),
    );
  const patterns = (_: ExecutionContext, address: RangeAddress) =>
    read(address, ({ userEnteredFormat }) => userEnteredFormat?.numberFormat?.pattern ?? 'General');
  const rules = (_: ExecutionContext, address: RangeAddress) => read(address, validationOfCell);

  return {
    'Range.getA1Notation': (_, address) => {
      const first = columnName(address.column - 1) + address.row;
      const last = columnName(address.column + address.columns - 2) + (address.row + address.rows - 1);
      return first === last ? first : `${first}:${last}`;
    },
    'Range.getValue': values,
    'Range.getValues': values,
    'Range.getDisplayValue': texts,
    'Range.getDisplayValues': texts,
    'Range.getFormula': formulas,
    'Range.getFormulas': formulas,
    'Range.getNote': notes,
    'Range.getNotes': notes,
    'Range.getBackground': backgrounds,
    'Range.getBackgrounds': backgrounds,
    'Range.getNumberFormat': patterns,
    'Range.getNumberFormats': patterns,
    'Range.getDataValidation': rules,
    'Range.getDataValidations': rules,
    'Range.setValue': (_, address, value) => enter(address, inEveryCell(address, value)),
    'Range.setValues': (_, address, rows) => enter(address, rows),
    'Range.setFormula': (_, address, formula) =>
      enter(address, inEveryCell(address, formula.startsWith('=') ? formula : `=${formula}`)),
    'Range.setNote': (_, address, note) => write(address, (cell) => ({ ...cell, note: note ?? '' })),
    'Range.setNotes': (_, address, rows) =>
      write(address, (cell, i, j) => ({ ...cell, note: rows[i]?.[j] ?? '' })),
    'Range.setBackground': (_, address, color) => write(address, (cell) => withBackground(cell, color)),
    'Range.setBackgrounds': (_, address, rows) =>
      write(address, (cell, i, j) => withBackground(cell, rows[i]?.[j] ?? null)),
    'Range.setFontColor': (_, address, color) => write(address, (cell) => withFontColor(cell, color)),
    'Range.setFontColors': (_, address, rows) =>
      write(address, (cell, i, j) => withFontColor(cell, rows[i]?.[j] ?? null)),
    'Range.setFontWeight': (_, address, weight) =>
      write(address, (cell) => withText(cell, { bold: weight === 'bold' })),
    'Range.setNumberFormat': (_, address, format) =>
      write(address, (cell) => withFormat(cell, { numberFormat: numberFormatOfPattern(format) })),
    'Range.setNumberFormats': (_, address, rows) =>
      write(address, (cell, i, j) =>
        withFormat(cell, { numberFormat: numberFormatOfPattern(rows[i]?.[j] ?? '') }),
      ),
    'Range.setDataValidation': (_, address, rule) => write(address, (cell) => withValidation(cell, rule)),
    'Range.setDataValidations': (_, address, rows) =>
      write(address, (cell, i, j) => withValidation(cell, rows[i]?.[j] ?? null)),
    'Range.clear': (_, address, what) => write(address, CLEAR_PARTS[what]),
  } satisfies SomeHostHandlers;
}
