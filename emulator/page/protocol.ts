/** What the page and its server tell each other: plain data, over Server-Sent Events one way and small POSTs the other. */
import type { Button, ButtonSet, Dialog, MenuNode } from '../apps-script/protocol';
import type { Rect } from '../workbook/a1';
import type { UpdateRequest } from '../workbook/model';

export type PageLanguage = 'ja' | 'en';

/** Looks as Univer's cell styles spell them. */
export type UniverStyle = Readonly<Record<string, unknown>>;

/** Text as shown; with a look (index into the styles); with what else there is. Null for an empty cell without a look. */
export type CellView = null | string | readonly [text: string, style: number, more?: CellExtras];
export interface CellExtras {
  note?: string;
  link?: string;
}
/** By zero-based index; a row that became empty has no cells. */
export type RowView = readonly [index: number, cells: readonly CellView[]];

export interface ChoicesView {
  rects: readonly Rect[];
  values: readonly string[];
  /** `#rrggbb` for each value, or nothing. */
  colours: readonly string[];
}

export interface ProtectionView {
  rect: Rect;
  /** Asks instead of refusing. */
  warningOnly: boolean;
  description: string;
  editors: readonly string[];
}

export interface FilterView {
  rect: Rect;
  /** By zero-based column. */
  hiddenValues: Readonly<Record<string, readonly string[]>>;
}

/** Everything of a tab but its rows. */
export interface TabView {
  id: number;
  title: string;
  hidden: boolean;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  /** Pixels, by zero-based column, where not the usual ones. */
  widths: Readonly<Record<string, number>>;
  hiddenColumns: readonly number[];
  /** By hand. */
  hiddenRows: readonly number[];
  filteredRows: readonly number[];
  merges: readonly Rect[];
  filter: FilterView | null;
  protections: readonly ProtectionView[];
  choices: readonly ChoicesView[];
}

export interface TabUpdate {
  tab: TabView;
  /** Rows put in or taken out first; those put in are among `rows`. */
  splice?: { at: number; removed: number; inserted: number };
  /** Replaces the rows named; `all` says that every other row is empty. */
  rows: readonly RowView[];
  all: boolean;
}

export interface SheetUpdate {
  book: string;
  title: string;
  /** Counts up with every update of the spreadsheet. */
  revision: number;
  /** Rows or columns are elsewhere than before: what was to be undone there is lost. */
  moved: boolean;
  /** IDs in the order of the tab strip. */
  order: readonly number[];
  tabs: readonly TabUpdate[];
  /** All looks so far; an index never changes its meaning. */
  styles: readonly UniverStyle[];
  /** How many styles stand before the first of `styles`. */
  stylesFrom: number;
}

export interface PersonView {
  /** Short name for the address line. */
  key: string;
  name: string;
  email: string;
  role: string;
}

export interface ClockView {
  /** The team's day and time, `2026-07-01 09:00`. */
  now: string;
  /** Whether somebody has set it. */
  set: boolean;
}

/** From the server to one window. */
export type PageEvent =
  | {
      kind: 'welcome';
      /** False when the window was known and goes on. */
      fresh: boolean;
      person: PersonView & { language: PageLanguage; phone: boolean };
      people: readonly PersonView[];
      books: readonly { id: string; key: 'register' | 'queue'; title: string; hasScript: boolean }[];
      clock: ClockView;
      menus: readonly MenuNode[];
    }
  | { kind: 'sheet'; update: SheetUpdate }
  | { kind: 'menus'; menus: readonly MenuNode[] }
  | {
      kind: 'question';
      id: number;
      ask: 'alert' | 'prompt';
      title: string;
      prompt: string;
      buttons: ButtonSet;
    }
  | { kind: 'questionOver'; id: number }
  | { kind: 'toast'; message: string; title: string; seconds: number | null }
  | { kind: 'show'; dialog: Dialog }
  | { kind: 'selected'; book: string; sheetId: number; rects: readonly Rect[] }
  /** An execution has ended; `call` is the number that the page gave it, null for a trigger. */
  | {
      kind: 'ended';
      call: number | null;
      functionName: string;
      result: unknown;
      error: ScriptErrorInfo | null;
    }
  | { kind: 'clock'; clock: ClockView };

export interface ScriptErrorInfo {
  name: string;
  message: string;
  stack: string;
}

export interface CellBlock {
  sheetId: number;
  top: number;
  left: number;
  values: readonly (readonly (string | number | boolean | null)[])[];
}

/** From one window to the server, each under its own path. */
export interface PageRequests {
  edit: {
    book: string;
    /** The last update that the person could see. */
    revision: number;
    how: 'typed' | 'pasted';
    blocks: readonly CellBlock[];
  };
  change: { book: string; revision: number; requests: readonly UpdateRequest[] };
  /** Null shows all values again. */
  filter: { book: string; sheetId: number; column: number; shown: readonly string[] | null };
  select: { book: string; sheetId: number; rects: readonly Rect[] };
  choose: { call: number; captions: readonly string[] };
  run: { call: number; functionName: string; args: readonly unknown[] };
  answer: { id: number; button: Button; text: string };
}

/** Stable codes of what the page's server refuses. */
export type PageRefusalCode =
  | 'BAD_REQUEST'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'NO_WINDOW'
  | 'TOO_LARGE'
  /** Google's own refusal, in its words. */
  | 'REFUSED'
  /** Rows or columns have moved since the person saw them. */
  | 'MOVED';

export interface PageRefusalBody {
  error: { code: PageRefusalCode; message: { ja: string; en: string } };
}
