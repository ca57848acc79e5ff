/** Writes what was answered into the rows, and keeps known what was moved to other rows before its last trace is overwritten. */
import { cellOrigin, tracesIn, withOrigin } from '../../functions/domain/register/cell-origin';
import { EDITABLE, type EditableKey, ROW_VERSION } from '../../functions/domain/register/column-keys';
import { pendingKeys, type SheetRow } from '../../functions/domain/register/sheet-row';
import { shortDigest } from '../../functions/domain/text/text-digest';
import { pendingCells } from '../register/register-columns';
import { type Register, readRowsAt } from '../register/register-sheet';
import { type RowUpdate, writeRows } from '../register/write-rows';

export const writeAnswers = (register: Register, updates: readonly RowUpdate[]): void =>
  writeRows(register, withMovedMarks(register, updates));

const rowAfter = ({ row, cells }: RowUpdate): SheetRow => ({
  row: row.row,
  cell: (key) => cells[key] ?? row.cell(key),
});

/** The updates, and marks on cells of any row that show what an updated row would not tell any more to have been its own. */
const withMovedMarks = (register: Register, updates: readonly RowUpdate[]): RowUpdate[] => {
  const all = new Map(updates.map((update) => [update.row.row, update]));
  const moved = new Map<number, EditableKey[]>();
  for (const key of EDITABLE) {
    const lost = new Set(updates.flatMap((update) => lostTraces(update, key)));
    const cells = lost.size === 0 ? [] : pendingCells(register, key);
    for (const { row, text } of cells)
      if (lost.has(shortDigest(text))) moved.set(row, [...(moved.get(row) || []), key]);
  }
  const others = [...moved.keys()].filter((row) => !all.has(row));
  for (const row of readRowsAt(register, others)) all.set(row.row, { row, cells: {}, notes: {} });
  for (const [row, keys] of moved) {
    const update = all.get(row);
    if (update !== undefined) all.set(row, withMovedMark(update, keys));
  }
  return [...all.values()];
};

const lostTraces = (update: RowUpdate, key: EditableKey): string[] => {
  const kept = tracesIn(rowAfter(update), key);
  return tracesIn(update.row, key).filter((trace) => kept.indexOf(trace) < 0);
};

const withMovedMark = (update: RowUpdate, keys: readonly EditableKey[]): RowUpdate => {
  const after = rowAfter(update);
  const unknown = pendingKeys(after).filter(
    (key) => keys.indexOf(key) >= 0 && cellOrigin(after, key) === null,
  );
  if (unknown.length === 0) return update;
  return { ...update, cells: { ...update.cells, [ROW_VERSION]: withOrigin(after, 'moved', unknown) } };
};
