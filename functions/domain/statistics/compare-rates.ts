/** Rates of several groups, each against the rest: which of them differ, and of which there are too few to say. */
import { fisherExact } from './fisher-exact';

/** Of a group: how many of how many. */
export interface GroupCount {
  id: string;
  count: number;
  total: number;
}

/** `noDifference`: none that these numbers show. `tooFew`: no outcome at all would have shown one. */
export const RATE_VERDICTS = ['higher', 'lower', 'noDifference', 'tooFew'] as const;
type RateVerdict = (typeof RATE_VERDICTS)[number];

export interface ComparedRate extends GroupCount {
  /** Of all other groups together. */
  restCount: number;
  restTotal: number;
  /** How likely chance alone makes such a difference, corrected for the number of comparisons; null where there are too few to say. */
  p: number | null;
  verdict: RateVerdict;
}

/** A difference that chance alone makes less often than one time in twenty. */
const LEVEL = 0.05;

/**
 * Each group of each family against the rest of its family. Whoever compares many groups finds some that differ by chance: so the
 * probabilities of all families are corrected together (Holm's method).
 */
export const compareRates = (families: readonly (readonly GroupCount[])[]): ComparedRate[][] => {
  const tested = families.map((family) => family.map((group) => testAgainstRest(group, family)));
  const decisive = tested.flat().filter(({ smallestP }) => smallestP < LEVEL);
  const corrected = correctedByHolm(decisive.map(({ p }) => p));
  const correctedP = new Map(decisive.map((one, index) => [one, corrected[index] ?? 1]));
  return tested.map((family) =>
    family.map((one) => {
      const { p: _, smallestP: __, ...groups } = one;
      const p = correctedP.get(one) ?? null;
      return { ...groups, p, verdict: verdictOf(groups, p) };
    }),
  );
};

const testAgainstRest = (group: GroupCount, family: readonly GroupCount[]) => {
  const others = family.filter((other) => other !== group);
  const restCount = others.reduce((sum, { count }) => sum + count, 0);
  const restTotal = others.reduce((sum, { total }) => sum + total, 0);
  const groups = { ...group, restCount, restTotal };
  return { ...groups, ...fisherExact(groups) };
};

/** In the order of the given ones: the smallest times how many there are, the next times one less, and none below the one before. */
const correctedByHolm = (probabilities: readonly number[]): number[] => {
  const order = probabilities.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const corrected = [...probabilities];
  let before = 0;
  order.forEach(({ p, index }, rank) => {
    before = Math.max(before, Math.min(1, p * (order.length - rank)));
    corrected[index] = before;
  });
  return corrected;
};

const verdictOf = (
  { count, total, restCount, restTotal }: Omit<ComparedRate, 'p' | 'verdict'>,
  p: number | null,
): RateVerdict => {
  if (p === null) return 'tooFew';
  if (p >= LEVEL) return 'noDifference';
  return count * restTotal > restCount * total ? 'higher' : 'lower';
};
