/** A sorted list in chunks, in which inserting, removing and finding stay fast with millions of entries. */
import type { ListChunk, MakeChunk } from './list-chunks';

const MAX_CHUNK = 512;

/** A position between two entries, valid until the list changes. */
export type ListPosition = { readonly chunk: number; readonly offset: number };

export const comparePositions = (a: ListPosition, b: ListPosition): number =>
  a.chunk - b.chunk || a.offset - b.offset;

export class SortedList<T> {
  private readonly chunks: ListChunk<T>[] = [];
  readonly start: ListPosition = { chunk: 0, offset: 0 };

  /** `compare` must be a total order that distinguishes all different entries. `sorted` holds the first entries in that order. */
  constructor(
    private readonly compare: (a: T, b: T) => number,
    private readonly makeChunk: MakeChunk<T>,
    sorted: ArrayLike<T> = [],
  ) {
    for (let i = 0; i < sorted.length; i += MAX_CHUNK / 2)
      this.chunks.push(makeChunk(sorted, i, Math.min(sorted.length, i + MAX_CHUNK / 2)));
  }

  get end(): ListPosition {
    return { chunk: this.chunks.length, offset: 0 };
  }

  insert(entry: T): void {
    const before = (other: T) => this.compare(other, entry) < 0;
    const at = Math.min(this.chunkOf(before), this.chunks.length - 1);
    const chunk = this.chunks[at];
    if (!chunk) {
      this.chunks.push(this.makeChunk([entry], 0, 1));
      return;
    }
    chunk.insert(placeIn(chunk, before), entry);
    if (chunk.length > MAX_CHUNK) this.chunks.splice(at + 1, 0, chunk.splitAt(MAX_CHUNK / 2));
  }

  remove(entry: T): void {
    const before = (other: T) => this.compare(other, entry) < 0;
    const at = this.chunkOf(before);
    const chunk = this.chunks[at];
    if (!chunk) return;
    const offset = placeIn(chunk, before);
    if (offset === chunk.length || this.compare(chunk.at(offset), entry) !== 0) return;
    chunk.remove(offset);
    if (chunk.length === 0) this.chunks.splice(at, 1);
  }

  /** The position after the entries that satisfy `before`, which must be the first ones of the list. */
  find(before: (entry: T) => boolean): ListPosition {
    const at = this.chunkOf(before);
    const chunk = this.chunks[at];
    return chunk ? { chunk: at, offset: placeIn(chunk, before) } : this.end;
  }

  /** The number of entries between two positions. */
  count(from: ListPosition, to: ListPosition): number {
    let count = to.offset - from.offset;
    for (let i = from.chunk; i < to.chunk; i++) count += this.chunks[i]?.length ?? 0;
    return count;
  }

  /** The entries between two positions, forwards or backwards. */
  *slice(from: ListPosition, to: ListPosition, backwards = false): Generator<T> {
    const last = Math.min(to.chunk, this.chunks.length - 1);
    for (let i = 0; i <= last - from.chunk; i++) {
      const at = backwards ? last - i : from.chunk + i;
      const chunk = this.chunks[at];
      if (chunk === undefined) return;
      const low = at === from.chunk ? from.offset : 0;
      const high = at === to.chunk ? to.offset : chunk.length;
      if (backwards) for (let j = high - 1; j >= low; j--) yield chunk.at(j);
      else for (let j = low; j < high; j++) yield chunk.at(j);
    }
  }

  /** The first chunk whose last entry does not satisfy `before`. */
  private chunkOf(before: (entry: T) => boolean): number {
    return partition(this.chunks, (chunk) => before(chunk.at(chunk.length - 1)));
  }
}

const placeIn = <T>(chunk: ListChunk<T>, before: (entry: T) => boolean): number =>
  firstNot(chunk.length, (index) => before(chunk.at(index)));

/** The first position whose entry does not satisfy `before`. */
export const partition = <T>(entries: readonly T[], before: (entry: T) => boolean): number =>
  firstNot(entries.length, (index) => before(entries[index] as T));

/** The first index that does not satisfy `before`; those that do are the first ones. */
function firstNot(length: number, before: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
