/** How sure a rate is: the exact interval of Clopper and Pearson, right also where the numbers are small. */
import { logFactorial } from './log-factorial';

/** Both between 0 and 1. */
export interface RateInterval {
  low: number;
  high: number;
}

/** In 95 of 100 cases the true rate lies within it. Whole numbers, `count` none larger than `total`, which is not 0. */
export const rateInterval = (count: number, total: number): RateInterval => ({
  low: count === 0 ? 0 : betaQuantile(0.025, count, total - count + 1),
  high: count === total ? 1 : betaQuantile(0.975, count + 1, total - count),
});

/** Halves of an interval: 2 to the power of -50 is less than anybody can tell. */
const HALVES = 50;

const betaQuantile = (p: number, a: number, b: number): number => {
  let [low, high] = [0, 1];
  for (let half = 0; half < HALVES; half += 1) {
    const middle = (low + high) / 2;
    if (regularizedBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** I_x(a, b) for whole numbers a and b from 1 on. The fraction converges fast below the mean, and by symmetry above it. */
const regularizedBeta = (x: number, a: number, b: number): number => {
  const logBeta = logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
  const factor = Math.exp(a * Math.log(x) + b * Math.log(1 - x) - logBeta);
  return x < (a + 1) / (a + b + 2)
    ? (factor * betaFraction(x, a, b)) / a
    : 1 - (factor * betaFraction(1 - x, b, a)) / b;
};

const TINY = 1e-300;
const PRECISION = 1e-14;
const MAX_TERMS = 10_000;
const notZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** The continued fraction of the incomplete beta function, by Lentz's method (Numerical Recipes, 6.4). */
const betaFraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / notZero(1 + term * d);
      c = notZero(1 + term / c);
      change = c * d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < PRECISION) break;
  }
  return fraction;
};
