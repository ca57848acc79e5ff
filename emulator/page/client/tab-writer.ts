/** Writes a tab, as the server describes it, into Univer's copy. */
import type { IWorksheetData, Workbook, Worksheet } from '@univerjs/core';
import {
  RemoveSheetsFilterMutation,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
} from '@univerjs/preset-sheets-filter';
import type { Rect } from '../../workbook/a1';
import type { FilterView, TabView } from '../protocol';
import type { GridContext } from './grid-context';
import type { SpreadsheetModel } from './spreadsheet-model';
import {
  dropdownRulesOf,
  univerCellOf,
  univerColumnData,
  univerFreeze,
  univerRangeOf,
  univerRowData,
} from './univer-workbook';

/** The tab in the form of Univer's mutations. */
const targetOf = ({ unitId }: GridContext, sheetId: number) => ({ unitId, subUnitId: String(sheetId) });

/** Writes what differs from `before`, and the rows named; null stands for all rows. */
export function writeTab(
  context: GridContext,
  before: TabView,
  tab: TabView,
  rows: readonly number[] | null,
): void {
  const { spreadsheet } = context;
  const workbook = context.workbook()?.getWorkbook();
  const worksheet = workbook?.getSheetBySheetId(String(tab.id));
  if (!workbook || !worksheet || !spreadsheet) return;
  writeGrid(context, spreadsheet, before, tab, worksheet);
  const allRows = (): number[] => Array.from({ length: spreadsheet.length(tab.id) }, (_, index) => index);
  writeRows(context, spreadsheet, workbook, worksheet, tab, rows ?? allRows());
  if (differ(before.choices, tab.choices)) writeDropdowns(context, before, tab);
  if (differ(before.filter, tab.filter)) writeFilter(context, tab.id, tab.filter);
  context.workbook()?.getSheetBySheetId(String(tab.id))?.refreshCanvas();
}

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

function writeGrid(
  context: GridContext,
  spreadsheet: SpreadsheetModel,
  before: TabView,
  tab: TabView,
  worksheet: Worksheet,
): void {
  const target = targetOf(context, tab.id);
  if (before.rows !== tab.rows)
    context.mutate('sheet.mutation.set-worksheet-row-count', { ...target, rowCount: tab.rows });
  if (before.columns !== tab.columns)
    context.mutate('sheet.mutation.set-worksheet-column-count', { ...target, columnCount: tab.columns });
  const config = worksheet.getConfig();
  const heights = heightsOf(config.rowData);
  replaceProperties(config.rowData, univerRowData(spreadsheet, tab));
  replaceProperties(config.columnData, univerColumnData(tab));
  config.mergeData = tab.merges.map(univerRangeOf);
  hideAndShowRows(context, before, tab);
  setHeights(context, tab, heights, heightsOf(config.rowData));
  if (before.frozenRows !== tab.frozenRows || before.frozenColumns !== tab.frozenColumns)
    context.mutate('sheet.mutation.set-frozen', { ...target, ...univerFreeze(tab) });
}

const unseenRows = ({ hiddenRows, filteredRows }: TabView): Set<number> =>
  new Set([...hiddenRows, ...filteredRows]);

/** Univer only measures rows again when it is told which ones are hidden or shown. */
function hideAndShowRows(context: GridContext, before: TabView, tab: TabView): void {
  const [unseenBefore, unseen] = [unseenRows(before), unseenRows(tab)];
  const rangesOf = (rows: ReadonlySet<number>, others: ReadonlySet<number>) =>
    [...rows]
      .filter((row) => row < tab.rows && !others.has(row))
      .map((row) => univerRangeOf({ top: row, left: 0, bottom: row + 1, right: tab.columns }));
  const target = targetOf(context, tab.id);
  for (const [id, ranges] of [
    ['sheet.mutation.set-row-hidden', rangesOf(unseen, unseenBefore)],
    ['sheet.mutation.set-row-visible', rangesOf(unseenBefore, unseen)],
  ] as const)
    if (ranges.length > 0) context.mutate(id, { ...target, ranges });
}

type RowHeights = Readonly<Record<number, number | undefined>>;

const heightsOf = (rows: IWorksheetData['rowData']): RowHeights =>
  Object.fromEntries(Object.entries(rows).map(([row, { h }]) => [row, h]));

/** Updates rows whose wrapped texts take more or fewer lines, since Univer keeps its old measurements. */
function setHeights(context: GridContext, tab: TabView, before: RowHeights, now: RowHeights): void {
  const changed = Object.keys(now)
    .map(Number)
    .filter((row) => before[row] !== now[row]);
  if (changed.length === 0) return;
  const ranges = changed.map((row) =>
    univerRangeOf({ top: row, left: 0, bottom: row + 1, right: tab.columns }),
  );
  const rowHeight = Object.fromEntries(changed.map((row) => [row, now[row]]));
  context.mutate('sheet.mutation.set-worksheet-row-height', {
    ...targetOf(context, tab.id),
    ...{ ranges, rowHeight },
  });
}

/** Changes the object in place, since Univer keeps using it. */
function replaceProperties<T extends object>(target: T, source: T): void {
  for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
  Object.assign(target, source);
}

function writeRows(
  context: GridContext,
  spreadsheet: SpreadsheetModel,
  workbook: Workbook,
  worksheet: Worksheet,
  tab: TabView,
  rows: readonly number[],
): void {
  const styles = workbook.getStyles();
  const matrix = worksheet.getCellMatrix();
  const cellValue: Record<number, Record<number, object | null>> = {};
  for (const row of rows) {
    if (row >= tab.rows) continue;
    const views = spreadsheet.row(tab.id, row);
    const cells: Record<number, object | null> = {};
    for (let column = 0; column < tab.columns; column++) {
      const view = views[column] ?? null;
      if (view === null && !matrix.getValue(row, column)) continue;
      // Removed first, since Univer merges a new style into the old one.
      matrix.realDeleteValue(row, column);
      const { s, ...cell } = univerCellOf(view);
      const style = s === undefined ? undefined : spreadsheet.styles[Number(s.slice(1))];
      if (s !== undefined && style && !styles.get(s)) styles.addCustomStyle(s, style);
      if (view !== null) matrix.setValue(row, column, { ...cell, ...(s === undefined ? {} : { s }) });
      cells[column] = view === null ? null : cell;
    }
    cellValue[row] = cells;
  }
  context.mutate('sheet.mutation.set-range-values', { ...targetOf(context, tab.id), cellValue });
}

function writeDropdowns(context: GridContext, before: TabView, tab: TabView): void {
  const target = targetOf(context, tab.id);
  const ruleId = dropdownRulesOf(before).map(({ uid }) => uid);
  if (ruleId.length > 0) context.mutate('data-validation.mutation.removeRule', { ...target, ruleId });
  const rule = dropdownRulesOf(tab);
  if (rule.length > 0) context.mutate('data-validation.mutation.addRule', { ...target, rule });
}

export function writeFilter(context: GridContext, sheetId: number, filter: FilterView | null): void {
  const target = targetOf(context, sheetId);
  context.mutate(RemoveSheetsFilterMutation.id, target);
  if (!filter) return;
  context.mutate(SetSheetsFilterRangeMutation.id, { ...target, range: univerRangeOf(filter.rect) });
  for (const [name, hiddenValues] of Object.entries(filter.hiddenValues)) {
    const column = Number(name);
    const shown = columnValues(context.spreadsheet, sheetId, filter.rect, column).filter(
      (value) => !hiddenValues.includes(value),
    );
    const filters = { ...(shown.includes('') ? { blank: true } : {}), filters: shown.filter(Boolean) };
    const criteria = { colId: column, filters };
    // The server decides which rows are hidden, so Univer must not compute it.
    context.mutate(SetSheetsFilterCriteriaMutation.id, { ...target, col: column, criteria, reCalc: false });
  }
}

/** The distinct texts of a filter's column below its header. */
function columnValues(
  spreadsheet: SpreadsheetModel | null,
  sheetId: number,
  rect: Rect,
  column: number,
): string[] {
  if (!spreadsheet) return [];
  const values = new Set<string>();
  for (let row = rect.top + 1; row < Math.min(rect.bottom, spreadsheet.length(sheetId)); row++)
    values.add(spreadsheet.text(sheetId, row, column));
  return [...values];
}
