/** Merged cells. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Rect } from '../a1';
import { normalizeCell, type SpreadsheetDraft } from '../draft';
import { cellPositions, contains, gridRangeOf, overlaps, rectOf } from '../grid-range';
import type { WorkbookTab } from '../model';
import { invalidRequest } from '../refusal';

function overlappingMerges(tab: WorkbookTab, rect: Rect): { whole: boolean; rect: Rect }[] {
  return tab.merges
    .map((merge) => rectOf(tab, merge))
    .filter((merge) => overlaps(merge, rect))
    .map((merge) => ({ whole: contains(rect, merge), rect: merge }));
}

function dropMerges(tab: ReturnType<SpreadsheetDraft['edit']>, rect: Rect): void {
  if (overlappingMerges(tab, rect).some((merge) => !merge.whole)) {
    throw invalidRequest('You must select all cells in a merged range to merge or unmerge them.');
  }
  tab.merges = tab.merges.filter((merge) => !overlaps(rectOf(tab, merge), rect));
}

/** Only the top left cell of a merge keeps its value. */
export function mergeCells(draft: SpreadsheetDraft, body: sheets_v4.Schema$MergeCellsRequest): void {
  const before = draft.grid(body.range?.sheetId);
  const rect = rectOf(before, body.range ?? {});
  const tab = draft.edit(before);
  dropMerges(tab, rect);
  for (const block of mergeBlocks(rect, body.mergeType ?? 'MERGE_ALL')) {
    if ((block.bottom - block.top) * (block.right - block.left) < 2) continue;
    tab.merges = [...tab.merges, gridRangeOf(tab.properties.sheetId, block)];
    for (const [row, column] of cellPositions(block)) {
      const cell = tab.rows[row]?.[column];
      if (!cell?.userEnteredValue || (row === block.top && column === block.left)) continue;
      const { userEnteredValue: _, ...rest } = cell;
      draft.setCell(tab, row, column, normalizeCell(rest));
    }
  }
}

function mergeBlocks(rect: Rect, type: string): Rect[] {
  if (type === 'MERGE_ROWS') {
    return Array.from({ length: rect.bottom - rect.top }, (_, i) => ({
      ...rect,
      top: rect.top + i,
      bottom: rect.top + i + 1,
    }));
  }
  if (type === 'MERGE_COLUMNS') {
    return Array.from({ length: rect.right - rect.left }, (_, i) => ({
      ...rect,
      left: rect.left + i,
      right: rect.left + i + 1,
    }));
  }
  return [rect];
}

export function unmergeCells(draft: SpreadsheetDraft, body: sheets_v4.Schema$UnmergeCellsRequest): void {
  const before = draft.grid(body.range?.sheetId);
  dropMerges(draft.edit(before), rectOf(before, body.range ?? {}));
}
