import fc from 'fast-check';
import { SortedList } from '../../../emulator/firestore/sorted-list';

const ascending = (a: number, b: number) => a - b;

test('it is an array that is kept sorted', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(5000), { maxLength: 2000, size: 'max' }),
      fc.array(fc.tuple(fc.boolean(), fc.nat(5000)), { maxLength: 2000, size: 'max' }),
      fc.nat(5000),
      (first, changes, limit) => {
        const list = new SortedList<number>(ascending, [...first]);
        const model = new Set(first);
        for (const [add, n] of changes) {
          if (!add) list.remove(n);
          else if (!model.has(n)) list.insert(n);
          if (add) model.add(n);
          else model.delete(n);
        }
        const sorted = [...model].sort(ascending);
        const rank = list.rank((n) => n < limit);
        expect(list.length).toBe(sorted.length);
        expect(rank).toBe(sorted.filter((n) => n < limit).length);
        expect([...list.slice(0, list.length)]).toEqual(sorted);
        expect([...list.slice(rank, rank + 700)]).toEqual(sorted.slice(rank, rank + 700));
        expect([...list.slice(3, rank, true)]).toEqual(sorted.slice(3, rank).reverse());
      },
    ),
    { numRuns: 30 },
  );
});
