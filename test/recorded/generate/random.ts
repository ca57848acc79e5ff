/** Random choices that are the same in every run of one seed. */

export interface Random {
  /** A whole number from 0 to below `most`. */
  below: (most: number) => number;
  chance: (probability: number) => boolean;
  /** Throws for an empty list. */
  one: <T>(list: readonly T[]) => T;
  /** Undefined for an empty list. */
  maybeOne: <T>(list: readonly T[]) => T | undefined;
  /** By weight. */
  weighted: <T>(list: readonly (readonly [T, number])[]) => T;
  shuffled: <T>(list: readonly T[]) => T[];
}

/** Mulberry32. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  const maybeOne = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const one = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to choose from');
    return maybeOne(list) as T;
  };
  return {
    below,
    chance: (probability) => next() < probability,
    one,
    maybeOne,
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return one(list)[0];
    },
    shuffled: (list) => {
      const all = [...list];
      for (let last = all.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [all[last], all[other]] = [all[other] as (typeof all)[number], all[last] as (typeof all)[number]];
      }
      return all;
    },
  };
};
