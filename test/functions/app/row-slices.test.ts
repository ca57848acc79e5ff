import { setImmediate as nextTurn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { mapSlices } from '../../../functions/app/row-slices';

test('each row is mapped once, in slices of that size, and the results keep its order', () => {
  return fc.assert(
    fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 9 }), async (count, size) => {
      const rows = Array.from({ length: count }, (_, index) => index);
      const sizes: number[] = [];
      const doubled = await mapSlices(rows, size, async (slice) => {
        sizes.push(slice.length);
        // Those that begin first do not end first.
        for (let turns = 3 - ((slice[0] ?? 0) % 4); turns > 0; turns -= 1) await nextTurn();
        return slice.map((row) => row * 2);
      });
      expect(doubled).toEqual(rows.map((row) => row * 2));
      expect(sizes).toHaveLength(Math.ceil(count / size));
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(size);
    }),
    { numRuns: 40 },
  );
});

test('four slices at once at most; whoever else waits has a turn before each', async () => {
  let [atOnce, most, turns] = [0, 0, 0];
  const others = setImmediate(function turn() {
    turns += 1;
    if (turns < 100) setImmediate(turn);
  });
  await mapSlices(Array.from({ length: 12 }), 1, async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await null;
    atOnce -= 1;
    return [];
  });
  clearImmediate(others);
  expect(most).toBeLessThanOrEqual(4);
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('a slice that fails fails the whole', async () => {
  const failing = mapSlices([1, 2, 3], 1, async ([row]) => {
    if (row === 2) throw new Error('no');
    return [row];
  });
  await expect(failing).rejects.toThrow('no');
});
