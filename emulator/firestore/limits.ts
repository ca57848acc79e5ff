/**
 * Firestore's limits (https://firebase.google.com/docs/firestore/quotas), refused with its own messages.
 * Not verified against Google: the limits where Google's own emulator does not hold them.
 */
import { decodeFields } from './field-bytes';
import { type DocumentFields, type FirestoreValue, type FirestoreWrite, invalidArgument } from './messages';
import { fieldsSize, nameSize } from './values';

const MAX_DOCUMENT_BYTES = 1_048_576;
/** The limit of one property: 1 MiB less 89 bytes. */
const MAX_PROPERTY_BYTES = 1_048_487;
const MAX_FIELD_NAME_BYTES = 1500;
const MAX_DEPTH = 20;

/** The largest ratio of a value's counted size to its encoded size: a geo point counts 16 bytes, and takes at least 4. */
const MOST_COUNTED_A_BYTE = 8;

/** `fieldBytes` are counted exactly only where they might exceed the limit. */
export function checkSize(name: string, fieldBytes: Buffer): void {
  const rest = MAX_DOCUMENT_BYTES - nameSize(name) - 32;
  if (fieldBytes.length * MOST_COUNTED_A_BYTE <= rest) return;
  if (fieldsSize(decodeFields(fieldBytes)) > rest)
    throw invalidArgument(`maximum entity size is ${MAX_DOCUMENT_BYTES} bytes`);
}

/** Throws for reserved or long field names, arrays directly in arrays, oversized texts and excessive depth. */
export function checkValues(fields: DocumentFields, depth = 1): void {
  for (const key of Object.keys(fields)) {
    const value = fields[key] as FirestoreValue;
    if (key === '') throw invalidArgument('The property.name is the empty string.');
    if (key.length >= 4 && key.startsWith('__') && key.endsWith('__') && !isVectorKey(key, value)) {
      throw invalidArgument(`field name ${key} is reserved`);
    }
    if (key.length * 3 > MAX_FIELD_NAME_BYTES && Buffer.byteLength(key) > MAX_FIELD_NAME_BYTES) {
      throw invalidArgument(`The property.name is longer than ${MAX_FIELD_NAME_BYTES} bytes.`);
    }
    checkValue(value, key, depth);
  }
}

/** A vector is stored as a map with this marker. */
const isVectorKey = (key: string, value: FirestoreValue) =>
  key === '__type__' && value.valueType === 'stringValue' && value.stringValue === '__vector__';

function checkValue(value: FirestoreValue, property: string, depth: number): void {
  switch (value.valueType) {
    case 'stringValue':
      if (value.stringValue.length * 3 > MAX_PROPERTY_BYTES) {
        checkBytes(Buffer.byteLength(value.stringValue), property);
      }
      return;
    case 'bytesValue':
      checkBytes(value.bytesValue.length, property);
      return;
    case 'mapValue':
      if (depth >= MAX_DEPTH)
        throw invalidArgument(`Property ${property} exceeds the maximum depth of ${MAX_DEPTH}.`);
      checkValues(value.mapValue.fields ?? {}, depth + 1);
      return;
    case 'arrayValue':
      for (const element of value.arrayValue.values ?? []) {
        if (element.valueType === 'arrayValue')
          throw invalidArgument('Cannot convert an array value in an array value.');
        checkValue(element, property, depth + 1);
      }
      return;
    case undefined:
      throw invalidArgument(`Property ${property} contains a value without a type.`);
  }
}

function checkBytes(bytes: number, property: string): void {
  if (bytes > MAX_PROPERTY_BYTES) {
    throw invalidArgument(`The value of property "${property}" is longer than ${MAX_PROPERTY_BYTES} bytes.`);
  }
}

/** The most field transforms of one document in a commit. */
const MAX_TRANSFORMS = 500;
const MAX_COMMIT_BYTES = 10 * 1024 * 1024;

export function checkCommit(writes: FirestoreWrite[]): void {
  let bytes = 0;
  for (const write of writes) {
    const transforms =
      write.operation === 'transform' ? write.transform.fieldTransforms : write.updateTransforms;
    if ((transforms ?? []).length > MAX_TRANSFORMS) {
      throw invalidArgument(`The maximum number of field transforms of a document is ${MAX_TRANSFORMS}.`);
    }
    if (write.operation === 'update')
      bytes += nameSize(write.update.name) + fieldsSize(write.update.fields ?? {});
  }
  if (bytes > MAX_COMMIT_BYTES) throw invalidArgument('Transaction too big. Decrease transaction size.');
}
