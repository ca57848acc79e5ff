/** The data that an execution and its host exchange. */

/** A range. Rows and columns count from 1, as in Apps Script. */
export interface RangeAddress {
  spreadsheetId: string;
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The value of a cell; `date` is an instant in milliseconds. An empty cell has an empty text. */
export type ScriptCellValue = string | number | boolean | { date: number };

/** The data validation of a cell. */
export interface CellValidation {
  /** The condition's name in the Sheets API. */
  type: string;
  values: string[];
  strict: boolean;
  showDropdown: boolean;
  helpText: string | null;
}

export interface Selection {
  sheetId: number;
  ranges: RangeAddress[];
  current: RangeAddress;
}

export type Button = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';
export type ButtonSet = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

export type MenuNode =
  | { kind: 'item'; caption: string; functionName: string }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; items: MenuNode[] };

export interface Dialog {
  kind: 'sidebar' | 'modal' | 'modeless';
  title: string;
  html: string;
  /** Pixels; null leaves it to the page. */
  width: number | null;
  height: number | null;
}

export interface FetchRequest {
  url: string;
  method: string | null;
  headers: Record<string, string>;
  contentType: string | null;
  /** Fields are sent as a form. */
  payload: string | Record<string, string> | null;
  muteHttpExceptions: boolean;
  followRedirects: boolean;
}

export interface FetchResponse {
  code: number;
  headers: Record<string, string | string[]>;
  text: string;
}

export type PropertyScope = 'script' | 'document' | 'user';

export type ClockSchedule =
  | { every: 'minutes' | 'hours'; count: number }
  | { every: 'days'; count: number; hour: number; minute: number | null; zone: string }
  | { at: number };

export interface TriggerSpec {
  functionName: string;
  event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE';
  /** ID of the spreadsheet; null for the clock. */
  sourceId: string | null;
  clockwork: ClockSchedule | null;
}

export interface InstalledTrigger extends TriggerSpec {
  id: string;
  /** E-mail address of the person who has installed it, and as whom it runs. */
  installer: string;
}

export type ClearedPart = 'all' | 'contents' | 'formats' | 'notes' | 'validations';
export type SheetDimension = 'ROWS' | 'COLUMNS';

/** Simple triggers run LIMITED. */
export type AuthMode = 'LIMITED' | 'FULL';

/** What a trigger's event object is made of. */
export interface EventData {
  authMode: AuthMode;
  /** E-mail address; empty where Google would not tell. */
  user: string;
  triggerUid: string | null;
  sourceId: string | null;
  range: RangeAddress | null;
  value: string | null;
  oldValue: string | null;
  changeType: string | null;
  time: Record<string, string | number> | null;
}

/** What an execution starts with. */
export interface ExecutionStart {
  functionName: string;
  /** JSON of the arguments; null when an event is the only one. */
  args: string | null;
  event: EventData | null;
  spreadsheetId: string;
  scriptId: string;
  /** How far the suite's clock is ahead of the real time, in milliseconds. */
  clockOffset: number;
  /** The manifest's, in which `getHours` and the like count. */
  timeZone: string;
}

export interface ScriptFailure {
  name: string;
  message: string;
  stack: string;
}

/** How an execution ended: JSON of what the function returned, or what it threw. */
export type ExecutionOutcome = { result: string } | { failure: ScriptFailure };

/** How the services inside an execution reach the host. */
export interface HostBridge {
  /** Blocks until the host has answered; JSON in and out. */
  call(name: string, args: string): string;
  log(level: string, text: string): void;
}
