/**
 * Cells whose values people have not typed there but moved, as by a sort of some columns: the ID, the name and the mirrors of a row
 * belong together, and the cell holds what was written for another row. It is a request of nobody.
 */
import type { ClassifiedRow } from './classify-row';
import { EDITABLE, type EditableKey } from './column-keys';
import { markOf } from './request-marks';
import { cellText, mirrorKey } from './sheet-row';

/**
 * By row, counted from 1; `pendingOf` are the cells that ask for what the account does not have. An edit marks its row at once, so that what stands in rows without that mark was moved, or written by a
 * program. It was moved where some of it is what other rows of the column were written with and show no more; then all of it is,
 * for what was typed and not sent yet moves along.
 */
export const movedCells = (
  rows: readonly ClassifiedRow[],
  pendingOf: (row: ClassifiedRow) => readonly EditableKey[],
): ReadonlyMap<number, readonly EditableKey[]> => {
  const waiting = rows.flatMap((classified) => {
    const { row } = classified;
    const keys = pendingOf(classified);
    return keys.length === 0 ? [] : { row, keys, isTyped: markOf(row.cell('requestState')) === 'unsent' };
  });
  const moved = new Map<number, EditableKey[]>();
  for (const key of EDITABLE) {
    const inColumn = waiting.filter(({ keys }) => keys.includes(key));
    const displaced = new Set(inColumn.map(({ row }) => cellText(row, mirrorKey(key))));
    const untyped = inColumn.filter(({ isTyped }) => !isTyped);
    if (untyped.some(({ row }) => displaced.has(cellText(row, key))))
      for (const { row } of untyped) moved.set(row.row, [...(moved.get(row.row) ?? []), key]);
  }
  return moved;
};
