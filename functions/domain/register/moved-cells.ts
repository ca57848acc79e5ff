/**
 * Cells whose texts people have not typed there but moved, as by a sort of some columns: the ID, the name and the mirrors of a row
 * belong together, and the cell holds what was written for another row. It is a request of nobody.
 */
import { shortDigest } from '../text/text-digest';
import { type CellOrigin, cellOrigin, tracesIn } from './cell-origin';
import type { ClassifiedRow } from './classify-row';
import { EDITABLE, type EditableKey } from './column-keys';
import { cellText, type SheetRow } from './sheet-row';

export type CellOrigins = ReadonlyMap<EditableKey, CellOrigin>;

/**
 * The origin of every cell that waits, by row, counted from 1; `pendingOf` are the cells that ask for what the account does not
 * have. A cell of which the row does not tell it was moved where some such text of the column was another row's and is shown there no
 * more; then all of them were, for what was typed and not sent yet moves along. `textsOfGoneRows` are texts of accounts whose rows
 * are gone: what was moved may have come from them.
 */
export const waitingCellOrigins = (
  rows: readonly ClassifiedRow[],
  pendingOf: (row: ClassifiedRow) => readonly EditableKey[],
  textsOfGoneRows: (key: EditableKey) => readonly string[],
): ReadonlyMap<number, CellOrigins> => {
  const waiting = rows.flatMap((classified) =>
    pendingOf(classified).map((key) => ({
      row: classified.row,
      key,
      origin: cellOrigin(classified.row, key),
    })),
  );
  const origins = new Map<number, Map<EditableKey, CellOrigin>>();
  const setOrigin = ({ row }: SheetRow, key: EditableKey, origin: CellOrigin): void => {
    origins.set(row, (origins.get(row) ?? new Map<EditableKey, CellOrigin>()).set(key, origin));
  };
  for (const { row, key, origin } of waiting) if (origin !== null) setOrigin(row, key, origin);
  for (const key of EDITABLE) {
    const unknown = waiting.filter((cell) => cell.key === key && cell.origin === null);
    if (unknown.length === 0) continue;
    const displaced = new Set([
      ...rows.flatMap(({ row }) => tracesIn(row, key)),
      ...textsOfGoneRows(key).map(shortDigest),
    ]);
    const isMoved = unknown.some(({ row }) => displaced.has(shortDigest(cellText(row, key))));
    for (const { row } of unknown) setOrigin(row, key, isMoved ? 'moved' : 'written');
  }
  return origins;
};
