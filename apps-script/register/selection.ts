/** What the person has selected in the register: accounts by their IDs, never by where they stand. */

import { classifyRow, type RowClass } from '../../functions/domain/register/classify-row';
import { shownVersion } from '../../functions/domain/register/row-version';
import { cellText } from '../../functions/domain/register/sheet-row';
import { parseStatus } from '../../functions/domain/status/parse-status';
import type { SelectedRow, SidebarInput, SidebarState } from '../script-api';
import { activeSpreadsheet } from './active-spreadsheet';
import { draftMarkOf } from './draft-mark';
import { queueAccountsAt, queueSelection } from './queue-rows';
import { registerColumns } from './register-columns';
import {
  findKeyRow,
  openRegister,
  type Register,
  type RowValues,
  readRows,
  type Sheet,
} from './register-sheet';

export interface SelectedAccounts {
  rows: readonly SelectedRow[];
  /** Hidden by a filter or by hand. */
  hidden: readonly SelectedRow[];
  /** Drafts, copies, rows whose cells do not belong together. */
  otherRows: number;
}

/** What stands above the columns as their keys, on whatever tab of ours, and which of them the selected cell is in. */
export const selectedColumn = (): Pick<SidebarInput, 'columns' | 'column'> => {
  const sheet = activeSpreadsheet().getActiveSheet();
  return {
    columns: findKeyRow(sheet, ['name'])?.keys || [],
    column: sheet.getActiveCell().getColumn() - 1,
  };
};

/** More are not looked at: nobody means to change so many by hand. */
const MAX_ROWS = 1_000;

export const selectedAccounts = (): SelectedAccounts => {
  const register = openRegister();
  if (register !== null && isActiveSheet(register))
    return collectSelected(register.sheet, register.headerRow, (first, rows) =>
      accountsAt(register, first, rows),
    );
  const sheet = activeSpreadsheet().getActiveSheet();
  return collectSelected(sheet, 0, (first, rows) => queueAccountsAt(sheet, first, rows));
};

/** A row of the selection; null where it is no account. */
type RowAccounts = readonly { row: number; account: SelectedRow | null }[];

const accountsAt = (register: Register, first: number, rows: number): RowAccounts => {
  const columns = registerColumns(register);
  return readRows(register, first, rows).flatMap((row) => {
    const as = classifyRow(row, columns);
    return as.kind === 'empty' || as.kind === 'nameless'
      ? []
      : { row: row.row, account: accountInRow(row, as) };
  });
};

const collectSelected = (
  sheet: Sheet,
  headerRow: number,
  accountsIn: (first: number, rows: number) => RowAccounts,
): SelectedAccounts => {
  const last = sheet.getLastRow();
  const ranges = sheet.getActiveRangeList()?.getRanges() || [];
  const taken = new Set<string>();
  const [rows, hidden]: [SelectedRow[], SelectedRow[]] = [[], []];
  let otherRows = 0;
  for (const range of ranges) {
    const first = Math.max(range.getRow(), headerRow + 1);
    const end = Math.min(range.getLastRow(), last, first + MAX_ROWS - 1);
    for (const { row, account } of accountsIn(first, end - first + 1)) {
      if (account === null || taken.has(account.id)) {
        otherRows += 1;
        continue;
      }
      taken.add(account.id);
      const isHidden = end > first && (sheet.isRowHiddenByFilter(row) || sheet.isRowHiddenByUser(row));
      (isHidden ? hidden : rows).push(account);
    }
  }
  return { rows, hidden, otherRows };
};

/** The account as it was written last; null for a row that is none. */
export const accountInRow = (row: RowValues, as: RowClass): SelectedRow | null => {
  const status = parseStatus(cellText(row, 'mirror.status'));
  const version = shownVersion(row);
  return as.kind !== 'account' || status === null || version === null
    ? null
    : { id: as.accountId, name: cellText(row, 'mirror.name'), status, version };
};

const isActiveSheet = ({ sheet }: Register): boolean =>
  activeSpreadsheet().getActiveSheet().getSheetId() === sheet.getSheetId();

/** Of the first selected row; asks nothing but the sheet. */
export const selectionState = (): SidebarState['selection'] => {
  const register = openRegister();
  if (register === null || !isActiveSheet(register)) return queueSelection();
  const { sheet, headerRow } = register;
  const range = sheet.getActiveRange();
  const at = range?.getRow() || 0;
  if (range === null || at <= headerRow || at > sheet.getMaxRows()) return { kind: 'none' };
  const [row] = readRows(register, at, 1);
  if (row === undefined) return { kind: 'none' };
  const as = classifyRow(row, registerColumns(register));
  if (as.kind === 'empty' || as.kind === 'nameless') return { kind: 'none' };
  if (as.kind === 'draft')
    return { kind: 'draft', row: at, name: cellText(row, 'name').trim(), mark: draftMarkOf(row) };
  if (as.kind === 'copied')
    return { kind: 'copied', row: at, id: as.accountId, name: cellText(row, 'mirror.name') };
  const account = accountInRow(row, as);
  if (account === null) return { kind: as.kind === 'idTypedOver' ? 'idTypedOver' : 'inconsistent', row: at };
  return { kind: 'account', ...account, more: range.getNumRows() - 1 };
};
