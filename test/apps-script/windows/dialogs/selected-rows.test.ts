/** The rows that a dialog is about. */
import type { SelectedRow } from '../../../../apps-script/script-api';
import {
  chosenRows,
  openSelectedRows,
  type RowsWindow,
  updateSelectedRows,
} from '../../../../apps-script/windows/dialogs/selected-rows';

const row = (id: string): SelectedRow => ({ id, name: id, status: 'COLD', version: 1 });
/** A window that remembers what it was told. */
const windowFor = (rows: readonly SelectedRow[]): RowsWindow => ({
  start: { state: [rows.length], effects: [] },
  update: (state, message) => ({ state: [...(state as unknown[]), message], effects: [] }),
});
const opened = openSelectedRows(windowFor, { rows: [row('a_1')], hidden: [row('a_2')] }).state;

test('hidden rows are left out until the person wants them, and the window begins anew', () => {
  const all = updateSelectedRows(windowFor, opened, { type: 'includeHidden', include: true }).state;
  expect([chosenRows(opened).length, chosenRows(all).length, all.window]).toEqual([1, 2, [2]]);
});

test('once something is typed the rows stay', () => {
  const typed = updateSelectedRows(windowFor, opened, { type: 'typed' }).state;
  const after = updateSelectedRows(windowFor, typed, { type: 'includeHidden', include: true }).state;
  expect(chosenRows(after)).toHaveLength(1);
});

test('an answer to the window of other rows is dropped', () => {
  const all = updateSelectedRows(windowFor, opened, { type: 'includeHidden', include: true }).state;
  const late = { type: 'window', serial: opened.serial, message: 'read' } as const;
  expect(updateSelectedRows(windowFor, all, late).state.window).toEqual([2]);
  expect(updateSelectedRows(windowFor, all, { ...late, serial: all.serial }).state.window).toEqual([
    2,
    'read',
  ]);
});

test('without a row there is no window', () =>
  expect(openSelectedRows(windowFor, { rows: [], hidden: [row('a_2')] }).state.window).toBeNull());
