/** The parts that a sorted list consists of. */

/** Never empty, except while it is made. */
export interface ListChunk<T> {
  readonly length: number;
  /** `index` must be less than the length. */
  at(index: number): T;
  insert(index: number, entry: T): void;
  remove(index: number): void;
  /** Removes all entries from the index on, and returns them as a chunk. */
  splitAt(index: number): ListChunk<T>;
}

/** Makes a chunk of these entries in their order. */
export type MakeChunk<T> = (entries: ArrayLike<T>, from: number, to: number) => ListChunk<T>;

export const arrayChunk = <T>(entries: ArrayLike<T>, from: number, to: number): ListChunk<T> =>
  new ArrayChunk(Array.from({ length: to - from }, (_, index) => entries[from + index] as T));

class ArrayChunk<T> implements ListChunk<T> {
  constructor(private readonly entries: T[]) {}

  get length(): number {
    return this.entries.length;
  }

  at(index: number): T {
    return this.entries[index] as T;
  }

  insert(index: number, entry: T): void {
    this.entries.splice(index, 0, entry);
  }

  remove(index: number): void {
    this.entries.splice(index, 1);
  }

  splitAt(index: number): ListChunk<T> {
    return new ArrayChunk(this.entries.splice(index));
  }
}

/**
 * Stores numbers in eight bytes each outside the heap. An array takes three times as much once it holds them as objects, and a
 * large heap grows several times larger before it is collected.
 */
export const numberChunk = (entries: ArrayLike<number>, from: number, to: number): ListChunk<number> => {
  const numbers = new Float64Array(to - from);
  for (let index = from; index < to; index++) numbers[index - from] = entries[index] as number;
  return new NumberChunk(numbers);
};

/** Numbers by which its memory grows at once. */
const SPARE = 64;

class NumberChunk implements ListChunk<number> {
  private count: number;

  constructor(private numbers: Float64Array) {
    this.count = numbers.length;
  }

  get length(): number {
    return this.count;
  }

  at(index: number): number {
    return this.numbers[index] as number;
  }

  insert(index: number, entry: number): void {
    if (this.count === this.numbers.length) {
      const larger = new Float64Array(this.count + SPARE);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers.copyWithin(index + 1, index, this.count);
    this.numbers[index] = entry;
    this.count++;
  }

  remove(index: number): void {
    this.numbers.copyWithin(index, index + 1, this.count);
    this.count--;
  }

  splitAt(index: number): ListChunk<number> {
    const rest = new NumberChunk(this.numbers.slice(index, this.count));
    this.numbers = this.numbers.slice(0, index);
    this.count = index;
    return rest;
  }
}
