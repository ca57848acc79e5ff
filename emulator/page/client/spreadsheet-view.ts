/** One spreadsheet at a time on the screen: shows it whole, applies the server's updates, and keeps where the person was. */
import { IUndoRedoService } from '@univerjs/core';
import type { Rect } from '../../workbook/a1';
import type { SheetUpdate, TabView } from '../protocol';
import { markCells } from './cell-marks';
import { scrollToCell } from './cell-position';
import type { GridContext } from './grid-context';
import type { GridListener } from './grid-listener';
import type { FilterViewInUse, SpreadsheetModel } from './spreadsheet-model';
import { writeFilter, writeTab } from './tab-writer';
import { univerWorkbook, type WorkbookLook } from './univer-workbook';

type SheetSelection = { sheetId: number; rects: readonly Rect[] };

export class SpreadsheetView {
  /** The person's selection in each spreadsheet when another one was opened, by ID. */
  private readonly lastSelections = new Map<string, SheetSelection>();
  private shownCount = 0;

  constructor(
    private readonly context: GridContext,
    private readonly look: WorkbookLook,
    private readonly rendered: Promise<void>,
    private readonly listener: GridListener,
  ) {}

  /** Replaces what is on the screen. */
  show(spreadsheet: SpreadsheetModel): void {
    this.context.applyQuietly(() => this.replace(spreadsheet));
  }

  private replace(next: SpreadsheetModel): void {
    const { context } = this;
    const { univer, api, spreadsheet: before } = context;
    if (before)
      this.lastSelections.set(before.book, {
        sheetId: context.activeSheetId(),
        rects: context.selection(),
      });
    if (context.unitId) api.disposeUnit(context.unitId);
    context.spreadsheet = next;
    this.shownCount += 1;
    context.unitId = `${next.book}-${this.shownCount}`;
    api.createWorkbook(univerWorkbook(next, context.unitId, this.look));
    // Univer offers its services only once it has a spreadsheet.
    if (this.shownCount === 1) markCells(univer, () => context.spreadsheet);
    for (const id of next.order) writeFilter(context, id, next.tab(id)?.filter ?? null);
    const selection = this.lastSelections.get(next.book);
    if (selection && next.tab(selection.sheetId)) this.moveTo(selection);
    else void this.rendered.then(() => context.applyQuietly(() => this.moveToFirstCell()));
  }

  /** Selects the first tab with content, since every new spreadsheet begins with an empty one. */
  private moveToFirstCell(): void {
    const { context } = this;
    const { spreadsheet } = context;
    if (!spreadsheet) return;
    const sheetId = spreadsheet.order.find((id) => spreadsheet.length(id) > 0) ?? context.activeSheetId();
    const rects = [firstVisibleCell(spreadsheet.tab(sheetId))];
    this.moveTo({ sheetId, rects });
    this.listener.selected(sheetId, rects);
  }

  select(sheetId: number, rects: readonly Rect[]): void {
    this.context.applyQuietly(() => this.moveTo({ sheetId, rects }));
  }

  private moveTo({ sheetId, rects }: SheetSelection): void {
    const { context } = this;
    const workbook = context.workbook();
    const sheet = workbook?.getSheetBySheetId(String(sheetId));
    const [first] = rects;
    if (!sheet || !first) return;
    if (context.activeSheetId() !== sheetId) workbook?.setActiveSheet(sheet);
    const { top, left, bottom, right } = first;
    sheet.setActiveSelection(sheet.getRange(top, left, bottom - top, right - left));
    scrollToCell(context, top, left);
  }

  applyUpdate(update: SheetUpdate): void {
    const { context } = this;
    const { spreadsheet } = context;
    if (!spreadsheet || spreadsheet.book !== update.book) return;
    const tabStrip = tabStripOf(spreadsheet);
    const tabsBefore = new Map(update.tabs.map(({ tab }) => [tab.id, spreadsheet.tab(tab.id)]));
    spreadsheet.apply(update);
    // Rows or columns have moved, so Univer would undo edits in the wrong places.
    if (update.moved) context.univer.__getInjector().get(IUndoRedoService).clearUndoRedo(context.unitId);
    if (tabStrip !== tabStripOf(spreadsheet)) this.show(spreadsheet);
    else context.applyQuietly(() => this.writeTabs(update, tabsBefore));
  }

  private writeTabs(update: SheetUpdate, tabsBefore: ReadonlyMap<number, TabView | undefined>): void {
    for (const { tab, rows, all, splice } of update.tabs) {
      const before = tabsBefore.get(tab.id);
      const worksheet = this.context.workbook()?.getWorkbook().getSheetBySheetId(String(tab.id));
      const matrix = worksheet?.getCellMatrix();
      if (splice && splice.removed > 0) matrix?.removeRows(splice.at, splice.removed);
      if (splice && splice.inserted > 0) matrix?.insertRows(splice.at, splice.inserted);
      if (before) writeTab(this.context, before, tab, all ? null : rows.map(([index]) => index));
    }
  }

  /** Only in this window. */
  lookThrough(sheetId: number, view: FilterViewInUse | null): void {
    const { context } = this;
    const before = context.spreadsheet?.tab(sheetId);
    context.spreadsheet?.lookThrough(sheetId, view);
    const after = context.spreadsheet?.tab(sheetId);
    if (before && after) context.applyQuietly(() => writeTab(context, before, after, []));
  }

  /** Writes rows again as the server has sent them. */
  restore(sheetId: number, rows: readonly number[]): void {
    const { context } = this;
    const tab = context.spreadsheet?.tab(sheetId);
    if (tab) context.applyQuietly(() => writeTab(context, tab, tab, rows));
  }
}

/** IDs and titles in the order of the tab strip, to be compared. */
const tabStripOf = (spreadsheet: SpreadsheetModel): string =>
  JSON.stringify(spreadsheet.order.map((id) => [id, spreadsheet.tab(id)?.title]));

/** The first cell that is not hidden, where Google puts a person who opens a sheet. */
function firstVisibleCell(tab: TabView | undefined): Rect {
  let [top, left] = [0, 0];
  while (tab?.hiddenRows.includes(top)) top += 1;
  while (tab?.hiddenColumns.includes(left)) left += 1;
  return { top, left, bottom: top + 1, right: left + 1 };
}
