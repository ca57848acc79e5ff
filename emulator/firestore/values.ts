/** Firestore values: their order across types, equality, and size in bytes by Firestore's storage rules. */
import type { DocumentFields, FirestoreValue, Timestamp } from './messages';
import type { FieldPath } from './resource-names';

const TYPE_ORDER = {
  nullValue: 0,
  booleanValue: 1,
  integerValue: 2,
  doubleValue: 2,
  timestampValue: 3,
  stringValue: 4,
  bytesValue: 5,
  referenceValue: 6,
  geoPointValue: 7,
  arrayValue: 8,
  mapValue: 10,
} as const;
const VECTOR_ORDER = 9;

/** The position of the value's type in Firestore's order. An inequality only compares values of the same position. */
export function typeOrder(value: FirestoreValue): number {
  return value.valueType === 'mapValue' && vectorElements(value.mapValue.fields)
    ? VECTOR_ORDER
    : TYPE_ORDER[value.valueType];
}

function vectorElements(fields: DocumentFields | undefined): FirestoreValue[] | undefined {
  const kind = fields?.__type__;
  const elements = fields?.value;
  if (kind?.valueType !== 'stringValue' || kind.stringValue !== '__vector__') return undefined;
  return elements?.valueType === 'arrayValue' ? (elements.arrayValue.values ?? []) : undefined;
}

const compareScalars = <T extends string | number | bigint | boolean>(a: T, b: T) =>
  a < b ? -1 : a > b ? 1 : 0;

/** The total order of all values; 0 where Firestore treats them as equal, as 1 and 1.0. */
export function compareValues(a: FirestoreValue, b: FirestoreValue): number {
  const order = typeOrder(a);
  const byType = order - typeOrder(b);
  if (byType !== 0) return byType;
  switch (a.valueType) {
    case 'nullValue':
      return 0;
    case 'booleanValue':
      return b.valueType === 'booleanValue' ? compareScalars(a.booleanValue, b.booleanValue) : 0;
    case 'integerValue':
    case 'doubleValue':
      return compareNumbers(a, b);
    case 'timestampValue':
      return b.valueType === 'timestampValue' ? compareTimestamps(a.timestampValue, b.timestampValue) : 0;
    case 'stringValue':
      return b.valueType === 'stringValue' ? compareUtf8(a.stringValue, b.stringValue) : 0;
    case 'bytesValue':
      return b.valueType === 'bytesValue' ? Buffer.compare(a.bytesValue, b.bytesValue) : 0;
    case 'referenceValue':
      return b.valueType === 'referenceValue' ? compareNames(a.referenceValue, b.referenceValue) : 0;
    case 'geoPointValue': {
      if (b.valueType !== 'geoPointValue') return 0;
      const [left, right] = [a.geoPointValue, b.geoPointValue];
      return (
        compareDoubles(left.latitude ?? 0, right.latitude ?? 0) ||
        compareDoubles(left.longitude ?? 0, right.longitude ?? 0)
      );
    }
    case 'arrayValue':
      return b.valueType === 'arrayValue'
        ? compareArrays(a.arrayValue.values ?? [], b.arrayValue.values ?? [])
        : 0;
    case 'mapValue': {
      if (b.valueType !== 'mapValue') return 0;
      if (order !== VECTOR_ORDER) return compareMaps(a.mapValue.fields ?? {}, b.mapValue.fields ?? {});
      const left = vectorElements(a.mapValue.fields) ?? [];
      const right = vectorElements(b.mapValue.fields) ?? [];
      return left.length - right.length || compareArrays(left, right);
    }
    default:
      return a satisfies never;
  }
}

/** Firestore's equality, except that NaN equals NaN. */
export const equalValues = (a: FirestoreValue, b: FirestoreValue) => compareValues(a, b) === 0;

/** NaN is before every number; -0 equals 0. */
function compareDoubles(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) ? 1 : compareScalars(a, b);
}

/** Exact also for integers beyond 2^53, as JavaScript compares a bigint with a number exactly. */
function compareNumbers(a: FirestoreValue, b: FirestoreValue): number {
  const left = numberOf(a);
  const right = numberOf(b);
  if (typeof left === 'number' && typeof right === 'number') return compareDoubles(left, right);
  if (Number.isNaN(left)) return -1;
  if (Number.isNaN(right)) return 1;
  return compareScalars<number | bigint>(left, right);
}

/** A safe integer or a double as number, other integers as bigint. */
export function numberOf(value: FirestoreValue): number | bigint {
  if (value.valueType === 'doubleValue') return value.doubleValue;
  if (value.valueType !== 'integerValue') return Number.NaN;
  return value.integerValue.length < 16 ? Number(value.integerValue) : BigInt(value.integerValue);
}

export function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return Number(a.seconds ?? 0) - Number(b.seconds ?? 0) || (a.nanos ?? 0) - (b.nanos ?? 0);
}

/** The order of the UTF-8 bytes, without encoding: UTF-16 units differ from it only in that surrogates come last. */
export function compareUtf8(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return compareUnits(left, right);
  }
  return a.length - b.length;
}

const compareUnits = (left: number, right: number): number =>
  Number(isSurrogate(left)) - Number(isSurrogate(right)) || left - right;

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/**
 * Names are compared segment by segment, so "a/b" sorts before "a!/b": where one segment ends, its name comes first. Numeric IDs
 * (`__id7__`) come before all others, by their numbers.
 */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const from = at === 0 ? 0 : a.lastIndexOf('/', at - 1) + 1;
  if (a.startsWith(NUMERIC_ID_START, from) || b.startsWith(NUMERIC_ID_START, from)) {
    const byNumber = compareNumericIds(segmentFrom(a, from), segmentFrom(b, from));
    if (byNumber !== 0) return byNumber;
  }
  if (at === length) return a.length - b.length;
  const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
  if (left === SLASH || right === SLASH) return left === SLASH ? -1 : 1;
  return compareUnits(left, right);
}

const NUMERIC_ID_START = '__id';

const segmentFrom = (name: string, from: number): string => name.slice(from).split('/', 1)[0] ?? '';

/** 0 where none of them is numeric, or both are the same. */
function compareNumericIds(a: string, b: string): number {
  const [left, right] = [numericId(a), numericId(b)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left === right ? 0 : left < right ? -1 : 1;
}

function numericId(id: string): bigint | null {
  const digits = /^__id(-?\d+)__$/.exec(id)?.[1];
  return digits === undefined ? null : BigInt(digits);
}

const SLASH = 0x2f;

function compareArrays(a: FirestoreValue[], b: FirestoreValue[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (!right) return 1;
    const byElement = compareValues(left, right);
    if (byElement !== 0) return byElement;
  }
  return a.length - b.length;
}

function compareMaps(a: DocumentFields, b: DocumentFields): number {
  const left = Object.keys(a).sort(compareUtf8);
  const right = Object.keys(b).sort(compareUtf8);
  for (const [i, key] of left.entries()) {
    const otherKey = right[i];
    if (otherKey === undefined) return 1;
    const byKey = compareUtf8(key, otherKey);
    if (byKey !== 0) return byKey;
    const byValue = compareValues(a[key] as FirestoreValue, b[key] as FirestoreValue);
    if (byValue !== 0) return byValue;
  }
  return left.length - right.length;
}

/** The fields of a map; undefined for other values, and for a vector, which is a map only in the protocol. */
export function mapFields(value: FirestoreValue | undefined): DocumentFields | undefined {
  if (value?.valueType !== 'mapValue' || vectorElements(value.mapValue.fields)) return undefined;
  return value.mapValue.fields ?? {};
}

/** The value at a path; undefined where the document has no such field. */
export function fieldAt(fields: DocumentFields, path: FieldPath): FirestoreValue | undefined {
  let current: FirestoreValue | undefined;
  let map: DocumentFields | undefined = fields;
  for (const segment of path) {
    current = map && Object.hasOwn(map, segment) ? map[segment] : undefined;
    map = mapFields(current);
  }
  return current;
}

/** Bytes of a value by https://firebase.google.com/docs/firestore/storage-size. */
function valueSize(value: FirestoreValue): number {
  switch (value.valueType) {
    case 'nullValue':
    case 'booleanValue':
      return 1;
    case 'integerValue':
    case 'doubleValue':
    case 'timestampValue':
      return 8;
    case 'stringValue':
      return Buffer.byteLength(value.stringValue) + 1;
    case 'bytesValue':
      return value.bytesValue.length;
    case 'referenceValue':
      return nameSize(value.referenceValue);
    case 'geoPointValue':
      return 16;
    case 'arrayValue':
      return (value.arrayValue.values ?? []).reduce((sum, element) => sum + valueSize(element), 0);
    case 'mapValue':
      return fieldsSize(value.mapValue.fields ?? {});
    default:
      return value satisfies never;
  }
}

export function fieldsSize(fields: DocumentFields): number {
  let size = 0;
  for (const key of Object.keys(fields))
    size += Buffer.byteLength(key) + 1 + valueSize(fields[key] as FirestoreValue);
  return size;
}

/** Bytes of a document's name: of the part after "/documents/", one more for each ID, and 16 more for the whole. */
export function nameSize(name: string): number {
  const path = name.slice(name.indexOf('/documents/') + '/documents/'.length);
  return Buffer.byteLength(path) + 1 + 16;
}
