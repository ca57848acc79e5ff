/** The documents in memory: by name, and in the sets that are queried, with indexes built at their first use. */
import { type Index, type IndexKind, makeIndex, type Slots } from './indexes';
import { collectionId, type FieldPath, isNamePath, parentOf, parseDatabase } from './resource-names';
import type { StoredDocument } from './stored-document';
import { compareUtf8 } from './values';

const NAME_PATH: FieldPath = ['__name__'];

/** Documents that are queried together: one collection, one collection group, or a whole database. */
export class DocumentSet {
  private readonly indexes = new Map<string, Index>();

  constructor(
    readonly slots: Slots,
    private readonly members: () => Iterable<number>,
  ) {}

  index(path: FieldPath, kind: IndexKind): Index {
    const key = JSON.stringify([kind, path]);
    const known = this.indexes.get(key);
    if (known) return known;
    const index = makeIndex(path, kind, this.slots, isNamePath(path) ? this.members() : this.byName());
    this.indexes.set(key, index);
    return index;
  }

  private byName(): Iterable<number> {
    return this.index(NAME_PATH, 'order').slotsOfEntries();
  }

  /** Updates the indexes; see `SortedIndex.replace`. */
  replace(slot: number, before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    for (const index of this.indexes.values()) index.replace(slot, before, after);
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
    if (!collection) return new DocumentSet(this.slots, () => []);
    collection.set ??= new DocumentSet(this.slots, () => collection.slotsById.values());
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
    const set = new DocumentSet(this.slots, members);
    sets.set(key, set);
    return set;
  }
}

const groupOf = (collection: string) => `${parseDatabase(collection)}/${collectionId(collection)}`;
