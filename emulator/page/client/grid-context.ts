/** Univer's copy of the spreadsheet that is shown, and changes of it that are not reported as the person's. */
import { ICommandService, type IRange, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import type { Rect } from '../../workbook/a1';
import type { TabView } from '../protocol';
import type { SpreadsheetModel } from './spreadsheet-model';
import type { UniverInstance } from './univer';

export class GridContext {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly commands: ICommandService;
  /** The spreadsheet from the server; null before the first one. */
  spreadsheet: SpreadsheetModel | null = null;
  /** Univer's ID for its copy. */
  unitId = '';
  private nestedChanges = 0;

  constructor(
    { univer, api }: UniverInstance,
    /** The element in which Univer draws. */
    readonly container: HTMLElement,
  ) {
    this.univer = univer;
    this.api = api;
    this.commands = univer.__getInjector().get(ICommandService);
  }

  /** True while the page changes Univer's copy, so that Univer's reports are not taken for the person's changes. */
  isApplying(): boolean {
    return this.nestedChanges > 0;
  }

  applyQuietly<T>(change: () => T): T {
    this.nestedChanges += 1;
    try {
      return change();
    } finally {
      this.nestedChanges -= 1;
    }
  }

  /** Changes Univer's copy as an update from elsewhere does: without an undo step. */
  mutate(id: string, params: object): void {
    this.commands.syncExecuteCommand(id, params, { onlyLocal: true, fromCollab: true });
  }

  workbook(): FWorkbook | null {
    return this.api.getActiveWorkbook();
  }

  activeSheet(): FWorksheet | null {
    return this.workbook()?.getActiveSheet() ?? null;
  }

  activeSheetId(): number {
    return Number(this.activeSheet()?.getSheetId() ?? 0);
  }

  activeTab(): TabView | null {
    return this.spreadsheet?.tab(this.activeSheetId()) ?? null;
  }

  selection(): Rect[] {
    const ranges = this.activeSheet()?.getSelection()?.getActiveRangeList() ?? [];
    return ranges.map((range) => this.rectInGrid(range.getRange()));
  }

  /** A range of the active tab within its grid: Univer leaves out the ends of whole rows and columns. */
  rectInGrid({ startRow, startColumn, endRow, endColumn }: IRange): Rect {
    const tab = this.activeTab();
    const [rows, columns] = [tab?.rows ?? 1, tab?.columns ?? 1];
    const end = (last: number, size: number): number =>
      Number.isFinite(last) ? Math.min(last + 1, size) : size;
    return {
      top: Number.isFinite(startRow) ? startRow : 0,
      left: Number.isFinite(startColumn) ? startColumn : 0,
      bottom: end(endRow, rows),
      right: end(endColumn, columns),
    };
  }
}
