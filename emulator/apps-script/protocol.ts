/** What the services inside an execution ask of the host: plain data only, for it crosses as JSON. */

/** A range. Rows and columns count from 1, as Apps Script counts them. */
export interface RangeAddress {
  spreadsheetId: string;
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A date is an instant in milliseconds; an empty cell is an empty text. */
export type ScriptCellValue = string | number | boolean | { date: number };

/** Undefined (in the list: null) marks a cell without a rule. */
export interface CellValidation {
  /** The Sheets API's name of the condition. */
  type: string;
  values: string[];
  strict: boolean;
  showDropdown: boolean;
  helpText: string | null;
}

export interface Selection {
  sheetId: number;
  /** Empty on a tab without a selection of its own. */
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
  /** A form is sent as its fields. */
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
  /** Of the spreadsheet; null for the clock. */
  sourceId: string | null;
  clockwork: ClockSchedule | null;
}

export interface InstalledTrigger extends TriggerSpec {
  id: string;
  /** E-mail address of whoever installed it: the one it runs as. */
  installer: string;
}

export type ClearedPart = 'all' | 'contents' | 'formats' | 'notes' | 'validations';
export type SheetDimension = 'ROWS' | 'COLUMNS';

/** Every round trip by its name. A null of the host is a null of the script. */
export interface HostApi {
  'SpreadsheetApp.flush'(): void;
  'SpreadsheetApp.getUi'(): void;
  'SpreadsheetApp.openById'(spreadsheetId: string): void;

  'Spreadsheet.getName'(spreadsheetId: string): string;
  'Spreadsheet.getSpreadsheetLocale'(spreadsheetId: string): string;
  'Spreadsheet.getSpreadsheetTimeZone'(spreadsheetId: string): string;
  /** IDs, in the order of the tabs. */
  'Spreadsheet.getSheets'(spreadsheetId: string): number[];
  'Spreadsheet.getSheetByName'(spreadsheetId: string, name: string): number | null;
  'Spreadsheet.getRange'(spreadsheetId: string, a1: string): RangeAddress;
  'Spreadsheet.getRangeByName'(spreadsheetId: string, name: string): RangeAddress | null;
  'Spreadsheet.insertSheet'(spreadsheetId: string, name: string | null, index: number | null): number;
  'Spreadsheet.deleteSheet'(spreadsheetId: string, sheetId: number): void;
  'Spreadsheet.getSelection'(spreadsheetId: string, sheetId: number | null): Selection;
  'Spreadsheet.setSelection'(spreadsheetId: string, sheetId: number, ranges: RangeAddress[]): void;
  'Spreadsheet.toast'(message: string, title: string, seconds: number | null): void;

  'Sheet.getName'(spreadsheetId: string, sheetId: number): string;
  'Sheet.setName'(spreadsheetId: string, sheetId: number, name: string): void;
  'Sheet.getIndex'(spreadsheetId: string, sheetId: number): number;
  'Sheet.isSheetHidden'(spreadsheetId: string, sheetId: number): boolean;
  'Sheet.getRange'(
    spreadsheetId: string,
    sheetId: number,
    place: string | Omit<RangeAddress, 'spreadsheetId' | 'sheetId'>,
  ): RangeAddress;
  'Sheet.getDataRange'(spreadsheetId: string, sheetId: number): RangeAddress;
  'Sheet.getLastRow'(spreadsheetId: string, sheetId: number): number;
  'Sheet.getLastColumn'(spreadsheetId: string, sheetId: number): number;
  'Sheet.getMaxRows'(spreadsheetId: string, sheetId: number): number;
  'Sheet.getMaxColumns'(spreadsheetId: string, sheetId: number): number;
  'Sheet.getFrozenRows'(spreadsheetId: string, sheetId: number): number;
  'Sheet.getFrozenColumns'(spreadsheetId: string, sheetId: number): number;
  'Sheet.isRowHiddenByFilter'(spreadsheetId: string, sheetId: number, row: number): boolean;
  'Sheet.isRowHiddenByUser'(spreadsheetId: string, sheetId: number, row: number): boolean;
  'Sheet.isColumnHiddenByUser'(spreadsheetId: string, sheetId: number, column: number): boolean;
  'Sheet.setHidden'(
    spreadsheetId: string,
    sheetId: number,
    dimension: SheetDimension,
    from: number,
    count: number,
    hidden: boolean,
  ): void;
  'Sheet.insert'(
    spreadsheetId: string,
    sheetId: number,
    dimension: SheetDimension,
    position: number,
    count: number,
    after: boolean,
  ): void;
  'Sheet.delete'(
    spreadsheetId: string,
    sheetId: number,
    dimension: SheetDimension,
    from: number,
    count: number,
  ): void;
  'Sheet.appendRow'(spreadsheetId: string, sheetId: number, values: ScriptCellValue[]): void;

  'Range.getA1Notation'(place: RangeAddress): string;
  'Range.getValue'(place: RangeAddress): ScriptCellValue[][];
  'Range.getValues'(place: RangeAddress): ScriptCellValue[][];
  'Range.getDisplayValue'(place: RangeAddress): string[][];
  'Range.getDisplayValues'(place: RangeAddress): string[][];
  'Range.getFormula'(place: RangeAddress): string[][];
  'Range.getFormulas'(place: RangeAddress): string[][];
  'Range.getNote'(place: RangeAddress): string[][];
  'Range.getNotes'(place: RangeAddress): string[][];
  'Range.getBackground'(place: RangeAddress): string[][];
  'Range.getBackgrounds'(place: RangeAddress): string[][];
  'Range.getNumberFormat'(place: RangeAddress): string[][];
  'Range.getNumberFormats'(place: RangeAddress): string[][];
  'Range.getDataValidation'(place: RangeAddress): (CellValidation | null)[][];
  'Range.getDataValidations'(place: RangeAddress): (CellValidation | null)[][];
  /** What has one value puts it into every cell, here and below. */
  'Range.setValue'(place: RangeAddress, value: ScriptCellValue): void;
  'Range.setValues'(place: RangeAddress, values: ScriptCellValue[][]): void;
  'Range.setFormula'(place: RangeAddress, formula: string): void;
  'Range.setNote'(place: RangeAddress, note: string | null): void;
  'Range.setNotes'(place: RangeAddress, notes: (string | null)[][]): void;
  'Range.setBackground'(place: RangeAddress, color: string | null): void;
  'Range.setBackgrounds'(place: RangeAddress, colors: (string | null)[][]): void;
  'Range.setFontColor'(place: RangeAddress, color: string | null): void;
  'Range.setFontColors'(place: RangeAddress, colors: (string | null)[][]): void;
  'Range.setFontWeight'(place: RangeAddress, weight: string | null): void;
  'Range.setNumberFormat'(place: RangeAddress, format: string): void;
  'Range.setNumberFormats'(place: RangeAddress, formats: string[][]): void;
  'Range.setDataValidation'(place: RangeAddress, rule: CellValidation | null): void;
  'Range.setDataValidations'(place: RangeAddress, rules: (CellValidation | null)[][]): void;
  'Range.clear'(place: RangeAddress, what: ClearedPart): void;

  'Ui.alert'(title: string | null, prompt: string, buttons: ButtonSet): Button;
  'Ui.prompt'(title: string | null, prompt: string, buttons: ButtonSet): { button: Button; text: string };
  'Ui.showSidebar'(dialog: Dialog): void;
  'Ui.showModalDialog'(dialog: Dialog): void;
  'Ui.showModelessDialog'(dialog: Dialog): void;
  'Menu.addToUi'(menu: MenuNode & { kind: 'menu' }): void;

  /** The text of a file beside the code. */
  'HtmlService.file'(name: string): string;

  'UrlFetchApp.fetch'(request: FetchRequest): FetchResponse;
  'UrlFetchApp.fetchAll'(requests: FetchRequest[]): FetchResponse[];

  'Properties.getProperty'(scope: PropertyScope, key: string): string | null;
  'Properties.getProperties'(scope: PropertyScope): Record<string, string>;
  'Properties.setProperties'(
    scope: PropertyScope,
    values: Record<string, string>,
    others: 'keep' | 'delete',
  ): void;
  'Properties.deleteProperty'(scope: PropertyScope, key: string): void;
  'Cache.getAll'(scope: PropertyScope, keys: string[]): Record<string, string>;
  'Cache.putAll'(scope: PropertyScope, values: Record<string, string>, seconds: number): void;
  'Cache.removeAll'(scope: PropertyScope, keys: string[]): void;
  'Lock.tryLock'(scope: PropertyScope, milliseconds: number): boolean;
  'Lock.releaseLock'(scope: PropertyScope): void;
  'Lock.hasLock'(scope: PropertyScope): boolean;

  'ScriptApp.getIdentityToken'(): string | null;
  'ScriptApp.getProjectTriggers'(): InstalledTrigger[];
  'ScriptApp.newTrigger'(spec: TriggerSpec): InstalledTrigger;
  'ScriptApp.deleteTrigger'(id: string): void;

  'Session.getActiveUser'(): string;
  'Session.getEffectiveUser'(): string;
  'Session.getActiveUserLocale'(): string;
  'Session.getTemporaryActiveUserKey'(): string;

  'Utilities.getUuid'(): string;
  'Utilities.sleep'(milliseconds: number): void;
  /** Bytes as base64. */
  'Utilities.utf8'(text: string): string;
  'Utilities.utf8Text'(bytes: string): string;
  'Utilities.digest'(algorithm: string, bytes: string): string;
  'Utilities.hmac'(algorithm: string, bytes: string, key: string): string;
}

export type CallName = keyof HostApi;
export type HostReply = { value: unknown } | { error: string };

/** Who may do what: simple triggers run limited. */
export type AuthMode = 'LIMITED' | 'FULL';

/** A trigger's event object before it becomes one. */
export interface EventData {
  authMode: AuthMode;
  /** E-mail address, or nothing where Google would not tell. */
  user: string;
  triggerUid: string | null;
  sourceId: string | null;
  range: RangeAddress | null;
  value: string | null;
  oldValue: string | null;
  changeType: string | null;
  time: Record<string, string | number> | null;
}

/** What an execution begins with. */
export interface ExecutionStart {
  functionName: string;
  /** JSON of the arguments; null when an event is the only one. */
  args: string | null;
  event: EventData | null;
  spreadsheetId: string;
  scriptId: string;
  /** How far the suite's clock is from real time, in milliseconds. */
  clockOffset: number;
  /** The manifest's: what `getHours` and its like go by. */
  timeZone: string;
}

export interface ScriptFailure {
  name: string;
  message: string;
  stack: string;
}

/** How an execution ended: JSON of what the function returned, or what it threw. */
export type ExecutionOutcome = { result: string } | { failure: ScriptFailure };

/** What the host gives the services: both are called inside the execution. */
export interface HostBridge {
  /** Blocks until the host has answered; JSON in and out. */
  call(name: string, args: string): string;
  log(level: string, text: string): void;
}
