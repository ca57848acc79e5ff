/** What the person has done to cells, gathered: a paste, a fill or an undo is one edit, however many changes Univer makes of it. */
import { type CellValue, type ICellData, ICommandService, type Nullable } from '@univerjs/core';
import type { CellBlock } from '../protocol';
import type { SpreadsheetModel } from './spreadsheet-model';
import type { UniverInstance } from './univer';

export interface SheetEdit {
  how: 'typed' | 'pasted';
  blocks: CellBlock[];
  /** Every cell that looks other than the server has said, whether it is asked for or not. */
  touched: { sheetId: number; rows: readonly number[] };
}

type EditValue = CellBlock['values'][number][number];

const SET_RANGE_VALUES = 'sheet.mutation.set-range-values';
/** Cut and paste. */
const MOVE_RANGE = 'sheet.mutation.move-range';

/** By row and column. */
type Matrix = Readonly<Record<number, Readonly<Record<number, unknown>>>>;
interface RangeValuesMutation {
  subUnitId: string;
  cellValue?: Matrix;
}

export function collectEdits(
  { univer, api }: UniverInstance,
  isApplying: () => boolean,
  sheets: () => SpreadsheetModel | null,
  tell: (edit: SheetEdit) => void,
): void {
  /** By tab, row and column. */
  const touched = new Map<number, Map<number, Set<number>>>();
  let isPaste = false;
  let mayTouchHidden = false;
  let typed: { row: number; column: number; text: string } | null = null;
  let waiting = false;

  api.addEvent(api.Event.BeforeSheetEditEnd, ({ row, column, value, isConfirm }) => {
    typed = isConfirm ? { row, column, text: plainText(value.toPlainText()) } : null;
  });
  api.addEvent(api.Event.BeforeClipboardPaste, () => {
    isPaste = true;
  });

  function touch(subUnitId: string, matrix: Matrix = {}): void {
    const tab = touched.get(Number(subUnitId)) ?? new Map<number, Set<number>>();
    touched.set(Number(subUnitId), tab);
    for (const [row, cells] of Object.entries(matrix)) {
      const columns = tab.get(Number(row)) ?? new Set<number>();
      tab.set(Number(row), columns);
      for (const column of Object.keys(cells)) columns.add(Number(column));
    }
  }

  univer
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted((info, options) => {
      if (info.id === 'univer.command.undo' || info.id === 'univer.command.redo') mayTouchHidden = true;
      if (isApplying() || options?.fromCollab) return;
      if (info.id === SET_RANGE_VALUES) {
        const { subUnitId, cellValue } = info.params as RangeValuesMutation;
        touch(subUnitId, cellValue);
      } else if (info.id === MOVE_RANGE) {
        const { from, to } = info.params as Record<'from' | 'to', { subUnitId: string; value: Matrix }>;
        touch(from.subUnitId, from.value);
        touch(to.subUnitId, to.value);
      } else return;
      if (waiting) return;
      waiting = true;
      setTimeout(flush);
    });

  function flush(): void {
    const tabs = [...touched];
    const [pasted, everywhere, text] = [isPaste, isPaste || mayTouchHidden, typed];
    touched.clear();
    [isPaste, mayTouchHidden, typed, waiting] = [false, false, null, false];
    for (const [sheetId, rows] of tabs) {
      const edit = editOf(sheetId, rows, everywhere, text);
      if (edit) tell(pasted ? { ...edit, how: 'pasted' } : edit);
    }
  }

  function editOf(
    sheetId: number,
    rows: ReadonlyMap<number, ReadonlySet<number>>,
    everywhere: boolean,
    text: typeof typed,
  ): SheetEdit | null {
    const known = sheets();
    const workbook = api.getActiveWorkbook()?.getWorkbook();
    const matrix = workbook?.getSheetBySheetId(String(sheetId))?.getCellMatrix();
    if (!known || !workbook || !matrix) return null;
    const typedIn = (row: number, column: number): EditValue => {
      const cell = matrix.getValue(row, column);
      return typedValue(cell, workbook.getStyles().getStyleByCell(cell)?.n?.pattern);
    };
    const filtered = new Set(everywhere ? [] : known.tab(sheetId)?.filteredRows);
    const changed = new Map<number, Map<number, EditValue>>();
    for (const [row, columns] of rows) {
      // Clearing and filling pass by what the filter hides.
      if (filtered.has(row)) continue;
      for (const column of columns) {
        const isTyped = text?.row === row && text.column === column && rows.size === 1 && columns.size === 1;
        const value = isTyped ? text.text || null : typedIn(row, column);
        if ((value ?? '') === known.text(sheetId, row, column)) continue;
        const cells = changed.get(row) ?? new Map<number, EditValue>();
        changed.set(row, cells.set(column, value));
      }
    }
    const blocks = blocksOf(sheetId, changed);
    const single = blocks.length === 1 && blocks[0]?.values.length === 1 && blocks[0].values[0]?.length === 1;
    return {
      how: single ? 'typed' : 'pasted',
      blocks,
      touched: { sheetId, rows: [...rows.keys()] },
    };
  }
}

const plainText = (text: string): string => text.replace(/[\r\n]+$/, '').replaceAll('\r', '\n');

/** As the person would have typed it. */
function typedValue(cell: Nullable<ICellData>, pattern: string | undefined): EditValue {
  if (!cell) return null;
  if (cell.f) return cell.f;
  if (cell.p?.body) return plainText(cell.p.body.dataStream) || null;
  const value: Nullable<CellValue> = cell.v;
  if (value == null || value === '') return null;
  if (cell.t === 3 || typeof value === 'boolean') return Boolean(value);
  if (typeof value === 'number' && pattern && /y/i.test(pattern)) return isoDateOfSerial(value);
  return String(value);
}

/** Univer has made a serial number of a date that was pasted as text. */
function isoDateOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** As few rectangles as cover exactly the cells: stretches of a row, joined where the next row has the same one. */
function blocksOf(sheetId: number, rows: ReadonlyMap<number, ReadonlyMap<number, EditValue>>): CellBlock[] {
  const done: CellBlock[] = [];
  let open: { sheetId: number; top: number; left: number; values: EditValue[][] }[] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells = rows.get(row) ?? new Map<number, EditValue>();
    const next: typeof open = [];
    for (const { left, values } of stretches(cells)) {
      const above = open.find(
        (block) =>
          block.left === left &&
          block.values[0]?.length === values.length &&
          block.top + block.values.length === row,
      );
      above?.values.push(values);
      next.push(above ?? { sheetId, top: row, left, values: [values] });
    }
    done.push(...open.filter((block) => !next.includes(block)));
    open = next;
  }
  return [...done, ...open];
}

function stretches(cells: ReadonlyMap<number, EditValue>): { left: number; values: EditValue[] }[] {
  const found: { left: number; values: EditValue[] }[] = [];
  for (const column of [...cells.keys()].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    const value = cells.get(column) ?? null;
    if (last && last.left + last.values.length === column) last.values.push(value);
    else found.push({ left: column, values: [value] });
  }
  return found;
}
