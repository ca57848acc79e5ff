import { mapSlices } from '../../../functions/app/row-slices';

const ROWS = Array.from({ length: 95 }, (_, index) => index);

test('the results come in the order of the rows, whichever slice is done first', async () => {
  const slices: number[] = [];
  const results = await mapSlices(ROWS, 10, async (slice) => {
    for (let turn = 0; turn < (slice[0] ?? 0) % 7; turn += 1) await Promise.resolve();
    slices.push(slice.length);
    return slice.map((row) => -row);
  });
  expect(results).toEqual(ROWS.map((row) => -row));
  expect(slices.sort()).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 5].sort());
});

test('few slices are at work at once, and others get their turns between them', async () => {
  let working = 0;
  let most = 0;
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await mapSlices(ROWS, 5, async (slice) => {
    working += 1;
    most = Math.max(most, working);
    await Promise.resolve();
    working -= 1;
    return slice;
  });
  isDone = true;
  expect(most).toBeLessThanOrEqual(4);
  expect(turns).toBeGreaterThanOrEqual(19 / 4);
});

test('a slice that fails fails the whole', async () => {
  const work = mapSlices(ROWS, 10, async ([first]) => {
    if (first === 50) throw new Error('of 50');
    return [];
  });
  await expect(work).rejects.toThrow('of 50');
});
