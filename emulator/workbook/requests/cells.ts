/** Writing cells: values, formats, notes and data validations, as far as a field mask names them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Rect } from '../a1';
import { checkCellCount, normalizeCell, type SpreadsheetDraft } from '../draft';
import { assignFields, type FieldMask, requireUpdateMask } from '../field-mask';
import { offsetCell } from '../formula-references';
import { cellPositions, rectOf } from '../grid-range';
import type { CellFormat, WorkbookCell } from '../model';
import { invalidRequest, notEmulated } from '../refusal';
import { checkCondition } from './data-validation';
import { refuseInTypedColumn } from './tables';

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

/** Writes the masked fields of `update` over a cell. Equal formats become one shared object, by which the page caches their styles. */
function cellWriter(
  mask: FieldMask,
): (current: WorkbookCell | undefined, update: sheets_v4.Schema$CellData) => WorkbookCell | undefined {
  checkFields(mask?.keys() ?? []);
  const fields: [keyof WorkbookCell, FieldMask][] = STORED_FIELDS.filter(
    (name) => mask === null || mask.has(name),
  ).map((name) => [name, mask?.get(name) ?? null]);
  const formats = new Map<CellFormat | undefined, Map<string, CellFormat>>();

  function merged(
    current: CellFormat | undefined,
    update: CellFormat | undefined,
    below: FieldMask,
  ): CellFormat {
    const known = formats.get(current) ?? new Map<string, CellFormat>();
    formats.set(current, known);
    const key = JSON.stringify(update);
    const format = known.get(key) ?? assignFields(current ?? {}, update ?? {}, below);
    known.set(key, format);
    return format;
  }

  return (current, update) => {
    if (mask === null) checkFields(Object.keys(update));
    if (mask === null || mask.has('dataValidation')) checkCondition(update.dataValidation?.condition);
    const next: { -readonly [K in keyof WorkbookCell]: WorkbookCell[K] } = { ...current };
    for (const [name, below] of fields) {
      if (name === 'userEnteredFormat') next[name] = merged(current?.[name], update[name], below);
      else
        Object.assign(next, {
          [name]: below === null ? update[name] : assignField(current, update, name, below),
        });
      if (name === 'userEnteredValue' && mask !== null && !mask.has('textFormatRuns'))
        delete next.textFormatRuns;
    }
    return normalizeCell(next);
  };
}

function assignField(
  current: WorkbookCell | undefined,
  update: WorkbookCell,
  name: keyof WorkbookCell,
  below: FieldMask,
): object {
  const [before, after] = [current?.[name], update[name]];
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
  if (/numberFormat|dataValidation/.test(body.fields ?? '')) refuseInTypedColumn(before, rect);
  const tab = draft.edit(before);
  for (const [row, column] of cellPositions(rect)) {
    const cell = offsetCell(body.cell ?? {}, row - rect.top, column - rect.left);
    draft.setCell(tab, row, column, write(tab.rows[row]?.[column], cell));
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
