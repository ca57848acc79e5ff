/** The rows of the queue's tabs: which account each is, by the hidden cell that says so. */

import { parseRowAccount } from '../../functions/domain/queue/row-account';
import { markOf, REQUEST_STATE_LABEL, type RequestMark } from '../../functions/domain/register/request-marks';
import { TODAY_TAB } from '../../functions/domain/register/tabs';
import type { Language, SelectedRow, SidebarState } from '../script-api';
import { activeSpreadsheet, sheetById } from './active-spreadsheet';
import { findKeyRow, registerSheet, type Sheet, sheetDate } from './register-sheet';
import { runsOfNeighbours } from './write-rows';

/** Whether the script is the one of the queue's spreadsheet, which may be the register's, too. */
export const isQueueScript = (): boolean => registerSheet() === null && todaySheet() !== null;

export const todaySheet = (): Sheet | null => sheetById(TODAY_TAB);

/** Rows count from 1; those of no account are left out. */
export const queueAccountsAt = (
  sheet: Sheet,
  first: number,
  rows: number,
): { row: number; account: SelectedRow }[] =>
  rows <= 0 ? [] : queueTabRows(sheet, first, first + rows - 1)?.rows || [];

/** The account of the first selected row on the active tab. */
export const queueSelection = (): SidebarState['selection'] => {
  const sheet = activeSpreadsheet().getActiveSheet();
  const range = sheet.getActiveRange();
  const row = range?.getRow() || 0;
  if (range === null || row > sheet.getMaxRows()) return { kind: 'none' };
  const [selected] = queueAccountsAt(sheet, row, 1);
  return selected === undefined
    ? { kind: 'none' }
    : { kind: 'account', ...selected.account, more: range.getNumRows() - 1 };
};

/** Selects the account's row on the tab of everybody; false where it has none. */
export const selectQueueRow = (id: string): boolean => {
  const sheet = todaySheet();
  const found =
    sheet === null
      ? undefined
      : queueAccountsAt(sheet, 1, sheet.getLastRow()).find((one) => one.account.id === id);
  if (sheet === null || found === undefined) return false;
  sheet.getRange(found.row, 2).activate();
  return true;
};

/** A row of an account, on a tab with cells that are requests. */
export interface QueueTabRow {
  tab: QueueTab;
  /** From 1. */
  row: number;
  /** The account that the row's hidden cell names. `more` are the cell's further words; the key tells several rows of one account apart. */
  account: SelectedRow & { key: string; more: readonly string[] };
  /** It names another company than it was written for, as after a sort of some columns. */
  isTorn: boolean;
  mark: RequestMark | null;
  /** The text in the column with that key; days as YYYY-MM-DD. */
  text: (key: string) => string;
}

interface QueueTab {
  sheet: Sheet;
  /** From 1; 0 where the tab has none. */
  columnOf: (key: string) => number;
  language: Language;
}

/** Null where the tab is none of the queue's. Of the rows that are asked for, those of accounts. */
export const queueTabRows = (
  sheet: Sheet,
  from: number,
  to: number,
): { columnOf: QueueTab['columnOf']; rows: QueueTabRow[] } | null => {
  const found = findKeyRow(sheet, ['basis', 'name', 'request']);
  if (found === null) return null;
  const { rows: top, keyRow, keys, width, lastRow } = found;
  const columnOf = (key: string): number => keys.indexOf(key) + 1;
  const isEnglish = (top[keyRow + 1] || []).indexOf(REQUEST_STATE_LABEL.en) >= 0;
  const tab: QueueTab = { sheet, columnOf, language: isEnglish ? 'en' : 'ja' };
  const isWhole = top.length === lastRow;
  const rows = isWhole ? top.slice(from - 1, to) : sheet.getSheetValues(from, 1, to - from + 1, width);
  return { columnOf, rows: rows.flatMap((cells, index) => queueRow(tab, from + index, cells) || []) };
};

const queueRow = (tab: QueueTab, row: number, cells: readonly unknown[]): QueueTabRow | null => {
  const text = (key: string): string => {
    const cell = cells[tab.columnOf(key) - 1];
    return cell instanceof Date ? sheetDate(cell) : String(cell ?? '');
  };
  const account = parseRowAccount(text('basis'));
  if (account === null) return null;
  const [isTorn, mark] = [account.name !== text('name'), markOf(text('request'))];
  return { tab, row, account, isTorn, mark, text };
};

/** The rows of all tabs, without those that name another company than they were written for. */
export const wholeQueueRows = (): QueueTabRow[] =>
  activeSpreadsheet()
    .getSheets()
    .flatMap((sheet) => queueTabRows(sheet, 1, Math.max(sheet.getLastRow(), 1))?.rows || [])
    .filter(({ isTorn }) => !isTorn);

/** What became of what was typed into each row; from the top of each tab, whose rows are neighbours of no other tab's. */
export const writeRequestStates = (states: readonly { row: QueueTabRow; state: string }[]): void => {
  for (const tab of new Set(states.map(({ row }) => row.tab))) {
    const ofTab = states.filter(({ row }) => row.tab === tab);
    for (const run of runsOfNeighbours(ofTab, ({ row }) => row.row))
      tab.sheet
        .getRange(run[0]?.row.row || 1, tab.columnOf('request'), run.length, 1)
        .setValues(run.map(({ state }) => [state]));
  }
};
