/** The lines of a list that are no rows: what of them is shown, and the note about all of them. */
import { cleanCell } from './clean-cell';
import type { LeftOutLine } from './company-list';
import type { ListRecord } from './csv-records';
import { type ListProblem, listProblem } from './list-problems';

const MAX_LEFT_OUT_LENGTH = 60;

export const leftOutOf = (record: ListRecord): LeftOutLine[] => {
  if ('broken' in record) return [];
  const filled = record.cells.map(cleanCell).filter((cell) => cell !== '');
  const text = filled.join(' ');
  const isLong = text.length > MAX_LEFT_OUT_LENGTH;
  return [{ line: record.line, text: isLong ? `${text.slice(0, MAX_LEFT_OUT_LENGTH)}…` : text }];
};

const MAX_LINES_NAMED = 8;

/** One note for the whole list, which names the first lines; none where nothing was left out. */
export const leftOutNote = (leftOut: readonly LeftOutLine[]): ListProblem[] => {
  const [first] = leftOut;
  if (first === undefined) return [];
  const named = leftOut.slice(0, MAX_LINES_NAMED).map(({ line, text }) => `${line}: ${text}`);
  const more = leftOut.length > MAX_LINES_NAMED ? ' …' : '';
  return [listProblem(first.line, 'LINES_LEFT_OUT', named.join(' / ') + more)];
};
