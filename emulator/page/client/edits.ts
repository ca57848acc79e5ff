/** Collects a person's changes of cells: a paste, a fill or an undo is one edit, however many mutations Univer makes of it. */
import {
  type CellValue,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  type ICellData,
  type ICommandInfo,
  IUniverInstanceService,
  type Nullable,
  RichTextValue,
  type Workbook,
} from '@univerjs/core';
import {
  IEditorBridgeService,
  type IEditorBridgeServiceVisibleParam,
  KeyCode,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';
import type { CellBlock } from '../protocol';
import { blocksOf, type EditValue } from './cell-blocks';
import type { GridContext } from './grid-context';

export interface SheetEdit {
  /** The last update that the person had seen. */
  revision: number;
  how: 'typed' | 'pasted';
  blocks: CellBlock[];
  /** All rows in which Univer has changed a cell, whether or not it is part of the edit. */
  touched: { sheetId: number; rows: readonly number[] };
}

const SET_RANGE_VALUES = 'sheet.mutation.set-range-values';
/** Univer's mutation for cut and paste. */
const MOVE_RANGE = 'sheet.mutation.move-range';

const UNDO_AND_REDO: ReadonlySet<string> = new Set(['univer.command.undo', 'univer.command.redo']);
/** Actions other than typing that change cells; each is an edit of its own. */
const OTHER_GESTURES: ReadonlySet<string> = new Set([
  ...UNDO_AND_REDO,
  'sheet.command.clear-selection-content',
  'sheet.command.clear-selection-all',
]);

/** Values by row and column. */
type Matrix = Readonly<Record<number, Readonly<Record<number, unknown>>>>;
interface RangeValuesMutation {
  subUnitId: string;
  cellValue?: Matrix;
}

/** Zero-based columns by row. */
type TouchedCells = Map<number, Set<number>>;

/** How an edit was made, which Univer does not tell in its mutations. */
interface EditHints {
  isPaste: boolean;
  /** Pasting, undo and redo also change rows hidden by a filter; clearing and filling do not. */
  includesHiddenRows: boolean;
  /** The cell in which the person has typed, with the text. */
  typed: { row: number; column: number; text: string } | null;
}

const NO_HINTS: EditHints = { isPaste: false, includesHiddenRows: false, typed: null };

/**
 * Reports an edit once Univer has finished its mutations. The returned function reports a waiting edit at once; it must be called
 * before cells are written anew, which would lose the edit.
 */
export function collectEdits(context: GridContext, report: (edit: SheetEdit) => void): () => void {
  const { api } = context;
  /** Touched cells by tab. */
  const touched = new Map<number, TouchedCells>();
  let hints = NO_HINTS;
  let isScheduled = false;

  onEditorClosing(context, (typed) => {
    reportEdits();
    hints = { ...hints, typed };
    // An unchanged cell causes no mutation; the next one belongs to something else, such as an undo.
    setTimeout(() => {
      if (!isScheduled) hints = { ...hints, typed: null };
    });
  });
  api.addEvent(api.Event.BeforeClipboardPaste, () => {
    reportEdits();
    hints = { ...hints, isPaste: true, includesHiddenRows: true };
  });
  // Reports the edits so far first: where somebody types and undoes quickly, the cell would otherwise be reported with the
  // typed text.
  context.commands.beforeCommandExecuted(({ id }) => {
    if (OTHER_GESTURES.has(id)) reportEdits();
  });
  context.commands.onCommandExecuted((command, options) => {
    if (UNDO_AND_REDO.has(command.id)) hints = { ...hints, includesHiddenRows: true };
    if (context.isApplying() || options?.fromCollab || !recordTouched(touched, command) || isScheduled)
      return;
    isScheduled = true;
    setTimeout(reportEdits);
  });
  return reportEdits;

  function reportEdits(): void {
    if (!isScheduled) return;
    const [tabs, edited] = [[...touched], hints];
    touched.clear();
    hints = NO_HINTS;
    isScheduled = false;
    for (const [sheetId, cells] of tabs) {
      const edit = editOf(context, sheetId, cells, edited);
      if (edit) report(edit);
    }
  }
}

/**
 * Calls back before the cell editor closes, with the typed text, or null where it is cancelled. Univer's own event is not used:
 * where the spreadsheet or the edited cell was replaced meanwhile, it throws and leaves the editor open.
 */
function onEditorClosing(
  { univer, commands }: GridContext,
  report: (typed: EditHints['typed']) => void,
): void {
  const injector = univer.__getInjector();
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetCellEditVisibleOperation.id) return;
    const { visible, keycode } = params as IEditorBridgeServiceVisibleParam;
    const bridge = injector.get(IEditorBridgeService);
    const cell = bridge.getEditLocation();
    // Univer also closes an editor that is not open and still holds an earlier text.
    if (visible || !cell || !bridge.isVisible().visible) return;
    const editor = injector
      .get(IUniverInstanceService)
      .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
    const isGivenUp = keycode === KeyCode.ESC || !editor;
    const text = isGivenUp ? '' : plainText(RichTextValue.create(editor.getSnapshot()).toPlainText());
    report(isGivenUp ? null : { row: cell.row, column: cell.column, text });
  });
}

/** Returns false where the command changes no cells. */
function recordTouched(touched: Map<number, TouchedCells>, command: Readonly<ICommandInfo>): boolean {
  function record(subUnitId: string, matrix: Matrix = {}): void {
    const tab: TouchedCells = touched.get(Number(subUnitId)) ?? new Map();
    touched.set(Number(subUnitId), tab);
    for (const [row, cells] of Object.entries(matrix)) {
      const columns = tab.get(Number(row)) ?? new Set<number>();
      tab.set(Number(row), columns);
      for (const column of Object.keys(cells)) columns.add(Number(column));
    }
  }
  if (command.id === SET_RANGE_VALUES) {
    const { subUnitId, cellValue } = command.params as RangeValuesMutation;
    record(subUnitId, cellValue);
    return true;
  }
  if (command.id === MOVE_RANGE) {
    const { from, to } = command.params as Record<'from' | 'to', { subUnitId: string; value: Matrix }>;
    record(from.subUnitId, from.value);
    record(to.subUnitId, to.value);
    return true;
  }
  return false;
}

function editOf(
  context: GridContext,
  sheetId: number,
  touched: TouchedCells,
  hints: EditHints,
): SheetEdit | null {
  const changed = changedCells(context, sheetId, touched, hints);
  if (!changed) return null;
  const blocks = blocksOf(sheetId, changed);
  const isOneCell =
    blocks.length === 1 && blocks[0]?.values.length === 1 && blocks[0].values[0]?.length === 1;
  return {
    revision: context.spreadsheet?.revision ?? 0,
    how: isOneCell && !hints.isPaste ? 'typed' : 'pasted',
    blocks,
    touched: { sheetId, rows: [...touched.keys()] },
  };
}

/**
 * The touched cells whose text differs from what the server has sent, and those whose last edit it has not confirmed, since that
 * may be undone to the text that it had sent. Null where the tab is not shown.
 */
function changedCells(
  { api, spreadsheet }: GridContext,
  sheetId: number,
  touched: TouchedCells,
  { includesHiddenRows, typed }: EditHints,
): Map<number, Map<number, EditValue>> | null {
  const workbook = api.getActiveWorkbook()?.getWorkbook();
  if (!spreadsheet || !workbook?.getSheetBySheetId(String(sheetId))) return null;
  const filtered = new Set(includesHiddenRows ? [] : spreadsheet.tab(sheetId)?.filteredRows);
  const changed = new Map<number, Map<number, EditValue>>();
  for (const [row, columns] of touched) {
    if (filtered.has(row)) continue;
    for (const column of columns) {
      const isTyped =
        typed?.row === row && typed.column === column && touched.size === 1 && columns.size === 1;
      const value = isTyped ? typed.text || null : cellValue(workbook, sheetId, row, column);
      // Typing the present text again is an edit, too, since a script may react to it.
      const isAsSent =
        !isTyped &&
        (value ?? '') === spreadsheet.text(sheetId, row, column) &&
        !spreadsheet.isAwaited(sheetId, row, column);
      if (isAsSent) continue;
      const cells = changed.get(row) ?? new Map<number, EditValue>();
      changed.set(row, cells.set(column, value));
    }
  }
  return changed;
}

function cellValue(workbook: Workbook, sheetId: number, row: number, column: number): EditValue {
  const cell = workbook.getSheetBySheetId(String(sheetId))?.getCellMatrix().getValue(row, column);
  return enteredValue(cell, workbook.getStyles().getStyleByCell(cell)?.n?.pattern);
}

const plainText = (text: string): string => text.replace(/[\r\n]+$/, '').replaceAll('\r', '\n');

/** The text that a person would type for Univer's value, as the server expects it. */
function enteredValue(cell: Nullable<ICellData>, pattern: string | undefined): EditValue {
  if (!cell) return null;
  if (cell.f) return cell.f;
  if (cell.p?.body) return plainText(cell.p.body.dataStream) || null;
  const value: Nullable<CellValue> = cell.v;
  if (value == null || value === '') return null;
  if (cell.t === 3 || typeof value === 'boolean') return Boolean(value);
  if (typeof value === 'number' && pattern && /y/i.test(pattern)) return isoDateOfSerial(value);
  return String(value);
}

/** Univer turns a date pasted as text into a serial number. */
function isoDateOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
