/** Merged cells: a table has their value only in the first cell, while a person sees it beside every row that they span. */
import type { ListRecord, MergedFromAbove } from './csv-records';

/** A block of merged cells over several rows; numbers count from 0. */
export interface MergedBlock {
  firstRow: number;
  lastRow: number;
  column: number;
}

const MAX_BLOCKS = 200_000;
/** A limit, since the blocks of a damaged file may overlap. */
const MAX_CELLS = 2_000_000;

/** Blocks over several rows in a worksheet's XML. */
export const mergedBlocksIn = (part: Uint8Array): MergedBlock[] => {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
  const start = bytes.indexOf('mergeCells');
  if (start === -1) return [];
  const blocks: MergedBlock[] = [];
  const refs =
    /<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)["']/g;
  for (const [, letters = '', first, last] of bytes.toString('latin1', start).matchAll(refs)) {
    const block = { firstRow: Number(first) - 1, lastRow: Number(last) - 1, column: columnOf(letters) };
    if (block.lastRow > block.firstRow) blocks.push(block);
    if (blocks.length === MAX_BLOCKS) break;
  }
  return blocks;
};

/** Column A is 0. */
const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** By row, from 0, the values that it shares with a merged cell above. */
export const mergedIntoRows = (
  rows: readonly (readonly string[])[],
  blocks: readonly MergedBlock[],
): ReadonlyMap<number, MergedFromAbove> => {
  const merged = new Map<number, Map<number, { value: string; line: number }>>();
  let count = 0;
  for (const { firstRow, lastRow, column } of blocks) {
    const value = rows[firstRow]?.[column] ?? '';
    if (value === '') continue;
    for (let row = firstRow + 1; row <= Math.min(lastRow, rows.length - 1); row += 1) {
      count += 1;
      if (count > MAX_CELLS) return merged;
      const cells = merged.get(row) ?? new Map();
      merged.set(row, cells.set(column, { value, line: firstRow + 1 }));
    }
  }
  return merged;
};

/** The record with what is merged into it from rows below the headers; a title or a header says nothing of the rows below it. */
export const withMergedCells = (record: ListRecord, headerLine: number): ListRecord => {
  if ('broken' in record || record.merged === undefined) return record;
  const cells = record.cells.map((cell, index) => {
    const above = record.merged?.get(index);
    return cell === '' && above !== undefined && above.line > headerLine ? above.value : cell;
  });
  return { ...record, cells };
};
