/** What a person has before them: the active tab, the selection, the menus; and the ways to reach the person. */
import type { Rect } from '../workbook/a1';
import type { Book, Tab } from '../workbook/model';
import { placeOf } from './places';
import type { Button, ButtonSet, Dialog, MenuNode, Selection } from './protocol';

export interface Question {
  title: string | null;
  prompt: string;
  buttons: ButtonSet;
}

/** The page, or a test in its place. What is left out does nothing; a question is then closed unanswered. */
export interface View {
  /** The signal says that nobody waits for the answer any more. */
  alert?(question: Question, signal: AbortSignal): Promise<Button>;
  prompt?(question: Question, signal: AbortSignal): Promise<{ button: Button; text: string }>;
  toast?(toast: { message: string; title: string; seconds: number | null }): void;
  show?(dialog: Dialog): void;
  /** The whole menus, whenever one was added. */
  menus?(menus: readonly MenuNode[]): void;
  /** After the script selected something. */
  selected?(selection: Selection): void;
}

export interface Desk {
  /** Null on a phone or when nobody is there: `getUi` is refused. */
  view: View | null;
  menus: MenuNode[];
  activeSheetId: number | null;
  /** By tab, as every tab keeps its own. */
  selections: Map<number, readonly Rect[]>;
}

export const newDesk = (view: View | null): Desk => ({
  view,
  menus: [],
  activeSheetId: null,
  selections: new Map(),
});

export function activeTab({ activeSheetId }: Desk, book: Book): Tab {
  const tab =
    book.tabs.find(({ properties }) => properties.sheetId === activeSheetId) ??
    book.tabs.find(({ properties }) => !properties.hidden) ??
    book.tabs[0];
  if (!tab) throw new Error('The spreadsheet has no sheet.');
  return tab;
}

/** Of the tab given, else of the active one. What the grid lost since is left out. */
export function selectionOf(desk: Desk, book: Book, sheetId: number | null): Selection {
  const tab = book.tabs.find(({ properties }) => properties.sheetId === sheetId) ?? activeTab(desk, book);
  const { rowCount, columnCount } = tab.properties.gridProperties;
  const known = desk.selections.get(tab.properties.sheetId) ?? [{ top: 0, left: 0, bottom: 1, right: 1 }];
  const ranges = known
    .map((rect) => ({
      ...rect,
      bottom: Math.min(rect.bottom, rowCount),
      right: Math.min(rect.right, columnCount),
    }))
    .filter((rect) => rect.top < rect.bottom && rect.left < rect.right)
    .map((rect) => placeOf(book, tab, rect));
  const last = ranges[ranges.length - 1];
  const current = last ?? placeOf(book, tab, { top: 0, left: 0, bottom: 1, right: 1 });
  return { sheetId: tab.properties.sheetId, ranges, current: { ...current, rows: 1, columns: 1 } };
}
