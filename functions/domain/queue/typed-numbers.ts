/** Amounts and percentages as people type them into a cell. */

const UNITS: Readonly<Record<string, number>> = { 億: 1e8, 百万: 1e6, 万: 1e4, 千: 1e3 };
/** The largest amount that the functions accept, in yen. */
const MAX_AMOUNT = 1e15;

/** Whole yen of `1,200,000`, `¥1200000`, `120万` or `1億2,000万円`; null for anything else. */
export const parseAmount = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').replace(/[¥\\,\s]|円$/g, '');
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)(億|百万|万|千)?/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== plain) return null;
  const units = parts.map(([, , unit]) => UNITS[unit ?? ''] ?? 1);
  // Each unit must be smaller than the one before it.
  if (units.some((unit, at) => at > 0 && unit >= (units[at - 1] ?? 0))) return null;
  const sum = parts.reduce((total, [, digits], at) => total + Number(digits) * (units[at] ?? 1), 0);
  const yen = Math.round(sum);
  return Math.abs(sum - yen) > 1e-6 || yen > MAX_AMOUNT ? null : yen;
};

/** Whole percent of `70`, `70%` or `70%`; null for anything else. */
export const parsePercent = (typed: string): number | null => {
  const digits = /^(\d{1,3})\s*%?$/.exec(typed.normalize('NFKC').trim())?.[1];
  const percent = Number(digits);
  return digits === undefined || percent > 100 ? null : percent;
};
