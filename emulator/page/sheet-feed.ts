/** The changes of one spreadsheet as its windows receive them: collected for a moment, numbered, in order. */
import { type TabChange, tabChanges } from '../workbook/changes';
import type { Book, WorkbookTab } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import type { RowView, SheetUpdate, TabUpdate } from './protocol';
import type { StyleTable } from './styles';
import { rowViews, tabView } from './tab-view';

export interface SheetFeed {
  /** Sends now what has changed. */
  flush(): void;
  /** The whole spreadsheet at the last revision sent. */
  snapshot(): SheetUpdate;
  /** Rows as they are, for a window that shows something else. */
  rowsAgain(sheetId: number, rows: readonly number[]): SheetUpdate;
  /** Whether rows or columns have moved after that revision. */
  hasMovedSince(revision: number): boolean;
  /** Announces that the next change moves rows or columns though their number stays: a sort, a move. */
  expectMove(): void;
  stop(): void;
}

export function openSheetFeed(
  workbooks: Workbooks,
  book: string,
  styles: StyleTable,
  send: (update: SheetUpdate) => void,
): SheetFeed {
  let sent: Book = workbooks.get(book);
  let revision = 1;
  /** The last revision that moved rows or columns. */
  let movedAt = 0;
  let isMoving = false;
  let stylesSent = 0;
  let scheduled: NodeJS.Immediate | undefined;

  const update = (tabs: readonly TabUpdate[], stylesFrom: number, moved = false): SheetUpdate => ({
    book,
    title: sent.properties.title,
    revision,
    moved,
    order: sent.tabs.map(({ properties }) => properties.sheetId),
    tabs,
    styles: styles.since(stylesFrom),
    stylesFrom,
  });

  const rowsOf = (tab: WorkbookTab, indexes: Iterable<number>): RowView[] =>
    Array.from(indexes, rowViews(sent, tab, styles));

  const whole = (tab: WorkbookTab): TabUpdate => ({
    tab: tabView(sent, tab),
    rows: rowsOf(tab, tab.rows.keys()).filter(([, cells]) => cells.length > 0),
    all: true,
  });

  function tabUpdates({ before, after, splice, rows }: TabChange): TabUpdate[] {
    if (!after) return [];
    if (!before || haveRulesChanged(before, after)) return [whole(after)];
    const indexes = splice ? Array.from({ length: splice.inserted }, (_, i) => splice.at + i) : rows;
    return [
      { tab: tabView(sent, after), ...(splice && { splice }), rows: rowsOf(after, indexes), all: false },
    ];
  }

  const moves = ({ before, after, splice }: TabChange): boolean => {
    const [gridBefore, gridAfter] = [before?.properties.gridProperties, after?.properties.gridProperties];
    return (
      (splice !== undefined && splice.removed !== 0) ||
      gridBefore?.columnCount !== gridAfter?.columnCount ||
      gridBefore?.rowCount !== gridAfter?.rowCount
    );
  };

  function flush(): void {
    clearImmediate(scheduled);
    scheduled = undefined;
    const current = workbooks.get(book);
    if (current === sent) return;
    const changes = tabChanges(sent, current);
    sent = current;
    revision += 1;
    const moved = isMoving || changes.some(moves);
    if (moved) movedAt = revision;
    isMoving = false;
    const tabs = changes.flatMap(tabUpdates);
    const from = stylesSent;
    stylesSent = styles.count;
    send(update(tabs, from, moved));
  }

  const unlisten = workbooks.onChange(({ spreadsheetId }) => {
    if (spreadsheetId === book) scheduled ??= setImmediate(flush);
  });

  return {
    flush,
    snapshot() {
      flush();
      const tabs = sent.tabs.map(whole);
      return update(tabs, 0);
    },
    rowsAgain(sheetId, rows) {
      flush();
      const tab = sent.tabs.find(({ properties }) => properties.sheetId === sheetId);
      const tabs = tab ? [{ tab: tabView(sent, tab), rows: rowsOf(tab, rows), all: false }] : [];
      return update(tabs, 0);
    },
    hasMovedSince: (seenRevision) => {
      flush();
      return seenRevision < movedAt;
    },
    expectMove: () => {
      isMoving = true;
    },
    stop() {
      unlisten();
      clearImmediate(scheduled);
    },
  };
}

/** A changed rule changes the style of any row. Where rows have only moved, so have the rules' ranges: that changes no style. */
function haveRulesChanged(before: WorkbookTab, after: WorkbookTab): boolean {
  if (before.conditionalFormats === after.conditionalFormats) return false;
  const isMoved = before.rows.length !== after.rows.length;
  const rules = ({ conditionalFormats }: WorkbookTab): string =>
    JSON.stringify(isMoved ? conditionalFormats.map(({ ranges: _, ...rule }) => rule) : conditionalFormats);
  return rules(before) !== rules(after);
}
