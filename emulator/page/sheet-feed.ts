/** The changes of one spreadsheet as its windows are told them: gathered for a moment, numbered, in order. */
import { type TabChange, tabChanges } from '../workbook/changes';
import type { Book, WorkbookTab } from '../workbook/model';
import type { Workbooks } from '../workbook/workbook';
import type { RowView, SheetUpdate, TabUpdate } from './protocol';
import type { StyleTable } from './styles';
import { rowViews, tabView } from './tab-view';

export interface SheetFeed {
  /** Tells everybody now what has changed. */
  flush(): void;
  /** The whole spreadsheet, as far as everybody has been told. */
  snapshot(): SheetUpdate;
  /** The rows as they are, for somebody who has shown something else. */
  repeat(sheetId: number, rows: readonly number[]): SheetUpdate;
  /** Whether rows or columns have moved since that update. */
  hasMovedSince(revision: number): boolean;
  /** The next change moves rows without their number changing: a sort. */
  moving(): void;
  stop(): void;
}

export function openSheetFeed(
  workbooks: Workbooks,
  book: string,
  styles: StyleTable,
  tell: (update: SheetUpdate) => void,
): SheetFeed {
  let told: Book = workbooks.get(book);
  let revision = 1;
  let movedAt = 0;
  let isMoving = false;
  let stylesTold = 0;
  let waiting: NodeJS.Immediate | undefined;

  const update = (tabs: readonly TabUpdate[], stylesFrom: number, moved = false): SheetUpdate => ({
    book,
    title: told.properties.title,
    revision,
    moved,
    order: told.tabs.map(({ properties }) => properties.sheetId),
    tabs,
    styles: styles.since(stylesFrom),
    stylesFrom,
  });

  const rowsOf = (tab: WorkbookTab, indexes: Iterable<number>): RowView[] =>
    Array.from(indexes, rowViews(told, tab, styles));

  const whole = (tab: WorkbookTab): TabUpdate => ({
    tab: tabView(told, tab),
    rows: rowsOf(tab, tab.rows.keys()).filter(([, cells]) => cells.length > 0),
    all: true,
  });

  function changed({ before, after, splice, rows }: TabChange): TabUpdate[] {
    if (!after) return [];
    if (!before || haveRulesChanged(before, after)) return [whole(after)];
    const indexes = splice ? Array.from({ length: splice.inserted }, (_, i) => splice.at + i) : rows;
    return [
      { tab: tabView(told, after), ...(splice && { splice }), rows: rowsOf(after, indexes), all: false },
    ];
  }

  const moves = ({ before, after, splice }: TabChange): boolean => {
    const [was, is] = [before?.properties.gridProperties, after?.properties.gridProperties];
    return (
      (splice !== undefined && splice.removed !== 0) ||
      was?.columnCount !== is?.columnCount ||
      was?.rowCount !== is?.rowCount
    );
  };

  function flush(): void {
    clearImmediate(waiting);
    waiting = undefined;
    const now = workbooks.get(book);
    if (now === told) return;
    const changes = tabChanges(told, now);
    told = now;
    revision += 1;
    const moved = isMoving || changes.some(moves);
    if (moved) movedAt = revision;
    isMoving = false;
    const tabs = changes.flatMap(changed);
    const from = stylesTold;
    stylesTold = styles.count;
    tell(update(tabs, from, moved));
  }

  const unlisten = workbooks.onChange(({ spreadsheetId }) => {
    if (spreadsheetId === book) waiting ??= setImmediate(flush);
  });

  return {
    flush,
    snapshot() {
      flush();
      const tabs = told.tabs.map(whole);
      return update(tabs, 0);
    },
    repeat(sheetId, rows) {
      flush();
      const tab = told.tabs.find(({ properties }) => properties.sheetId === sheetId);
      const tabs = tab ? [{ tab: tabView(told, tab), rows: rowsOf(tab, rows), all: false }] : [];
      return update(tabs, 0);
    },
    hasMovedSince: (seen) => {
      flush();
      return seen < movedAt;
    },
    moving: () => {
      isMoving = true;
    },
    stop() {
      unlisten();
      clearImmediate(waiting);
    },
  };
}

/** Rules colour all rows anew. Where rows only moved, so did the rules' ranges: that changes no look. */
function haveRulesChanged(before: WorkbookTab, after: WorkbookTab): boolean {
  if (before.conditionalFormats === after.conditionalFormats) return false;
  const isMoved = before.rows.length !== after.rows.length;
  const rules = ({ conditionalFormats }: WorkbookTab): string =>
    JSON.stringify(isMoved ? conditionalFormats.map(({ ranges: _, ...rule }) => rule) : conditionalFormats);
  return rules(before) !== rules(after);
}
