/** One rectangle of cells. */
import type { ClearedPart, RangeAddress } from '../protocol';
import { dataValidationOf, validationOf } from './data-validation';
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost, scriptException, toHost, toScriptValue } from './host-bridge';
import { newRange, newSheet } from './object-factories';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

const firstValue = <Value>(rows: Value[][]): Value => rows[0]?.[0] as Value;

class LocalRange implements Emulates<LocalRange, Range> {
  constructor(private readonly address: RangeAddress) {}

  getRow(): number {
    return this.address.row;
  }
  getRowIndex(): number {
    return this.address.row;
  }
  getColumn(): number {
    return this.address.column;
  }
  getLastRow(): number {
    return this.address.row + this.address.rows - 1;
  }
  getLastColumn(): number {
    return this.address.column + this.address.columns - 1;
  }
  getNumRows(): number {
    return this.address.rows;
  }
  getNumColumns(): number {
    return this.address.columns;
  }
  getHeight(): number {
    return this.address.rows;
  }
  getWidth(): number {
    return this.address.columns;
  }
  getGridId(): number {
    return this.address.sheetId;
  }
  getSheet(): Sheet {
    return newSheet(this.address.spreadsheetId, this.address.sheetId);
  }
  getA1Notation(): string {
    return callHost('Range.getA1Notation', this.address);
  }

  getValue(): unknown {
    return toScriptValue(firstValue(callHost('Range.getValue', this.corner())));
  }
  getValues(): unknown[][] {
    return callHost('Range.getValues', this.address).map((row) => row.map(toScriptValue));
  }
  getDisplayValue(): string {
    return firstValue(callHost('Range.getDisplayValue', this.corner()));
  }
  getDisplayValues(): string[][] {
    return callHost('Range.getDisplayValues', this.address);
  }
  getFormula(): string {
    return firstValue(callHost('Range.getFormula', this.corner()));
  }
  getFormulas(): string[][] {
    return callHost('Range.getFormulas', this.address);
  }
  getNote(): string {
    return firstValue(callHost('Range.getNote', this.corner()));
  }
  getNotes(): string[][] {
    return callHost('Range.getNotes', this.address);
  }
  getBackground(): string {
    return firstValue(callHost('Range.getBackground', this.corner()));
  }
  getBackgrounds(): string[][] {
    return callHost('Range.getBackgrounds', this.address);
  }
  getNumberFormat(): string {
    return firstValue(callHost('Range.getNumberFormat', this.corner()));
  }
  getNumberFormats(): string[][] {
    return callHost('Range.getNumberFormats', this.address);
  }
  getDataValidation(): DataValidation | null {
    return dataValidationOf(firstValue(callHost('Range.getDataValidation', this.corner())));
  }
  getDataValidations(): (DataValidation | null)[][] {
    return callHost('Range.getDataValidations', this.address).map((row) => row.map(dataValidationOf));
  }
  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  setValue(value: unknown): Range {
    callHost('Range.setValue', this.address, toHost(value));
    return asGoogle<Range>(this);
  }
  setValues(values: unknown[][]): Range {
    callHost(
      'Range.setValues',
      this.address,
      this.fitting(values).map((row) => row.map(toHost)),
    );
    return asGoogle<Range>(this);
  }
  setFormula(formula: string): Range {
    callHost('Range.setFormula', this.address, formula);
    return asGoogle<Range>(this);
  }
  setNote(note: string | null): Range {
    callHost('Range.setNote', this.address, note);
    return asGoogle<Range>(this);
  }
  setNotes(notes: (string | null)[][]): Range {
    callHost('Range.setNotes', this.address, this.fitting(notes));
    return asGoogle<Range>(this);
  }
  setBackground(color: string | null): Range {
    callHost('Range.setBackground', this.address, color);
    return asGoogle<Range>(this);
  }
  setBackgrounds(colors: (string | null)[][]): Range {
    callHost('Range.setBackgrounds', this.address, this.fitting(colors));
    return asGoogle<Range>(this);
  }
  setFontColor(color: string | null): Range {
    callHost('Range.setFontColor', this.address, color);
    return asGoogle<Range>(this);
  }
  setFontColors(colors: (string | null)[][]): Range {
    callHost('Range.setFontColors', this.address, this.fitting(colors));
    return asGoogle<Range>(this);
  }
  setFontWeight(weight: 'bold' | 'normal' | null): Range {
    callHost('Range.setFontWeight', this.address, weight);
    return asGoogle<Range>(this);
  }
  setNumberFormat(format: string): Range {
    callHost('Range.setNumberFormat', this.address, format);
    return asGoogle<Range>(this);
  }
  setNumberFormats(formats: string[][]): Range {
    callHost('Range.setNumberFormats', this.address, this.fitting(formats));
    return asGoogle<Range>(this);
  }
  setDataValidation(rule: DataValidation | null): Range {
    callHost('Range.setDataValidation', this.address, validationOf(rule));
    return asGoogle<Range>(this);
  }
  setDataValidations(rules: (DataValidation | null)[][]): Range {
    callHost(
      'Range.setDataValidations',
      this.address,
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
    const { spreadsheetId, sheetId } = this.address;
    return newRange(
      callHost('Sheet.getRange', spreadsheetId, sheetId, {
        row: this.address.row + rowOffset,
        column: this.address.column + columnOffset,
        rows: rows ?? this.address.rows,
        columns: columns ?? this.address.columns,
      }),
    );
  }
  /** Counted from 1 within this range. */
  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.address.rows || column > this.address.columns) {
      throw scriptException('Cell reference out of range');
    }
    return this.offset(row - 1, column - 1, 1, 1);
  }
  activate(): Range {
    callHost('Spreadsheet.setSelection', this.address.spreadsheetId, this.address.sheetId, [this.address]);
    return asGoogle<Range>(this);
  }

  /** The upper left cell. */
  private corner(): RangeAddress {
    return { ...this.address, rows: 1, columns: 1 };
  }
  private cleared(what: ClearedPart): Range {
    callHost('Range.clear', this.address, what);
    return asGoogle<Range>(this);
  }
  /** Throws, as Google does, when the data has another size than the range. */
  private fitting<Value>(rows: Value[][]): Value[][] {
    if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
      throw scriptException("The parameters don't match the method signature for SpreadsheetApp.Range.");
    }
    if (rows.length !== this.address.rows) {
      throw scriptException(
        `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${this.address.rows}.`,
      );
    }
    const wrong = rows.find((row) => row.length !== this.address.columns);
    if (wrong) {
      throw scriptException(
        `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${this.address.columns}.`,
      );
    }
    return rows;
  }
}

emulates('Range', LocalRange);

export const makeRange = (address: RangeAddress): Range => asGoogle<Range>(new LocalRange(address));
