/** Values in Firestore's JSON form, as the journals of earlier versions have them: bytes in base64, and as text the numbers that JSON lacks. */
import type { DocumentFields, FirestoreValue } from './messages';

type JsonValue = { [type: string]: unknown };
export type JsonFields = { [field: string]: JsonValue };

const NON_JSON_NUMBERS = new Map<string, number>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

/** Changes the parsed JSON in place: copying every value would double the time of a start. */
export function parseJsonFields(fields: JsonFields): DocumentFields {
  for (const key of Object.keys(fields)) completeValue(fields[key] as JsonValue);
  return fields as DocumentFields;
}

function completeValue(json: JsonValue): void {
  json.valueType = Object.keys(json)[0];
  const value = json as FirestoreValue;
  switch (value.valueType) {
    case 'bytesValue':
      value.bytesValue = Buffer.from(String(json.bytesValue), 'base64');
      return;
    case 'doubleValue':
      if (typeof json.doubleValue === 'string')
        value.doubleValue = NON_JSON_NUMBERS.get(json.doubleValue) ?? Number.NaN;
      return;
    case 'arrayValue':
      for (const element of value.arrayValue.values ?? []) completeValue(element);
      return;
    case 'mapValue':
      parseJsonFields(value.mapValue.fields ?? {});
      return;
  }
}
