/** Writing cells: values, formats, notes, validations, borders and merges. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Rect } from '../a1';
import { checkCellCount, normalizeCell, type SpreadsheetDraft } from '../draft';
import { assignFields, type FieldMask, requireUpdateMask } from '../field-mask';
import { cellPositions, contains, gridRangeOf, overlaps, rectOf } from '../grid-range';
import type { CellFormat, WorkbookCell, WorkbookTab } from '../model';
import { invalidRequest, notEmulated } from '../refusal';

const STORED_FIELDS = [
  'userEnteredValue',
  'userEnteredFormat',
  'dataValidation',
  'note',
  'textFormatRuns',
] as const;
const COMPUTED_FIELDS = new Set(['effectiveValue', 'formattedValue', 'effectiveFormat', 'hyperlink']);
const STORED_FIELD_NAMES: ReadonlySet<string> = new Set(STORED_FIELDS);

function checkFields(names: Iterable<string>): void {
  for (const name of names) {
    if (!STORED_FIELD_NAMES.has(name) && !COMPUTED_FIELDS.has(name)) throw notEmulated(`CellData.${name}`);
  }
}

/** Writes the masked fields of `given` over a cell; formats that come out the same are the same object. */
function cellWriter(
  mask: FieldMask,
): (current: WorkbookCell | undefined, given: sheets_v4.Schema$CellData) => WorkbookCell | undefined {
  checkFields(mask?.keys() ?? []);
  const fields: [keyof WorkbookCell, FieldMask][] = STORED_FIELDS.filter(
    (name) => mask === null || mask.has(name),
  ).map((name) => [name, mask?.get(name) ?? null]);
  const formats = new Map<CellFormat | undefined, Map<string, CellFormat>>();

  function merged(
    current: CellFormat | undefined,
    given: CellFormat | undefined,
    below: FieldMask,
  ): CellFormat {
    const known = formats.get(current) ?? new Map<string, CellFormat>();
    formats.set(current, known);
    const key = JSON.stringify(given);
    const format = known.get(key) ?? assignFields(current ?? {}, given ?? {}, below);
    known.set(key, format);
    return format;
  }

  return (current, given) => {
    if (mask === null) checkFields(Object.keys(given));
    const next: { -readonly [K in keyof WorkbookCell]: WorkbookCell[K] } = { ...current };
    for (const [name, below] of fields) {
      if (name === 'userEnteredFormat') next[name] = merged(current?.[name], given[name], below);
      else
        Object.assign(next, {
          [name]: below === null ? given[name] : assignField(current, given, name, below),
        });
      if (name === 'userEnteredValue' && mask !== null && !mask.has('textFormatRuns'))
        delete next.textFormatRuns;
    }
    return normalizeCell(next);
  };
}

function assignField(
  current: WorkbookCell | undefined,
  given: WorkbookCell,
  name: keyof WorkbookCell,
  below: FieldMask,
): object {
  const [before, after] = [current?.[name], given[name]];
  return assignFields(
    typeof before === 'object' && before !== null ? before : {},
    typeof after === 'object' && after !== null ? after : {},
    below,
  );
}

export function updateCells(draft: SpreadsheetDraft, body: sheets_v4.Schema$UpdateCellsRequest): void {
  const write = cellWriter(requireUpdateMask(body.fields));
  if (!body.range && !body.start) throw invalidRequest('Must specify a range or a start.');
  const before = draft.grid((body.range ?? body.start)?.sheetId);
  const grid = before.properties.gridProperties;
  const top = body.start?.rowIndex ?? 0;
  const left = body.start?.columnIndex ?? 0;
  const rect = body.range
    ? rectOf(before, body.range)
    : rectOf(before, {
        sheetId: before.properties.sheetId,
        startRowIndex: top,
        startColumnIndex: left,
        endRowIndex: grid.rowCount,
        endColumnIndex: grid.columnCount,
      });
  const tab = draft.edit(before);
  const rows = body.rows ?? [];
  if (rect.top + rows.length > rect.bottom) {
    throw invalidRequest(
      `Attempting to write row: ${rect.bottom}, beyond the last requested row of: ${rect.bottom - 1}`,
    );
  }
  rows.forEach((row, i) => {
    const cells = row.values ?? [];
    if (rect.left + cells.length > rect.right) {
      throw invalidRequest(
        `Attempting to write column: ${rect.right}, beyond the last requested column of: ${rect.right - 1}`,
      );
    }
    cells.forEach((cell, j) => {
      const [at, column] = [rect.top + i, rect.left + j];
      draft.setCell(tab, at, column, write(tab.rows[at]?.[column], cell));
    });
  });
  // A range without data for some of its cells clears the masked fields there.
  if (body.range) clearRest(draft, tab, rect, rows, write);
}

function clearRest(
  draft: SpreadsheetDraft,
  tab: ReturnType<SpreadsheetDraft['edit']>,
  rect: Rect,
  rows: readonly sheets_v4.Schema$RowData[],
  write: ReturnType<typeof cellWriter>,
): void {
  const bottom = Math.min(rect.bottom, tab.rows.length);
  for (const [row, column] of cellPositions({ ...rect, bottom })) {
    if (column - rect.left < (rows[row - rect.top]?.values?.length ?? 0)) continue;
    const cell = tab.rows[row]?.[column];
    if (cell) draft.setCell(tab, row, column, write(cell, {}));
  }
}

export function repeatCell(draft: SpreadsheetDraft, body: sheets_v4.Schema$RepeatCellRequest): void {
  const write = cellWriter(requireUpdateMask(body.fields));
  const before = draft.grid(body.range?.sheetId);
  const rect = rectOf(before, body.range ?? {});
  const tab = draft.edit(before);
  for (const [row, column] of cellPositions(rect)) {
    draft.setCell(tab, row, column, write(tab.rows[row]?.[column], body.cell ?? {}));
  }
}

/** Appends after the last row that holds a value anywhere in the tab. */
export function appendCells(draft: SpreadsheetDraft, body: sheets_v4.Schema$AppendCellsRequest): void {
  const write = cellWriter(requireUpdateMask(body.fields));
  if (body.tableId) throw notEmulated('appendCells.tableId');
  const tab = draft.edit(draft.grid(body.sheetId));
  const start = tab.rows.findLastIndex((row) => row.some((cell) => cell?.userEnteredValue)) + 1;
  const rows = body.rows ?? [];
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  const grid = tab.properties.gridProperties;
  const gridProperties = {
    ...grid,
    rowCount: Math.max(grid.rowCount, start + rows.length),
    columnCount: Math.max(grid.columnCount, width),
  };
  tab.properties = { ...tab.properties, gridProperties };
  checkCellCount(draft.book);
  rows.forEach((row, i) => {
    row.values?.forEach((cell, column) => {
      draft.setCell(tab, start + i, column, write(tab.rows[start + i]?.[column], cell));
    });
  });
}

/** A request without a rule takes the validation away. */
export function setDataValidation(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$SetDataValidationRequest,
): void {
  const before = draft.grid(body.range?.sheetId);
  const rect = rectOf(before, body.range ?? {});
  if (body.rule && !body.rule.condition?.type) throw invalidRequest('rule.condition.type must be specified.');
  checkCondition(body.rule?.condition);
  const tab = draft.edit(before);
  const { rule } = body;
  for (const [row, column] of cellPositions(rect)) {
    const { dataValidation: _, ...cell } = tab.rows[row]?.[column] ?? {};
    draft.setCell(tab, row, column, normalizeCell(rule ? { ...cell, dataValidation: rule } : cell));
  }
}

/** How many values each kind of condition takes; a kind that is not listed takes any number. */
const VALUE_COUNTS: Readonly<Record<string, number>> = {
  NUMBER_GREATER: 1,
  NUMBER_GREATER_THAN_EQ: 1,
  NUMBER_LESS: 1,
  NUMBER_LESS_THAN_EQ: 1,
  NUMBER_BETWEEN: 2,
  NUMBER_NOT_BETWEEN: 2,
  TEXT_CONTAINS: 1,
  TEXT_NOT_CONTAINS: 1,
  TEXT_STARTS_WITH: 1,
  TEXT_ENDS_WITH: 1,
  DATE_BEFORE: 1,
  DATE_AFTER: 1,
  DATE_BETWEEN: 2,
  DATE_NOT_BETWEEN: 2,
  ONE_OF_RANGE: 1,
  CUSTOM_FORMULA: 1,
  BLANK: 0,
  NOT_BLANK: 0,
};

export function checkCondition(condition: sheets_v4.Schema$BooleanCondition | undefined): void {
  if (!condition) return;
  const type = condition.type ?? '';
  const given = condition.values?.length ?? 0;
  const wanted = VALUE_COUNTS[type];
  if (wanted !== undefined && wanted !== given) {
    throw invalidRequest(
      `ConditionType '${type}' requires exactly ${wanted} ConditionValues, but ${given} were given.`,
    );
  }
  if (type === 'ONE_OF_LIST' && given === 0) {
    throw invalidRequest("ConditionType 'ONE_OF_LIST' requires at least one ConditionValue.");
  }
  if (type === 'CUSTOM_FORMULA' && !condition.values?.[0]?.userEnteredValue?.startsWith('=')) {
    throw invalidRequest('Invalid ConditionValue.userEnteredValue: a formula must start with "=".');
  }
}

export function updateBorders(draft: SpreadsheetDraft, body: sheets_v4.Schema$UpdateBordersRequest): void {
  const before = draft.grid(body.range?.sheetId);
  const rect = rectOf(before, body.range ?? {});
  const tab = draft.edit(before);
  for (const [row, column] of cellPositions(rect)) {
    const sides = {
      top: row === rect.top ? body.top : body.innerHorizontal,
      bottom: row === rect.bottom - 1 ? body.bottom : body.innerHorizontal,
      left: column === rect.left ? body.left : body.innerVertical,
      right: column === rect.right - 1 ? body.right : body.innerVertical,
    };
    const cell = tab.rows[row]?.[column];
    const borders = { ...cell?.userEnteredFormat?.borders };
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const border = sides[side];
      if (border?.style === 'NONE') delete borders[side];
      else if (border) borders[side] = border;
    }
    const { borders: _, ...format } = cell?.userEnteredFormat ?? {};
    const userEnteredFormat = Object.keys(borders).length > 0 ? { ...format, borders } : format;
    draft.setCell(tab, row, column, normalizeCell({ ...cell, userEnteredFormat }));
  }
}

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
