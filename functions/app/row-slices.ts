/** Work on many rows of a list: in slices, since a slice costs as few reads as one row does. */
import { setImmediate } from 'node:timers/promises';

/** While some slices wait for Firestore, others are decided. More at once would make all other calls wait for them. */
const SLICES_AT_ONCE = 4;

/**
 * Cuts the rows into slices and maps a few of these at once; before each one whoever else has called the functions gets a turn.
 * The results come in the order of the slices.
 */
export const mapSlices = async <Row, Result>(
  rows: readonly Row[],
  rowsPerSlice: number,
  map: (slice: readonly Row[]) => Promise<readonly Result[]>,
): Promise<Result[]> => {
  const slices = Array.from({ length: Math.ceil(rows.length / rowsPerSlice) }, (_, index) =>
    rows.slice(index * rowsPerSlice, (index + 1) * rowsPerSlice),
  );
  const results: (readonly Result[])[] = [];
  const waiting = slices.entries();
  const lane = async (): Promise<void> => {
    for (const [index, slice] of waiting) {
      await setImmediate();
      results[index] = await map(slice);
    }
  };
  await Promise.all(Array.from({ length: Math.min(SLICES_AT_ONCE, slices.length) }, lane));
  return results.flat();
};

interface StepSizes {
  rowsPerSlice: number;
  slicesPerStep: number;
}

/**
 * As `mapSlices`, step by step: the results of each step come as soon as all of its slices are done, while those of the next step
 * are worked on already, so that what a caller does between two steps costs no time. One step at least, empty where there is no
 * row. Whoever asks for no further step leaves undone what has not begun; what has, is waited for.
 */
export async function* mapSteps<Row, Result>(
  rows: readonly Row[],
  { rowsPerSlice, slicesPerStep }: StepSizes,
  map: (slice: readonly Row[]) => Promise<readonly Result[]>,
): AsyncGenerator<Result[]> {
  const count = Math.ceil(rows.length / rowsPerSlice);
  const ends: Promise<readonly Result[]>[] = [];
  let isStopped = false;
  const run = async (index: number): Promise<readonly Result[]> => {
    await ends[index - SLICES_AT_ONCE];
    await setImmediate();
    return isStopped ? [] : map(rows.slice(index * rowsPerSlice, (index + 1) * rowsPerSlice));
  };
  try {
    let at = 0;
    do {
      while (ends.length < Math.min(count, at + 2 * slicesPerStep)) ends.push(run(ends.length));
      // All are waited for also where one of them fails.
      await Promise.allSettled(ends.slice(at, at + slicesPerStep));
      yield (await Promise.all(ends.slice(at, at + slicesPerStep))).flat();
      at += slicesPerStep;
    } while (at < count);
  } finally {
    isStopped = true;
    await Promise.allSettled(ends);
  }
}
