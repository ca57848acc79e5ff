/** Work on many rows of a list: in slices, since a slice costs as few reads as one row does. */

/**
 * Cuts the rows into slices and maps all of these at once, so that one is worked on while another waits for Firestore. The
 * results come in the order of the slices.
 */
export const mapSlices = async <Row, Result>(
  rows: readonly Row[],
  rowsPerSlice: number,
  map: (slice: readonly Row[]) => Promise<readonly Result[]>,
): Promise<Result[]> => {
  const slices = Array.from({ length: Math.ceil(rows.length / rowsPerSlice) }, (_, index) =>
    rows.slice(index * rowsPerSlice, (index + 1) * rowsPerSlice),
  );
  return (await Promise.all(slices.map(map))).flat();
};
