/** The spreadsheets that the page has loaded, kept up to date while another one is on the screen. */
import type { SheetUpdate } from '../protocol';
import { newSpreadsheetModel, type SpreadsheetModel } from './spreadsheet-model';

export class LoadedSpreadsheets {
  private readonly models = new Map<string, SpreadsheetModel>();
  /** Updates that arrive while the whole spreadsheet is being loaded. */
  private readonly missedUpdates = new Map<string, SheetUpdate[]>();

  constructor(private readonly fetchWhole: (id: string) => Promise<SheetUpdate>) {}

  get(id: string): SpreadsheetModel | undefined {
    return this.models.get(id);
  }

  async load(id: string): Promise<void> {
    const missed: SheetUpdate[] = [];
    this.missedUpdates.set(id, missed);
    try {
      const model = newSpreadsheetModel(await this.fetchWhole(id));
      for (const update of missed) if (update.revision > model.revision) model.apply(update);
      this.models.set(id, model);
    } finally {
      this.missedUpdates.delete(id);
    }
  }

  /** Applies the update; a spreadsheet that is shown is updated by `show`. */
  apply(update: SheetUpdate, shown: SpreadsheetModel | null, show: (update: SheetUpdate) => void): void {
    this.missedUpdates.get(update.book)?.push(update);
    const model = this.models.get(update.book);
    if (model && model === shown) show(update);
    else model?.apply(update);
  }

  clear(): void {
    this.models.clear();
  }
}
