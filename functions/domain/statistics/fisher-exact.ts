/** Fisher's exact test: whether two groups differ in a rate, right also where the numbers are small. */
import { logFactorial } from './log-factorial';

/** One group and the rest, each with how many of how many. */
export interface TwoGroups {
  count: number;
  total: number;
  restCount: number;
  restTotal: number;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Probabilities that differ by less than this part are of tables that are as extreme. */
const TOLERANCE = 1e-7;

interface Distribution {
  /** Of each count that the group may have, from `least` on, where both groups have one rate. */
  probabilities: readonly number[];
  least: number;
}

const distributionOf = ({ count, total, restCount, restTotal }: TwoGroups): Distribution => {
  const all = count + restCount;
  const least = Math.max(0, all - restTotal);
  const most = Math.min(total, all);
  const logAll = logChoose(total + restTotal, all);
  const probabilities = Array.from({ length: most - least + 1 }, (_, index) => {
    const k = least + index;
    return Math.exp(logChoose(total, k) + logChoose(restTotal, all - k) - logAll);
  });
  return { probabilities, least };
};

/** The probability of all counts that are at most as likely as the observed one. */
const twoSided = (probabilities: readonly number[], observed: number): number => {
  const asExtreme = probabilities.filter((probability) => probability <= observed * (1 + TOLERANCE));
  return Math.min(
    1,
    asExtreme.reduce((sum, probability) => sum + probability, 0),
  );
};

/**
 * The two-sided probability of a difference as large as this one where both groups have one rate, and the smallest that any split
 * of these numbers could have: where that is not small, there are too few to say. Counts are whole numbers, none larger than its total.
 */
export const fisherExact = (groups: TwoGroups): { p: number; smallestP: number } => {
  const { probabilities, least } = distributionOf(groups);
  const observed = probabilities[groups.count - least] ?? 1;
  return {
    p: twoSided(probabilities, observed),
    smallestP: twoSided(probabilities, Math.min(...extremes(probabilities))),
  };
};

/** The least likely counts are at the ends. */
const extremes = (probabilities: readonly number[]): number[] => [
  probabilities[0] ?? 1,
  probabilities[probabilities.length - 1] ?? 1,
];
