/** Statuses with a column each, marked in the one that applies; and statuses in columns whose headers do not say so. */
import { parseStatus } from '../domain/status/parse-status';
import { foldWord } from '../domain/text/fold-word';
import type { MappedColumn } from './columns';

const YES = /^(?:[○◯〇●◎⚪⚫✓✔✅☑■レx*]|1|yes|y|true|はい|有り?|あり|該当)$/;
const NO = /^(?:[×✕✖✗☐□\-‐–—―ー]|0|no|n|false|いいえ|無し?|なし|非該当)?$/;

/** A single column is not enough: one named Active with TRUE in it is no status. */
const FEWEST = 2;

type Mark = 'yes' | 'no' | null;

const markOf = (cell: string): Mark => {
  const folded = foldWord(cell);
  if (YES.test(folded)) return 'yes';
  return NO.test(folded) ? 'no' : null;
};

/** The cells below a header, in the examined rows. */
type CellsBelow = readonly string[];

/**
 * The columns that a list has for statuses, one each: they stand beside each other with marks below them, and the headers of two are
 * statuses by themselves. What the others' mean is asked, as of any word, where no row is marked in two of them.
 */
export const findStatusMarks = (columns: readonly MappedColumn[], below: readonly CellsBelow[]): number[] => {
  const isMarks = columns.map((column, index) => holdsMarks(column, below[index] ?? []));
  const isStatus = columns.map(({ header, field }) => field === null && isWordOfStatus(header));
  const sure = columns.flatMap((_, index) => (isMarks[index] && isStatus[index] ? index : []));
  const [first] = sure;
  const statuses = new Set(sure.map((index) => parseStatus(columns[index]?.header ?? '')));
  if (first === undefined || statuses.size < FEWEST) return [];
  // What else stands below one of the others, as the day since when, is a matter of its row.
  const run = runAround(first, (index) => isMarks[index] === true || isStatus[index] === true);
  return isOneEach(run, below) ? run : run.filter((index) => isStatus[index]);
};

/** Includes a column without marks, where its header is a status. */
const holdsMarks = ({ header, field }: MappedColumn, cells: CellsBelow): boolean => {
  const marks = cells.map(markOf);
  const isMarked = marks.includes('yes') || isWordOfStatus(header);
  return header !== '' && field === null && isMarked && !marks.includes(null);
};

const runAround = (index: number, isOfRun: (index: number) => boolean): number[] => {
  let from = index;
  let to = index;
  while (isOfRun(from - 1)) from -= 1;
  while (isOfRun(to + 1)) to += 1;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
};

const isOneEach = (run: readonly number[], below: readonly CellsBelow[]): boolean => {
  const rows = below[run[0] ?? 0] ?? [];
  return rows.every(
    (_, row) => run.filter((index) => markOf(below[index]?.[row] ?? '') === 'yes').length <= 1,
  );
};

/** A number is a status only in a status column. */
const isWordOfStatus = (word: string): boolean =>
  !/^\d*$/.test(word.normalize('NFKC')) && parseStatus(word) !== null;

const marksOf = (
  cells: readonly string[],
  columns: readonly MappedColumn[],
): { header: string; cell: string; mark: Mark }[] =>
  columns.flatMap(({ header, field }, index) => {
    const cell = cells[index] ?? '';
    return field === 'statusMark' ? [{ header, cell, mark: markOf(cell) }] : [];
  });

/** The header of the marked column; `unclearMarks` must be null for the row. */
export const markedStatus = (
  cells: readonly string[],
  columns: readonly MappedColumn[],
): string | undefined => marksOf(cells, columns).find(({ mark }) => mark === 'yes')?.header;

/** Why the marks of a row are unclear: it has several, or a cell that is no mark. */
export const unclearMarks = (cells: readonly string[], columns: readonly MappedColumn[]): string | null => {
  const marks = marksOf(cells, columns);
  const marked = marks.filter(({ mark }) => mark === 'yes').map(({ header }) => header);
  const unread = marks.filter(({ mark }) => mark === null).map(({ header, cell }) => `${header}: ${cell}`);
  if (unread.length > 0) return unread.join(' / ').slice(0, MAX_DETAIL);
  return marked.length > 1 ? marked.join(' / ') : null;
};

const MAX_DETAIL = 120;

/** Of a column that is not read what seems to tell statuses: words of statuses for the most part, or marks below a header that is one. */
export const statusesToldBy = (column: MappedColumn, cells: CellsBelow): string[] => {
  const { header, field } = column;
  if (header === '' || field !== null) return [];
  const words = cells.filter((cell) => cell !== '');
  const statuses = words.filter(isWordOfStatus);
  if (statuses.length >= FEWEST && statuses.length * 2 >= words.length) return [...new Set(statuses)];
  const marked = words.find((cell) => markOf(cell) === 'yes');
  return marked !== undefined && isWordOfStatus(header) && holdsMarks(column, cells) ? [marked] : [];
};
