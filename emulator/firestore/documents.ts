/** The documents in memory: by name, and in the sets that are queried, with indexes built at their first use. */
import { IndexBuild } from './index-build';
import { type Index, type IndexKind, makeIndex, type Slots } from './indexes';
import { collectionId, type FieldPath, isNamePath, parentOf, parseDatabase } from './resource-names';
import type { StoredDocument } from './stored-document';
import { compareUtf8 } from './values';

const NAME_PATH: FieldPath = ['__name__'];

/** Indexes of fewer documents are made at once. */
const MANY_DOCUMENTS = 10_000;
/** So many queries read all documents while an index is made; for the next one it is made at once. */
const MOST_SCANS = 4;

const keyOf = (path: FieldPath, kind: IndexKind): string => JSON.stringify([kind, path]);

/** Documents that are queried together: one collection, one collection group, or a whole database. */
export class DocumentSet {
  private readonly indexes = new Map<string, Index>();
  private readonly builds = new Map<string, IndexBuild>();

  constructor(
    readonly slots: Slots,
    private readonly members: () => Iterable<number>,
    /** About how many there are. */
    readonly size: () => number,
  ) {}

  *documents(): Generator<StoredDocument> {
    for (const slot of this.members()) {
      const document = this.slots[slot];
      if (document) yield document;
    }
  }

  /** Null while one of many documents is made, which takes a second or two: what is asked for is found in all of them until then. */
  readyIndex(path: FieldPath, kind: IndexKind): Index | null {
    const key = keyOf(path, kind);
    if (this.indexes.has(key) || this.size() < MANY_DOCUMENTS) return this.index(path, kind);
    const build = this.builds.get(key) ?? this.begin(path, kind);
    build.needed += 1;
    return build.needed > MOST_SCANS ? this.index(path, kind) : null;
  }

  private index(path: FieldPath, kind: IndexKind): Index {
    const key = keyOf(path, kind);
    const known = this.indexes.get(key);
    if (known) return known;
    return this.add(
      key,
      makeIndex(path, kind, this.slots, isNamePath(path) ? this.members() : this.byName()),
    );
  }

  private begin(path: FieldPath, kind: IndexKind): IndexBuild {
    const [key, empty] = [keyOf(path, kind), makeIndex(path, kind, this.slots, [])];
    const build = new IndexBuild(empty, this.slots, this.members()[Symbol.iterator](), (index) =>
      this.add(key, index),
    );
    this.builds.set(key, build);
    return build;
  }

  private add(key: string, index: Index): Index {
    this.builds.get(key)?.stop();
    this.builds.delete(key);
    this.indexes.set(key, index);
    return index;
  }

  private byName(): Iterable<number> {
    return this.index(NAME_PATH, 'order').slotsOfEntries();
  }

  /** Updates the indexes; see `SortedIndex.replace`. */
  replace(slot: number, before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    for (const index of this.indexes.values()) index.replace(slot, before, after);
    for (const build of this.builds.values()) build.replace(slot, before, after);
  }

  /** Nothing is asked of it any more. */
  stop(): void {
    for (const build of this.builds.values()) build.stop();
  }
}

/** Most collections hold the history of one account; a set is made only for collections that are queried. */
type Collection = { slotsById: Map<string, number>; set: DocumentSet | undefined };

const idOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);

export class Documents {
  private readonly slots: (StoredDocument | undefined)[] = [];
  private readonly freeSlots: number[] = [];
  private readonly collections = new Map<string, Collection>();
  private readonly groups = new Map<string, DocumentSet>();
  private readonly databases = new Map<string, DocumentSet>();

  get(name: string): StoredDocument | undefined {
    const slot = this.collections.get(parentOf(name))?.slotsById.get(idOf(name));
    return slot === undefined ? undefined : this.slots[slot];
  }

  *all(): Generator<StoredDocument> {
    for (const document of this.slots) if (document) yield document;
  }

  collection(name: string): DocumentSet {
    const collection = this.collections.get(name);
    if (!collection)
      return new DocumentSet(
        this.slots,
        () => [],
        () => 0,
      );
    const { slotsById } = collection;
    collection.set ??= new DocumentSet(
      this.slots,
      () => slotsById.values(),
      () => slotsById.size,
    );
    return collection.set;
  }

  /** The documents of all collections with one ID in a database. */
  group(database: string, id: string): DocumentSet {
    const key = `${database}/${id}`;
    return this.setOf(this.groups, key, (collection) => groupOf(collection) === key);
  }

  database(database: string): DocumentSet {
    return this.setOf(this.databases, database, (collection) => parseDatabase(collection) === database);
  }

  /** For each subcollection below the prefix, the name of one of its documents. */
  *namesBelow(prefix: string): Generator<string> {
    for (const [collection, { slotsById }] of this.collections) {
      if (!collection.startsWith(prefix)) continue;
      const [id] = slotsById.keys();
      if (id !== undefined) yield `${collection}/${id}`;
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
    const collectionName = parentOf(name);
    const collection = this.collections.get(collectionName) ?? { slotsById: new Map(), set: undefined };
    const id = idOf(name);
    const known = collection.slotsById.get(id);
    if (known === undefined && !after) return;
    const slot = known ?? this.freeSlots.pop() ?? this.slots.length;
    const before = this.slots[slot];
    if (after) this.slots[slot] = after;
    for (const set of this.setsOf(collectionName, collection)) set.replace(slot, before, after);
    if (known === undefined) {
      collection.slotsById.set(id, slot);
      this.collections.set(collectionName, collection);
    }
    if (after) return;
    this.slots[slot] = undefined;
    this.freeSlots.push(slot);
    collection.slotsById.delete(id);
    if (collection.slotsById.size === 0) this.collections.delete(collectionName);
  }

  stop(): void {
    const sets = [...this.groups.values(), ...this.databases.values()];
    for (const { set } of this.collections.values()) if (set) sets.push(set);
    for (const set of sets) set.stop();
  }

  /** The sets that contain this collection's documents, as far as anything has queried them. */
  private setsOf(name: string, { set }: Collection): DocumentSet[] {
    const group = this.groups.size > 0 ? this.groups.get(groupOf(name)) : undefined;
    const database = this.databases.size > 0 ? this.databases.get(parseDatabase(name)) : undefined;
    return [set, group, database].filter((one) => one !== undefined);
  }

  private setOf(
    sets: Map<string, DocumentSet>,
    key: string,
    isPart: (collection: string) => boolean,
  ): DocumentSet {
    const known = sets.get(key);
    if (known) return known;
    const { collections } = this;
    const members = function* (): Generator<number> {
      for (const [name, { slotsById }] of collections) if (isPart(name)) yield* slotsById.values();
    };
    let size = 0;
    for (const [name, { slotsById }] of collections) if (isPart(name)) size += slotsById.size;
    const set = new DocumentSet(this.slots, members, () => size);
    sets.set(key, set);
    return set;
  }
}

const groupOf = (collection: string) => `${parseDatabase(collection)}/${collectionId(collection)}`;
