/** Refuses a body that Google would not parse: unknown names, wrong types, bad enumerations, two of a one-of. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { isPlainObject, type PlainObject } from '../workbook/plain-object';
import { SpreadsheetRefusal } from '../workbook/refusal';
import { API_ENUMS, isUnspecified } from './enums';
import { type FieldType, FRACTION_FIELDS, ONE_OFS, schemas } from './schemas';

/** The messages that a method takes as its body, by Google's names. */
export interface BodyMessages {
  Spreadsheet: sheets_v4.Schema$Spreadsheet;
  BatchUpdateSpreadsheetRequest: sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  ValueRange: sheets_v4.Schema$ValueRange;
  BatchUpdateValuesRequest: sheets_v4.Schema$BatchUpdateValuesRequest;
  BatchClearValuesRequest: sheets_v4.Schema$BatchClearValuesRequest;
  CopySheetToAnotherSpreadsheetRequest: sheets_v4.Schema$CopySheetToAnotherSpreadsheetRequest;
  ClearValuesRequest: sheets_v4.Schema$ClearValuesRequest;
  SearchDeveloperMetadataRequest: sheets_v4.Schema$SearchDeveloperMetadataRequest;
}
export type BodyName = keyof BodyMessages;

interface Violation {
  field: string;
  description: string;
}

const TYPE_PREFIX = 'type.googleapis.com/google.apps.sheets.v4.';
const LIST_VALUE_TYPE = 'type.googleapis.com/google.protobuf.ListValue';

/** Google accepts numbers and booleans as text. */
function fromText(value: unknown, { kind, shape }: FieldType): unknown {
  if (typeof value !== 'string' || shape !== 'one') return value;
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return kind === 'boolean' && /^(true|false)$/.test(value) ? value === 'true' : value;
}

const isInt32 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;

/** A field's name in Google's messages. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Google's refusal for one or more violations. */
export function badRequestRefusal(violations: readonly Violation[], message?: string): SpreadsheetRefusal {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }];
  const all = violations.map(({ description }) => description).join('\n');
  return new SpreadsheetRefusal(400, 'INVALID_ARGUMENT', message ?? all, details);
}

/** Collects the violations of one body. */
class BodyCheck {
  readonly violations: Violation[] = [];
  /** Names and list indexes from the root to the value being checked. */
  private readonly trail: (string | number)[];

  constructor(root: string) {
    this.trail = root ? [root] : [];
  }

  accepts<Name extends BodyName>(body: unknown, name: Name): body is BodyMessages[Name] {
    if (isPlainObject(body)) this.checkMessage(body, name);
    else this.violate('Invalid JSON payload received. Root element must be a message.');
    return this.violations.length === 0;
  }

  private path(): string {
    return this.trail.reduce<string>((text, step) => {
      if (typeof step === 'number') return `${text}[${step}]`;
      return text ? `${text}.${snakeCase(step)}` : snakeCase(step);
    }, '');
  }

  private violate(description: string): void {
    this.violations.push({ field: this.path(), description });
  }

  private wrongType(type: string, value: unknown): void {
    this.violate(`Invalid value at '${this.path()}' (${type}), ${JSON.stringify(value)}`);
  }

  private unknownName(name: string, why: string): void {
    const at = this.trail.length > 0 ? ` at '${this.path()}'` : '';
    this.violate(`Invalid JSON payload received. Unknown name "${name}"${at}: ${why}`);
  }

  checkMessage(value: PlainObject, name: string): void {
    const fields = schemas().message(name);
    if (!fields) throw new Error(`The client's types have no message ${name}.`);
    for (const key in value) {
      const type = fields.get(key);
      if (!type) this.unknownName(key, 'Cannot find field.');
      else if (value[key] === null) delete value[key];
      else if (type.shape === 'one' && Array.isArray(value[key])) {
        this.unknownName(key, 'Proto field is not repeating, cannot start list.');
      } else {
        this.trail.push(key);
        value[key] = fromText(value[key], type);
        this.checkField(value[key], type, name, key);
        if (API_ENUMS[`${name}.${key}`] && isUnspecified(value[key])) delete value[key];
        this.trail.pop();
      }
    }
    this.checkOneOfs(value, name);
  }

  private checkField(value: unknown, type: FieldType, schemaName: string, name: string): void {
    if (type.kind === 'values') this.checkRows(value);
    else if (type.shape === 'list' && Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        this.trail.push(index);
        this.checkOne(value[index], type, schemaName, name);
        this.trail.pop();
      }
    } else if (type.shape === 'map' && isPlainObject(value)) {
      for (const entry of Object.values(value)) this.checkOne(entry, type, schemaName, name);
    } else this.checkOne(value, type, schemaName, name);
  }

  private checkOne(value: unknown, type: FieldType, schemaName: string, name: string): void {
    if (type.kind === 'message') {
      if (isPlainObject(value)) this.checkMessage(value, type.schema ?? '');
      else this.wrongType(TYPE_PREFIX + type.schema, value);
    } else if (isPlainObject(value)) {
      this.violate(
        `Invalid value at '${this.path()}' (${snakeCase(name)}), Starting an object on a scalar field`,
      );
    } else if (type.kind === 'number') {
      const hasFraction = FRACTION_FIELDS.has(`${schemaName}.${name}`);
      const fits = typeof value === 'number' && (hasFraction || isInt32(value));
      if (!fits) this.wrongType(hasFraction ? 'TYPE_DOUBLE' : 'TYPE_INT32', value);
    } else if (type.kind === 'boolean') {
      if (typeof value !== 'boolean') this.wrongType('TYPE_BOOL', value);
    } else {
      const listed = API_ENUMS[`${schemaName}.${name}`];
      if (typeof value !== 'string')
        this.wrongType(listed ? TYPE_PREFIX + listed.name : 'TYPE_STRING', value);
      else if (listed && !listed.values.has(value)) this.wrongType(TYPE_PREFIX + listed.name, value);
    }
  }

  /** Rows have to be lists of lists; values that a cell cannot hold are refused when they are written. */
  private checkRows(value: unknown): void {
    if (!Array.isArray(value)) this.wrongType(LIST_VALUE_TYPE, value);
    else {
      for (const [index, row] of value.entries()) {
        this.trail.push(index);
        if (!Array.isArray(row)) this.wrongType(LIST_VALUE_TYPE, row);
        this.trail.pop();
      }
    }
  }

  private checkOneOfs(value: PlainObject, name: string): void {
    const oneOfs = name === 'Request' ? { kind: Object.keys(value) } : ONE_OFS[name];
    if (!oneOfs) return;
    const fields = schemas().message(name);
    for (const [oneOf, names] of Object.entries(oneOfs)) {
      const [, ...others] = names.filter((each) => value[each] !== undefined && fields?.has(each));
      for (const other of others) {
        this.violate(
          `Invalid value at '${this.path()}' (oneof), oneof field '${oneOf}' is already set. Cannot set '${other}'`,
        );
      }
    }
  }
}

/** Throws where the emulator returns an answer that the API cannot give. Costs a copy of the answer. */
export function checkAnswer(answer: object, schema: string): void {
  const check = new BodyCheck('');
  const copy: unknown = structuredClone(answer);
  if (isPlainObject(copy)) check.checkMessage(copy, schema);
  const [first] = check.violations;
  if (first) throw new Error(`The answer is no ${schema}: ${first.description}`);
}

/**
 * Returns the body if it is a message of that name; otherwise throws Google's refusal. `root` is Google's name for the body:
 * `data` or nothing. Fields that are null or unspecified are deleted, since they mean unset in the API.
 */
export function checkedBody<Name extends BodyName>(
  body: unknown,
  schema: Name,
  root: string,
): BodyMessages[Name] {
  const check = new BodyCheck(root);
  if (check.accepts(body, schema)) return body;
  throw badRequestRefusal(check.violations);
}
