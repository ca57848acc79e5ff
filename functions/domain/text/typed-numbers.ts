/** Amounts and percentages as people type them into a cell. */

/** The units of an amount, and how many zeros each stands for. */
const ZEROS: Readonly<Record<string, number>> = { 億: 8, 百万: 6, m: 6, 万: 4, 千: 3, k: 3 };
/** The largest amount that the functions accept, in yen. */
const MAX_AMOUNT = 1e15;

/** Digits in groups of three, or without any; `1,5億` is a slip, for 1.5 or for 15. */
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?`;
const PART = new RegExp(String.raw`(${NUMBER})\s*(億|百万|万|千|k|m)?\s*`, 'gy');

interface AmountPart {
  digits: string;
  /** Of its unit; null where it has none. */
  zeros: number | null;
}

/** Null where something else stands there, too. */
const partsOf = (text: string): AmountPart[] | null => {
  const found = [...text.matchAll(PART)];
  if (found.length === 0 || found.map(([part]) => part).join('') !== text) return null;
  return found.map(([, number = '', unit]) => ({
    digits: number.replace(/[, ]/g, ''),
    zeros: unit === undefined ? null : (ZEROS[unit] ?? 0),
  }));
};

/**
 * Each unit is smaller than the one before it. What stands behind the last unit without one has all of its digits: `12万3000`, whereas
 * `12万3` is said for 12万3千, too, and `1億2000` for 1億2000万.
 */
const isUnmistakable = (parts: readonly AmountPart[]): boolean =>
  parts.every(({ digits, zeros }, at) => {
    const before = parts[at - 1]?.zeros;
    if (before === undefined) return true;
    if (before === null) return false;
    return zeros === null ? digits.length === before : zeros < before;
  });

/** Whole yen of `1,200,000`, `¥1200000`, `120万`, `1億2,000万円`, `1.2M` or `JPY 500k`; null for anything else. */
export const parseAmount = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').trim().toLowerCase();
  const parts = partsOf(plain.replace(/^(?:[¥\\]|jpy)\s*|\s*(?:円|yen|jpy)$/g, ''));
  if (parts === null || !isUnmistakable(parts)) return null;
  const sum = parts.reduce((total, { digits, zeros }) => total + Number(digits) * 10 ** (zeros ?? 0), 0);
  const yen = Math.round(sum);
  return Math.abs(sum - yen) > 1e-6 || yen > MAX_AMOUNT ? null : yen;
};

/** Whole percent of `70`, `70%` or `70%`; null for anything else. */
export const parsePercent = (typed: string): number | null => {
  const digits = /^(\d{1,3})\s*%?$/.exec(typed.normalize('NFKC').trim())?.[1];
  const percent = Number(digits);
  return digits === undefined || percent > 100 ? null : percent;
};
