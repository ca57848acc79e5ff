/** Work on many rows of a list: in slices, since a slice costs as few reads as one row does. */
import { setImmediate } from 'node:timers/promises';

/** While one waits for Firestore the next one is decided; with more, everybody else's calls wait for all of them. */
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
