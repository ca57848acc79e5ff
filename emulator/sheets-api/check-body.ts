/** Refuses a body that Google would not parse: unknown names, wrong types, bad enumerations, two of a one-of. */
import { SpreadsheetRefusal } from '../workbook/refusal';
import { API_ENUMS } from './enums';
import { type FieldType, ONE_OFS, schemas } from './schemas';

interface Violation {
  field: string;
  description: string;
}

type PlainMessage = Record<string, unknown>;
export const isPlainMessage = (value: unknown): value is PlainMessage =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPE_PREFIX = 'type.googleapis.com/google.apps.sheets.v4.';
const LIST_VALUE_TYPE = 'type.googleapis.com/google.protobuf.ListValue';
/** Numbers with a fraction; every other number of the API is a whole one. */
const FRACTION_FIELDS =
  /^(red|green|blue|alpha|numberValue|viewWindow.*|bucketSize|outlierPercentile|.*Opacity|pieHole|start|end|interval)$/;

/** As Google names a field in its messages. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The refusal that Google makes of one or more violations. */
export function badRequestRefusal(violations: readonly Violation[], message?: string): SpreadsheetRefusal {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }];
  const all = violations.map(({ description }) => description).join('\n');
  return new SpreadsheetRefusal(400, 'INVALID_ARGUMENT', message ?? all, details);
}

/**
 * Checks `body` as the message `schema`, found at `root` (Google's name for the body: `data`, or nothing).
 * Fields that are null are taken out: null is unset on the wire.
 */
export function checkBody(body: unknown, schema: string, root: string): void {
  const violations: Violation[] = [];
  /** Names and list indexes from the root to what is being looked at; spelt out only for a refusal. */
  const trail: (string | number)[] = root ? [root] : [];

  const place = (): string =>
    trail.reduce<string>((path, step) => {
      if (typeof step === 'number') return `${path}[${step}]`;
      return path ? `${path}.${snakeCase(step)}` : snakeCase(step);
    }, '');

  function violate(description: string): void {
    violations.push({ field: place(), description });
  }

  function wrongType(type: string, value: unknown): void {
    violate(`Invalid value at '${place()}' (${type}), ${JSON.stringify(value)}`);
  }

  function unknownName(name: string, why: string): void {
    const at = trail.length > 0 ? ` at '${place()}'` : '';
    violate(`Invalid JSON payload received. Unknown name "${name}"${at}: ${why}`);
  }

  function checkMessage(value: PlainMessage, name: string): void {
    const fields = schemas().message(name);
    if (!fields) throw new Error(`The client's types have no message ${name}.`);
    for (const key in value) {
      const type = fields.get(key);
      if (!type) unknownName(key, 'Cannot find field.');
      else if (value[key] === null) delete value[key];
      else if (type.shape === 'one' && Array.isArray(value[key])) {
        unknownName(key, 'Proto field is not repeating, cannot start list.');
      } else {
        trail.push(key);
        checkField(value[key], type, name, key);
        trail.pop();
      }
    }
    checkOneOfs(value, name);
  }

  function checkField(given: unknown, type: FieldType, schemaName: string, name: string): void {
    if (type.kind === 'values') checkRows(given);
    else if (type.shape === 'list' && Array.isArray(given)) {
      for (let index = 0; index < given.length; index++) {
        trail.push(index);
        checkOne(given[index], type, schemaName, name);
        trail.pop();
      }
    } else if (type.shape === 'map' && isPlainMessage(given)) {
      for (const value of Object.values(given)) checkOne(value, type, schemaName, name);
    } else checkOne(given, type, schemaName, name);
  }

  function checkOne(value: unknown, type: FieldType, schemaName: string, name: string): void {
    if (type.kind === 'message') {
      if (isPlainMessage(value)) checkMessage(value, type.schema ?? '');
      else wrongType(TYPE_PREFIX + type.schema, value);
    } else if (isPlainMessage(value)) {
      violate(`Invalid value at '${place()}' (${snakeCase(name)}), Starting an object on a scalar field`);
    } else if (type.kind === 'number') {
      const fits = typeof value === 'number' && (Number.isInteger(value) || FRACTION_FIELDS.test(name));
      if (!fits) wrongType(FRACTION_FIELDS.test(name) ? 'TYPE_DOUBLE' : 'TYPE_INT32', value);
    } else if (type.kind === 'boolean') {
      if (typeof value !== 'boolean') wrongType('TYPE_BOOL', value);
    } else {
      const listed = API_ENUMS[`${schemaName}.${name}`];
      if (typeof value !== 'string') wrongType(listed ? TYPE_PREFIX + listed.name : 'TYPE_STRING', value);
      else if (listed && !listed.values.has(value)) wrongType(TYPE_PREFIX + listed.name, value);
    }
  }

  /** `values` of a ValueRange: a list of lists; what a cell cannot hold is refused when written. */
  function checkRows(given: unknown): void {
    if (!Array.isArray(given)) wrongType(LIST_VALUE_TYPE, given);
    else {
      for (const [index, row] of given.entries()) {
        trail.push(index);
        if (!Array.isArray(row)) wrongType(LIST_VALUE_TYPE, row);
        trail.pop();
      }
    }
  }

  function checkOneOfs(value: PlainMessage, name: string): void {
    const oneOfs = name === 'Request' ? { kind: Object.keys(value) } : ONE_OFS[name];
    if (!oneOfs) return;
    const fields = schemas().message(name);
    for (const [oneOf, names] of Object.entries(oneOfs)) {
      const [, ...others] = names.filter((each) => value[each] !== undefined && fields?.has(each));
      for (const other of others) {
        violate(
          `Invalid value at '${place()}' (oneof), oneof field '${oneOf}' is already set. Cannot set '${other}'`,
        );
      }
    }
  }

  if (isPlainMessage(body)) checkMessage(body, schema);
  else violate('Invalid JSON payload received. Root element must be a message.');
  if (violations.length > 0) throw badRequestRefusal(violations);
}
