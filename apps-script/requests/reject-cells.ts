/** Gives cells back that cannot become requests. */
import { rejectedRow } from '../../functions/domain/register/answer-row';
import type { Register, RowValues } from '../register/register-sheet';
import type { CellRejection } from './read-cells';
import { writeAnswers } from './write-answers';

/** The cells go back to what they were, each with its reason; a draft's stay as they were typed. */
export const rejectCells = (register: Register, rejections: readonly CellRejection[]): void => {
  const byRow = new Map<RowValues, CellRejection[]>();
  for (const one of rejections) byRow.set(one.row, [...(byRow.get(one.row) || []), one]);
  writeAnswers(
    register,
    [...byRow].map(([row, all]) => {
      const reasons = all.map(({ key, reason }) => ({ key, reason: reason[register.language] }));
      return { row, ...rejectedRow(row, reasons, register.language) };
    }),
  );
};
