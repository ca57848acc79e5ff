/** Ranges: reading and writing what their cells hold. */
import { columnName, formatRect, type Rect } from '../workbook/a1';
import { type Draft, keptCell } from '../workbook/draft';
import { cellsOf } from '../workbook/grid-range';
import type { Cell, CellFormat } from '../workbook/model';
import { isDateFormat } from '../workbook/number-format';
import { effectiveValue, shownText } from '../workbook/shown-value';
import { writeValues } from '../workbook/values';
import type { Workbooks } from '../workbook/workbook';
import { instantOf, isMidnight, serialAt } from './cell-dates';
import { colorOf, hexOf } from './color';
import { formatNamed } from './number-pattern';
import { areaOf } from './places';
import type { CellValue, Cleared, Place, Validation } from './protocol';
import type { Run, SomeCalls } from './run';

function cellValue(cell: Cell | undefined, locale: string, zone: string): CellValue {
  if (!cell?.userEnteredValue) return '';
  const value = effectiveValue(cell);
  if (value?.numberValue != null && isDateFormat(cell.userEnteredFormat?.numberFormat)) {
    return { date: instantOf(value.numberValue, zone) };
  }
  return value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? shownText(cell, locale);
}

/** As if typed: numbers, dates and formulas in texts are understood. An empty text clears; dates get a format. */
export function enterValues(
  draft: Draft,
  sheetId: number,
  rect: Rect,
  rows: readonly (readonly CellValue[])[],
): void {
  const zone = draft.book.properties.timeZone;
  const tab = draft.grid(sheetId);
  const plain = rows.map((row) =>
    row.map((value) => (typeof value === 'object' ? serialAt(value.date, zone) : value)),
  );
  writeValues(draft, { range: formatRect(tab, rect), values: plain }, 'USER_ENTERED');
  const edited = draft.edit(draft.grid(sheetId));
  rows.forEach((row, i) => {
    row.forEach((value, j) => {
      const cell = edited.rows[rect.top + i]?.[rect.left + j];
      if (typeof value !== 'object' || cell?.userEnteredFormat?.numberFormat) return;
      const type = isMidnight(value.date, zone) ? 'DATE' : 'DATE_TIME';
      const userEnteredFormat = { ...cell?.userEnteredFormat, numberFormat: { type } };
      draft.setCell(edited, rect.top + i, rect.left + j, keptCell({ ...cell, userEnteredFormat }));
    });
  });
}

type Change = (cell: Cell, row: number, column: number) => Cell;

const CLEAR: Readonly<Record<Cleared, (cell: Cell) => Cell>> = {
  all: () => ({}),
  contents: ({ userEnteredValue: _, textFormatRuns: __, ...cell }) => cell,
  formats: ({ userEnteredFormat: _, textFormatRuns: __, ...cell }) => cell,
  notes: ({ note: _, ...cell }) => cell,
  validations: ({ dataValidation: _, ...cell }) => cell,
};

const withFormat = (cell: Cell, format: CellFormat): Cell => ({
  ...cell,
  userEnteredFormat: { ...cell.userEnteredFormat, ...format },
});

const withText = (cell: Cell, textFormat: NonNullable<CellFormat['textFormat']>): Cell =>
  withFormat(cell, { textFormat: { ...cell.userEnteredFormat?.textFormat, ...textFormat } });

/** Null takes the colour back to the sheet's own. */
function painted(cell: Cell, color: string | null): Cell {
  if (color !== null) {
    const rgb = colorOf(color);
    return withFormat(cell, { backgroundColor: rgb, backgroundColorStyle: { rgbColor: rgb } });
  }
  const { backgroundColor: _, backgroundColorStyle: __, ...format } = cell.userEnteredFormat ?? {};
  return { ...cell, userEnteredFormat: format };
}

function written(cell: Cell, color: string | null): Cell {
  if (color !== null) {
    const rgb = colorOf(color);
    return withText(cell, { foregroundColor: rgb, foregroundColorStyle: { rgbColor: rgb } });
  }
  const { foregroundColor: _, foregroundColorStyle: __, ...text } = cell.userEnteredFormat?.textFormat ?? {};
  return { ...cell, userEnteredFormat: { ...cell.userEnteredFormat, textFormat: text } };
}

function ruled(cell: Cell, rule: Validation | null): Cell {
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

function ruleOf({ dataValidation }: Cell): Validation | null {
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

export function cellCalls(workbooks: Workbooks) {
  function read<T>(place: Place, of: (cell: Cell, locale: string, zone: string) => T): T[][] {
    const { book, tab, rect } = areaOf(workbooks, place);
    const { locale, timeZone } = book.properties;
    return Array.from({ length: rect.bottom - rect.top }, (_, i) => {
      const cells = tab.rows[rect.top + i] ?? [];
      return Array.from({ length: rect.right - rect.left }, (__, j) =>
        of(cells[rect.left + j] ?? {}, locale, timeZone),
      );
    });
  }

  function write(place: Place, change: Change): void {
    const { rect } = areaOf(workbooks, place);
    workbooks.change(place.spreadsheetId, 'script', (draft) => {
      const tab = draft.edit(draft.grid(place.sheetId));
      for (const [row, column] of cellsOf(rect)) {
        const cell = tab.rows[row]?.[column] ?? {};
        draft.setCell(tab, row, column, keptCell(change(cell, row - rect.top, column - rect.left)));
      }
    });
  }

  function enter(place: Place, rows: readonly (readonly CellValue[])[]): void {
    const { rect } = areaOf(workbooks, place);
    workbooks.change(place.spreadsheetId, 'script', (draft) => {
      enterValues(draft, place.sheetId, rect, rows);
    });
  }

  const everywhere = <T>(place: Place, value: T): T[][] =>
    Array.from({ length: place.rows }, () => Array.from({ length: place.columns }, () => value));

  const values = (_: Run, place: Place) => read(place, cellValue);
  const texts = (_: Run, place: Place) => read(place, shownText);
  const formulas = (_: Run, place: Place) =>
    read(place, ({ userEnteredValue }) => userEnteredValue?.formulaValue ?? '');
  const notes = (_: Run, place: Place) => read(place, ({ note }) => note ?? '');
  const backgrounds = (_: Run, place: Place) =>
    read(place, ({ userEnteredFormat }) =>
      hexOf(userEnteredFormat?.backgroundColorStyle?.rgbColor ?? userEnteredFormat?.backgroundColor),
    );
  const patterns = (_: Run, place: Place) =>
    read(place, ({ userEnteredFormat }) => userEnteredFormat?.numberFormat?.pattern ?? 'General');
  const rules = (_: Run, place: Place) => read(place, ruleOf);

  return {
    'Range.getA1Notation': (_, place) => {
      const first = columnName(place.column - 1) + place.row;
      const last = columnName(place.column + place.columns - 2) + (place.row + place.rows - 1);
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
    'Range.setValue': (_, place, value) => enter(place, everywhere(place, value)),
    'Range.setValues': (_, place, rows) => enter(place, rows),
    'Range.setFormula': (_, place, formula) =>
      enter(place, everywhere(place, formula.startsWith('=') ? formula : `=${formula}`)),
    'Range.setNote': (_, place, note) => write(place, (cell) => ({ ...cell, note: note ?? '' })),
    'Range.setNotes': (_, place, rows) =>
      write(place, (cell, i, j) => ({ ...cell, note: rows[i]?.[j] ?? '' })),
    'Range.setBackground': (_, place, color) => write(place, (cell) => painted(cell, color)),
    'Range.setBackgrounds': (_, place, rows) =>
      write(place, (cell, i, j) => painted(cell, rows[i]?.[j] ?? null)),
    'Range.setFontColor': (_, place, color) => write(place, (cell) => written(cell, color)),
    'Range.setFontColors': (_, place, rows) =>
      write(place, (cell, i, j) => written(cell, rows[i]?.[j] ?? null)),
    'Range.setFontWeight': (_, place, weight) =>
      write(place, (cell) => withText(cell, { bold: weight === 'bold' })),
    'Range.setNumberFormat': (_, place, format) =>
      write(place, (cell) => withFormat(cell, { numberFormat: formatNamed(format) })),
    'Range.setNumberFormats': (_, place, rows) =>
      write(place, (cell, i, j) => withFormat(cell, { numberFormat: formatNamed(rows[i]?.[j] ?? '') })),
    'Range.setDataValidation': (_, place, rule) => write(place, (cell) => ruled(cell, rule)),
    'Range.setDataValidations': (_, place, rows) =>
      write(place, (cell, i, j) => ruled(cell, rows[i]?.[j] ?? null)),
    'Range.clear': (_, place, what) => write(place, CLEAR[what]),
  } satisfies SomeCalls;
}
