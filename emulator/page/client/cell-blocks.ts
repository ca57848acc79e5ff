/** Groups changed cells into rectangles, in which the server takes edits. */
import type { CellBlock } from '../protocol';

export type EditValue = CellBlock['values'][number][number];

/** Cells of one tab by zero-based row and column. */
export type ChangedCells = ReadonlyMap<number, ReadonlyMap<number, EditValue>>;

interface OpenBlock {
  sheetId: number;
  top: number;
  left: number;
  values: EditValue[][];
}

/** Covers exactly the changed cells: runs within a row, joined with the row above where it has a run of the same columns. */
export function blocksOf(sheetId: number, changed: ChangedCells): CellBlock[] {
  const closed: CellBlock[] = [];
  let open: OpenBlock[] = [];
  for (const row of [...changed.keys()].sort((a, b) => a - b)) {
    const next: OpenBlock[] = [];
    for (const { left, values } of runsOf(changed.get(row) ?? new Map<number, EditValue>())) {
      const above = open.find(
        (block) =>
          block.left === left &&
          block.values[0]?.length === values.length &&
          block.top + block.values.length === row,
      );
      above?.values.push(values);
      next.push(above ?? { sheetId, top: row, left, values: [values] });
    }
    closed.push(...open.filter((block) => !next.includes(block)));
    open = next;
  }
  return [...closed, ...open];
}

/** Runs of neighbouring cells in a row. */
function runsOf(cells: ReadonlyMap<number, EditValue>): { left: number; values: EditValue[] }[] {
  const runs: { left: number; values: EditValue[] }[] = [];
  for (const column of [...cells.keys()].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    const value = cells.get(column) ?? null;
    if (last && last.left + last.values.length === column) last.values.push(value);
    else runs.push({ left: column, values: [value] });
  }
  return runs;
}
