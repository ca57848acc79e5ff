/** The transition matrix: section 4 of the product specification as data, and the only place that has it. */
import type { Status } from './statuses';

/**
 * L legal with basic data · C legal with conditions · M as C, and a manager's approval · X illegal ·
 * - no change (log a contact instead).
 */
export type Cell = 'L' | 'C' | 'M' | 'X' | '-';

const row = (cells: string): Record<Status, Cell> => {
  const [
    COLD,
    WORKING,
    ACTIVE_OPPORTUNITY,
    QUARTERLY_CHECK,
    DEAD_OPPORTUNITY,
    CURRENT_CLIENT,
    BAD_FIT,
    ON_FILE,
  ] = cells.split(' ') as [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];
  return {
    COLD,
    WORKING,
    ACTIVE_OPPORTUNITY,
    QUARTERLY_CHECK,
    DEAD_OPPORTUNITY,
    CURRENT_CLIENT,
    BAD_FIT,
    ON_FILE,
  };
};

export const MATRIX: Readonly<Record<Status, Readonly<Record<Status, Cell>>>> = {
  // to:                   1 2 3 4 5 6 7 8
  COLD: row('- L C X X C C C'),
  WORKING: row('C - C C C C C C'),
  ACTIVE_OPPORTUNITY: row('X C - C C C M C'),
  QUARTERLY_CHECK: row('X L C - C C M C'),
  DEAD_OPPORTUNITY: row('X L C C - C M C'),
  CURRENT_CLIENT: row('X C C C C - M C'),
  BAD_FIT: row('M M X X M M - C'),
  ON_FILE: row('M M X M M M C -'),
};
