import fc from 'fast-check';
import { arrayChunk, numberChunk } from '../../../emulator/firestore/list-chunks';
import { SortedList } from '../../../emulator/firestore/sorted-list';

const ascending = (a: number, b: number) => a - b;

test.each([
  ['an array', arrayChunk<number>],
  ['numbers beside the heap', numberChunk],
])('it is an array that is kept sorted, in chunks of %s', (_, makeChunk) => {
  void fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(5000), { maxLength: 2000, size: 'max' }),
      fc.array(fc.tuple(fc.boolean(), fc.nat(5000)), { maxLength: 2000, size: 'max' }),
      fc.nat(5000),
      (first, changes, limit) => {
        const list = new SortedList<number>(ascending, makeChunk, [...first].sort(ascending));
        const model = new Set(first);
        for (const [add, n] of changes) {
          if (!add) list.remove(n);
          else if (!model.has(n)) list.insert(n);
          if (add) model.add(n);
          else model.delete(n);
        }
        const sorted = [...model].sort(ascending);
        const position = list.find((n) => n < limit);
        const rank = sorted.filter((n) => n < limit).length;
        const { start, end } = list;
        expect(list.count(start, end)).toBe(sorted.length);
        expect([list.count(start, position), list.count(position, end)]).toEqual([
          rank,
          sorted.length - rank,
        ]);
        expect([...list.slice(start, end)]).toEqual(sorted);
        expect([...list.slice(position, end)]).toEqual(sorted.slice(rank));
        expect([...list.slice(start, position, true)]).toEqual(sorted.slice(0, rank).reverse());
        const fourth = list.find((n) => n < (sorted[3] ?? Number.POSITIVE_INFINITY));
        expect([...list.slice(fourth, position, true)]).toEqual(sorted.slice(3, rank).reverse());
      },
    ),
    { numRuns: 30 },
  );
});
