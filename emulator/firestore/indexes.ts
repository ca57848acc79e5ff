/** The ordered indexes of a set of documents: by a value, then by the documents' names. */
import { valueBytes } from './field-bytes';
import { type EntryKind, elementEntries, nameEntries, valueEntries } from './index-entries';
import type { FirestoreValue } from './messages';
import { type FieldPath, isNamePath } from './resource-names';
import { type ListPosition, SortedList } from './sorted-list';
import type { StoredDocument } from './stored-document';
import { compareNames } from './values';

/** The documents by their slots. */
export type Slots = readonly (StoredDocument | undefined)[];

/** "order" has one entry for each document with the field; "contains" has one for each element of an array. */
export type IndexKind = 'order' | 'contains';

/** A place before or behind the entries of a value or, with a name, of a value and a document. */
export type IndexBound = { value: FirestoreValue; name?: string | undefined; isBehind: boolean };

/** An index with any type of entry. */
export type Index = Pick<SortedIndex<unknown>, keyof SortedIndex<unknown>>;

/** `members` are the slots of its documents; for an index by value they come in the order of the names. */
export function makeIndex(path: FieldPath, kind: IndexKind, slots: Slots, members: Iterable<number>): Index {
  if (kind === 'contains') return new SortedIndex(path, elementEntries(path), slots, members);
  if (!isNamePath(path)) return new SortedIndex(path, valueEntries(path), slots, members);
  return new SortedIndex(path, nameEntries(nameIn(slots)), slots, members);
}

const nameIn = (slots: Slots) => (slot: number) => slots[slot]?.name ?? '';

class SortedIndex<Entry> {
  private readonly list: SortedList<Entry>;
  private readonly nameOf: (entry: Entry) => string;

  constructor(
    private readonly path: FieldPath,
    private readonly kind: EntryKind<Entry>,
    private readonly slots: Slots,
    members: Iterable<number>,
  ) {
    const nameOfSlot = nameIn(slots);
    this.nameOf = (entry) => nameOfSlot(kind.slotOf(entry));
    const compare = (a: Entry, b: Entry) =>
      kind.compare(a, b) || compareNames(this.nameOf(a), this.nameOf(b));
    const entries: Entry[] = [];
    const ordered = [...members];
    for (const slot of ordered) for (const entry of this.entriesOf(slots[slot], slot)) entries.push(entry);
    // Entries with equal values keep the order of the names: comparing names would take most of the time.
    const sorted = kind.sort?.(entries, ordered) ?? entries.sort(kind.compare);
    this.list = new SortedList(compare, kind.makeChunk, sorted);
  }

  /** The slots of all entries in their order. */
  *slotsOfEntries(): Generator<number> {
    for (const entry of this.list.slice(this.start, this.end)) yield this.kind.slotOf(entry);
  }

  get start(): ListPosition {
    return this.list.start;
  }

  get end(): ListPosition {
    return this.list.end;
  }

  find({ value, name, isBehind }: IndexBound): ListPosition {
    const compareValue = this.kind.compareWith(value);
    return this.list.find((entry) => {
      const compared =
        compareValue(entry) || (name === undefined ? 0 : compareNames(this.nameOf(entry), name));
      return isBehind ? compared <= 0 : compared < 0;
    });
  }

  /** The position before the first value whose type is at this place in the order of types, or later. */
  findType(order: number): ListPosition {
    return this.list.find((entry) => this.kind.typeOf(entry) < order);
  }

  count(from: ListPosition, to: ListPosition): number {
    return this.list.count(from, to);
  }

  *documents(from: ListPosition, to: ListPosition, backwards: boolean): Generator<StoredDocument> {
    for (const entry of this.list.slice(from, to, backwards)) {
      const document = this.slots[this.kind.slotOf(entry)];
      if (document) yield document;
    }
  }

  /**
   * Updates only the entries that change. Must be called while the slot still holds the old document, or holds the new one
   * already.
   */
  replace(slot: number, before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    if (before && after && this.isSame(before, after)) return;
    const [old, fresh] = [this.entriesOf(before, slot), this.entriesOf(after, slot)];
    const isAmong = (entry: Entry, others: Entry[]) =>
      others.some((other) => this.kind.compare(entry, other) === 0);
    for (const entry of old) if (!isAmong(entry, fresh)) this.list.remove(entry);
    for (const entry of fresh) if (!isAmong(entry, old)) this.list.insert(entry);
  }

  private entriesOf(document: StoredDocument | undefined, slot: number): Entry[] {
    return document ? this.kind.entriesOf(document, slot) : [];
  }

  private isSame(before: StoredDocument, after: StoredDocument): boolean {
    const [head = ''] = this.path;
    if (isNamePath(this.path)) return true;
    const [old, fresh] = [valueBytes(before.fieldBytes, head), valueBytes(after.fieldBytes, head)];
    return old && fresh ? old.equals(fresh) : old === fresh;
  }
}
