/** Rows that were sent are found again: people sort and insert while the functions decide. */
import { classifyRowAlone, isDraftRow } from '../../functions/domain/register/classify-row';
import type { ColumnKey } from '../../functions/domain/register/column-keys';
import { cellText } from '../../functions/domain/register/sheet-row';
import { type Register, type RowValues, readColumn, readRowsAt } from '../register/register-sheet';

/**
 * The rows as they are now, by what they were: people sort and insert while the functions decide. A row that is gone, or whose
 * cells do not belong together any more, is left out.
 */
export const locateRows = (register: Register, before: readonly RowValues[]): Map<RowValues, RowValues> => {
  const drafts = before.filter(isDraftRow);
  const accounts = before.filter((row) => !isDraftRow(row));
  const places = new Map([
    ...findPlaces(register, accounts, 'id'),
    ...findPlaces(register, drafts, 'mirror.version'),
  ]);
  const now = new Map(readRowsAt(register, [...places.values()]).map((row) => [row.row, row]));
  const located = new Map<RowValues, RowValues>();
  for (const [row, place] of places) {
    const moved = now.get(place);
    if (moved !== undefined && isWritable(moved)) located.set(row, moved);
  }
  return located;
};

const isWritable = (row: RowValues): boolean => {
  const { kind } = classifyRowAlone(row, { isMirroredName: () => false });
  return kind === 'account' || kind === 'draft';
};

/** The rows whose column now has what theirs had: the very same row before any other, so that of a row and its copy the one that was sent is found. */
const findPlaces = (
  register: Register,
  rows: readonly RowValues[],
  key: ColumnKey,
): [row: RowValues, place: number][] => {
  if (rows.length === 0) return [];
  const column = readColumn(register, key).map(String);
  const first = new Map<string, number>();
  column.forEach((value, index) => {
    if (!first.has(value)) first.set(value, register.headerRow + 1 + index);
  });
  return rows.flatMap((row): [RowValues, number][] => {
    const value = cellText(row, key);
    const isStillThere = column[row.row - register.headerRow - 1] === value;
    const place = isStillThere ? row.row : first.get(value);
    return place === undefined ? [] : [[row, place]];
  });
};
