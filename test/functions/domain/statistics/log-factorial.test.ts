import { logFactorial } from '../../../../functions/domain/statistics/log-factorial';

test.each([
  [0, 0],
  [1, 0],
  [10, Math.log(3_628_800)],
  [5, Math.log(120)],
  // Stirling's series.
  [100_000, 100_000 * Math.log(100_000) - 100_000 + Math.log(2 * Math.PI * 100_000) / 2 + 1 / 1_200_000],
])('log %i!', (n, expected) => {
  expect(logFactorial(n)).toBeCloseTo(expected, 5);
});
