/** Converts a spreadsheet from the server's form into Univer's. */
import type { IRange, ISheetDataValidationRule, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { BooleanNumber, DataValidationRenderMode, DataValidationType, LocaleType } from '@univerjs/core';
import type { Rect } from '../../workbook/a1';
import type { CellView, PageLanguage, TabView } from '../protocol';
import type { SpreadsheetModel } from './spreadsheet-model';
import { wrappedLines } from './wrapped-lines';

export const ROW_HEIGHT = 21;
/** Default width of a column in pixels. */
export const COLUMN_WIDTH = 100;
/** Width of the row numbers and height of the column letters, in pixels. */
export const HEADINGS = { width: 46, height: 24 };
/** Marks a text, so that Univer does not interpret it: the server has decided on value and format. */
const STRING_TYPE = 1;
/** The colour of a dropdown value without one of its own. */
const CHIP_COLOUR = '#e8eaed';

export const univerRangeOf = ({ top, left, bottom, right }: Rect): IRange => ({
  startRow: top,
  startColumn: left,
  endRow: bottom - 1,
  endColumn: right - 1,
});

export interface UniverCell {
  v?: string;
  t?: number;
  s?: string;
}

/** Univer's name of the style with this number. */
export const styleId = (number: number): string => `s${number}`;

export function univerCellOf(view: CellView): UniverCell {
  if (view === null) return {};
  if (typeof view === 'string') return { v: view, t: STRING_TYPE };
  const [text, number] = view;
  return {
    ...(text === '' ? {} : { v: text, t: STRING_TYPE }),
    ...(number < 0 ? {} : { s: styleId(number) }),
  };
}

/** The most lines shown of a row; fewer in frozen rows, which take room on the screen. */
const MAX_LINES = { head: 3, below: 12 };
const LINE_HEIGHT = 15;
const DEFAULT_POINTS = 10;
/** Measuring more rows would take too long. */
const MAX_MEASURED_ROWS = 1_000;

/**
 * The heights of rows with wrapped text, in pixels. All other rows have the default height, as in Google.
 */
function wrappedHeights(spreadsheet: SpreadsheetModel, tab: TabView): Record<number, number> {
  const context = document.createElement('canvas').getContext('2d');
  const heights: Record<number, number> = {};
  if (!context) return heights;
  const linesIn = (cell: CellView, column: number, margin: number): number => {
    if (!Array.isArray(cell)) return 1;
    const [text, number] = cell as readonly [string, number];
    const style = spreadsheet.styles[number];
    if (style?.tb !== 3 || tab.hiddenColumns.includes(column)) return 1;
    context.font = `${style.bl ? 'bold ' : ''}${Number(style.fs ?? DEFAULT_POINTS)}pt Arial`;
    const room = (tab.widths[column] ?? COLUMN_WIDTH) - margin;
    return wrappedLines(text, room, (part) => context.measureText(part).width);
  };
  const last = Math.min(tab.rows, MAX_MEASURED_ROWS);
  for (let row = 0; row < last; row++) {
    const isHead = row < tab.frozenRows;
    // A header needs room for the filter button.
    const margin = isHead && tab.filter !== null ? 26 : 8;
    const lines = spreadsheet.row(tab.id, row).map((cell, column) => linesIn(cell, column, margin));
    const most = Math.min(MAX_LINES[isHead ? 'head' : 'below'], Math.max(1, ...lines));
    if (most > 1) heights[row] = ROW_HEIGHT + (most - 1) * LINE_HEIGHT;
  }
  return heights;
}

/** Every row has an explicit height: otherwise Univer would measure it, and make rows with chips higher. */
export function univerRowData(spreadsheet: SpreadsheetModel, tab: TabView): IWorksheetData['rowData'] {
  const rows: IWorksheetData['rowData'] = {};
  for (let row = 0; row < tab.rows; row++) rows[row] = { h: ROW_HEIGHT, ia: BooleanNumber.FALSE };
  for (const [row, h] of Object.entries(wrappedHeights(spreadsheet, tab)))
    rows[Number(row)] = { h, ia: BooleanNumber.FALSE };
  for (const row of [...tab.hiddenRows, ...tab.filteredRows])
    rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

export function univerColumnData(tab: TabView): IWorksheetData['columnData'] {
  const columns: IWorksheetData['columnData'] = {};
  for (const [column, width] of Object.entries(tab.widths)) columns[Number(column)] = { w: width };
  for (const column of tab.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

export const univerFreeze = ({ frozenRows, frozenColumns }: TabView): IWorksheetData['freeze'] => ({
  xSplit: frozenColumns,
  ySplit: frozenRows,
  startRow: frozenRows > 0 ? frozenRows : -1,
  startColumn: frozenColumns > 0 ? frozenColumns : -1,
});

export function dropdownRulesOf(tab: TabView): ISheetDataValidationRule[] {
  return tab.choices.map(({ rects, values, colours }, index) => ({
    uid: `choices-${tab.id}-${index}`,
    type: DataValidationType.LIST,
    allowBlank: true,
    // Univer separates the values by commas.
    formula1: values.map((value) => value.replaceAll(',', '，')).join(','),
    formula2: colours.map((colour) => colour || CHIP_COLOUR).join(','),
    ranges: rects.map(univerRangeOf),
    renderMode: DataValidationRenderMode.CUSTOM,
    showErrorMessage: false,
  }));
}

function univerWorksheet(
  spreadsheet: SpreadsheetModel,
  tab: TabView,
  zoomRatio: number,
): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, UniverCell>> = {};
  for (let row = 0; row < spreadsheet.length(tab.id); row++) {
    const cells: Record<number, UniverCell> = {};
    spreadsheet.row(tab.id, row).forEach((view, column) => {
      if (view !== null) cells[column] = univerCellOf(view);
    });
    cellData[row] = cells;
  }
  return {
    id: String(tab.id),
    name: tab.title,
    hidden: tab.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: tab.rows,
    columnCount: tab.columns,
    zoomRatio,
    defaultRowHeight: ROW_HEIGHT,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultStyle: { ff: 'Arial', fs: DEFAULT_POINTS, vt: 3 },
    freeze: univerFreeze(tab),
    mergeData: tab.merges.map(univerRangeOf),
    rowData: univerRowData(spreadsheet, tab),
    columnData: univerColumnData(tab),
    rowHeader: { width: HEADINGS.width },
    columnHeader: { height: HEADINGS.height },
    cellData,
  };
}

export interface WorkbookLook {
  language: PageLanguage;
  zoom: number;
}

/** `unit` must be a new ID each time: Univer keeps parts of a disposed spreadsheet for a while. */
export function univerWorkbook(
  spreadsheet: SpreadsheetModel,
  unit: string,
  { language, zoom }: WorkbookLook,
): Partial<IWorkbookData> {
  const tabs = spreadsheet.order.flatMap((id) => spreadsheet.tab(id) ?? []);
  return {
    id: unit,
    name: spreadsheet.title,
    appVersion: '0.25.1',
    locale: language === 'ja' ? LocaleType.JA_JP : LocaleType.EN_US,
    styles: Object.fromEntries(spreadsheet.styles.map((style, number) => [styleId(number), style])),
    sheetOrder: tabs.map(({ id }) => String(id)),
    sheets: Object.fromEntries(tabs.map((tab) => [String(tab.id), univerWorksheet(spreadsheet, tab, zoom)])),
    resources: [
      {
        name: 'SHEET_DATA_VALIDATION_PLUGIN',
        data: JSON.stringify(Object.fromEntries(tabs.map((tab) => [String(tab.id), dropdownRulesOf(tab)]))),
      },
    ],
  };
}
