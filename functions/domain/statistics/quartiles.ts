/** The middle of many numbers, and the middles of both halves. */

export interface Quartiles {
  first: number;
  median: number;
  third: number;
}

/** Between two numbers in proportion, as QUARTILE.INC of a spreadsheet does; null of no numbers. */
export const quartilesOf = (values: readonly number[]): Quartiles | null => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => {
    const place = (sorted.length - 1) * part;
    const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
    return below + (above - below) * (place - Math.floor(place));
  };
  return { first: at(0.25), median: at(0.5), third: at(0.75) };
};

/** Rounded to one decimal, as the figures show numbers. */
export const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
