/**
 * The spreadsheet on the screen: shows what the server sends and reports what the person does. A change that the server does not
 * confirm is reverted.
 */
import type { Rect } from '../../workbook/a1';
import type { SheetUpdate, TabView } from '../protocol';
import type { PageAddress } from './address';
import { cellBox, scrollToCell } from './cell-position';
import { type ChartLayer, openChartLayer } from './chart-layer';
import { guardCommands } from './command-guard';
import { GridContext } from './grid-context';
import type { GridListener } from './grid-listener';
import { reportPointer, reportSelection } from './grid-reports';
import { HeldWrites } from './held-writes';
import { keepValuePickedAgain } from './picked-again';
import { undoSideEffects } from './side-effects';
import type { FilterViewInUse, SpreadsheetModel } from './spreadsheet-model';
import { SpreadsheetView } from './spreadsheet-view';
import { startUniver, type UniverInstance } from './univer';

export interface Grid extends UniverInstance {
  /** Resolves when cells are on the screen: only then do they have boxes. */
  rendered: Promise<void>;
  /** Null before the first spreadsheet. */
  readonly spreadsheet: SpreadsheetModel | null;
  readonly activeTab: TabView | null;
  readonly selection: readonly Rect[];
  /** Replaces the whole spreadsheet, and keeps the person's position. */
  show(spreadsheet: SpreadsheetModel): void;
  applyUpdate(update: SheetUpdate): void;
  select(sheetId: number, rects: readonly Rect[]): void;
  /** In this window alone. */
  lookThrough(sheetId: number, view: FilterViewInUse | null): void;
  /** Shows rows again as the server has sent them. */
  restore(sheetId: number, rows: readonly number[]): void;
  /** In pixels of the window; null when the cell is not on the screen. */
  cellBox(row: number, column: number): DOMRect | null;
  /** On the active tab. */
  rectOf(a1: string): Rect;
  /** Scrolls only when the cell cannot be seen. */
  scrollToCell(row: number, column: number): void;
  undo(): void;
  redo(): void;
  clearSelectedValues(): void;
  openFilter(column: number): void;
  closeFilter(): void;
  focus(): void;
  chartPicture: ChartLayer['picture'];
}

/** Leaves room for a widest column beside the frozen ones on a screen of 390 pixels. */
const PHONE_ZOOM = 0.75;

export function openGrid(
  container: HTMLElement,
  { lang, phone }: Pick<PageAddress, 'lang' | 'phone'>,
  listener: GridListener,
): Grid {
  const context = new GridContext(startUniver(container, lang), container);
  const { univer, api, commands } = context;
  const rendered = firstRendering(context);
  guardCommands(context, listener);
  keepValuePickedAgain(context);
  reportSelection(context, listener);
  reportPointer(context, listener);
  undoSideEffects(context);
  const charts = openChartLayer(context);
  const view = new SpreadsheetView(
    context,
    { language: lang, zoom: phone ? PHONE_ZOOM : 1 },
    rendered,
    listener,
  );
  const writes = new HeldWrites(context, (edit) => listener.edited(edit));
  return {
    univer,
    api,
    rendered,
    get spreadsheet() {
      return context.spreadsheet;
    },
    get activeTab() {
      return context.activeTab();
    },
    get selection() {
      return context.selection();
    },
    show(spreadsheet) {
      writes.catchUp();
      view.show(spreadsheet);
      charts.redraw();
    },
    applyUpdate: (update) =>
      writes.write(() => {
        view.applyUpdate(update);
        charts.redraw();
      }),
    select: (sheetId, rects) => view.select(sheetId, rects),
    lookThrough: (sheetId, filterView) => writes.write(() => view.lookThrough(sheetId, filterView)),
    restore: (sheetId, rows) => writes.write(() => view.restore(sheetId, rows)),
    cellBox: (row, column) => cellBox(context, row, column),
    rectOf(a1) {
      const range = context.activeSheet()?.getRange(a1).getRange();
      return range ? context.rectInGrid(range) : { top: 0, left: 0, bottom: 1, right: 1 };
    },
    scrollToCell: (row, column) => scrollToCell(context, row, column),
    undo: () => void commands.executeCommand('univer.command.undo'),
    redo: () => void commands.executeCommand('univer.command.redo'),
    clearSelectedValues: () => void commands.executeCommand('sheet.command.clear-selection-content'),
    openFilter(col) {
      const target = { unitId: context.unitId, subUnitId: String(context.activeSheetId()) };
      void commands.executeCommand('sheet.operation.open-filter-panel', { ...target, col });
    },
    closeFilter: () => void commands.executeCommand('sheet.operation.close-filter-panel'),
    focus: () => container.querySelector<HTMLElement>('[contenteditable]')?.focus(),
    chartPicture: charts.picture,
  };
}

function firstRendering({ api }: GridContext): Promise<void> {
  return new Promise<void>((resolve) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage >= api.Enum.LifecycleStages.Rendered) resolve();
    });
  });
}
