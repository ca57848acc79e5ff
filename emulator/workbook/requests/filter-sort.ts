/** The basic filter of a tab, sorting, and cutting or copying cells. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { formatRange, type Rect } from '../a1';
import { effectiveValue } from '../cell-value';
import { normalizeCell, type SpreadsheetDraft } from '../draft';
import { knownRowFilter } from '../filtered-rows';
import { offsetCell } from '../formula-references';
import { cellPositions, gridRangeOf, overlaps, rectOf } from '../grid-range';
import type { WorkbookCell, WorkbookTab } from '../model';
import { invalidRequest, notEmulated } from '../refusal';
import { refuseFilterOverTable } from './tables';

/** A range without an end ends where the grid ends at this moment: rows and columns that come later are outside the filter. */
export function setBasicFilter(draft: SpreadsheetDraft, body: sheets_v4.Schema$SetBasicFilterRequest): void {
  const { filter } = body;
  if (!filter) throw invalidRequest('No filter specified.');
  const tab = draft.edit(draft.grid(filter.range?.sheetId));
  const rect = rectOf(tab, filter.range ?? {});
  refuseFilterOverTable(tab, rect);
  const range = gridRangeOf(tab.properties.sheetId, rect);
  const { sortSpecs } = filter;
  tab.basicFilter = { ...filter, range };
  const startRowIndex = (range.startRowIndex ?? 0) + 1;
  if (sortSpecs?.length) sortRange(draft, { range: { ...range, startRowIndex }, sortSpecs });
}

export function clearBasicFilter(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$ClearBasicFilterRequest,
): void {
  delete draft.edit(draft.grid(body.sheetId)).basicFilter;
}

/** Numbers and dates come before texts, texts before booleans; blank cells come last in both directions. */
function compareCells(
  a: WorkbookCell | undefined,
  b: WorkbookCell | undefined,
  down: boolean,
  collator: Intl.Collator,
): number {
  const [x, y] = [effectiveValue(a), effectiveValue(b)];
  if (!x || !y) return x ? -1 : y ? 1 : 0;
  const rank = (value: NonNullable<typeof x>): number =>
    value.numberValue != null ? 0 : value.stringValue != null ? 1 : value.boolValue != null ? 2 : 3;
  const order =
    rank(x) - rank(y) ||
    (x.numberValue ?? 0) - (y.numberValue ?? 0) ||
    collator.compare(x.stringValue ?? '', y.stringValue ?? '') ||
    Number(x.boolValue ?? false) - Number(y.boolValue ?? false);
  return down ? -order : order;
}

/** Hidden rows stay where they are; the others are sorted among themselves. Row metadata does not move. */
export function sortRange(draft: SpreadsheetDraft, body: sheets_v4.Schema$SortRangeRequest): void {
  const before = draft.grid(body.range?.sheetId);
  const rect = rectOf(before, body.range ?? {});
  const specs = body.sortSpecs ?? [];
  for (const { dimensionIndex, sortOrder, ...others } of specs) {
    const [other] = Object.keys(others);
    if (other) throw notEmulated(`SortSpec.${other}`);
    if (!sortOrder) throw invalidRequest('sortOrder must be specified.');
    const column = dimensionIndex ?? 0;
    if (column < rect.left || column >= rect.right)
      throw invalidRequest(`Sort column ${column} is outside the range.`);
  }
  for (const merge of before.merges) {
    if ((merge.endRowIndex ?? 0) - (merge.startRowIndex ?? 0) > 1 && overlaps(rectOf(before, merge), rect)) {
      throw invalidRequest(
        `You can't sort a range containing vertical merges. There is a vertical merge at ${formatRange(before, merge)}`,
      );
    }
  }
  const tab = draft.edit(before);
  const collator = new Intl.Collator(draft.book.properties.locale.replaceAll('_', '-'));
  const isFiltered = knownRowFilter(draft.book, before);
  const sortedRows: number[] = [];
  for (let row = rect.top; row < Math.min(rect.bottom, tab.rows.length); row++) {
    if (!tab.rowProperties[row]?.hiddenByUser && !isFiltered(row)) sortedRows.push(row);
  }
  const blocks = sortedRows.map((row) => (tab.rows[row] ?? []).slice(rect.left, rect.right));
  blocks.sort((a, b) => {
    for (const { dimensionIndex, sortOrder } of specs) {
      const at = (dimensionIndex ?? 0) - rect.left;
      const order = compareCells(a[at], b[at], sortOrder === 'DESCENDING', collator);
      if (order !== 0) return order;
    }
    return 0;
  });
  const width = Math.max(0, ...blocks.map((block) => block.length));
  sortedRows.forEach((row, i) => {
    for (let column = 0; column < width; column++)
      draft.setCell(tab, row, rect.left + column, blocks[i]?.[column]);
  });
}

type PasteCell = (current: WorkbookCell, source: WorkbookCell) => WorkbookCell;

const PASTE_BY_TYPE: Readonly<Record<string, PasteCell>> = {
  PASTE_NORMAL: (_, source) => source,
  PASTE_FORMULA: ({ userEnteredValue: _, ...others }, { userEnteredValue }) => ({
    ...others,
    ...(userEnteredValue && { userEnteredValue }),
  }),
  PASTE_VALUES: ({ userEnteredValue: _, ...others }, source) => {
    const userEnteredValue = effectiveValue(source);
    return { ...others, ...(userEnteredValue && { userEnteredValue }) };
  },
  PASTE_FORMAT: ({ userEnteredFormat: _, ...others }, { userEnteredFormat }) => ({
    ...others,
    ...(userEnteredFormat && { userEnteredFormat }),
  }),
  PASTE_DATA_VALIDATION: ({ dataValidation: _, ...others }, { dataValidation }) => ({
    ...others,
    ...(dataValidation && { dataValidation }),
  }),
  PASTE_NO_BORDERS: ({ userEnteredFormat: own }, source) => {
    const { borders: _, ...format } = source.userEnteredFormat ?? {};
    return { ...source, userEnteredFormat: own?.borders ? { ...format, borders: own.borders } : format };
  },
};

function pasteFunctionOf(type: string | null | undefined): PasteCell {
  const paste = PASTE_BY_TYPE[type ?? 'PASTE_NORMAL'];
  if (!paste) throw notEmulated(`pasteType ${type}`);
  return paste;
}

function copyCells(tab: WorkbookTab, rect: Rect): (WorkbookCell | undefined)[][] {
  return Array.from({ length: rect.bottom - rect.top }, (_, i) =>
    Array.from({ length: rect.right - rect.left }, (__, j) => tab.rows[rect.top + i]?.[rect.left + j]),
  );
}

function pasteInto(
  draft: SpreadsheetDraft,
  tab: WorkbookTab,
  rect: Rect,
  source: (WorkbookCell | undefined)[][],
  paste: PasteCell,
  copiedFrom?: Rect,
): void {
  const edited = draft.edit(tab);
  const [height, width] = [source.length, source[0]?.length ?? 0];
  for (const [row, column] of cellPositions(rect)) {
    const [i, j] = [(row - rect.top) % height, (column - rect.left) % width];
    const cell = source[i]?.[j] ?? {};
    const from = copiedFrom ? offsetCell(cell, row - copiedFrom.top - i, column - copiedFrom.left - j) : cell;
    draft.setCell(edited, row, column, normalizeCell(paste(edited.rows[row]?.[column] ?? {}, from)));
  }
}

/** The source is repeated as often as it fits completely; a formula reads the cells at the same distance as in its source. */
export function copyPaste(draft: SpreadsheetDraft, body: sheets_v4.Schema$CopyPasteRequest): void {
  const isTransposed = body.pasteOrientation === 'TRANSPOSE';
  const from = draft.grid(body.source?.sheetId);
  const source = rectOf(from, body.source ?? {});
  const copied = copyCells(from, source);
  const cells = isTransposed ? transposed(copied) : copied;
  const to = draft.grid(body.destination?.sheetId);
  const target = rectOf(to, body.destination ?? {});
  const [height, width] = [cells.length, cells[0]?.length ?? 1];
  const times = (room: number, size: number): number => Math.max(1, Math.floor(room / size)) * size;
  const rect = {
    ...target,
    bottom: Math.min(
      target.top + times(target.bottom - target.top, height),
      to.properties.gridProperties.rowCount,
    ),
    right: Math.min(
      target.left + times(target.right - target.left, width),
      to.properties.gridProperties.columnCount,
    ),
  };
  pasteInto(draft, to, rect, cells, pasteFunctionOf(body.pasteType), isTransposed ? undefined : source);
}

/** Rows become columns. What a formula in them then reads is not emulated. */
function transposed(
  cells: readonly (readonly (WorkbookCell | undefined)[])[],
): (WorkbookCell | undefined)[][] {
  if (cells.flat().some((cell) => cell?.userEnteredValue?.formulaValue != null))
    throw notEmulated('copyPaste.pasteOrientation TRANSPOSE of a formula');
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
}

export function cutPaste(draft: SpreadsheetDraft, body: sheets_v4.Schema$CutPasteRequest): void {
  const from = draft.grid(body.source?.sheetId);
  const source = rectOf(from, body.source ?? {});
  const to = draft.grid(body.destination?.sheetId);
  const top = body.destination?.rowIndex ?? 0;
  const left = body.destination?.columnIndex ?? 0;
  const rect = rectOf(to, {
    startRowIndex: top,
    startColumnIndex: left,
    endRowIndex: top + source.bottom - source.top,
    endColumnIndex: left + source.right - source.left,
  });
  const cells = copyCells(from, source);
  const paste = pasteFunctionOf(body.pasteType);
  const emptied = draft.edit(from);
  for (const [row, column] of cellPositions(source)) draft.setCell(emptied, row, column, undefined);
  pasteInto(draft, to, rect, cells, paste);
}
