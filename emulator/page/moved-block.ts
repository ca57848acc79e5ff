/** Where a block of cells is after rows have moved: somebody typed in it meanwhile. */
import type { CellBlock, TabUpdate } from './protocol';

export interface TabMove {
  sheetId: number;
  /** Undefined where nobody can tell where its cells are: rows were sorted, columns moved. */
  splice?: TabUpdate['splice'];
}

/** Null where that cannot be told, or its rows went or do not stay together. */
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
