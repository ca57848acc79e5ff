/** The spreadsheet on the screen: shows what the server tells, and tells what the person does. Nothing stays that the server did not say. */
import {
  CommandType,
  ICommandService,
  type IRange,
  IUndoRedoService,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  type FWorkbook,
  type FWorksheet,
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
} from '@univerjs/preset-sheets-core';
import {
  RemoveSheetsFilterMutation,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
} from '@univerjs/preset-sheets-filter';
import type { Rect } from '../../workbook/a1';
import type { FilterView, PageLanguage, SheetUpdate, TabView } from '../protocol';
import { markCells } from './cell-marks';
import { guardCommands } from './command-guard';
import { collectEdits } from './edits';
import type { GridListener } from './grid-listener';
import type { SpreadsheetModel } from './spreadsheet-model';
import { startUniver, type UniverInstance } from './univer';
import {
  dropdownRulesOf,
  univerCellOf,
  univerColumnData,
  univerFreeze,
  univerRangeOf,
  univerRowData,
  univerWorkbook,
} from './univer-workbook';

export interface Grid extends UniverInstance {
  /** Resolves when cells are on the screen: only then do they have places. */
  rendered: Promise<void>;
  /** Null before the first spreadsheet. */
  readonly sheets: SpreadsheetModel | null;
  readonly activeTab: TabView | null;
  readonly selection: readonly Rect[];
  /** Replaces the whole spreadsheet; the place where the person was is kept. */
  show(sheets: SpreadsheetModel): void;
  apply(update: SheetUpdate): void;
  select(sheetId: number, rects: readonly Rect[]): void;
  /** Shows again what the server has said of these rows. */
  restore(sheetId: number, rows: readonly number[]): void;
  /** Where a cell is in the window; null when it is not on the screen. */
  boxOf(row: number, column: number): DOMRect | null;
  /** On the active tab. */
  rectOf(a1: string): Rect;
  /** Scrolls as little as needed for the cell to be seen. */
  bring(row: number, column: number): void;
  undo(): void;
  redo(): void;
  /** The values of the selected cells. */
  clear(): void;
  openFilter(column: number): void;
  focus(): void;
}

type SheetSelection = { sheetId: number; rects: readonly Rect[] };

/** What Univer changes beside values when it edits: what it copies along, and how high it makes the rows. */
const SIDE_EFFECT_MUTATIONS =
  /^(sheet\.mutation\.(?!set-range-values$|set-worksheet-col-width$)|data-validation\.mutation\.)/;

export function openGrid(container: HTMLElement, language: PageLanguage, listener: GridListener): Grid {
  const running = startUniver(container, language);
  const { univer, api } = running;
  const commands = univer.__getInjector().get(ICommandService);
  /** While it is above zero, what happens is the server's doing. */
  let applying = 0;
  let sheets: SpreadsheetModel | null = null;
  let unit = '';
  let units = 0;
  const places = new Map<string, SheetSelection>();

  const book = (): FWorkbook | null => api.getActiveWorkbook();
  const activeSheet = (): FWorksheet | null => book()?.getActiveSheet() ?? null;
  const activeId = (): number => Number(activeSheet()?.getSheetId() ?? 0);

  function quietly<T>(act: () => T): T {
    applying += 1;
    try {
      return act();
    } finally {
      applying -= 1;
    }
  }
  const isApplying = (): boolean => applying > 0;
  const mutate = (id: string, params: object): void =>
    void commands.syncExecuteCommand(id, params, { onlyLocal: true, fromCollab: true });

  const rendered = new Promise<void>((resolve) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage >= api.Enum.LifecycleStages.Rendered) resolve();
    });
  });
  guardCommands(commands, isApplying, listener);
  collectEdits(
    running,
    isApplying,
    () => sheets,
    (edit) => listener.edited(edit),
  );

  commands.onCommandExecuted((info) => {
    if (isApplying() || info.id !== 'sheet.operation.set-selections') return;
    const { subUnitId, selections } = info.params as { subUnitId: string; selections: { range: IRange }[] };
    if (selections.length > 0 && Number(subUnitId) === activeId())
      listener.selected(
        activeId(),
        selections.map(({ range }) => inGrid(range)),
      );
  });
  api.addEvent(api.Event.ActiveSheetChanged, () => {
    if (!isApplying()) listener.selected(activeId(), selection());
  });

  api.addEvent(api.Event.CellPointerMove, ({ row, column }) => {
    const box = boxOf(row, column);
    if (box) listener.hovered(activeId(), row, column, box);
  });

  function boxOf(row: number, column: number): DOMRect | null {
    const sheet = activeSheet();
    const canvas = [...container.querySelectorAll('canvas')].sort((a, b) => b.width - a.width)[0];
    if (!sheet || !canvas) return null;
    const offset = canvas.getBoundingClientRect();
    const { x, y, width, height } = sheet.getRange(row, column).getCellRect();
    const scrolled = scrolledBy(row, column);
    const box = new DOMRect(offset.x + x - scrolled.x, offset.y + y - scrolled.y, width, height);
    const { left, top, right, bottom } = container.getBoundingClientRect();
    const isSeen = box.left >= left && box.left < right - 10 && box.top >= top && box.top < bottom - 10;
    return isSeen ? box : null;
  }

  /** How far the cell's pane is scrolled, in pixels: frozen rows and columns stay. */
  function scrolledBy(row: number, column: number): { x: number; y: number } {
    const tab = sheets?.tab(activeId());
    const renderer = univer.__getInjector().get(IRenderManagerService).getRenderById(unit);
    const pane = renderer?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    return {
      x: column < (tab?.frozenColumns ?? 0) ? 0 : (pane?.viewportScrollX ?? 0),
      y: row < (tab?.frozenRows ?? 0) ? 0 : (pane?.viewportScrollY ?? 0),
    };
  }

  function bring(row: number, column: number): void {
    const box = boxOf(row, column);
    const { left, top, right, bottom } = container.getBoundingClientRect();
    // What is under the frozen rows is near the upper edge.
    const [above, below] = [top + 90, bottom - 60];
    const tab = sheets?.tab(activeId());
    const seesRow = row < (tab?.frozenRows ?? 0) || (box !== null && box.top >= above && box.bottom <= below);
    const seesColumn =
      column < (tab?.frozenColumns ?? 0) || (box !== null && box.left >= left && box.right <= right);
    if (!seesRow || !seesColumn) activeSheet()?.scrollToCell(row, column, 0);
  }

  /** Univer's copies of rules and heights that an edit of its own has changed. */
  const disturbed = new Set<number>();
  commands.onCommandExecuted((info) => {
    if (isApplying() || info.type !== CommandType.MUTATION || !SIDE_EFFECT_MUTATIONS.test(info.id)) return;
    if (disturbed.size === 0) setTimeout(calm);
    disturbed.add(Number((info.params as { subUnitId?: string }).subUnitId));
  });
  function calm(): void {
    for (const id of disturbed) {
      const tab = sheets?.tab(id);
      if (tab) quietly(() => applyTab({ ...tab, choices: [], filter: null, frozenRows: -1 }, tab, []));
    }
    disturbed.clear();
  }

  function restore(sheetId: number, rows: readonly number[]): void {
    const tab = sheets?.tab(sheetId);
    if (tab) quietly(() => applyTab(tab, tab, rows));
  }

  function selection(): Rect[] {
    const ranges = book()?.getActiveSheet()?.getSelection()?.getActiveRangeList() ?? [];
    return ranges.map((range) => inGrid(range.getRange()));
  }

  /** A whole row or column is said without its other ends. */
  function inGrid({ startRow, startColumn, endRow, endColumn }: IRange): Rect {
    const tab = sheets?.tab(activeId());
    const [rows, columns] = [tab?.rows ?? 1, tab?.columns ?? 1];
    const end = (given: number, size: number): number =>
      Number.isFinite(given) ? Math.min(given + 1, size) : size;
    return {
      top: Number.isFinite(startRow) ? startRow : 0,
      left: Number.isFinite(startColumn) ? startColumn : 0,
      bottom: end(endRow, rows),
      right: end(endColumn, columns),
    };
  }

  function applyFilter(sheetId: number, filter: FilterView | null): void {
    const where = { unitId: unit, subUnitId: String(sheetId) };
    mutate(RemoveSheetsFilterMutation.id, where);
    if (!filter) return;
    mutate(SetSheetsFilterRangeMutation.id, { ...where, range: univerRangeOf(filter.rect) });
    for (const [column, hidden] of Object.entries(filter.hiddenValues)) {
      const shown = valuesIn(sheetId, filter.rect, Number(column)).filter((value) => !hidden.includes(value));
      const filters = { ...(shown.includes('') ? { blank: true } : {}), filters: shown.filter(Boolean) };
      // Which rows are hidden the server has said.
      const criteria = { colId: Number(column), filters };
      mutate(SetSheetsFilterCriteriaMutation.id, { ...where, col: Number(column), criteria, reCalc: false });
    }
  }

  function valuesIn(sheetId: number, rect: Rect, column: number): string[] {
    const values = new Set<string>();
    for (let row = rect.top + 1; row < Math.min(rect.bottom, sheets?.length(sheetId) ?? 0); row++)
      values.add(sheets?.text(sheetId, row, column) ?? '');
    return [...values];
  }

  function show(next: SpreadsheetModel): void {
    quietly(() => {
      if (sheets) places.set(sheets.book, { sheetId: activeId(), rects: selection() });
      if (unit) api.disposeUnit(unit);
      sheets = next;
      units += 1;
      unit = `${next.book}-${units}`;
      api.createWorkbook(univerWorkbook(next, unit, language));
      // Univer has its services from the first spreadsheet on.
      if (units === 1) markCells(univer, () => sheets);
      for (const id of next.order) applyFilter(id, next.tab(id)?.filter ?? null);
      const place = places.get(next.book);
      if (place && next.tab(place.sheetId)) go(place);
      else void rendered.then(() => quietly(goToFirst));
    });
  }

  /** Not on the empty tab that every new spreadsheet has. */
  function goToFirst(): void {
    const known = sheets;
    if (!known) return;
    const sheetId = known.order.find((id) => known.length(id) > 0) ?? activeId();
    const rects = [firstVisibleCell(known.tab(sheetId))];
    go({ sheetId, rects });
    listener.selected(sheetId, rects);
  }

  function go({ sheetId, rects }: SheetSelection): void {
    const sheet = book()?.getSheetBySheetId(String(sheetId));
    if (!sheet || rects.length === 0) return;
    if (activeId() !== sheetId) book()?.setActiveSheet(sheet);
    const [first] = rects;
    if (first) {
      const { top, left, bottom, right } = first;
      sheet.setActiveSelection(sheet.getRange(top, left, bottom - top, right - left));
      bring(top, left);
    }
  }

  function apply(update: SheetUpdate): void {
    if (!sheets || sheets.book !== update.book) return;
    const before = sheets;
    const [known, titles] = [before.order.join(), before.order.map((id) => before.tab(id)?.title).join('\n')];
    const old = new Map(update.tabs.map(({ tab }) => [tab.id, before.tab(tab.id)]));
    sheets.apply(update);
    const now = sheets;
    // Univer would undo at the old places.
    if (update.moved) univer.__getInjector().get(IUndoRedoService).clearUndoRedo(unit);
    const sameTabs =
      known === now.order.join() && titles === now.order.map((id) => now.tab(id)?.title).join('\n');
    if (!sameTabs) {
      show(now);
      return;
    }
    quietly(() => {
      for (const { tab, rows, all, splice } of update.tabs) {
        const was = old.get(tab.id);
        const matrix = book()?.getWorkbook().getSheetBySheetId(String(tab.id))?.getCellMatrix();
        if (splice && splice.removed > 0) matrix?.removeRows(splice.at, splice.removed);
        if (splice && splice.inserted > 0) matrix?.insertRows(splice.at, splice.inserted);
        if (was) applyTab(was, tab, all ? null : rows.map(([index]) => index));
      }
    });
  }

  function applyTab(was: TabView, tab: TabView, rows: readonly number[] | null): void {
    const workbook = book()?.getWorkbook();
    const worksheet = workbook?.getSheetBySheetId(String(tab.id));
    if (!workbook || !worksheet || !sheets) return;
    const where = { unitId: unit, subUnitId: String(tab.id) };
    applyGrid(was, tab, worksheet, where);
    writeRows(workbook, worksheet, tab, rows ?? Array.from({ length: sheets.length(tab.id) }, (_, i) => i));
    if (JSON.stringify(was.choices) !== JSON.stringify(tab.choices)) {
      const ruleId = dropdownRulesOf(was).map(({ uid }) => uid);
      if (ruleId.length > 0) mutate('data-validation.mutation.removeRule', { ...where, ruleId });
      const rule = dropdownRulesOf(tab);
      if (rule.length > 0) mutate('data-validation.mutation.addRule', { ...where, rule });
    }
    if (JSON.stringify(was.filter) !== JSON.stringify(tab.filter)) applyFilter(tab.id, tab.filter);
    book()?.getSheetBySheetId(String(tab.id))?.refreshCanvas();
  }

  function applyGrid(was: TabView, tab: TabView, worksheet: Worksheet, where: object): void {
    if (!sheets) return;
    if (was.rows !== tab.rows)
      mutate('sheet.mutation.set-worksheet-row-count', { ...where, rowCount: tab.rows });
    if (was.columns !== tab.columns)
      mutate('sheet.mutation.set-worksheet-column-count', { ...where, columnCount: tab.columns });
    const config = worksheet.getConfig();
    replaceProperties(config.rowData, univerRowData(sheets, tab));
    replaceProperties(config.columnData, univerColumnData(tab));
    config.mergeData = tab.merges.map(univerRangeOf);
    if (was.frozenRows !== tab.frozenRows || was.frozenColumns !== tab.frozenColumns)
      mutate('sheet.mutation.set-frozen', { ...where, ...univerFreeze(tab) });
  }

  function writeRows(workbook: Workbook, worksheet: Worksheet, tab: TabView, rows: readonly number[]): void {
    const styles = workbook.getStyles();
    const matrix = worksheet.getCellMatrix();
    const cellValue: Record<number, Record<number, object | null>> = {};
    const width = tab.columns;
    for (const row of rows) {
      if (row >= tab.rows) continue;
      const views = sheets?.row(tab.id, row) ?? [];
      const cells: Record<number, object | null> = {};
      for (let column = 0; column < width; column++) {
        const view = views[column] ?? null;
        if (view === null && !matrix.getValue(row, column)) continue;
        // Emptied first: Univer merges a new look into the old one.
        matrix.realDeleteValue(row, column);
        const { s, ...cell } = univerCellOf(view);
        const style = s === undefined ? undefined : sheets?.styles[Number(s.slice(1))];
        if (s !== undefined && style && !styles.get(s)) styles.addCustomStyle(s, style);
        if (view !== null) matrix.setValue(row, column, { ...cell, ...(s === undefined ? {} : { s }) });
        cells[column] = view === null ? null : cell;
      }
      cellValue[row] = cells;
    }
    mutate('sheet.mutation.set-range-values', { unitId: unit, subUnitId: String(tab.id), cellValue });
  }

  return {
    ...running,
    rendered,
    get sheets() {
      return sheets;
    },
    get activeTab() {
      return sheets?.tab(activeId()) ?? null;
    },
    get selection() {
      return selection();
    },
    show,
    apply,
    select: (sheetId, rects) => quietly(() => go({ sheetId, rects })),
    restore,
    boxOf,
    rectOf: (a1) => {
      const range = activeSheet()?.getRange(a1).getRange();
      return range ? inGrid(range) : { top: 0, left: 0, bottom: 1, right: 1 };
    },
    bring,
    undo: () => void commands.executeCommand('univer.command.undo'),
    redo: () => void commands.executeCommand('univer.command.redo'),
    clear: () => void commands.executeCommand('sheet.command.clear-selection-content'),
    openFilter: (col) =>
      void commands.executeCommand('sheet.operation.open-filter-panel', {
        ...{ unitId: unit, subUnitId: String(activeId()), col },
      }),
    focus: () => {
      const editor = container.querySelector<HTMLElement>('[contenteditable]');
      editor?.focus();
    },
  };
}

/** The first cell that is not hidden, where Google puts a person who opens a sheet. */
function firstVisibleCell(tab: TabView | undefined): Rect {
  let [top, left] = [0, 0];
  while (tab?.hiddenRows.includes(top)) top += 1;
  while (tab?.hiddenColumns.includes(left)) left += 1;
  return { top, left, bottom: top + 1, right: left + 1 };
}

/** In place: Univer holds on to the object. */
function replaceProperties<T extends object>(target: T, source: T): void {
  for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
  Object.assign(target, source);
}
