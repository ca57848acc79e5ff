/** The row of a rate: how many of how many, and how sure it is. */
import type { Text } from '../text/text';
import type { FigureRow } from './dashboard';
import type { RowTally } from './figure-tallies';
import { oneDecimal } from './quartiles';
import { rateInterval } from './rate-interval';

/** Those in the column `counted`, of these and those in `rest`. */
export const rateRow = (key: string, label: Text, tally: RowTally): FigureRow => {
  const count = tally.count('counted');
  const total = count + tally.count('rest');
  const interval = total === 0 ? null : rateInterval(count, total);
  const percents =
    interval === null ? [null, null, null] : [count / total, interval.low, interval.high].map(percentOf);
  return { key, label, values: [count, total, ...percents], accounts: tally.accounts };
};

const percentOf = (rate: number): number => oneDecimal(rate * 100);
