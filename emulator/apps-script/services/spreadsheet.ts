/** A spreadsheet. */
import { type Emulates, emulates, google } from './emulated';
import { activeRange, activeRangeList, placeOf, rangeListOf, rangeOf } from './range';
import { call } from './server';
import { sheetOf } from './sheet';

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
    return call('Spreadsheet.getName', this.id);
  }
  getSpreadsheetLocale(): string {
    return call('Spreadsheet.getSpreadsheetLocale', this.id);
  }
  getSpreadsheetTimeZone(): string {
    return call('Spreadsheet.getSpreadsheetTimeZone', this.id);
  }
  getSheets(): Sheet[] {
    return call('Spreadsheet.getSheets', this.id).map((sheetId) => sheetOf(this.id, sheetId));
  }
  getNumSheets(): number {
    return call('Spreadsheet.getSheets', this.id).length;
  }
  getSheetByName(name: string): Sheet | null {
    const sheetId = call('Spreadsheet.getSheetByName', this.id, name);
    return sheetId === null ? null : sheetOf(this.id, sheetId);
  }
  getSheetById(sheetId: number): Sheet | null {
    const known = call('Spreadsheet.getSheets', this.id).includes(sheetId);
    return known ? sheetOf(this.id, sheetId) : null;
  }
  insertSheet(name?: unknown, index?: unknown): Sheet {
    if (typeof name === 'object' || typeof index === 'object') {
      throw new Error('not emulated: Spreadsheet.insertSheet with a template');
    }
    const at = typeof name === 'number' ? name : index;
    return sheetOf(
      this.id,
      call(
        'Spreadsheet.insertSheet',
        this.id,
        typeof name === 'string' ? name : null,
        typeof at === 'number' ? at : null,
      ),
    );
  }
  deleteSheet(sheet: Sheet): void {
    call('Spreadsheet.deleteSheet', this.id, sheet.getSheetId());
  }
  getRange(a1Notation: string): Range {
    return rangeOf(call('Spreadsheet.getRange', this.id, a1Notation));
  }
  getRangeList(a1Notations: string[]): RangeList {
    return rangeListOf(a1Notations.map((a1) => call('Spreadsheet.getRange', this.id, a1)));
  }
  getRangeByName(name: string): Range | null {
    const place = call('Spreadsheet.getRangeByName', this.id, name);
    return place === null ? null : rangeOf(place);
  }
  toast(message: string, title = '', timeoutSeconds: number | null = null): void {
    call('Spreadsheet.toast', String(message), title, timeoutSeconds);
  }

  getActiveSheet(): Sheet {
    return sheetOf(this.id, this.selection().sheetId);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  getActiveCell(): Range {
    return rangeOf(this.selection().current);
  }
  getCurrentCell(): Range | null {
    return rangeOf(this.selection().current);
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
    const places = list.getRanges().map(placeOf);
    const [first] = places;
    if (first) call('Spreadsheet.setSelection', this.id, first.sheetId, places);
    return list;
  }

  private selection() {
    return call('Spreadsheet.getSelection', this.id, null);
  }
}

emulates('Spreadsheet', LocalSpreadsheet);

export const spreadsheetOf = (spreadsheetId: string): Spreadsheet =>
  google<Spreadsheet>(new LocalSpreadsheet(spreadsheetId));
