import * as fc from 'fast-check';
import { fisherExact } from '../../../../functions/domain/statistics/fisher-exact';

const p = (count: number, total: number, restCount: number, restTotal: number) =>
  fisherExact({ count, total, restCount, restTotal });

test.each([
  // Fisher's lady tasting tea: all right, and three of four.
  [[4, 4, 0, 4], 2 / 70],
  [[3, 4, 1, 4], 34 / 70],
  // Those that R's fisher.test gives.
  [[1, 10, 11, 14], 0.002759456],
  [[8, 10, 1, 6], 0.03496503],
  [[0, 5, 0, 7], 1],
  [[3, 3, 9, 9], 1],
] as const)('%j', ([count, total, restCount, restTotal], expected) => {
  expect(p(count, total, restCount, restTotal).p).toBeCloseTo(expected, 7);
});

test('the smallest that these numbers can have says whether they can say anything', () => {
  expect(p(1, 2, 3, 4).smallestP).toBeCloseTo(1 / 15, 7);
  expect(p(2, 10, 5, 30).smallestP).toBeLessThan(0.01);
});

const groups = fc
  .record({ total: fc.nat(40), restTotal: fc.nat(40), part: fc.nat(1000), restPart: fc.nat(1000) })
  .map(({ total, restTotal, part, restPart }) => ({
    total,
    restTotal,
    count: part % (total + 1),
    restCount: restPart % (restTotal + 1),
  }));

test('it is a probability, the same for either group and for what is counted or not', () =>
  fc.assert(
    fc.property(groups, (drawn) => {
      const { count, total, restCount, restTotal } = drawn;
      const { p: given, smallestP } = fisherExact(drawn);
      expect(given).toBeGreaterThan(0);
      expect(given).toBeLessThanOrEqual(1);
      expect(smallestP).toBeLessThanOrEqual(given * (1 + 1e-6));
      expect(p(restCount, restTotal, count, total).p).toBeCloseTo(given, 9);
      expect(p(total - count, total, restTotal - restCount, restTotal).p).toBeCloseTo(given, 9);
    }),
    { numRuns: 200 },
  ));

test('many thousands are no trouble', () => {
  expect(p(300, 40_000, 450, 60_000).p).toBeCloseTo(1, 1);
  expect(p(900, 40_000, 450, 60_000).p).toBeLessThan(1e-20);
});
