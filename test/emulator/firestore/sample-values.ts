/** Firestore values, written shortly. */
import type { DocumentFields, FirestoreValue } from '../../../emulator/firestore/messages';

export const NULL: FirestoreValue = { valueType: 'nullValue', nullValue: 'NULL_VALUE' };
export const bool = (value: boolean): FirestoreValue => ({ valueType: 'booleanValue', booleanValue: value });
/** A text for integers that JavaScript's numbers cannot hold. */
export const int = (value: number | string): FirestoreValue => ({
  valueType: 'integerValue',
  integerValue: String(value),
});
export const double = (value: number): FirestoreValue => ({ valueType: 'doubleValue', doubleValue: value });
export const str = (value: string): FirestoreValue => ({ valueType: 'stringValue', stringValue: value });
export const bytes = (...value: number[]): FirestoreValue => ({
  valueType: 'bytesValue',
  bytesValue: Buffer.from(value),
});
export const time = (seconds: number, nanos = 0): FirestoreValue => ({
  valueType: 'timestampValue',
  timestampValue: { seconds: String(seconds), nanos },
});
export const list = (...values: FirestoreValue[]): FirestoreValue => ({
  valueType: 'arrayValue',
  arrayValue: { values },
});
export const map = (fields: DocumentFields = {}): FirestoreValue => ({
  valueType: 'mapValue',
  mapValue: { fields },
});
export const vector = (...values: number[]): FirestoreValue =>
  map({ __type__: str('__vector__'), value: list(...values.map(double)) });
export const ref = (path: string): FirestoreValue => ({
  valueType: 'referenceValue',
  referenceValue: nameOf(path),
});

export const nameOf = (path: string): string => `projects/demo-x/databases/(default)/documents/${path}`;
