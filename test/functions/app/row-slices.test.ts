import { setImmediate as nextTurn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { mapSlices, mapSteps } from '../../../functions/app/row-slices';

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

const SIZES = { rowsPerSlice: 2, slicesPerStep: 3 };
const ROWS = Array.from({ length: 15 }, (_, index) => index);

test('steps come in the order of the rows, each whole, the last one shorter; one that is empty where there is no row', async () => {
  const stepsOf = async (rows: readonly number[]): Promise<number[][]> => {
    const steps: number[][] = [];
    for await (const step of mapSteps(rows, SIZES, async (slice) => {
      for (let turns = (slice[0] ?? 0) % 4; turns > 0; turns -= 1) await nextTurn();
      return slice;
    }))
      steps.push(step);
    return steps;
  };
  expect(await stepsOf(ROWS)).toEqual([ROWS.slice(0, 6), ROWS.slice(6, 12), ROWS.slice(12)]);
  expect(await stepsOf([])).toEqual([[]]);
});

test('the next step is worked on while a step is used, and no further one; who stops leaves none at work', async () => {
  const begun: number[] = [];
  let atWork = 0;
  for await (const _ of mapSteps(ROWS, SIZES, async (slice) => {
    begun.push(...slice);
    atWork += 1;
    await nextTurn();
    atWork -= 1;
    expect(atWork).toBeLessThan(4);
    return slice;
  })) {
    for (let turns = 0; turns < 20; turns += 1) await nextTurn();
    expect(begun).toEqual(ROWS.slice(0, 12));
    break;
  }
  expect(atWork).toBe(0);
  expect(begun).toEqual(ROWS.slice(0, 12));
});

test('a step that fails is told when it is its turn', async () => {
  const steps = mapSteps(ROWS, SIZES, async (slice) => {
    if (slice[0] === 8) throw new Error('no');
    return slice;
  });
  expect((await steps.next()).value).toEqual(ROWS.slice(0, 6));
  await expect(steps.next()).rejects.toThrow('no');
});
