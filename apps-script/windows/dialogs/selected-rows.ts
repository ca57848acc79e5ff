/** The rows that a dialog is about. Hidden rows are included only if the person says so, before anything is typed. */
import type { SelectedRow } from '../../script-api';
import { mapEffects, type Step, step } from '../kit/step';

interface RowSelection {
  rows: readonly SelectedRow[];
  /** Rows hidden by a filter. */
  hidden: readonly SelectedRow[];
}

export interface SelectedRowsState {
  selection: RowSelection;
  includesHidden: boolean;
  /** Other rows would start the form anew, so that what was typed would be lost. */
  isTyped: boolean;
  /** Counts the opened windows, since each starts anew. */
  serial: number;
  /** Null where no row is selected. */
  window: unknown;
}

export type SelectedRowsMessage =
  | { type: 'includeHidden'; include: boolean }
  | { type: 'typed' }
  | { type: 'window'; serial: number; message: unknown };

/** Opens the window for those rows. */
export interface RowsWindow {
  start: Step<unknown, unknown>;
  update(state: unknown, message: unknown): Step<unknown, unknown>;
}

type RowsStep = Step<SelectedRowsState, SelectedRowsMessage>;

export const chosenRows = ({ selection, includesHidden }: SelectedRowsState): readonly SelectedRow[] =>
  includesHidden ? [...selection.rows, ...selection.hidden] : selection.rows;

const ofWindow =
  (serial: number) =>
  (message: unknown): SelectedRowsMessage => ({ type: 'window', serial, message });

const openWindow = (
  windowFor: (rows: readonly SelectedRow[]) => RowsWindow,
  before: SelectedRowsState,
): RowsStep => {
  const state = { ...before, serial: before.serial + 1 };
  const rows = chosenRows(state);
  if (rows.length === 0) return step({ ...state, window: null });
  const { state: window, effects } = windowFor(rows).start;
  return step({ ...state, window }, ...mapEffects(effects, ofWindow(state.serial)));
};

export const openSelectedRows = (
  windowFor: (rows: readonly SelectedRow[]) => RowsWindow,
  selection: RowSelection,
): RowsStep =>
  openWindow(windowFor, { selection, includesHidden: false, isTyped: false, serial: 0, window: null });

export const updateSelectedRows = (
  windowFor: (rows: readonly SelectedRow[]) => RowsWindow,
  state: SelectedRowsState,
  message: SelectedRowsMessage,
): RowsStep => {
  switch (message.type) {
    case 'includeHidden':
      return state.isTyped
        ? step(state)
        : openWindow(windowFor, { ...state, includesHidden: message.include });
    case 'typed':
      return step({ ...state, isTyped: true });
    case 'window': {
      if (message.serial !== state.serial || state.window === null) return step(state);
      const { state: window, effects } = windowFor(chosenRows(state)).update(state.window, message.message);
      return step({ ...state, window }, ...mapEffects(effects, ofWindow(state.serial)));
    }
    default:
      return message satisfies never;
  }
};
