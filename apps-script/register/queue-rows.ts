/** The rows of the queue's tabs: which account each is, by the hidden cell that says so. */
import { accountOfRow } from '../../functions/domain/queue/row-account';
import { TODAY_TAB } from '../../functions/domain/register/tabs';
import type { SelectedRow, SidebarState } from '../script-api';
import { registerSheet, type Sheet } from './register-sheet';

/** Whether the script is the one of the queue's spreadsheet, which may be the register's, too. */
export const isQueueScript = (): boolean => registerSheet() === null && todaySheet() !== null;

const todaySheet = (): Sheet | null => SpreadsheetApp.getActiveSpreadsheet().getSheetById(TODAY_TAB);

/** Rows count from 1; those of no account are left out. */
export const queueAccountsAt = (
  sheet: Sheet,
  first: number,
  rows: number,
): { row: number; account: SelectedRow }[] => {
  const width = sheet.getLastColumn();
  if (rows <= 0 || width === 0) return [];
  return sheet
    .getRange(first, 1, rows, width)
    .getValues()
    .flatMap((cells: unknown[], index) => {
      const account = accountOfRow(cells);
      return account === null ? [] : { row: first + index, account };
    });
};

/** Of the first selected row of the tab that is shown. */
export const queueSelection = (): SidebarState['selection'] => {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
  const range = sheet.getActiveRange();
  const row = range?.getRow() ?? 0;
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
