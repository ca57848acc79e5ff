/** The calls of the services to the host. Arguments and answers are plain data, for they cross as JSON. */
import type {
  Button,
  ButtonSet,
  CellValidation,
  ClearedPart,
  Dialog,
  FetchRequest,
  FetchResponse,
  InstalledTrigger,
  MenuNode,
  PropertyScope,
  RangeAddress,
  ScriptCellValue,
  Selection,
  SheetDimension,
  TriggerSpec,
} from './protocol';

/** What a list of ranges has done to each of them, all in one call. */
export type RangeListCall =
  | 'Range.setValue'
  | 'Range.setNote'
  | 'Range.setBackground'
  | 'Range.setFontColor'
  | 'Range.setNumberFormat'
  | 'Range.clear';

/** Every call by its name. Where the host answers null, so does the script's method. */
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
    address: string | Omit<RangeAddress, 'spreadsheetId' | 'sheetId'>,
  ): RangeAddress;
  'Sheet.getRangeList'(spreadsheetId: string, sheetId: number, a1s: readonly string[]): RangeAddress[];
  'Sheet.getDataRange'(spreadsheetId: string, sheetId: number): RangeAddress;
  'Sheet.getSheetValues'(
    spreadsheetId: string,
    sheetId: number,
    rect: { row: number; column: number; rows: number; columns: number },
  ): ScriptCellValue[][];
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

  'Range.getA1Notation'(address: RangeAddress): string;
  'Range.getValue'(address: RangeAddress): ScriptCellValue[][];
  'Range.getValues'(address: RangeAddress): ScriptCellValue[][];
  'Range.getDisplayValue'(address: RangeAddress): string[][];
  'Range.getDisplayValues'(address: RangeAddress): string[][];
  'Range.getFormula'(address: RangeAddress): string[][];
  'Range.getFormulas'(address: RangeAddress): string[][];
  'Range.getNote'(address: RangeAddress): string[][];
  'Range.getNotes'(address: RangeAddress): string[][];
  'Range.getBackground'(address: RangeAddress): string[][];
  'Range.getBackgrounds'(address: RangeAddress): string[][];
  'Range.getNumberFormat'(address: RangeAddress): string[][];
  'Range.getNumberFormats'(address: RangeAddress): string[][];
  'Range.getDataValidation'(address: RangeAddress): (CellValidation | null)[][];
  'Range.getDataValidations'(address: RangeAddress): (CellValidation | null)[][];
  /** The setters with one value set it in every cell of the range. */
  'Range.setValue'(address: RangeAddress, value: ScriptCellValue): void;
  'Range.setValues'(address: RangeAddress, values: ScriptCellValue[][]): void;
  'Range.setFormula'(address: RangeAddress, formula: string): void;
  'Range.setNote'(address: RangeAddress, note: string | null): void;
  'Range.setNotes'(address: RangeAddress, notes: (string | null)[][]): void;
  'Range.setBackground'(address: RangeAddress, color: string | null): void;
  'Range.setBackgrounds'(address: RangeAddress, colors: (string | null)[][]): void;
  'Range.setFontColor'(address: RangeAddress, color: string | null): void;
  'Range.setFontColors'(address: RangeAddress, colors: (string | null)[][]): void;
  'Range.setFontWeight'(address: RangeAddress, weight: string | null): void;
  'Range.setNumberFormat'(address: RangeAddress, format: string): void;
  'Range.setNumberFormats'(address: RangeAddress, formats: string[][]): void;
  'Range.setDataValidation'(address: RangeAddress, rule: CellValidation | null): void;
  'Range.setDataValidations'(address: RangeAddress, rules: (CellValidation | null)[][]): void;
  'Range.clear'(address: RangeAddress, what: ClearedPart): void;

  /** The argument is the call's own, behind the address. */
  'RangeList.each'(addresses: RangeAddress[], call: RangeListCall, argument: unknown): void;

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
  'ScriptApp.requireAllScopes'(): void;
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
