/** The documents in memory: by name, by collection and by collection group, with ordered indexes built on first use. */
import type { DocumentFields, FirestoreValue, Timestamp } from './messages';
import { collectionId, type FieldPath, isNamePath, parentOf, parseDatabase } from './resource-names';
import { SortedList } from './sorted-list';
import { compareNames, compareUtf8, compareValues, equalValues, fieldAt } from './values';

export type StoredDocument = {
  readonly name: string;
  /** Resource name of the collection. */
  readonly collection: string;
  readonly id: string;
  readonly fields: DocumentFields;
  /** Microseconds since 1970. */
  readonly createTime: number;
  readonly updateTime: number;
};

export function toTimestamp(micros: number): Timestamp {
  const seconds = Math.floor(micros / 1e6);
  return { seconds: String(seconds), nanos: (micros - seconds * 1e6) * 1000 };
}

export const compareDocuments = (a: StoredDocument, b: StoredDocument) =>
  a.collection === b.collection ? compareUtf8(a.id, b.id) : compareNames(a.name, b.name);

const nameValue = (document: StoredDocument): FirestoreValue => ({
  valueType: 'referenceValue',
  referenceValue: document.name,
});

/** The value by which a document is ordered and filtered; `__name__` is the document's own name. */
export const valueAt = (document: StoredDocument, path: FieldPath): FirestoreValue | undefined =>
  isNamePath(path) ? nameValue(document) : fieldAt(document.fields, path);

type IndexEntry = { value: FirestoreValue; document: StoredDocument };
export type Index = SortedList<IndexEntry>;
/** "order" has one entry for each document; "contains" has one for each distinct element of an array. */
export type IndexKind = 'order' | 'contains';

const compareEntries = (a: IndexEntry, b: IndexEntry) =>
  compareValues(a.value, b.value) || compareDocuments(a.document, b.document);

function entriesOf(document: StoredDocument, path: FieldPath, kind: IndexKind): IndexEntry[] {
  const value = valueAt(document, path);
  if (!value) return [];
  if (kind === 'order') return [{ value, document }];
  if (value.valueType !== 'arrayValue') return [];
  const elements = [...(value.arrayValue.values ?? [])].sort(compareValues);
  return elements
    .filter((element, i) => i === 0 || !equalValues(element, elements[i - 1] as FirestoreValue))
    .map((element) => ({ value: element, document }));
}

/** Documents that are queried together: one collection, one collection group, or a whole database. */
export class DocumentSet {
  readonly documents = new Map<string, StoredDocument>();
  private readonly indexes = new Map<string, { path: FieldPath; kind: IndexKind; list: Index }>();

  index(path: FieldPath, kind: IndexKind): Index {
    const key = JSON.stringify([kind, path]);
    let index = this.indexes.get(key);
    if (!index) {
      const entries: IndexEntry[] = [];
      for (const document of this.documents.values()) {
        for (const entry of entriesOf(document, path, kind)) entries.push(entry);
      }
      index = { path, kind, list: new SortedList(compareEntries, entries) };
      this.indexes.set(key, index);
    }
    return index.list;
  }

  replace(before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    for (const { path, kind, list } of this.indexes.values()) {
      for (const entry of before ? entriesOf(before, path, kind) : []) list.remove(entry);
      for (const entry of after ? entriesOf(after, path, kind) : []) list.insert(entry);
    }
    if (after) this.documents.set(after.name, after);
    else if (before) this.documents.delete(before.name);
  }
}

const EMPTY_SET = new DocumentSet();

/** A set of documents, and where it is registered. */
type SetMembership = { registry: Map<string, DocumentSet>; key: string; set: DocumentSet };

export class Documents {
  private readonly byName = new Map<string, StoredDocument>();
  private readonly collections = new Map<string, DocumentSet>();
  private readonly groups = new Map<string, DocumentSet>();
  private readonly databases = new Map<string, DocumentSet>();
  /** By collection. */
  private readonly memberships = new Map<string, SetMembership[]>();

  get(name: string): StoredDocument | undefined {
    return this.byName.get(name);
  }

  all(): Iterable<StoredDocument> {
    return this.byName.values();
  }

  collection(name: string): DocumentSet {
    return this.collections.get(name) ?? EMPTY_SET;
  }

  /** The documents of all collections with one ID in a database. */
  group(database: string, id: string): DocumentSet {
    return this.groups.get(`${database}/${id}`) ?? EMPTY_SET;
  }

  database(database: string): DocumentSet {
    return this.databases.get(database) ?? EMPTY_SET;
  }

  /** For each subcollection below the prefix, the name of one of its documents. */
  *namesBelow(prefix: string): Generator<string> {
    for (const [collection, { documents }] of this.collections) {
      if (!collection.startsWith(prefix)) continue;
      const [name] = documents.keys();
      if (name !== undefined) yield name;
    }
  }

  /** IDs of the collections directly under a parent, also where only their subcollections have documents. */
  collectionIdsBelow(prefix: string): string[] {
    const ids = new Set<string>();
    for (const collection of this.collections.keys()) {
      if (collection.startsWith(prefix)) ids.add(collection.slice(prefix.length).split('/')[0] ?? '');
    }
    return [...ids].sort(compareUtf8);
  }

  replace(name: string, after: StoredDocument | undefined): void {
    const before = this.byName.get(name);
    const collection = parentOf(name);
    for (const { registry, key, set } of this.membershipsOf(collection)) {
      set.replace(before, after);
      if (set.documents.size > 0) continue;
      registry.delete(key);
      this.memberships.delete(collection);
    }
    if (after) this.byName.set(name, after);
    else this.byName.delete(name);
  }

  /** The three sets that contain the documents of a collection; created where they are missing. */
  private membershipsOf(collection: string): SetMembership[] {
    const known = this.memberships.get(collection);
    if (known) return known;
    const database = parseDatabase(collection);
    const registries: [SetMembership['registry'], string][] = [
      [this.collections, collection],
      [this.groups, `${database}/${collectionId(collection)}`],
      [this.databases, database],
    ];
    const memberships = registries.map(([registry, key]) => {
      const set = registry.get(key) ?? new DocumentSet();
      registry.set(key, set);
      return { registry, key, set };
    });
    this.memberships.set(collection, memberships);
    return memberships;
  }
}
