/** A person's screen: the active tab, the selections, the menus, and how the script reaches the person. */
import type { Rect } from '../workbook/a1';
import type { Book, WorkbookTab } from '../workbook/model';
import type { Button, ButtonSet, Dialog, MenuNode, Selection } from './protocol';
import { rangeAddressOf } from './range-address';

export interface UiQuestion {
  title: string | null;
  prompt: string;
  buttons: ButtonSet;
}

/** How the script's user interface is shown: by the page or a test. A missing function does nothing; a question is then closed unanswered. */
export interface ScriptUi {
  /** The signal is aborted when the script no longer waits for the answer. */
  alert?(question: UiQuestion, signal: AbortSignal): Promise<Button>;
  prompt?(question: UiQuestion, signal: AbortSignal): Promise<{ button: Button; text: string }>;
  toast?(toast: { message: string; title: string; seconds: number | null }): void;
  show?(dialog: Dialog): void;
  /** All menus, whenever one is added. */
  menus?(menus: readonly MenuNode[]): void;
  /** When the script selects something. */
  selected?(selection: Selection): void;
}

export interface ScreenState {
  /** Null on a phone and without a person: `getUi` is then refused. */
  view: ScriptUi | null;
  menus: MenuNode[];
  activeSheetId: number | null;
  /** By tab: each has its own selection. */
  selections: Map<number, readonly Rect[]>;
}

export const newScreenState = (view: ScriptUi | null): ScreenState => ({
  view,
  menus: [],
  activeSheetId: null,
  selections: new Map(),
});

export function activeTab({ activeSheetId }: ScreenState, book: Book): WorkbookTab {
  const tab =
    book.tabs.find(({ properties }) => properties.sheetId === activeSheetId) ??
    book.tabs.find(({ properties }) => !properties.hidden) ??
    book.tabs[0];
  if (!tab) throw new Error('The spreadsheet has no sheet.');
  return tab;
}

/** The selection of the tab or, for null, of the active one. Cells that the grid no longer has are left out. */
export function selectionOf(screen: ScreenState, book: Book, sheetId: number | null): Selection {
  const tab = book.tabs.find(({ properties }) => properties.sheetId === sheetId) ?? activeTab(screen, book);
  const { rowCount, columnCount } = tab.properties.gridProperties;
  const selected = screen.selections.get(tab.properties.sheetId) ?? [
    { top: 0, left: 0, bottom: 1, right: 1 },
  ];
  const ranges = selected
    .map((rect) => ({
      ...rect,
      bottom: Math.min(rect.bottom, rowCount),
      right: Math.min(rect.right, columnCount),
    }))
    .filter((rect) => rect.top < rect.bottom && rect.left < rect.right)
    .map((rect) => rangeAddressOf(book, tab, rect));
  const last = ranges[ranges.length - 1];
  const current = last ?? rangeAddressOf(book, tab, { top: 0, left: 0, bottom: 1, right: 1 });
  return { sheetId: tab.properties.sheetId, ranges, current: { ...current, rows: 1, columns: 1 } };
}
