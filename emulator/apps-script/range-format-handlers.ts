/** How the cells of a `Range` look, on the host: colours, weight of the text, number formats. */
import type { CellFormat, WorkbookCell } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import { colorToHex, parseColor } from './color';
import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import { numberFormatOfPattern } from './number-pattern';
import type { RangeAddress } from './protocol';
import { changeEachCell, changeUntypedCells, readEachCell } from './range-cells';

const withFormat = (cell: WorkbookCell, format: CellFormat): WorkbookCell => ({
  ...cell,
  userEnteredFormat: { ...cell.userEnteredFormat, ...format },
});

const withTextFormat = (
  cell: WorkbookCell,
  textFormat: NonNullable<CellFormat['textFormat']>,
): WorkbookCell => withFormat(cell, { textFormat: { ...cell.userEnteredFormat?.textFormat, ...textFormat } });

/** Null restores the default colour. */
function withBackground(cell: WorkbookCell, color: string | null): WorkbookCell {
  if (color !== null) {
    const rgb = parseColor(color);
    return withFormat(cell, { backgroundColor: rgb, backgroundColorStyle: { rgbColor: rgb } });
  }
  const { backgroundColor: _, backgroundColorStyle: __, ...format } = cell.userEnteredFormat ?? {};
  return { ...cell, userEnteredFormat: format };
}

/** Null restores the default colour. */
function withFontColor(cell: WorkbookCell, color: string | null): WorkbookCell {
  if (color !== null) {
    const rgb = parseColor(color);
    return withTextFormat(cell, { foregroundColor: rgb, foregroundColorStyle: { rgbColor: rgb } });
  }
  const { foregroundColor: _, foregroundColorStyle: __, ...text } = cell.userEnteredFormat?.textFormat ?? {};
  return { ...cell, userEnteredFormat: { ...cell.userEnteredFormat, textFormat: text } };
}

const withNumberFormat = (cell: WorkbookCell, pattern: string): WorkbookCell =>
  withFormat(cell, { numberFormat: numberFormatOfPattern(pattern) });

export function rangeFormatHandlers(workbooks: Workbooks) {
  const backgrounds = (_: ExecutionContext, address: RangeAddress) =>
    readEachCell(workbooks, address, ({ userEnteredFormat }) =>
      colorToHex(userEnteredFormat?.backgroundColorStyle?.rgbColor ?? userEnteredFormat?.backgroundColor),
    );
  const patterns = (_: ExecutionContext, address: RangeAddress) =>
    readEachCell(
      workbooks,
      address,
      ({ userEnteredFormat }) => userEnteredFormat?.numberFormat?.pattern ?? 'General',
    );
  return {
    'Range.getBackground': backgrounds,
    'Range.getBackgrounds': backgrounds,
    'Range.getNumberFormat': patterns,
    'Range.getNumberFormats': patterns,
    'Range.setBackground': (_, address, color) =>
      changeEachCell(workbooks, address, (cell) => withBackground(cell, color)),
    'Range.setBackgrounds': (_, address, rows) =>
      changeEachCell(workbooks, address, (cell, i, j) => withBackground(cell, rows[i]?.[j] ?? null)),
    'Range.setFontColor': (_, address, color) =>
      changeEachCell(workbooks, address, (cell) => withFontColor(cell, color)),
    'Range.setFontColors': (_, address, rows) =>
      changeEachCell(workbooks, address, (cell, i, j) => withFontColor(cell, rows[i]?.[j] ?? null)),
    'Range.setFontWeight': (_, address, weight) =>
      changeEachCell(workbooks, address, (cell) => withTextFormat(cell, { bold: weight === 'bold' })),
    'Range.setNumberFormat': (_, address, pattern) =>
      changeUntypedCells(workbooks, address, (cell) => withNumberFormat(cell, pattern)),
    'Range.setNumberFormats': (_, address, rows) =>
      changeUntypedCells(workbooks, address, (cell, i, j) => withNumberFormat(cell, rows[i]?.[j] ?? '')),
  } satisfies SomeHostHandlers;
}
