/**
 * Converts a stored document to one line of JSON and back. Values that JSON lacks become an object with one key that begins with
 * `$`; an object of the document with such a key is wrapped to distinguish it.
 */
import { Timestamp } from '@google-cloud/firestore';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isPlain = (value: object): value is Record<string, unknown> =>
  Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;

/** Throws for a kind of value that Hachi never stores, so that nothing is silently changed. */
export const toJson = (value: unknown): Json => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $number: Object.is(value, -0) ? '-0' : String(value) };
  if (value instanceof Timestamp) return { $time: [value.seconds, value.nanoseconds] };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && isPlain(value)) {
    const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, toJson(field)]));
    return Object.keys(fields).some((key) => key.startsWith('$')) ? { $map: fields } : fields;
  }
  throw new Error(`A value of a kind that is not backed up: ${String(value)}`);
};

/** Throws for anything that `toJson` does not write. */
export const fromJson = (json: Json): unknown => {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(fromJson);
  const [key = '', ...others] = Object.keys(json);
  if (!key.startsWith('$')) return fieldsOf(json);
  const value = json[key];
  if (others.length === 0) {
    if (key === '$number' && typeof value === 'string') return Number(value);
    if (key === '$bytes' && typeof value === 'string') return Buffer.from(value, 'base64');
    if (key === '$map' && value instanceof Object && !Array.isArray(value)) return fieldsOf(value);
    if (key === '$time' && Array.isArray(value)) return new Timestamp(Number(value[0]), Number(value[1]));
  }
  throw new Error(`Not a value of a backup: ${JSON.stringify(json)}`);
};

const fieldsOf = (json: { [key: string]: Json }): Record<string, unknown> =>
  Object.fromEntries(Object.entries(json).map(([key, field]) => [key, fromJson(field)]));

export interface BackedUpDocument {
  /** Path of the document from the root: `accounts/a_1/events/00000001`. */
  readonly path: string;
  readonly fields: Record<string, unknown>;
}

/** Keys are sorted by name, so that a document gives the same line in whatever order Firestore lists its fields. */
export const documentLine = ({ path, fields }: BackedUpDocument): string =>
  JSON.stringify(sorted([path, toJsonFields(fields)]));

export const readDocumentLine = (line: string): BackedUpDocument => {
  const [path, fields] = JSON.parse(line);
  return { path, fields: fieldsOf(fields) };
};

/** The document's top level is never wrapped. */
const toJsonFields = (fields: Record<string, unknown>): Json =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, toJson(field)]));

const sorted = (json: Json): Json => {
  if (Array.isArray(json)) return json.map(sorted);
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(
    Object.keys(json)
      .sort()
      .map((key) => [key, sorted(json[key] ?? null)]),
  );
};
