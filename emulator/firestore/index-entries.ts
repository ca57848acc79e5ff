/** The entries of each kind of index. An entry names its document by a slot, which stays the same while the document changes. */
import { decodeValue, elementBytes, stringBytes, valueBytes } from './field-bytes';
import { arrayChunk, type MakeChunk, numberChunk } from './list-chunks';
import type { FirestoreValue } from './messages';
import { sortByName } from './name-order';
import type { FieldPath } from './resource-names';
import { type StoredDocument, valueAt } from './stored-document';
import { compareNames, compareValues, numberOf, typeOrder } from './values';

export type EntryKind<Entry> = {
  /** The entries of the document in that slot. */
  entriesOf(document: StoredDocument, slot: number): Entry[];
  slotOf(entry: Entry): number;
  /** Compares the values of two entries, not their documents. */
  compare(a: Entry, b: Entry): number;
  compareWith(value: FirestoreValue): (entry: Entry) => number;
  /** The position of its value's type in the order of types. */
  typeOf(entry: Entry): number;
  /**
   * Sorts by value, then by the documents' names, where that is faster than with `compare`. `slots` are those of the documents in
   * the order of their names.
   */
  sort?(entries: readonly Entry[], slots: readonly number[]): ArrayLike<Entry>;
  makeChunk: MakeChunk<Entry>;
};

/** One entry for each document, by its name. */
export const nameEntries = (nameOf: (slot: number) => string): EntryKind<number> => ({
  entriesOf: (_document, slot) => [slot],
  slotOf: (slot) => slot,
  compare: (a, b) => compareNames(nameOf(a), nameOf(b)),
  compareWith: (value) => (slot) =>
    value.valueType === 'referenceValue'
      ? compareNames(nameOf(slot), value.referenceValue)
      : REFERENCE_ORDER - typeOrder(value),
  typeOf: () => REFERENCE_ORDER,
  sort: (entries) => sortByName(entries, nameOf),
  makeChunk: numberChunk,
});

const REFERENCE_ORDER = typeOrder({ valueType: 'referenceValue', referenceValue: '' });

export type ValueEntry = { value: FirestoreValue; slot: number };

/** One entry for each document that has the field. */
export const valueEntries = (path: FieldPath): EntryKind<ValueEntry> => ({
  entriesOf: (document, slot) => {
    const value = valueAt(document, path);
    return value ? [{ value, slot }] : [];
  },
  slotOf: ({ slot }) => slot,
  compare: (a, b) => compareValues(a.value, b.value),
  compareWith: (value) => (entry) => compareValues(entry.value, value),
  typeOf: ({ value }) => typeOrder(value),
  makeChunk: arrayChunk,
});

/**
 * One entry for each distinct element of an array, as a number made of its hash and the slot, since an account has a hundred such
 * keys. The query's filter sorts out values with the same hash.
 */
export const elementEntries = (path: FieldPath): EntryKind<number> => ({
  entriesOf: (document, slot) => [...hashesAt(document, path)].map((hash) => hash * SLOTS + slot),
  slotOf: (entry) => entry % SLOTS,
  compare: (a, b) => hashOf(a) - hashOf(b),
  compareWith: (value) => {
    const hash = hashValue(value);
    return (entry) => hashOf(entry) - hash;
  },
  typeOf: () => typeOrder({ valueType: 'arrayValue', arrayValue: {} }),
  sort: (entries, slots) => {
    const places = new Map(slots.map((slot, place) => [slot, place]));
    // As numbers, entries sort by hash, then by the place of the document's slot.
    const sorted = Float64Array.from(
      entries,
      (entry) => hashOf(entry) * SLOTS + (places.get(entry % SLOTS) ?? 0),
    ).sort();
    return sorted.map((entry) => hashOf(entry) * SLOTS + (slots[entry % SLOTS] ?? 0));
  },
  makeChunk: numberChunk,
});

/** A safe integer has 53 bits: 29 for the hash, and 24 for the slot. */
const HASHES = 2 ** 29;
const SLOTS = 2 ** 24;
const hashOf = (entry: number): number => Math.floor(entry / SLOTS);

function hashesAt(document: StoredDocument, path: FieldPath): Set<number> {
  const [head = ''] = path;
  if (path.length === 1) {
    const array = valueBytes(document.fieldBytes, head);
    return new Set(array ? Array.from(elementBytes(array), hashElement) : []);
  }
  const value = valueAt(document, path);
  return new Set(value?.valueType === 'arrayValue' ? (value.arrayValue.values ?? []).map(hashValue) : []);
}

function hashElement(element: Buffer): number {
  const text = stringBytes(element);
  return text ? hashBytes(text) : hashValue(decodeValue(element));
}

/** Equal values have equal hashes. Values of other types are few enough to share one. */
function hashValue(value: FirestoreValue): number {
  if (value.valueType === 'stringValue') return hashBytes(Buffer.from(value.stringValue));
  if (value.valueType === 'integerValue' || value.valueType === 'doubleValue')
    return hashBytes(Buffer.from(String(Number(numberOf(value)))));
  return typeOrder(value);
}

/** The FNV-1a hash. */
function hashBytes(bytes: Buffer): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return (hash >>> 0) % HASHES;
}
