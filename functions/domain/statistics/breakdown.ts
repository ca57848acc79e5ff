/** Which accounts each row of a figure is made of. */
import { type HistoryFacts, statusOf } from './account-facts';
import type { BreakdownRow, FigureKey } from './dashboard';
import type { FigurePeriod } from './figure-period';
import { visitFigures } from './visit-figures';

/** What is asked for: of one row, of one figure, or of all of them. */
export interface BreakdownFilter {
  figure?: FigureKey | undefined;
  row?: string | undefined;
}

/** One row for each time that the account counts there. */
export const breakdownOfAccount = (
  facts: HistoryFacts,
  { figure, row }: BreakdownFilter,
  period: FigurePeriod,
): BreakdownRow[] => {
  const rows: BreakdownRow[] = [];
  const { name, ownerId } = facts.current;
  visitFigures(facts, period, (markedFigure, markedRow, column, value) => {
    if (figure !== undefined && markedFigure !== figure) return;
    if (row !== undefined && markedRow !== row) return;
    const status = statusOf(facts);
    rows.push({
      figure: markedFigure,
      row: markedRow,
      column,
      accountId: facts.id,
      name,
      ownerId,
      status,
      value,
    });
  });
  return rows;
};

/** Pages in the order of the accounts' IDs, with all rows of an account on one page: as few over the limit as its last account has. */
export const breakdownPage = (
  accounts: readonly HistoryFacts[],
  filter: BreakdownFilter,
  period: FigurePeriod,
  { after, limit }: { after: string | null; limit: number },
): { rows: BreakdownRow[]; after: string | null } => {
  const rows: BreakdownRow[] = [];
  const left = accounts.filter(({ id }) => after === null || id > after);
  for (const facts of left.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (rows.length >= limit) return { rows, after: rows[rows.length - 1]?.accountId ?? null };
    rows.push(...breakdownOfAccount(facts, filter, period));
  }
  return { rows, after: null };
};

/** Of each row of each figure the first accounts in the order in which they are read: those that count with the most, then by ID. */
export const breakdownExtract = (
  accounts: readonly HistoryFacts[],
  period: FigurePeriod,
  perRow: number,
): BreakdownRow[] => {
  const byRow = new Map<string, BreakdownRow[]>();
  for (const facts of [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1)))
    visitFigures(facts, period, (figure, row, column, value) => {
      const key = `${figure} ${row}`;
      let rows = byRow.get(key);
      if (rows === undefined) {
        rows = [];
        byRow.set(key, rows);
      }
      const last = rows[rows.length - 1];
      const isFull = rows.length >= perRow * MAX_MARKS;
      if (isFull && last !== undefined && last.accountId !== facts.id && weight(last.value) >= weight(value))
        return;
      const { name, ownerId } = facts.current;
      const status = statusOf(facts);
      let place = rows.length;
      while (place > 0 && weight(rows[place - 1]?.value) < weight(value)) place -= 1;
      rows.splice(place, 0, { figure, row, column, accountId: facts.id, name, ownerId, status, value });
      rows.splice(perRow * MAX_MARKS);
    });
  return [...byRow.values()].flat();
};

/** So often an account counts in one row with one value, mostly. */
const MAX_MARKS = 2;
const weight = (value: number | null | undefined): number => value ?? 0;
