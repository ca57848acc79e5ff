/** The transition matrix as data, and the only place that has it (rule 2 of docs/rules.md). */
import type { Status } from './statuses';

/**
 * L legal with basic data · C legal with conditions · M as C, and a manager's approval · X illegal ·
 * - no change (log a contact instead).
 */
export type MatrixCell = 'L' | 'C' | 'M' | 'X' | '-';

type Eight = [MatrixCell, MatrixCell, MatrixCell, MatrixCell, MatrixCell, MatrixCell, MatrixCell, MatrixCell];

const matrixRow = (
  ...[
    COLD,
    WORKING,
    ACTIVE_OPPORTUNITY,
    QUARTERLY_CHECK,
    DEAD_OPPORTUNITY,
    CURRENT_CLIENT,
    BAD_FIT,
    ON_FILE,
  ]: Eight
): Record<Status, MatrixCell> => ({
  COLD,
  WORKING,
  ACTIVE_OPPORTUNITY,
  QUARTERLY_CHECK,
  DEAD_OPPORTUNITY,
  CURRENT_CLIENT,
  BAD_FIT,
  ON_FILE,
});

export const MATRIX: Readonly<Record<Status, Readonly<Record<Status, MatrixCell>>>> = {
  // to:            1    2    3    4    5    6    7    8
  COLD: matrixRow('-', 'L', 'C', 'X', 'X', 'C', 'C', 'C'),
  WORKING: matrixRow('C', '-', 'C', 'C', 'C', 'C', 'C', 'C'),
  ACTIVE_OPPORTUNITY: matrixRow('X', 'C', '-', 'C', 'C', 'C', 'M', 'C'),
  QUARTERLY_CHECK: matrixRow('X', 'L', 'C', '-', 'C', 'C', 'M', 'C'),
  DEAD_OPPORTUNITY: matrixRow('X', 'L', 'C', 'C', '-', 'C', 'M', 'C'),
  CURRENT_CLIENT: matrixRow('X', 'C', 'C', 'C', 'C', '-', 'M', 'C'),
  BAD_FIT: matrixRow('M', 'M', 'X', 'X', 'M', 'M', '-', 'C'),
  ON_FILE: matrixRow('M', 'M', 'X', 'M', 'M', 'M', 'C', '-'),
};
