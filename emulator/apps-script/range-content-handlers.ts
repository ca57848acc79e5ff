/** What stands in the cells of a `Range`, on the host: values, formulas and notes. */
import { columnName } from '../workbook/a1';
import { displayText, effectiveValue } from '../workbook/cell-value';
import type { WorkbookCell } from '../workbook/model';
import { isDateFormat } from '../workbook/number-format';
import type { Workbooks } from '../workbook/workbook';
import { instantOfSerial } from './cell-dates';
import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import type { ClearedPart, RangeAddress, ScriptCellValue } from './protocol';
import { resolveRangeAddress } from './range-address';
import { changeEachCell, readEachCell } from './range-cells';
import { enterTypedValues } from './typed-values';

function scriptValue(cell: WorkbookCell | undefined, locale: string, zone: string): ScriptCellValue {
  if (!cell?.userEnteredValue) return '';
  const value = effectiveValue(cell);
  if (value?.numberValue != null && isDateFormat(cell.userEnteredFormat?.numberFormat)) {
    return { date: instantOfSerial(value.numberValue, zone) };
  }
  return value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? displayText(cell, locale);
}

const CLEAR_PARTS: Readonly<Record<ClearedPart, (cell: WorkbookCell) => WorkbookCell>> = {
  all: () => ({}),
  contents: ({ userEnteredValue: _, textFormatRuns: __, ...cell }) => cell,
  formats: ({ userEnteredFormat: _, textFormatRuns: __, ...cell }) => cell,
  notes: ({ note: _, ...cell }) => cell,
  validations: ({ dataValidation: _, ...cell }) => cell,
};

const inEveryCell = <T>(address: RangeAddress, value: T): T[][] =>
  Array.from({ length: address.rows }, () => Array.from({ length: address.columns }, () => value));

const a1Notation = ({ row, column, rows, columns }: RangeAddress): string => {
  const first = columnName(column - 1) + row;
  const last = columnName(column + columns - 2) + (row + rows - 1);
  return first === last ? first : `${first}:${last}`;
};

export function rangeContentHandlers(workbooks: Workbooks) {
  const enter = (address: RangeAddress, rows: readonly (readonly ScriptCellValue[])[]): void => {
    const { rect } = resolveRangeAddress(workbooks, address);
    workbooks.change(address.spreadsheetId, 'script', (draft) => {
      enterTypedValues(draft, address.sheetId, rect, rows);
    });
  };
  const values = (_: ExecutionContext, address: RangeAddress) =>
    readEachCell(workbooks, address, scriptValue);
  const texts = (_: ExecutionContext, address: RangeAddress) => readEachCell(workbooks, address, displayText);
  const formulas = (_: ExecutionContext, address: RangeAddress) =>
    readEachCell(workbooks, address, ({ userEnteredValue }) => userEnteredValue?.formulaValue ?? '');
  const notes = (_: ExecutionContext, address: RangeAddress) =>
    readEachCell(workbooks, address, ({ note }) => note ?? '');
  return {
    'Range.getA1Notation': (_, address) => a1Notation(address),
    'Sheet.getSheetValues': (context, spreadsheetId, sheetId, rect) =>
      values(context, { spreadsheetId, sheetId, ...rect }),
    'Range.getValue': values,
    'Range.getValues': values,
    'Range.getDisplayValue': texts,
    'Range.getDisplayValues': texts,
    'Range.getFormula': formulas,
    'Range.getFormulas': formulas,
    'Range.getNote': notes,
    'Range.getNotes': notes,
    'Range.setValue': (_, address, value) => enter(address, inEveryCell(address, value)),
    'Range.setValues': (_, address, rows) => enter(address, rows),
    'Range.setFormula': (_, address, formula) =>
      enter(address, inEveryCell(address, formula.startsWith('=') ? formula : `=${formula}`)),
    'Range.setNote': (_, address, note) =>
      changeEachCell(workbooks, address, (cell) => ({ ...cell, note: note ?? '' })),
    'Range.setNotes': (_, address, rows) =>
      changeEachCell(workbooks, address, (cell, i, j) => ({ ...cell, note: rows[i]?.[j] ?? '' })),
    'Range.clear': (_, address, part) => changeEachCell(workbooks, address, CLEAR_PARTS[part]),
  } satisfies SomeHostHandlers;
}
