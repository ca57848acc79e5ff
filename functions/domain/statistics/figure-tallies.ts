/** How often each row and column of the figures was marked, and with what. */
import type { HistoryFacts } from './account-facts';
import { FIGURE_KEYS, type FigureKey } from './dashboard';
import type { FigurePeriod } from './figure-period';
import { visitFigures } from './visit-figures';

/** The counts of one row of a figure. */
export class RowTally {
  /** How many different accounts were counted. */
  accounts = 0;
  private last: HistoryFacts | null = null;
  private readonly counts = new Map<string, number>();
  private readonly values = new Map<string, number[]>();

  add(facts: HistoryFacts, column: string, value: number | null): void {
    if (this.last !== facts) this.accounts += 1;
    this.last = facts;
    this.counts.set(column, this.count(column) + 1);
    if (value === null) return;
    const values = this.values.get(column);
    if (values === undefined) this.values.set(column, [value]);
    else values.push(value);
  }

  count(column: string): number {
    return this.counts.get(column) ?? 0;
  }

  valuesOf(column: string): readonly number[] {
    return this.values.get(column) ?? [];
  }
}

export const NO_TALLY = new RowTally();

/** The rows of each figure, both by their keys. */
export type FigureTallies = ReadonlyMap<FigureKey, ReadonlyMap<string, RowTally>>;

export const tallyFigures = (accounts: Iterable<HistoryFacts>, period: FigurePeriod): FigureTallies => {
  const tallies = new Map<FigureKey, Map<string, RowTally>>(FIGURE_KEYS.map((key) => [key, new Map()]));
  for (const facts of accounts)
    visitFigures(facts, period, (figure, row, column, value) => {
      const rows = tallies.get(figure);
      let tally = rows?.get(row);
      if (tally === undefined) {
        tally = new RowTally();
        rows?.set(row, tally);
      }
      tally.add(facts, column, value);
    });
  return tallies;
};
