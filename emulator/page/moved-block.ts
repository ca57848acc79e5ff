/** Finds a block of cells again after rows have moved while somebody typed in it. */
import type { CellBlock, TabUpdate } from './protocol';

export interface TabMove {
  sheetId: number;
  /** Undefined where the cells cannot be found again: rows were sorted or columns moved. */
  splice?: TabUpdate['splice'];
}

/** Null where the place is unknown, or the rows were deleted or separated. */
export const movedBlock = (block: CellBlock | null, { sheetId, splice }: TabMove): CellBlock | null => {
  if (block === null || block.sheetId !== sheetId) return block;
  if (splice === undefined) return null;
  const { top, values } = block;
  const end = top + values.length;
  const endOfRemoved = splice.at + splice.removed;
  if (end <= splice.at) return block;
  if (top < splice.at || top < endOfRemoved) return null;
  return { ...block, top: top + splice.inserted - splice.removed };
};
