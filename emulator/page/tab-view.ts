/** A tab as the page receives it: the text and the style's number of each cell that has either. */

import type { Rect } from '../workbook/a1';
import { displayText, effectiveValue } from '../workbook/cell-value';
import { rowFilter, rowsHiddenByFilter } from '../workbook/filtered-rows';
import { evaluateFormula } from '../workbook/formula';
import { rectOf } from '../workbook/grid-range';
import type { Book, GridRange, WorkbookCell, WorkbookRow, WorkbookTab } from '../workbook/model';
import { chartViews } from './chart-view';
import { conditionalFormats } from './conditional-formats';
import type { CellExtras, CellView, ChoicesView, ProtectionView, RowView, TabView } from './protocol';
import { backgroundColorOf, type StyleTable, univerStyleOf } from './styles';

/** A range of the tab; null where it lies outside the grid. */
function rectOrNull(tab: WorkbookTab, range: GridRange | null | undefined): Rect | null {
  try {
    return rectOf(tab, range ?? {});
  } catch {
    return null;
  }
}

const hiddenIndexes = (
  properties: readonly ({ hiddenByUser?: boolean | null } | null)[],
  size: number,
): number[] => properties.slice(0, size).flatMap((each, index) => (each?.hiddenByUser ? index : []));

export function tabView(book: Book, tab: WorkbookTab): TabView {
  const { sheetId, title, hidden, gridProperties } = tab.properties;
  const { rowCount, columnCount, frozenRowCount, frozenColumnCount } = gridProperties;
  const widths = tab.columnProperties
    .slice(0, columnCount)
    .flatMap((each, index) => (each?.pixelSize ? [[String(index), each.pixelSize] as const] : []));
  const filtered = rectOrNull(tab, tab.basicFilter?.range);
  return {
    id: sheetId,
    title,
    hidden: hidden === true,
    rows: rowCount,
    columns: columnCount,
    frozenRows: frozenRowCount ?? 0,
    frozenColumns: frozenColumnCount ?? 0,
    widths: Object.fromEntries(widths),
    hiddenColumns: hiddenIndexes(tab.columnProperties, columnCount),
    hiddenRows: hiddenIndexes(tab.rowProperties, rowCount),
    filteredRows: rowsHiddenByFilter(book, tab),
    filterViews: (tab.filterViews ?? []).map(({ filterViewId, title }) => ({
      id: filterViewId ?? 0,
      title: title ?? '',
    })),
    merges: tab.merges.flatMap((merge) => rectOrNull(tab, merge) ?? []),
    filter: tab.basicFilter && filtered ? { rect: filtered, hiddenValues: hiddenValues(tab) } : null,
    protections: tab.protectedRanges.flatMap((each) => protectionView(book, tab, each) ?? []),
    choices: choicesViews(tab),
    charts: chartViews(book, tab),
  };
}

function hiddenValues({ basicFilter }: WorkbookTab): Record<string, string[]> {
  const byColumn: Record<string, string[]> = {};
  const add = (column: string, values: readonly string[] | null | undefined): void => {
    if (values?.length) byColumn[column] = [...(byColumn[column] ?? []), ...values];
  };
  for (const [column, criteria] of Object.entries(basicFilter?.criteria ?? {}))
    add(column, criteria.hiddenValues);
  for (const { columnIndex, filterCriteria } of basicFilter?.filterSpecs ?? [])
    add(String(columnIndex ?? 0), filterCriteria?.hiddenValues);
  return byColumn;
}

function protectionView(
  book: Book,
  tab: WorkbookTab,
  each: WorkbookTab['protectedRanges'][number],
): ProtectionView | null {
  const range =
    each.range ?? book.namedRanges.find((named) => named.namedRangeId === each.namedRangeId)?.range;
  const rect = rectOrNull(tab, range);
  return (
    rect && {
      rect,
      warningOnly: each.warningOnly === true,
      description: each.description ?? '',
      editors: each.editors?.users ?? [],
    }
  );
}

/** The values of the cell's dropdown; null where it shows none. */
function dropdownValues(cell: WorkbookCell | undefined): string[] | null {
  const rule = cell?.dataValidation;
  if (rule?.condition?.type !== 'ONE_OF_LIST' || rule.showCustomUi === false) return null;
  return (rule.condition.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? '');
}

/** Which cells of a row have a dropdown: its key by column, and all of them as one text. */
interface RowDropdowns {
  keys: ReadonlyMap<number, string>;
  text: string;
}

/** By row: a change of a tab leaves nearly all of its rows as they were. Rows below each other mostly share one object. */
const rowDropdowns = new WeakMap<WorkbookRow, RowDropdowns>();

const dropdownsOf = (
  row: WorkbookRow,
  above: RowDropdowns,
  keyOf: (cell: WorkbookCell | undefined) => string | undefined,
): RowDropdowns => {
  const known = rowDropdowns.get(row);
  if (known) return known;
  const keys = new Map(
    row.flatMap((cell, column) => {
      const key = keyOf(cell);
      return key === undefined ? [] : [[column, key] as const];
    }),
  );
  const text = JSON.stringify([...keys]);
  const found = text === above.text ? above : { keys, text };
  rowDropdowns.set(row, found);
  return found;
};

const NO_DROPDOWNS: RowDropdowns = { keys: new Map(), text: '[]' };

/** Dropdowns with the same values and colours together, each with its runs of cells within a column. */
function choicesViews(tab: WorkbookTab): ChoicesView[] {
  // What a dropdown offers is no date.
  const formats = conditionalFormats(tab, '');
  const keysOfRules = new WeakMap<object, string>();
  const keyOf = (cell: WorkbookCell | undefined): string | undefined => {
    const rule = cell?.dataValidation;
    if (!rule) return undefined;
    const key = keysOfRules.get(rule) ?? JSON.stringify(dropdownValues(cell));
    keysOfRules.set(rule, key);
    return key === 'null' ? undefined : key;
  };
  const open = new Map<number, { key: string; top: number }>();
  const dropdowns = new Map<string, { rects: Rect[]; values: string[]; colours: string[] }>();
  const close = (column: number, bottom: number): void => {
    const run = open.get(column);
    if (!run) return;
    open.delete(column);
    const values: string[] = JSON.parse(run.key);
    const colours = values.map((value) => backgroundColorOf(formats(run.top, column, value)) ?? '');
    const key = `${run.key} ${colours}`;
    const choices = dropdowns.get(key) ?? { rects: [], values, colours };
    choices.rects.push({ top: run.top, left: column, bottom, right: column + 1 });
    dropdowns.set(key, choices);
  };
  let above = NO_DROPDOWNS;
  tab.rows.forEach((row, index) => {
    const here = dropdownsOf(row, above, keyOf);
    if (here === above || here.text === above.text) return;
    above = here;
    for (const [column, { key }] of open) if (here.keys.get(column) !== key) close(column, index);
    for (const [column, key] of here.keys) if (!open.has(column)) open.set(column, { key, top: index });
  });
  for (const column of [...open.keys()]) close(column, tab.rows.length);
  return [...dropdowns.values()];
}

function linkOf(cell: WorkbookCell): string | undefined {
  const formula = cell.userEnteredValue?.formulaValue;
  return formula == null
    ? (cell.userEnteredFormat?.textFormat?.link?.uri ?? undefined)
    : evaluateFormula(formula).hyperlink;
}

const CHIP_TEXT = { fontSize: 10 };

/** What the look of a cell depends on besides its tab. */
export interface Look {
  styles: StyleTable;
  /** The day at the page, YYYY-MM-DD. */
  today(): string;
}

/** The views of rows by zero-based index. */
export function rowViews(book: Book, tab: WorkbookTab, look: Look): (index: number) => RowView {
  const { styles } = look;
  const { locale } = book.properties;
  const formats = conditionalFormats(tab, look.today());
  const numbers = new WeakMap<object, Map<string, number>>();

  /** Cached by format object: most cells share a few. */
  function styleNumber(
    cell: WorkbookCell,
    added: ReturnType<typeof formats>,
    isNumber: boolean,
    link: boolean,
  ): number {
    const format = cell.userEnteredFormat;
    if (added) {
      const textFormat = { ...format?.textFormat, ...added.textFormat };
      return styles.numberOf(univerStyleOf({ ...format, ...added, textFormat }, isNumber, link));
    }
    if (!format) return isNumber || link ? styles.numberOf(univerStyleOf(undefined, isNumber, link)) : -1;
    const byKind = numbers.get(format) ?? new Map<string, number>();
    numbers.set(format, byKind);
    const key = `${isNumber}${link}`;
    const style = univerStyleOf(format, isNumber, link);
    const number = byKind.get(key) ?? (Object.keys(style).length > 0 ? styles.numberOf(style) : -1);
    byKind.set(key, number);
    return number;
  }

  function cellView(cell: WorkbookCell | undefined, row: number, column: number): CellView {
    if (!cell) return null;
    const text = displayText(cell, locale);
    const link = linkOf(cell);
    const added = formats(row, column, text);
    const list = dropdownValues(cell);
    const number = styleNumber(
      cell,
      // A dropdown's chip shows the rule's colour itself, and always has the same text size.
      list ? { ...(list.includes(text) ? {} : added), textFormat: CHIP_TEXT } : added,
      effectiveValue(cell)?.numberValue != null,
      link !== undefined,
    );
    const more: CellExtras = { ...(cell.note ? { note: cell.note } : {}), ...(link ? { link } : {}) };
    if (Object.keys(more).length > 0) return [text, number, more];
    if (number >= 0) return [text, number];
    return text === '' ? null : text;
  }

  return (index) => {
    const cells = (tab.rows[index] ?? []).map((cell, column) => cellView(cell, index, column));
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return [index, cells];
  };
}

/** The texts of a column, once each, in the rows that the filters of the other columns show. */
export function distinctValues(book: Book, tab: WorkbookTab, column: number): string[] {
  const rect = rectOrNull(tab, tab.basicFilter?.range);
  if (!rect) return [];
  const { [String(column)]: _, ...criteria } = tab.basicFilter?.criteria ?? {};
  const filterSpecs = tab.basicFilter?.filterSpecs?.filter(({ columnIndex }) => columnIndex !== column);
  const basicFilter = { ...tab.basicFilter, criteria, ...(filterSpecs && { filterSpecs }) };
  const isHidden = rowFilter(book, { ...tab, basicFilter });
  const values = new Set<string>();
  for (let row = rect.top + 1; row < Math.min(rect.bottom, tab.rows.length); row++)
    if (!isHidden(row)) values.add(displayText(tab.rows[row]?.[column], book.properties.locale));
  return [...values];
}
