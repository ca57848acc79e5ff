/** One tab of a spreadsheet. */
import type { Dimension, Selection } from '../protocol';
import { type Emulates, emulates, google } from './emulated';
import { activeRange, activeRangeList, placeOf, rangeListOf, rangeOf } from './range';
import { call, toServer } from './server';
import { spreadsheetOf } from './spreadsheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

class LocalSheet implements Emulates<LocalSheet, Sheet> {
  constructor(
    private readonly book: string,
    private readonly id: number,
  ) {}

  getSheetId(): number {
    return this.id;
  }
  getParent(): Spreadsheet {
    return spreadsheetOf(this.book);
  }
  getName(): string {
    return call('Sheet.getName', this.book, this.id);
  }
  getSheetName(): string {
    return call('Sheet.getName', this.book, this.id);
  }
  setName(name: string): Sheet {
    call('Sheet.setName', this.book, this.id, name);
    return google<Sheet>(this);
  }
  getIndex(): number {
    return call('Sheet.getIndex', this.book, this.id);
  }
  isSheetHidden(): boolean {
    return call('Sheet.isSheetHidden', this.book, this.id);
  }

  getRange(row: number | string, column?: number, rows = 1, columns = 1): Range {
    const place = typeof row === 'string' ? row : { row, column: column ?? 1, rows, columns };
    return rangeOf(call('Sheet.getRange', this.book, this.id, place));
  }
  getRangeList(a1Notations: string[]): RangeList {
    return rangeListOf(a1Notations.map((a1) => call('Sheet.getRange', this.book, this.id, a1)));
  }
  getDataRange(): Range {
    return rangeOf(call('Sheet.getDataRange', this.book, this.id));
  }
  getLastRow(): number {
    return call('Sheet.getLastRow', this.book, this.id);
  }
  getLastColumn(): number {
    return call('Sheet.getLastColumn', this.book, this.id);
  }
  getMaxRows(): number {
    return call('Sheet.getMaxRows', this.book, this.id);
  }
  getMaxColumns(): number {
    return call('Sheet.getMaxColumns', this.book, this.id);
  }
  getFrozenRows(): number {
    return call('Sheet.getFrozenRows', this.book, this.id);
  }
  getFrozenColumns(): number {
    return call('Sheet.getFrozenColumns', this.book, this.id);
  }
  isRowHiddenByFilter(row: number): boolean {
    return call('Sheet.isRowHiddenByFilter', this.book, this.id, row);
  }
  isRowHiddenByUser(row: number): boolean {
    return call('Sheet.isRowHiddenByUser', this.book, this.id, row);
  }
  isColumnHiddenByUser(column: number): boolean {
    return call('Sheet.isColumnHiddenByUser', this.book, this.id, column);
  }
  hideColumns(from: number, count = 1): void {
    call('Sheet.setHidden', this.book, this.id, 'COLUMNS', from, count, true);
  }
  showColumns(from: number, count = 1): void {
    call('Sheet.setHidden', this.book, this.id, 'COLUMNS', from, count, false);
  }
  hideRows(from: number, count = 1): void {
    call('Sheet.setHidden', this.book, this.id, 'ROWS', from, count, true);
  }
  showRows(from: number, count = 1): void {
    call('Sheet.setHidden', this.book, this.id, 'ROWS', from, count, false);
  }

  appendRow(values: unknown[]): Sheet {
    call('Sheet.appendRow', this.book, this.id, values.map(toServer));
    return google<Sheet>(this);
  }
  insertRowAfter(row: number): Sheet {
    return this.inserted('ROWS', row, 1, true);
  }
  insertRowBefore(row: number): Sheet {
    return this.inserted('ROWS', row, 1, false);
  }
  insertRowsAfter(row: number, count: number): Sheet {
    return this.inserted('ROWS', row, count, true);
  }
  insertRowsBefore(row: number, count: number): Sheet {
    return this.inserted('ROWS', row, count, false);
  }
  insertColumnAfter(column: number): Sheet {
    return this.inserted('COLUMNS', column, 1, true);
  }
  insertColumnBefore(column: number): Sheet {
    return this.inserted('COLUMNS', column, 1, false);
  }
  deleteRow(row: number): Sheet {
    call('Sheet.delete', this.book, this.id, 'ROWS', row, 1);
    return google<Sheet>(this);
  }
  deleteRows(row: number, count: number): void {
    call('Sheet.delete', this.book, this.id, 'ROWS', row, count);
  }
  deleteColumn(column: number): Sheet {
    call('Sheet.delete', this.book, this.id, 'COLUMNS', column, 1);
    return google<Sheet>(this);
  }

  activate(): Sheet {
    call('Spreadsheet.setSelection', this.book, this.id, []);
    return google<Sheet>(this);
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
    call('Spreadsheet.setSelection', this.book, this.id, list.getRanges().map(placeOf));
    return list;
  }

  private selection(): Selection {
    return call('Spreadsheet.getSelection', this.book, this.id);
  }
  private inserted(dimension: Dimension, position: number, count: number, after: boolean): Sheet {
    call('Sheet.insert', this.book, this.id, dimension, position, count, after);
    return google<Sheet>(this);
  }
}

emulates('Sheet', LocalSheet);

export const sheetOf = (spreadsheetId: string, sheetId: number): Sheet =>
  google<Sheet>(new LocalSheet(spreadsheetId, sheetId));
