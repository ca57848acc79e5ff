/** The changes of one spreadsheet as its windows receive them: collected for a moment, numbered, in order. */
import { type TabChange, tabChanges } from '../workbook/changes';
import type { Book, WorkbookCell, WorkbookTab } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import { chartSources } from './chart-view';
import { movedBlock, type TabMove } from './moved-block';
import type { CellBlock, RowView, SheetUpdate, TabUpdate } from './protocol';
import { type Look, rowViews, tabView } from './tab-view';

export interface SheetFeedDeps extends Look {
  workbooks: Workbooks;
  /** The spreadsheet's ID. */
  book: string;
  send(update: SheetUpdate): void;
}

/** Moves that are remembered: as many as happen while somebody types into a cell. */
const MAX_MOVES = 100;

export class SheetFeed {
  /** The spreadsheet as the windows know it. */
  private sentBook: Book;
  private revision = 1;
  /** By the revision that moved rows or columns, from the first that is remembered. */
  private readonly moves: { revision: number; tabs: readonly TabMove[] }[] = [];
  private sentStyleCount = 0;
  private scheduledFlush: NodeJS.Immediate | undefined;
  private readonly unlisten: () => void;

  constructor(private readonly deps: SheetFeedDeps) {
    const { workbooks, book } = deps;
    this.sentBook = workbooks.get(book);
    this.unlisten = workbooks.onChange(({ spreadsheetId }) => {
      if (spreadsheetId === book) this.scheduledFlush ??= setImmediate(() => this.flush());
    });
  }

  /** The whole spreadsheet at the last revision sent. */
  snapshot(): SheetUpdate {
    this.flush();
    return this.update(
      this.sentBook.tabs.map((tab) => wholeTab(this.sentBook, tab, this.deps)),
      0,
    );
  }

  /** The number of what the windows were last sent, with all that has changed until now. */
  currentRevision(): number {
    this.flush();
    return this.revision;
  }

  /** Rows as they are, for a window that shows something else. */
  rowsAgain(sheetId: number, rows: readonly number[]): SheetUpdate {
    this.flush();
    const { sentBook: sent } = this;
    const tabs = sent.tabs
      .filter(({ properties }) => properties.sheetId === sheetId)
      .map((tab): TabUpdate => {
        const view = viewRows(sent, tab, this.deps, rows);
        return { tab: tabView(sent, tab), rows: view, all: false };
      });
    return this.update(tabs, 0);
  }

  /** Whether rows or columns have moved after that revision. */
  hasMovedSince(seenRevision: number): boolean {
    this.flush();
    return seenRevision < (this.moves.at(-1)?.revision ?? 0);
  }

  /** Where cells are now that somebody saw there at that revision; null where nobody can tell. */
  placeNow(block: CellBlock, seenRevision: number): CellBlock | null {
    this.flush();
    const since = this.moves.filter(({ revision }) => revision > seenRevision);
    if (since.length === MAX_MOVES) return null;
    return since.flatMap(({ tabs }) => tabs).reduce<CellBlock | null>(movedBlock, block);
  }

  stop(): void {
    this.unlisten();
    clearImmediate(this.scheduledFlush);
  }

  /** Sends now what has changed. */
  private flush(): void {
    clearImmediate(this.scheduledFlush);
    this.scheduledFlush = undefined;
    const current = this.deps.workbooks.get(this.deps.book);
    if (current === this.sentBook) return;
    const changes = tabChanges(this.sentBook, current);
    this.sentBook = current;
    this.revision += 1;
    const moves = changes.filter(movesCells);
    const moved = moves.length > 0;
    if (moved) this.moves.push({ revision: this.revision, tabs: moves.map(tabMove) });
    if (this.moves.length > MAX_MOVES) this.moves.shift();
    const tabs = [
      ...changes.flatMap((change) => tabUpdates(current, change, this.deps)),
      ...redrawnTabs(current, changes),
    ];
    const stylesFrom = this.sentStyleCount;
    this.sentStyleCount = this.deps.styles.count;
    this.deps.send(this.update(tabs, stylesFrom, moved));
  }

  private update(tabs: readonly TabUpdate[], stylesFrom: number, moved = false): SheetUpdate {
    const { book, styles } = this.deps;
    return {
      ...{ book, revision: this.revision, moved, tabs, stylesFrom },
      title: this.sentBook.properties.title,
      order: this.sentBook.tabs.map(({ properties }) => properties.sheetId),
      styles: styles.since(stylesFrom),
    };
  }
}

const viewRows = (book: Book, tab: WorkbookTab, look: Look, indexes: Iterable<number>): RowView[] =>
  Array.from(indexes, rowViews(book, tab, look));

const wholeTab = (book: Book, tab: WorkbookTab, look: Look): TabUpdate => ({
  tab: tabView(book, tab),
  rows: viewRows(book, tab, look, tab.rows.keys()).filter(([, cells]) => cells.length > 0),
  all: true,
});

/** `book` is the spreadsheet after the change. */
function tabUpdates(book: Book, { before, after, splice, rows }: TabChange, look: Look): TabUpdate[] {
  if (!after) return [];
  if (!before || haveRulesChanged(before, after)) return [wholeTab(book, after, look)];
  const indexes = splice ? Array.from({ length: splice.inserted }, (_, i) => splice.at + i) : rows;
  const view = viewRows(book, after, look, indexes);
  return [{ tab: tabView(book, after), ...(splice && { splice }), rows: view, all: false }];
}

/** The tabs that are as they were, but for charts of cells on the changed ones. */
const redrawnTabs = (book: Book, changes: readonly TabChange[]): TabUpdate[] => {
  const changed = new Set(changes.map(({ sheetId }) => sheetId));
  return book.tabs
    .filter((tab) => !changed.has(tab.properties.sheetId))
    .filter((tab) => chartSources(tab).some((sheetId) => changed.has(sheetId)))
    .map((tab) => ({ tab: tabView(book, tab), rows: [], all: false }));
};

const haveColumnsChanged = ({ before, after }: TabChange): boolean =>
  before?.properties.gridProperties?.columnCount !== after?.properties.gridProperties?.columnCount;

const tabMove = (change: TabChange): TabMove => ({
  sheetId: change.sheetId,
  ...(!haveColumnsChanged(change) && { splice: change.splice }),
});

/** Rows that come below all others move none. */
function movesCells(change: TabChange): boolean {
  const { before, splice } = change;
  if (haveColumnsChanged(change)) return true;
  if (splice) return splice.removed > 0 || splice.at < (before?.rows.length ?? 0);
  return arePlacesExchanged(change);
}

/** As by a sort: a cell that is not where it was is somewhere else now, and not a copy of it. */
function arePlacesExchanged({ before, after, rows }: TabChange): boolean {
  const cellsGone = new Set<WorkbookCell>();
  const cellsCome: WorkbookCell[] = [];
  for (const index of rows) {
    const [was, is] = [before?.rows[index] ?? [], after?.rows[index] ?? []];
    for (let column = 0; column < Math.max(was.length, is.length); column += 1) {
      const [cellBefore, cell] = [was[column], is[column]];
      if (cellBefore === cell) continue;
      if (cellBefore) cellsGone.add(cellBefore);
      if (cell) cellsCome.push(cell);
    }
  }
  return cellsCome.some((cell) => cellsGone.has(cell));
}

/** A changed rule changes the style of any row. Where rows have only moved, so have the rules' ranges: that changes no style. */
function haveRulesChanged(before: WorkbookTab, after: WorkbookTab): boolean {
  if (before.conditionalFormats === after.conditionalFormats) return false;
  const isMoved = before.rows.length !== after.rows.length;
  const rules = ({ conditionalFormats }: WorkbookTab): string =>
    JSON.stringify(isMoved ? conditionalFormats.map(({ ranges: _, ...rule }) => rule) : conditionalFormats);
  return rules(before) !== rules(after);
}
