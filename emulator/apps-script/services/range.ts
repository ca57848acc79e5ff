/** Ranges and lists of them. */
import type { ClearedPart, RangeAddress } from '../protocol';
import { dataValidationOf, validationOf } from './data-validation';
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost, scriptException, toHost, toScriptValue } from './host-bridge';
import { newRange, newSheet } from './object-factories';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

const firstValue = <Value>(rows: Value[][]): Value => rows[0]?.[0] as Value;

/** A rectangle of the sheet: `row` is the upper one. */
class LocalRange implements Emulates<LocalRange, Range> {
  constructor(private readonly place: RangeAddress) {}

  getRow(): number {
    return this.place.row;
  }
  getRowIndex(): number {
    return this.place.row;
  }
  getColumn(): number {
    return this.place.column;
  }
  getLastRow(): number {
    return this.place.row + this.place.rows - 1;
  }
  getLastColumn(): number {
    return this.place.column + this.place.columns - 1;
  }
  getNumRows(): number {
    return this.place.rows;
  }
  getNumColumns(): number {
    return this.place.columns;
  }
  getHeight(): number {
    return this.place.rows;
  }
  getWidth(): number {
    return this.place.columns;
  }
  getGridId(): number {
    return this.place.sheetId;
  }
  getSheet(): Sheet {
    return newSheet(this.place.spreadsheetId, this.place.sheetId);
  }
  getA1Notation(): string {
    return callHost('Range.getA1Notation', this.place);
  }

  getValue(): unknown {
    return toScriptValue(firstValue(callHost('Range.getValue', this.corner())));
  }
  getValues(): unknown[][] {
    return callHost('Range.getValues', this.place).map((row) => row.map(toScriptValue));
  }
  getDisplayValue(): string {
    return firstValue(callHost('Range.getDisplayValue', this.corner()));
  }
  getDisplayValues(): string[][] {
    return callHost('Range.getDisplayValues', this.place);
  }
  getFormula(): string {
    return firstValue(callHost('Range.getFormula', this.corner()));
  }
  getFormulas(): string[][] {
    return callHost('Range.getFormulas', this.place);
  }
  getNote(): string {
    return firstValue(callHost('Range.getNote', this.corner()));
  }
  getNotes(): string[][] {
    return callHost('Range.getNotes', this.place);
  }
  getBackground(): string {
    return firstValue(callHost('Range.getBackground', this.corner()));
  }
  getBackgrounds(): string[][] {
    return callHost('Range.getBackgrounds', this.place);
  }
  getNumberFormat(): string {
    return firstValue(callHost('Range.getNumberFormat', this.corner()));
  }
  getNumberFormats(): string[][] {
    return callHost('Range.getNumberFormats', this.place);
  }
  getDataValidation(): DataValidation | null {
    return dataValidationOf(firstValue(callHost('Range.getDataValidation', this.corner())));
  }
  getDataValidations(): (DataValidation | null)[][] {
    return callHost('Range.getDataValidations', this.place).map((row) => row.map(dataValidationOf));
  }
  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  setValue(value: unknown): Range {
    callHost('Range.setValue', this.place, toHost(value));
    return asGoogle<Range>(this);
  }
  setValues(values: unknown[][]): Range {
    callHost(
      'Range.setValues',
      this.place,
      this.fitting(values).map((row) => row.map(toHost)),
    );
    return asGoogle<Range>(this);
  }
  setFormula(formula: string): Range {
    callHost('Range.setFormula', this.place, formula);
    return asGoogle<Range>(this);
  }
  setNote(note: string | null): Range {
    callHost('Range.setNote', this.place, note);
    return asGoogle<Range>(this);
  }
  setNotes(notes: (string | null)[][]): Range {
    callHost('Range.setNotes', this.place, this.fitting(notes));
    return asGoogle<Range>(this);
  }
  setBackground(color: string | null): Range {
    callHost('Range.setBackground', this.place, color);
    return asGoogle<Range>(this);
  }
  setBackgrounds(colors: (string | null)[][]): Range {
    callHost('Range.setBackgrounds', this.place, this.fitting(colors));
    return asGoogle<Range>(this);
  }
  setFontColor(color: string | null): Range {
    callHost('Range.setFontColor', this.place, color);
    return asGoogle<Range>(this);
  }
  setFontColors(colors: (string | null)[][]): Range {
    callHost('Range.setFontColors', this.place, this.fitting(colors));
    return asGoogle<Range>(this);
  }
  setFontWeight(weight: 'bold' | 'normal' | null): Range {
    callHost('Range.setFontWeight', this.place, weight);
    return asGoogle<Range>(this);
  }
  setNumberFormat(format: string): Range {
    callHost('Range.setNumberFormat', this.place, format);
    return asGoogle<Range>(this);
  }
  setNumberFormats(formats: string[][]): Range {
    callHost('Range.setNumberFormats', this.place, this.fitting(formats));
    return asGoogle<Range>(this);
  }
  setDataValidation(rule: DataValidation | null): Range {
    callHost('Range.setDataValidation', this.place, validationOf(rule));
    return asGoogle<Range>(this);
  }
  setDataValidations(rules: (DataValidation | null)[][]): Range {
    callHost(
      'Range.setDataValidations',
      this.place,
      this.fitting(rules).map((row) => row.map(validationOf)),
    );
    return asGoogle<Range>(this);
  }
  clear(): Range {
    return this.cleared('all');
  }
  clearContent(): Range {
    return this.cleared('contents');
  }
  clearFormat(): Range {
    return this.cleared('formats');
  }
  clearNote(): Range {
    return this.cleared('notes');
  }
  clearDataValidations(): Range {
    return this.cleared('validations');
  }

  offset(rowOffset: number, columnOffset: number, rows?: number, columns?: number): Range {
    const { spreadsheetId, sheetId } = this.place;
    return newRange(
      callHost('Sheet.getRange', spreadsheetId, sheetId, {
        row: this.place.row + rowOffset,
        column: this.place.column + columnOffset,
        rows: rows ?? this.place.rows,
        columns: columns ?? this.place.columns,
      }),
    );
  }
  /** Counted from 1 within this range. */
  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.place.rows || column > this.place.columns) {
      throw scriptException('Cell reference out of range');
    }
    return this.offset(row - 1, column - 1, 1, 1);
  }
  activate(): Range {
    callHost('Spreadsheet.setSelection', this.place.spreadsheetId, this.place.sheetId, [this.place]);
    return asGoogle<Range>(this);
  }

  private corner(): RangeAddress {
    return { ...this.place, rows: 1, columns: 1 };
  }
  private cleared(what: ClearedPart): Range {
    callHost('Range.clear', this.place, what);
    return asGoogle<Range>(this);
  }
  private fitting<Value>(rows: Value[][]): Value[][] {
    if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
      throw scriptException("The parameters don't match the method signature for SpreadsheetApp.Range.");
    }
    if (rows.length !== this.place.rows) {
      throw scriptException(
        `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${this.place.rows}.`,
      );
    }
    const wrong = rows.find((row) => row.length !== this.place.columns);
    if (wrong) {
      throw scriptException(
        `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${this.place.columns}.`,
      );
    }
    return rows;
  }
}

class LocalRangeList implements Emulates<LocalRangeList, RangeList> {
  constructor(private readonly places: RangeAddress[]) {}

  getRanges(): Range[] {
    return this.places.map(newRange);
  }
  activate(): RangeList {
    const [first] = this.places;
    if (first) callHost('Spreadsheet.setSelection', first.spreadsheetId, first.sheetId, this.places);
    return asGoogle<RangeList>(this);
  }
  setValue(value: unknown): RangeList {
    return this.each((place) => callHost('Range.setValue', place, toHost(value)));
  }
  setNote(note: string | null): RangeList {
    return this.each((place) => callHost('Range.setNote', place, note));
  }
  setBackground(color: string | null): RangeList {
    return this.each((place) => callHost('Range.setBackground', place, color));
  }
  setFontColor(color: string | null): RangeList {
    return this.each((place) => callHost('Range.setFontColor', place, color));
  }
  setNumberFormat(format: string): RangeList {
    return this.each((place) => callHost('Range.setNumberFormat', place, format));
  }
  clearContent(): RangeList {
    return this.each((place) => callHost('Range.clear', place, 'contents'));
  }
  clearNote(): RangeList {
    return this.each((place) => callHost('Range.clear', place, 'notes'));
  }

  private each(act: (place: RangeAddress) => void): RangeList {
    for (const place of this.places) act(place);
    return asGoogle<RangeList>(this);
  }
}

emulates('Range', LocalRange);
emulates('RangeList', LocalRangeList);

export const makeRange = (address: RangeAddress): Range => asGoogle<Range>(new LocalRange(address));
export const makeRangeList = (addresses: RangeAddress[]): RangeList =>
  asGoogle<RangeList>(new LocalRangeList(addresses));
