import * as fc from 'fast-check';
import { removeRowsRequests } from '../../../functions/sheets/remove-rows';

/** What is left of rows 3 and on after the requests, one after the other. */
const left = (count: number, removed: readonly number[]): number[] => {
  const rows = [1, 2, ...Array.from({ length: count }, (_, index) => index + 3)];
  for (const { appendDimension, deleteDimension } of removeRowsRequests(removed, count)) {
    if (appendDimension) rows.push(...Array.from({ length: appendDimension.length ?? 0 }, () => 0));
    const { startIndex = 0, endIndex = 0 } = deleteDimension?.range ?? {};
    rows.splice(startIndex ?? 0, (endIndex ?? 0) - (startIndex ?? 0));
  }
  return rows.slice(2);
};

test('exactly those rows go, in few requests, and never the last one of the tab', () => {
  return fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.func(fc.boolean()), (count, isRemoved) => {
      const all = Array.from({ length: count }, (_, index) => index + 3);
      const removed = all.filter(isRemoved);
      const rest = left(count, removed);
      expect(rest.filter((row) => row > 0)).toEqual(all.filter((row) => !removed.includes(row)));
      expect(rest.length).toBeGreaterThan(0);
    }),
  );
});

test('neighbouring rows go in one request, and none is made for no rows', () => {
  expect(removeRowsRequests([3, 4, 5, 9], 100)).toHaveLength(2);
  expect(removeRowsRequests([], 0)).toEqual([]);
});
