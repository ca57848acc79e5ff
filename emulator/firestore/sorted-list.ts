/** A sorted list in chunks, in which inserting, removing and ranking stay fast with hundreds of thousands of entries. */

const MAX_CHUNK = 512;

export class SortedList<T> {
  private chunks: T[][] = [];
  length = 0;

  /** `compare` must be a total order: no two different entries may be equal in it. */
  constructor(
    private readonly compare: (a: T, b: T) => number,
    entries: T[] = [],
  ) {
    const sorted = entries.sort(compare);
    for (let i = 0; i < sorted.length; i += MAX_CHUNK / 2)
      this.chunks.push(sorted.slice(i, i + MAX_CHUNK / 2));
    this.length = sorted.length;
  }

  insert(entry: T): void {
    const before = (other: T) => this.compare(other, entry) < 0;
    const at = Math.min(this.chunkOf(before), this.chunks.length - 1);
    const chunk = this.chunks[at];
    this.length++;
    if (!chunk) {
      this.chunks.push([entry]);
      return;
    }
    chunk.splice(partition(chunk, before), 0, entry);
    if (chunk.length > MAX_CHUNK) this.chunks.splice(at + 1, 0, chunk.splice(MAX_CHUNK / 2));
  }

  remove(entry: T): void {
    const before = (other: T) => this.compare(other, entry) < 0;
    const at = this.chunkOf(before);
    const chunk = this.chunks[at];
    if (!chunk) return;
    const position = partition(chunk, before);
    const candidate = chunk[position];
    if (candidate === undefined || this.compare(candidate, entry) !== 0) return;
    chunk.splice(position, 1);
    this.length--;
    if (chunk.length === 0) this.chunks.splice(at, 1);
  }

  /** The number of entries that satisfy `before`. They must be the first ones of the list. */
  rank(before: (entry: T) => boolean): number {
    const at = this.chunkOf(before);
    let rank = 0;
    for (let i = 0; i < at; i++) rank += this.chunks[i]?.length ?? 0;
    const chunk = this.chunks[at];
    return chunk ? rank + partition(chunk, before) : rank;
  }

  /** The entries of the ranks from `from` to before `to`, forwards or backwards. */
  *slice(from: number, to: number, backwards = false): Generator<T> {
    let start = backwards ? this.length : 0;
    const count = this.chunks.length;
    for (let i = 0; i < count; i++) {
      const chunk = this.chunks[backwards ? count - 1 - i : i] ?? [];
      if (backwards) start -= chunk.length;
      const low = Math.max(0, from - start);
      const high = Math.min(chunk.length, to - start);
      if (backwards) for (let j = high - 1; j >= low; j--) yield chunk[j] as T;
      else for (let j = low; j < high; j++) yield chunk[j] as T;
      if (!backwards) start += chunk.length;
    }
  }

  /** The first chunk whose last entry does not satisfy `before`. */
  private chunkOf(before: (entry: T) => boolean): number {
    return partition(this.chunks, (chunk) => before(chunk[chunk.length - 1] as T));
  }
}

/** The first position whose entry does not satisfy `before`. */
function partition<T>(entries: readonly T[], before: (entry: T) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(entries[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
