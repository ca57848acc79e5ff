/**
 * Reads values in Firestore's JSON form, as journals of earlier versions have them: bytes in base64, and numbers that JSON lacks
 * as text.
 */
import type { DocumentFields, FirestoreValue, Timestamp } from './messages';

const NON_JSON_NUMBERS = new Map<unknown, number>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

type JsonObject = Readonly<Record<string, unknown>>;
const isJsonObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** A TypeError from this file means that the JSON is no Firestore value. */
function objectOf(json: unknown): JsonObject {
  if (isJsonObject(json)) return json;
  throw new TypeError(`An object was expected, not ${JSON.stringify(json)}.`);
}

function textOf(json: unknown): string {
  if (typeof json === 'string') return json;
  throw new TypeError(`A text was expected, not ${JSON.stringify(json)}.`);
}

function numberOf(json: unknown): number {
  const number = typeof json === 'number' ? json : NON_JSON_NUMBERS.get(json);
  if (number !== undefined) return number;
  throw new TypeError(`A number was expected, not ${JSON.stringify(json)}.`);
}

/** Throws a TypeError where the JSON does not hold a document's fields. */
export const fieldsOfJson = (json: unknown): DocumentFields =>
  Object.fromEntries(Object.entries(objectOf(json)).map(([name, value]) => [name, firestoreValueOf(value)]));

/** A value has one property, which is named after its type. */
function firestoreValueOf(json: unknown): FirestoreValue {
  const [[valueType, value] = []] = Object.entries(objectOf(json));
  switch (valueType) {
    case 'nullValue':
      return { valueType, nullValue: 'NULL_VALUE' };
    case 'booleanValue':
      return { valueType, booleanValue: value === true };
    case 'integerValue':
      return { valueType, integerValue: textOf(value) };
    case 'doubleValue':
      return { valueType, doubleValue: numberOf(value) };
    case 'timestampValue':
      return { valueType, timestampValue: timestampOf(objectOf(value)) };
    case 'stringValue':
      return { valueType, stringValue: textOf(value) };
    case 'bytesValue':
      return { valueType, bytesValue: Buffer.from(textOf(value), 'base64') };
    case 'referenceValue':
      return { valueType, referenceValue: textOf(value) };
    case 'geoPointValue': {
      const { latitude = 0, longitude = 0 } = objectOf(value);
      return { valueType, geoPointValue: { latitude: numberOf(latitude), longitude: numberOf(longitude) } };
    }
    case 'arrayValue': {
      const { values } = objectOf(value);
      if (values === undefined) return { valueType, arrayValue: {} };
      if (!Array.isArray(values)) throw new TypeError('The values of an array are a list.');
      return { valueType, arrayValue: { values: values.map(firestoreValueOf) } };
    }
    case 'mapValue': {
      const { fields } = objectOf(value);
      return { valueType, mapValue: fields === undefined ? {} : { fields: fieldsOfJson(fields) } };
    }
    default:
      throw new TypeError(`There is no type ${valueType}.`);
  }
}

/** Both parts are absent when zero. */
const timestampOf = ({ seconds, nanos }: JsonObject): Timestamp => ({
  ...(seconds === undefined ? {} : { seconds: textOf(seconds) }),
  ...(nanos === undefined ? {} : { nanos: numberOf(nanos) }),
});
