/** The messages between the page and its server: plain data, as Server-Sent Events to the page and as small POSTs from it. `book` is always the ID of a spreadsheet. */
import type { Button, ButtonSet, Dialog, MenuNode, ScriptFailure } from '../apps-script/protocol';
import type { Rect } from '../workbook/a1';
import type { UpdateRequest } from '../workbook/model';

export type PageLanguage = 'ja' | 'en';

/** The page's two spreadsheets. */
export type BookKey = 'register' | 'queue';

/** A cell's style in Univer's spelling. */
export type UniverStyle = Readonly<Record<string, unknown>>;

/** The displayed text; with the style's index (-1 for none) and extras where the cell has them. Null for an empty cell without a style. */
export type CellView = null | string | readonly [text: string, style: number, more?: CellExtras];

export interface CellExtras {
  note?: string;
  link?: string;
}
/** The index is zero-based; a row that has become empty has no cells. */
export type RowView = readonly [index: number, cells: readonly CellView[]];

export interface ChoicesView {
  rects: readonly Rect[];
  values: readonly string[];
  /** `#rrggbb` for each value, or an empty text. */
  colours: readonly string[];
}

export interface ProtectionView {
  rect: Rect;
  /** The person is asked instead of refused. */
  warningOnly: boolean;
  description: string;
  editors: readonly string[];
}

export interface FilterView {
  rect: Rect;
  /** Values hidden by the filter, by zero-based column. */
  hiddenValues: Readonly<Record<string, readonly string[]>>;
}

/** A chart over the grid with the values that it shows now; lengths are in pixels. */
export interface ChartView {
  id: number;
  kind: 'COLUMN' | 'BAR' | 'LINE' | 'AREA' | 'PIE';
  stacking: 'NONE' | 'STACKED' | 'PERCENT';
  isSmooth: boolean;
  title: string;
  /** The cell of its upper left corner, and how far from that of the cell. */
  anchor: { row: number; column: number; x: number; y: number };
  width: number;
  height: number;
  legend: 'top' | 'bottom' | 'left' | 'right' | 'none';
  /** What the axes are called: that of the labels and that of the values. */
  labelTitle: string;
  valueTitle: string;
  /** Of the values' axis; null where it follows from them. */
  valueMin: number | null;
  valueMax: number | null;
  labels: readonly string[];
  series: readonly ChartSeriesView[];
}

export interface ChartSeriesView {
  name: string;
  /** `#rrggbb`; null for the next one of Google's own. */
  colour: string | null;
  /** One a label; null for a cell without a number. */
  values: readonly (number | null)[];
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
  /** Pixels by zero-based column, where they are not the default. */
  widths: Readonly<Record<string, number>>;
  hiddenColumns: readonly number[];
  /** Hidden by hand; rows that the filter hides are apart. */
  hiddenRows: readonly number[];
  filteredRows: readonly number[];
  /** Filters with a name, one of which a window may look through. */
  filterViews: readonly { id: number; title: string }[];
  merges: readonly Rect[];
  filter: FilterView | null;
  protections: readonly ProtectionView[];
  choices: readonly ChoicesView[];
  charts: readonly ChartView[];
}

export interface TabUpdate {
  tab: TabView;
  /** Rows inserted or removed before `rows` are applied; the inserted ones are among `rows`. */
  splice?: { at: number; removed: number; inserted: number };
  /** The rows to be replaced; with `all`, every other row is empty. */
  rows: readonly RowView[];
  all: boolean;
}

export interface SheetUpdate {
  book: string;
  title: string;
  /** Counts up with every update of the spreadsheet. */
  revision: number;
  /** Rows or columns are elsewhere than before: an undo could hit other cells. */
  moved: boolean;
  /** IDs in the order of the tab strip. */
  order: readonly number[];
  tabs: readonly TabUpdate[];
  /** The styles from `stylesFrom` on; an index never changes its meaning. */
  styles: readonly UniverStyle[];
  /** How many styles stand before the first of `styles`. */
  stylesFrom: number;
}

export interface PersonView {
  /** Short name, as in the page's address. */
  key: string;
  name: string;
  email: string;
  role: string;
}

export interface ClockView {
  /** The team's day and time, `2026-07-01 09:00`. */
  now: string;
  /** Whether it has been set to something else than the real time. */
  set: boolean;
}

/** From the server to one window. */
export type PageEvent =
  | {
      kind: 'welcome';
      /** Another one where the server did not know the window, as after its start: what was asked under the former one is lost. */
      opening: string;
      person: PersonView & { language: PageLanguage; phone: boolean };
      people: readonly PersonView[];
      books: readonly { id: string; key: BookKey; title: string }[];
      clock: ClockView;
      /** By spreadsheet. */
      menus: Readonly<Record<string, readonly MenuNode[]>>;
    }
  | { kind: 'sheet'; update: SheetUpdate }
  | { kind: 'menus'; book: string; menus: readonly MenuNode[] }
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
  | { kind: 'show'; book: string; dialog: Dialog }
  | { kind: 'selected'; book: string; sheetId: number; rects: readonly Rect[] }
  /** An execution has ended; `call` is the number that the page gave its call, null for a trigger. */
  | {
      kind: 'ended';
      call: number | null;
      functionName: string;
      result: unknown;
      error: ScriptFailure | null;
    }
  | { kind: 'clock'; clock: ClockView };

export interface CellBlock {
  sheetId: number;
  top: number;
  left: number;
  values: readonly (readonly (string | number | boolean | null)[])[];
}

/** From one window to the server, each as a POST to `/page/` and its name. */
export interface PageRequests {
  edit: {
    book: string;
    /** The last update that the person has seen. */
    revision: number;
    how: 'typed' | 'pasted';
    blocks: readonly CellBlock[];
  };
  change: { book: string; revision: number; requests: readonly UpdateRequest[] };
  /** `shown` null shows all values again. */
  filter: { book: string; sheetId: number; column: number; shown: readonly string[] | null };
  /** What a filter view hides. */
  lookThrough: { book: string; sheetId: number; viewId: number };
  select: { book: string; sheetId: number; rects: readonly Rect[] };
  choose: { book: string; call: number; captions: readonly string[] };
  run: { book: string; call: number; functionName: string; args: readonly unknown[] };
  /** Where a link of the functions leads; null where it leads nowhere, or is none of theirs. */
  follow: { link: string };
  answer: { id: number; button: Button; text: string };
}

/** A call of the script has begun; an event tells how it ends. */
export interface BegunCall {
  /** That of the welcome. */
  opening: string;
}

export interface AcceptedEdit {
  /** The first update with which the windows have it. */
  revision: number;
}

export interface HiddenRows {
  /** Zero-based. */
  rows: readonly number[];
}

export interface FollowedLink {
  location: string | null;
}

/** Why the page's server refuses; the codes are stable. */
export type PageRefusalCode =
  | 'BAD_REQUEST'
  | 'NOT_FOUND'
  | 'NO_WINDOW'
  | 'TOO_LARGE'
  /** The spreadsheet refuses, in Google's words. */
  | 'REFUSED'
  /** Rows or columns have moved since the revision that the person saw. */
  | 'MOVED';

export interface PageRefusalBody {
  error: { code: PageRefusalCode; message: { ja: string; en: string } };
}
