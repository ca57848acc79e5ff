/** A document in the store; its fields stay encoded until one of them is needed. */
import {
  decodeFields,
  decodeValue,
  elementBytes,
  encodeFields,
  FieldFinder,
  hasTextElement,
  valueBytes,
} from './field-bytes';
import type { DocumentFields, FirestoreValue, Timestamp } from './messages';
import { type FieldPath, isNamePath } from './resource-names';
import { compareNames, equalValues, fieldAt } from './values';

/** Immutable: a write makes a new one. Times are in microseconds since 1970. */
export class StoredDocument {
  constructor(
    /** The resource name. */
    readonly name: string,
    /** Encoded fields, see field-bytes.ts. */
    readonly fieldBytes: Buffer,
    readonly createTime: number,
    readonly updateTime: number,
  ) {}

  static of(name: string, fields: DocumentFields, createTime: number, updateTime: number): StoredDocument {
    return new StoredDocument(name, encodeFields(fields), createTime, updateTime);
  }

  /** Decoded at every call. */
  get fields(): DocumentFields {
    return decodeFields(this.fieldBytes);
  }
}

export function toTimestamp(micros: number): Timestamp {
  const seconds = Math.floor(micros / 1e6);
  return { seconds: String(seconds), nanos: (micros - seconds * 1e6) * 1000 };
}

export const toMicros = ({ seconds, nanos = 0 }: Timestamp): number => Number(seconds) * 1e6 + nanos / 1000;

export const compareDocuments = (a: StoredDocument, b: StoredDocument) => compareNames(a.name, b.name);

/** The value by which a document is ordered and filtered; `__name__` is the document's own name. */
export function valueAt(document: StoredDocument, path: FieldPath): FirestoreValue | undefined {
  if (isNamePath(path)) return { valueType: 'referenceValue', referenceValue: document.name };
  const [head = ''] = path;
  const bytes = valueBytes(document.fieldBytes, head);
  return bytes && fieldAt({ [head]: decodeValue(bytes) }, path);
}

export function hasValueAt(document: StoredDocument, path: FieldPath): boolean {
  const [head = ''] = path;
  if (isNamePath(path)) return true;
  return path.length === 1
    ? valueBytes(document.fieldBytes, head) !== undefined
    : valueAt(document, path) !== undefined;
}

/** Reads the values at one path of many documents, one after another. */
export function valueReader(path: FieldPath): (document: StoredDocument) => FirestoreValue | undefined {
  const [head = ''] = path;
  if (isNamePath(path)) return (document) => valueAt(document, path);
  const field = new FieldFinder(head);
  return ({ fieldBytes }) => {
    if (!field.find(fieldBytes)) return undefined;
    const value = decodeValue(fieldBytes, field.from, field.to);
    return path.length === 1 ? value : fieldAt({ [head]: value }, path);
  };
}

/** Whether the array at a path has one of the values as an element. */
export function hasElement(document: StoredDocument, path: FieldPath, values: FirestoreValue[]): boolean {
  const [head = ''] = path;
  const array = path.length === 1 ? valueBytes(document.fieldBytes, head) : undefined;
  const texts = array && values.map(textBytes);
  // Compares bytes where all values are texts: an account has a hundred keys, and is searched by thirty.
  if (array && texts?.every((text) => text !== undefined)) return hasTextElement(array, texts);
  for (const element of elementsAt(document, path))
    if (values.some((value) => equalValues(element, value))) return true;
  return false;
}

/** Undefined where the value is no text. */
const textBytes = (value: FirestoreValue): Buffer | undefined =>
  value.valueType === 'stringValue' ? Buffer.from(value.stringValue) : undefined;

/** Empty where there is no array. Elements are decoded one by one. */
function* elementsAt(document: StoredDocument, path: FieldPath): Generator<FirestoreValue> {
  const [head = ''] = path;
  if (path.length === 1) {
    const array = valueBytes(document.fieldBytes, head);
    if (array) for (const element of elementBytes(array)) yield decodeValue(element);
    return;
  }
  const value = valueAt(document, path);
  if (value?.valueType === 'arrayValue') yield* value.arrayValue.values ?? [];
}
