/** Ranges and lists of them. */
import type { Cleared, Place, Selection } from '../protocol';
import { ruleOf, validationOf } from './data-validation';
import { type Emulates, emulates, google } from './emulated';
import { call, exception, toScript, toServer } from './server';
import { sheetOf } from './sheet';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

const first = <Value>(rows: Value[][]): Value => rows[0]?.[0] as Value;

/** A rectangle of the sheet: `row` is the upper one. */
class LocalRange implements Emulates<LocalRange, Range> {
  constructor(private readonly place: Place) {}

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
    return sheetOf(this.place.spreadsheetId, this.place.sheetId);
  }
  getA1Notation(): string {
    return call('Range.getA1Notation', this.place);
  }

  getValue(): unknown {
    return toScript(first(call('Range.getValue', this.corner())));
  }
  getValues(): unknown[][] {
    return call('Range.getValues', this.place).map((row) => row.map(toScript));
  }
  getDisplayValue(): string {
    return first(call('Range.getDisplayValue', this.corner()));
  }
  getDisplayValues(): string[][] {
    return call('Range.getDisplayValues', this.place);
  }
  getFormula(): string {
    return first(call('Range.getFormula', this.corner()));
  }
  getFormulas(): string[][] {
    return call('Range.getFormulas', this.place);
  }
  getNote(): string {
    return first(call('Range.getNote', this.corner()));
  }
  getNotes(): string[][] {
    return call('Range.getNotes', this.place);
  }
  getBackground(): string {
    return first(call('Range.getBackground', this.corner()));
  }
  getBackgrounds(): string[][] {
    return call('Range.getBackgrounds', this.place);
  }
  getNumberFormat(): string {
    return first(call('Range.getNumberFormat', this.corner()));
  }
  getNumberFormats(): string[][] {
    return call('Range.getNumberFormats', this.place);
  }
  getDataValidation(): DataValidation | null {
    return ruleOf(first(call('Range.getDataValidation', this.corner())));
  }
  getDataValidations(): (DataValidation | null)[][] {
    return call('Range.getDataValidations', this.place).map((row) => row.map(ruleOf));
  }
  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  setValue(value: unknown): Range {
    call('Range.setValue', this.place, toServer(value));
    return google<Range>(this);
  }
  setValues(values: unknown[][]): Range {
    call(
      'Range.setValues',
      this.place,
      this.fitting(values).map((row) => row.map(toServer)),
    );
    return google<Range>(this);
  }
  setFormula(formula: string): Range {
    call('Range.setFormula', this.place, formula);
    return google<Range>(this);
  }
  setNote(note: string | null): Range {
    call('Range.setNote', this.place, note);
    return google<Range>(this);
  }
  setNotes(notes: (string | null)[][]): Range {
    call('Range.setNotes', this.place, this.fitting(notes));
    return google<Range>(this);
  }
  setBackground(color: string | null): Range {
    call('Range.setBackground', this.place, color);
    return google<Range>(this);
  }
  setBackgrounds(colors: (string | null)[][]): Range {
    call('Range.setBackgrounds', this.place, this.fitting(colors));
    return google<Range>(this);
  }
  setFontColor(color: string | null): Range {
    call('Range.setFontColor', this.place, color);
    return google<Range>(this);
  }
  setFontColors(colors: (string | null)[][]): Range {
    call('Range.setFontColors', this.place, this.fitting(colors));
    return google<Range>(this);
  }
  setFontWeight(weight: 'bold' | 'normal' | null): Range {
    call('Range.setFontWeight', this.place, weight);
    return google<Range>(this);
  }
  setNumberFormat(format: string): Range {
    call('Range.setNumberFormat', this.place, format);
    return google<Range>(this);
  }
  setNumberFormats(formats: string[][]): Range {
    call('Range.setNumberFormats', this.place, this.fitting(formats));
    return google<Range>(this);
  }
  setDataValidation(rule: DataValidation | null): Range {
    call('Range.setDataValidation', this.place, validationOf(rule));
    return google<Range>(this);
  }
  setDataValidations(rules: (DataValidation | null)[][]): Range {
    call(
      'Range.setDataValidations',
      this.place,
      this.fitting(rules).map((row) => row.map(validationOf)),
    );
    return google<Range>(this);
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
    return rangeOf(
      call('Sheet.getRange', spreadsheetId, sheetId, {
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
      throw exception('Cell reference out of range');
    }
    return this.offset(row - 1, column - 1, 1, 1);
  }
  activate(): Range {
    call('Spreadsheet.setSelection', this.place.spreadsheetId, this.place.sheetId, [this.place]);
    return google<Range>(this);
  }

  private corner(): Place {
    return { ...this.place, rows: 1, columns: 1 };
  }
  private cleared(what: Cleared): Range {
    call('Range.clear', this.place, what);
    return google<Range>(this);
  }
  private fitting<Value>(rows: Value[][]): Value[][] {
    if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
      throw exception("The parameters don't match the method signature for SpreadsheetApp.Range.");
    }
    if (rows.length !== this.place.rows) {
      throw exception(
        `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${this.place.rows}.`,
      );
    }
    const wrong = rows.find((row) => row.length !== this.place.columns);
    if (wrong) {
      throw exception(
        `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${this.place.columns}.`,
      );
    }
    return rows;
  }
}

class LocalRangeList implements Emulates<LocalRangeList, RangeList> {
  constructor(private readonly places: Place[]) {}

  getRanges(): Range[] {
    return this.places.map(rangeOf);
  }
  activate(): RangeList {
    const [first] = this.places;
    if (first) call('Spreadsheet.setSelection', first.spreadsheetId, first.sheetId, this.places);
    return google<RangeList>(this);
  }
  setValue(value: unknown): RangeList {
    return this.each((place) => call('Range.setValue', place, toServer(value)));
  }
  setNote(note: string | null): RangeList {
    return this.each((place) => call('Range.setNote', place, note));
  }
  setBackground(color: string | null): RangeList {
    return this.each((place) => call('Range.setBackground', place, color));
  }
  setFontColor(color: string | null): RangeList {
    return this.each((place) => call('Range.setFontColor', place, color));
  }
  setNumberFormat(format: string): RangeList {
    return this.each((place) => call('Range.setNumberFormat', place, format));
  }
  clearContent(): RangeList {
    return this.each((place) => call('Range.clear', place, 'contents'));
  }
  clearNote(): RangeList {
    return this.each((place) => call('Range.clear', place, 'notes'));
  }

  private each(act: (place: Place) => void): RangeList {
    for (const place of this.places) act(place);
    return google<RangeList>(this);
  }
}

emulates('Range', LocalRange);
emulates('RangeList', LocalRangeList);

export const rangeOf = (place: Place): Range => google<Range>(new LocalRange(place));
export const rangeListOf = (places: Place[]): RangeList => google<RangeList>(new LocalRangeList(places));

/** The place of a range that the script hands over. */
export const placeOf = (range: Range): Place => ({
  spreadsheetId: range.getSheet().getParent().getId(),
  sheetId: range.getGridId(),
  row: range.getRow(),
  column: range.getColumn(),
  rows: range.getNumRows(),
  columns: range.getNumColumns(),
});

export const activeRange = ({ ranges }: Selection): Range | null => {
  const last = ranges[ranges.length - 1];
  return last ? rangeOf(last) : null;
};
export const activeRangeList = ({ ranges }: Selection): RangeList | null =>
  ranges.length > 0 ? rangeListOf(ranges) : null;
