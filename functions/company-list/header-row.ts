/** Finds the headers of a list, in one line or two, after lines of titles, notes and column groups. */
import { cleanCell } from './clean-cell';
import { looksLikeData } from './columns';
import type { ListRecord, WholeRecord } from './csv-records';
import { isBareName, meaningOfHeader } from './header-fields';
import type { ListField } from './list-headers';

/** Number of records at the beginning that are examined. */
export const HEAD_RECORDS = 200;
/** Headers are only looked for in this many records. */
const HEADER_RECORDS = 40;

export interface HeaderRow {
  /** Null where the list has none. */
  line: number | null;
  cells: string[];
  /** Index of the header's first record, and of the first record after it. */
  start: number;
  end: number;
  /** A row of values stands where the headers should be. */
  isData: boolean;
}

const filledCells = (cells: readonly string[]): string[] =>
  cells.map(cleanCell).filter((cell) => cell !== '');

const fieldsOf = (cells: readonly string[]): ReadonlySet<ListField> =>
  new Set(cells.flatMap((cell) => meaningOfHeader(cleanCell(cell))?.field ?? []));

const mayNameCompany = (cells: readonly string[], fields: ReadonlySet<ListField>): boolean =>
  fields.has('name') || fields.has('otherNames') || cells.some((cell) => isBareName(cleanCell(cell)));

/** `headerLine` is a person's choice. Null where the list has no whole record, or none at that line. */
export function findHeaderRow(head: readonly ListRecord[], headerLine?: number): HeaderRow | null {
  const index =
    headerLine === undefined ? likelyHeaderIndex(head) : head.findIndex(({ line }) => line === headerLine);
  const record = head[index];
  if (record === undefined || 'broken' in record) return null;
  const cells = withGroups(record.cells.map(cleanCell), head[index - 1]);
  const second = headerLine === undefined ? secondLine(cells, head[index + 1]) : null;
  return {
    line: record.line,
    cells: second ?? cells,
    start: index,
    end: index + (second === null ? 1 : 2),
    isData: looksLikeData(cells),
  };
}

/** The record that means the most fields, including a name; otherwise the first one of the usual width. */
function likelyHeaderIndex(head: readonly ListRecord[]): number {
  const width = commonWidth(head);
  let best = { index: -1, known: 0 };
  head.slice(0, HEADER_RECORDS).forEach((record, index) => {
    if ('broken' in record || looksLikeData(record.cells.map(cleanCell))) return;
    const fields = fieldsOf(record.cells);
    // A title may be a single word that is a header in other lists.
    const isTable =
      fields.size >= 2 || (filledCells(record.cells).length * 2 >= width && isPlain(record, index));
    if (mayNameCompany(record.cells, fields) && isTable && fields.size > best.known)
      best = { index, known: fields.size };
  });
  if (best.index !== -1) return best.index;
  // A title is a single value where other records have several; a row of values with few cells is none.
  const first = head.findIndex(
    (record) => 'cells' in record && filledCells(record.cells).length >= Math.min(2, width),
  );
  return Math.max(0, first);
}

/** A value such as 顧客 may be a header in other lists, so further down only a clear header counts. */
const isPlain = ({ cells }: WholeRecord, index: number): boolean =>
  index === 0 || cells.some((cell) => meaningOfHeader(cleanCell(cell))?.isWeak === false);

/** The most common number of values. */
function commonWidth(head: readonly ListRecord[]): number {
  const counts = new Map<number, number>();
  for (const record of head) {
    if ('broken' in record) continue;
    const width = record.cells.length;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [[width] = [1]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return width;
}

/**
 * The headers with what stands in the line above them, for those that mean nothing by themselves: 当社 and 先方 below 担当 are
 * 当社担当 and 先方担当. What stands above an empty one, as where two cells are merged, is the header itself; of a line that is a title
 * nothing is taken.
 */
function withGroups(cells: string[], above: ListRecord | undefined): string[] {
  if (above === undefined || 'broken' in above || above.cells.length !== cells.length) return cells;
  const groups = above.cells.map(cleanCell);
  const isTitle = filledCells(groups).length < 2;
  let group = '';
  return cells.map((cell, index) => {
    group = groups[index] || group;
    if (cell === '' && !isTitle) return groups[index] ?? '';
    if (group === '' || cell === '' || meaningOfHeader(cell) !== null) return cell;
    return [`${cell}${group}`, `${group}${cell}`].find((whole) => meaningOfHeader(whole) !== null) ?? cell;
  });
}

/**
 * The headers with those of a second line, where that names the columns of a group: it stands below the group alone, and says
 * nothing below the other headers, not below the name either. Null where the next record is a row of values.
 */
function secondLine(cells: readonly string[], next: ListRecord | undefined): string[] | null {
  if (next === undefined || 'broken' in next || next.cells.length !== cells.length) return null;
  const below = next.cells.map(cleanCell);
  const isOfGroup = (index: number): boolean => cells[index] === '' || cells[index + 1] === '';
  const named = below.flatMap((cell, index) => (cell === '' ? [] : index));
  const areHeaders = named.some((index) => meaningOfHeader(below[index] ?? '') !== null);
  if (named.length < 2 || !areHeaders || !named.every(isOfGroup)) return null;
  if (below.some((cell, index) => cell !== '' && meaningOfHeader(cells[index] ?? '')?.field === 'name'))
    return null;
  let group = '';
  return cells.map((cell, index) => {
    if (cell !== '') group = cell;
    const own = below[index] ?? '';
    if (own === '') return cell;
    return meaningOfHeader(`${group}${own}`) === null || meaningOfHeader(own) !== null
      ? own
      : `${group}${own}`;
  });
}
