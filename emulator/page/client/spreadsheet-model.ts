/**
 * One spreadsheet as the server has sent it, kept up to date. It is what the page takes for true, whatever Univer shows
 * meanwhile.
 */
import type { CellBlock, CellExtras, CellView, SheetUpdate, TabView, UniverStyle } from '../protocol';

export interface SpreadsheetModel {
  /** ID of the spreadsheet. */
  readonly book: string;
  readonly title: string;
  readonly revision: number;
  /** IDs of the tabs in the order of the tab strip. */
  readonly order: readonly number[];
  readonly styles: readonly UniverStyle[];
  /** The tab as this window shows it. */
  tab(id: number): TabView | undefined;
  /** Uses a filter view on the tab; null for none. */
  lookThrough(id: number, view: FilterViewInUse | null): void;
  /** ID of the filter view that this window uses on the tab; null for none. */
  viewOf(id: number): number | null;
  /** The number of rows up to the last one with content. */
  length(id: number): number;
  row(id: number, index: number): readonly CellView[];
  text(id: number, row: number, column: number): string;
  extras(id: number, row: number, column: number): CellExtras | undefined;
  apply(update: SheetUpdate): void;
  /** Called when the person has entered something; the result is called when the server has answered. */
  expectEdit(blocks: readonly CellBlock[]): EndExpectation;
  /** Whether the person's last entry in the cell is not confirmed: what the server has sent is older. */
  isAwaited(id: number, row: number, column: number): boolean;
}

/** Called with the first revision that has the edit, or null where it was refused. */
export type EndExpectation = (revision: number | null) => void;

/** The rows that it hid when it was chosen; as in Google, rows that change later stay visible. */
export interface FilterViewInUse {
  viewId: number;
  rows: readonly number[];
}

interface TabModel {
  view: TabView;
  rows: (readonly CellView[] | undefined)[];
}

const hasCell = ({ sheetId, top, left, values }: CellBlock, id: number, row: number, column: number) =>
  sheetId === id && values[row - top]?.[column - left] !== undefined;

export const cellViewText = (cell: CellView | undefined): string =>
  cell == null ? '' : typeof cell === 'string' ? cell : cell[0];

export function newSpreadsheetModel(first: SheetUpdate): SpreadsheetModel {
  const tabs = new Map<number, TabModel>();
  const styles: UniverStyle[] = [];
  const lookedThrough = new Map<number, FilterViewInUse>();
  /** The first revision that has the edit; null while the server has not answered. */
  const awaitedEdits = new Map<readonly CellBlock[], number | null>();
  let { title, revision, order } = first;

  function apply(update: SheetUpdate): void {
    ({ title, revision, order } = update);
    update.styles.forEach((style, index) => {
      styles[update.stylesFrom + index] = style;
    });
    for (const { tab, rows, all, splice } of update.tabs) {
      const tabRows = all ? [] : (tabs.get(tab.id)?.rows ?? []);
      if (splice) {
        tabRows.length = Math.max(tabRows.length, splice.at);
        tabRows.splice(
          splice.at,
          splice.removed,
          ...Array.from({ length: splice.inserted }, () => undefined),
        );
      }
      for (const [index, cells] of rows) tabRows[index] = cells;
      tabs.set(tab.id, { view: tab, rows: tabRows });
    }
    for (const id of tabs.keys()) if (!order.includes(id)) tabs.delete(id);
    dropArrivedEdits();
  }

  function dropArrivedEdits(): void {
    for (const [blocks, arrival] of awaitedEdits)
      if (arrival !== null && arrival <= revision) awaitedEdits.delete(blocks);
  }
  apply(first);

  const cell = (id: number, row: number, column: number): CellView | undefined =>
    tabs.get(id)?.rows[row]?.[column];
  return {
    book: first.book,
    get title() {
      return title;
    },
    get revision() {
      return revision;
    },
    get order() {
      return order;
    },
    styles,
    tab(id) {
      const view = tabs.get(id)?.view;
      const hidden = lookedThrough.get(id);
      // A view replaces the filter that everybody sees.
      return view && hidden ? { ...view, filteredRows: hidden.rows, filter: null } : view;
    },
    lookThrough(id, through) {
      if (through === null) lookedThrough.delete(id);
      else lookedThrough.set(id, through);
    },
    viewOf: (id) => lookedThrough.get(id)?.viewId ?? null,
    length: (id) => tabs.get(id)?.rows.length ?? 0,
    row: (id, index) => tabs.get(id)?.rows[index] ?? [],
    text: (id, row, column) => cellViewText(cell(id, row, column)),
    extras: (id, row, column) => {
      const view = cell(id, row, column);
      return typeof view === 'object' && view !== null ? view[2] : undefined;
    },
    apply,
    expectEdit(blocks) {
      awaitedEdits.set(blocks, null);
      return (arrival) => {
        awaitedEdits.set(blocks, arrival ?? revision);
        dropArrivedEdits();
      };
    },
    isAwaited: (id, row, column) =>
      [...awaitedEdits.keys()].flat().some((block) => hasCell(block, id, row, column)),
  };
}
