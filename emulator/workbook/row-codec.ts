/**
 * Rows as compact JSON: plain values are written as they are; formats and validations are written once and referred to by number.
 */
import type { CellFormat, ExtendedValue, WorkbookCell, WorkbookRow } from './model';
import { isPlainObject } from './plain-object';

type Validation = NonNullable<WorkbookCell['dataValidation']>;
type CodedValue = string | number | boolean | null | { f: string } | { e: ExtendedValue };
type CellExtrasToCode = Pick<WorkbookCell, 'note' | 'textFormatRuns' | 'effectiveValue'>;
/** [value, number of the format, number of the validation, other parts]; 0 stands for none. */
type CodedCell = CodedValue | [CodedValue, number?, number?, CellExtrasToCode?];
export type CodedRow = CodedCell[];
/** A format or a validation; they have no field name in common, and every field may be absent. */
type SharedObject = CellFormat & Validation;
export type SharedObjects = SharedObject[];

const isCodedValue = (value: unknown): value is CodedValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return true;
  return (
    isPlainObject(value) &&
    (('f' in value && typeof value.f === 'string') || ('e' in value && isPlainObject(value.e)))
  );
};

const isOptionalNumber = (value: unknown): boolean => value === undefined || Number.isSafeInteger(value);

const isCodedCell = (cell: unknown): cell is CodedCell => {
  if (!Array.isArray(cell)) return isCodedValue(cell);
  const [value, format, validation, more]: unknown[] = cell;
  return (
    isCodedValue(value) &&
    isOptionalNumber(format) &&
    isOptionalNumber(validation) &&
    (more === undefined || isPlainObject(more))
  );
};

/** Checks a row from a file, as far as `decodeRow` relies on it. */
export const isCodedRow = (row: unknown): row is CodedRow => Array.isArray(row) && row.every(isCodedCell);

export const areSharedObjects = (objects: unknown): objects is SharedObjects =>
  Array.isArray(objects) && objects.every(isPlainObject);

/** Collects formats and validations in `shared`, numbered from 1. */
export function rowEncoder(shared: SharedObjects): (row: WorkbookRow) => CodedRow {
  const byIdentity = new Map<object, number>();
  const byText = new Map<string, number>();
  const numberOf = (value: SharedObject | undefined): number => {
    if (!value) return 0;
    const known = byIdentity.get(value);
    if (known) return known;
    const text = JSON.stringify(value);
    const number = byText.get(text) ?? shared.push(value);
    byIdentity.set(value, number);
    byText.set(text, number);
    return number;
  };
  return (row) =>
    Array.from(row, (cell) => {
      if (!cell) return null;
      const { userEnteredValue, userEnteredFormat, dataValidation, ...rest } = cell;
      const value = encodeValue(userEnteredValue);
      const [format, validation] = [numberOf(userEnteredFormat), numberOf(dataValidation)];
      if (Object.keys(rest).length > 0) return [value, format, validation, rest];
      if (validation) return [value, format, validation];
      return format || Array.isArray(value) ? [value, format] : value;
    });
}

export function decodeRow(row: CodedRow, shared: SharedObjects): WorkbookRow {
  return row.map((coded): WorkbookCell | undefined => {
    if (coded === null) return undefined;
    if (!Array.isArray(coded)) return { userEnteredValue: decodeValue(coded) };
    const [plain, format = 0, validation = 0, rest] = coded;
    const value = plain === null ? undefined : decodeValue(plain);
    const [userEnteredFormat, dataValidation] = [shared[format - 1], shared[validation - 1]];
    return {
      ...(value && { userEnteredValue: value }),
      ...(userEnteredFormat && { userEnteredFormat }),
      ...(dataValidation && { dataValidation }),
      ...rest,
    };
  });
}

function encodeValue(value: ExtendedValue | undefined): CodedValue {
  if (!value) return null;
  if (value.formulaValue != null) return { f: value.formulaValue };
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? { e: value };
}

function decodeValue(plain: Exclude<CodedValue, null>): ExtendedValue {
  switch (typeof plain) {
    case 'string':
      return { stringValue: plain };
    case 'number':
      return { numberValue: plain };
    case 'boolean':
      return { boolValue: plain };
    default:
      return 'f' in plain ? { formulaValue: plain.f } : plain.e;
  }
}
