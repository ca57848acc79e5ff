/** One tab of a spreadsheet. */
import type { Selection, SheetDimension } from '../protocol';
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost, toHost, toScriptValue } from './host-bridge';
import {
  activeRange,
  activeRangeList,
  addressOfRange,
  newRange,
  newRangeList,
  newSpreadsheet,
} from './object-factories';

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
    return newSpreadsheet(this.book);
  }
  getName(): string {
    return callHost('Sheet.getName', this.book, this.id);
  }
  getSheetName(): string {
    return callHost('Sheet.getName', this.book, this.id);
  }
  setName(name: string): Sheet {
    callHost('Sheet.setName', this.book, this.id, name);
    return asGoogle<Sheet>(this);
  }
  getIndex(): number {
    return callHost('Sheet.getIndex', this.book, this.id);
  }
  isSheetHidden(): boolean {
    return callHost('Sheet.isSheetHidden', this.book, this.id);
  }

  getRange(row: number | string, column?: number, rows = 1, columns = 1): Range {
    const address = typeof row === 'string' ? row : { row, column: column ?? 1, rows, columns };
    return newRange(callHost('Sheet.getRange', this.book, this.id, address));
  }
  getRangeList(a1Notations: string[]): RangeList {
    return newRangeList(callHost('Sheet.getRangeList', this.book, this.id, a1Notations));
  }
  getDataRange(): Range {
    return newRange(callHost('Sheet.getDataRange', this.book, this.id));
  }
  /** Positions and counts from 1; -1, which Google takes for all that there is, is not emulated. */
  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    const values = callHost('Sheet.getSheetValues', this.book, this.id, { row, column, rows, columns });
    return values.map((line) => line.map(toScriptValue));
  }
  getLastRow(): number {
    return callHost('Sheet.getLastRow', this.book, this.id);
  }
  getLastColumn(): number {
    return callHost('Sheet.getLastColumn', this.book, this.id);
  }
  getMaxRows(): number {
    return callHost('Sheet.getMaxRows', this.book, this.id);
  }
  getMaxColumns(): number {
    return callHost('Sheet.getMaxColumns', this.book, this.id);
  }
  getFrozenRows(): number {
    return callHost('Sheet.getFrozenRows', this.book, this.id);
  }
  getFrozenColumns(): number {
    return callHost('Sheet.getFrozenColumns', this.book, this.id);
  }
  isRowHiddenByFilter(row: number): boolean {
    return callHost('Sheet.isRowHiddenByFilter', this.book, this.id, row);
  }
  isRowHiddenByUser(row: number): boolean {
    return callHost('Sheet.isRowHiddenByUser', this.book, this.id, row);
  }
  isColumnHiddenByUser(column: number): boolean {
    return callHost('Sheet.isColumnHiddenByUser', this.book, this.id, column);
  }
  hideColumns(from: number, count = 1): void {
    callHost('Sheet.setHidden', this.book, this.id, 'COLUMNS', from, count, true);
  }
  showColumns(from: number, count = 1): void {
    callHost('Sheet.setHidden', this.book, this.id, 'COLUMNS', from, count, false);
  }
  hideRows(from: number, count = 1): void {
    callHost('Sheet.setHidden', this.book, this.id, 'ROWS', from, count, true);
  }
  showRows(from: number, count = 1): void {
    callHost('Sheet.setHidden', this.book, this.id, 'ROWS', from, count, false);
  }

  appendRow(values: unknown[]): Sheet {
    callHost('Sheet.appendRow', this.book, this.id, values.map(toHost));
    return asGoogle<Sheet>(this);
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
    callHost('Sheet.delete', this.book, this.id, 'ROWS', row, 1);
    return asGoogle<Sheet>(this);
  }
  deleteRows(row: number, count: number): void {
    callHost('Sheet.delete', this.book, this.id, 'ROWS', row, count);
  }
  deleteColumn(column: number): Sheet {
    callHost('Sheet.delete', this.book, this.id, 'COLUMNS', column, 1);
    return asGoogle<Sheet>(this);
  }

  activate(): Sheet {
    callHost('Spreadsheet.setSelection', this.book, this.id, []);
    return asGoogle<Sheet>(this);
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
    callHost('Spreadsheet.setSelection', this.book, this.id, list.getRanges().map(addressOfRange));
    return list;
  }

  private selection(): Selection {
    return callHost('Spreadsheet.getSelection', this.book, this.id);
  }
  private inserted(dimension: SheetDimension, position: number, count: number, after: boolean): Sheet {
    callHost('Sheet.insert', this.book, this.id, dimension, position, count, after);
    return asGoogle<Sheet>(this);
  }
}

emulates('Sheet', LocalSheet);

export const makeSheet = (spreadsheetId: string, sheetId: number): Sheet =>
  asGoogle<Sheet>(new LocalSheet(spreadsheetId, sheetId));
