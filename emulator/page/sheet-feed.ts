/** The changes of one spreadsheet as its windows receive them: collected for a moment, numbered, in order. */
import { type TabChange, tabChanges } from '../workbook/changes';
import type { Book, WorkbookTab } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import { chartSources } from './chart-view';
import type { RowView, SheetUpdate, TabUpdate } from './protocol';
import { type Look, rowViews, tabView } from './tab-view';

export interface SheetFeedDeps extends Look {
  workbooks: Workbooks;
  /** The spreadsheet's ID. */
  book: string;
  send(update: SheetUpdate): void;
}

export class SheetFeed {
  /** The spreadsheet as the windows know it. */
  private sentBook: Book;
  private revision = 1;
  /** The last revision that moved rows or columns. */
  private lastMoveRevision = 0;
  private isMoving = false;
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
    return seenRevision < this.lastMoveRevision;
  }

  /** Announces that the next change moves rows or columns though their number stays: a sort, a move. */
  expectMove(): void {
    this.isMoving = true;
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
    const moved = this.isMoving || changes.some(movesCells);
    if (moved) this.lastMoveRevision = this.revision;
    this.isMoving = false;
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

function movesCells({ before, after, splice }: TabChange): boolean {
  const [gridBefore, gridAfter] = [before?.properties.gridProperties, after?.properties.gridProperties];
  return (
    (splice !== undefined && splice.removed !== 0) ||
    gridBefore?.columnCount !== gridAfter?.columnCount ||
    gridBefore?.rowCount !== gridAfter?.rowCount
  );
}

/** A changed rule changes the style of any row. Where rows have only moved, so have the rules' ranges: that changes no style. */
function haveRulesChanged(before: WorkbookTab, after: WorkbookTab): boolean {
  if (before.conditionalFormats === after.conditionalFormats) return false;
  const isMoved = before.rows.length !== after.rows.length;
  const rules = ({ conditionalFormats }: WorkbookTab): string =>
    JSON.stringify(isMoved ? conditionalFormats.map(({ ranges: _, ...rule }) => rule) : conditionalFormats);
  return rules(before) !== rules(after);
}
