import * as fc from 'fast-check';
import { rateInterval } from '../../../../functions/domain/statistics/rate-interval';

test.each([
  // Those that R's binom.test gives.
  [[0, 10], 0, 0.3084971],
  [[10, 10], 0.6915029, 1],
  [[1, 1], 0.025, 1],
  [[3, 10], 0.06673951, 0.6524529],
  [[45, 120], 0.2883351, 0.4680016],
] as const)('%j', ([count, total], low, high) => {
  const interval = rateInterval(count, total);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

/** How likely `count` or more of `total` are, each with the rate: told one by one. */
const atLeast = (count: number, total: number, rate: number): number => {
  let sum = 0;
  for (let k = count; k <= total; k += 1) {
    let probability = 1;
    for (let i = 1; i <= k; i += 1) probability *= ((total - k + i) / i) * rate;
    sum += probability * (1 - rate) ** (total - k);
  }
  return sum;
};

test('at either end so many, or so few, come in one case of forty', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(1000), (total, part) => {
      const count = part % (total + 1);
      const { low, high } = rateInterval(count, total);
      expect(low).toBeLessThanOrEqual(count / total);
      expect(high).toBeGreaterThanOrEqual(count / total);
      if (count > 0) expect(atLeast(count, total, low)).toBeCloseTo(0.025, 8);
      if (count < total) expect(1 - atLeast(count + 1, total, high)).toBeCloseTo(0.025, 8);
    }),
    { numRuns: 200 },
  ));

test('many thousands are no trouble', () => {
  const { low, high } = rateInterval(30_000, 100_000);
  expect(low).toBeCloseTo(0.3 - 1.96 * Math.sqrt(0.21 / 100_000), 4);
  expect(high).toBeCloseTo(0.3 + 1.96 * Math.sqrt(0.21 / 100_000), 4);
});
