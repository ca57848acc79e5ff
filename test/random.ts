/** Random numbers of tests that draw no values by fast-check: printed with their seed, and the same again with TEST_SEED. */

const SEED = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 32));

let state: number | undefined;

/** From 0 to below 1, as Math.random; of a 32-bit state (mulberry32). */
export const random = (): number => {
  if (state === undefined) {
    state = SEED | 0;
    process.stderr.write(`random order: TEST_SEED=${SEED} draws the same again\n`);
  }
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

export const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
