/** A spreadsheet. */
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost } from './host-bridge';
import {
  activeRange,
  activeRangeList,
  addressOfRange,
  newRange,
  newRangeList,
  newSheet,
} from './object-factories';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

class LocalSpreadsheet implements Emulates<LocalSpreadsheet, Spreadsheet> {
  constructor(private readonly id: string) {}

  getId(): string {
    return this.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.id}/edit`;
  }
  getName(): string {
    return callHost('Spreadsheet.getName', this.id);
  }
  getSpreadsheetLocale(): string {
    return callHost('Spreadsheet.getSpreadsheetLocale', this.id);
  }
  getSpreadsheetTimeZone(): string {
    return callHost('Spreadsheet.getSpreadsheetTimeZone', this.id);
  }
  getSheets(): Sheet[] {
    return callHost('Spreadsheet.getSheets', this.id).map((sheetId) => newSheet(this.id, sheetId));
  }
  getNumSheets(): number {
    return callHost('Spreadsheet.getSheets', this.id).length;
  }
  getSheetByName(name: string): Sheet | null {
    const sheetId = callHost('Spreadsheet.getSheetByName', this.id, name);
    return sheetId === null ? null : newSheet(this.id, sheetId);
  }
  getSheetById(sheetId: number): Sheet | null {
    const known = callHost('Spreadsheet.getSheets', this.id).includes(sheetId);
    return known ? newSheet(this.id, sheetId) : null;
  }
  insertSheet(name?: unknown, index?: unknown): Sheet {
    if (typeof name === 'object' || typeof index === 'object') {
      throw new Error('not emulated: Spreadsheet.insertSheet with a template');
    }
    const at = typeof name === 'number' ? name : index;
    return newSheet(
      this.id,
      callHost(
        'Spreadsheet.insertSheet',
        this.id,
        typeof name === 'string' ? name : null,
        typeof at === 'number' ? at : null,
      ),
    );
  }
  deleteSheet(sheet: Sheet): void {
    callHost('Spreadsheet.deleteSheet', this.id, sheet.getSheetId());
  }
  getRange(a1Notation: string): Range {
    return newRange(callHost('Spreadsheet.getRange', this.id, a1Notation));
  }
  getRangeList(a1Notations: string[]): RangeList {
    return newRangeList(a1Notations.map((a1) => callHost('Spreadsheet.getRange', this.id, a1)));
  }
  getRangeByName(name: string): Range | null {
    const address = callHost('Spreadsheet.getRangeByName', this.id, name);
    return address === null ? null : newRange(address);
  }
  toast(message: string, title = '', timeoutSeconds: number | null = null): void {
    callHost('Spreadsheet.toast', String(message), title, timeoutSeconds);
  }

  getActiveSheet(): Sheet {
    return newSheet(this.id, this.selection().sheetId);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  getActiveCell(): Range {
    return newRange(this.selection().current);
  }
  getCurrentCell(): Range | null {
    return newRange(this.selection().current);
  }
  getActiveRange(): Range | null {
    return activeRange(this.selection());
  }
  getActiveRangeList(): RangeList | null {
    return activeRangeList(this.selection());
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }
  setActiveRangeList(list: RangeList): RangeList {
    const addresses = list.getRanges().map(addressOfRange);
    const [first] = addresses;
    if (first) callHost('Spreadsheet.setSelection', this.id, first.sheetId, addresses);
    return list;
  }

  private selection() {
    return callHost('Spreadsheet.getSelection', this.id, null);
  }
}

emulates('Spreadsheet', LocalSpreadsheet);

export const makeSpreadsheet = (spreadsheetId: string): Spreadsheet =>
  asGoogle<Spreadsheet>(new LocalSpreadsheet(spreadsheetId));
