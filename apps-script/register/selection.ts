/** What the person has selected in the register: accounts by their IDs, never by where they stand. */
import { parseStatus } from '../../functions/domain/status/statuses';
import type { SelectedRow, SidebarState } from '../script-api';
import {
  comparableCell,
  isInconsistent,
  mirrorKey,
  mirrorNames,
  openRegister,
  type Register,
  type RowValues,
  readColumn,
  readRows,
  rowKind,
} from './register-sheet';

export interface SelectedAccounts {
  register: Register;
  rows: readonly SelectedRow[];
  /** Hidden by a filter or by hand. */
  hidden: readonly SelectedRow[];
  /** Drafts, copies, torn rows. */
  otherRows: number;
}

/** More are not looked at: nobody means to change so many by hand. */
const MAX_ROWS = 1_000;

export const selectedAccounts = (): SelectedAccounts | null => {
  const register = openRegister();
  if (register === null || !isActiveSheet(register)) return null;
  const { sheet, headerRow } = register;
  const last = sheet.getLastRow();
  const ranges = sheet.getActiveRangeList()?.getRanges() ?? [];
  const taken = new Set<string>();
  const names = mirrorNames(register);
  const [rows, hidden]: [SelectedRow[], SelectedRow[]] = [[], []];
  let otherRows = 0;
  for (const range of ranges) {
    const first = Math.max(range.getRow(), headerRow + 1);
    const end = Math.min(range.getLastRow(), last, first + MAX_ROWS - 1);
    for (const row of readRows(register, first, end - first + 1)) {
      const account = accountInRow(register, row);
      if (rowKind(register, row) === 'empty') continue;
      if (account === null || isInconsistent(register, row, names) || taken.has(account.id)) {
        otherRows += 1;
        continue;
      }
      taken.add(account.id);
      const isHidden =
        end > first && (sheet.isRowHiddenByFilter(row.row) || sheet.isRowHiddenByUser(row.row));
      (isHidden ? hidden : rows).push(account);
    }
  }
  return { register, rows, hidden, otherRows };
};

/** The account as it was written last; null for a row that is none. */
export const accountInRow = (register: Register, row: RowValues): SelectedRow | null => {
  if (rowKind(register, row) !== 'account') return null;
  const status = parseStatus(comparableCell(register, row, mirrorKey('status')));
  return status === null
    ? null
    : {
        id: comparableCell(register, row, 'id'),
        name: comparableCell(register, row, 'mirror.name'),
        status,
        version: Number(comparableCell(register, row, 'mirror.version')),
      };
};

const isActiveSheet = ({ sheet }: Register): boolean =>
  SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getSheetId() === sheet.getSheetId();

/** Of the first selected row; asks nothing but the sheet. */
export const selectionState = (): SidebarState['selection'] => {
  const register = openRegister();
  if (register === null || !isActiveSheet(register)) return { kind: 'none' };
  const { sheet, headerRow } = register;
  const range = sheet.getActiveRange();
  const at = range?.getRow() ?? 0;
  if (range === null || at <= headerRow || at > sheet.getMaxRows()) return { kind: 'none' };
  const [row] = readRows(register, at, 1);
  if (row === undefined) return { kind: 'none' };
  const kind = rowKind(register, row);
  if (kind === 'empty') return { kind: 'none' };
  if (kind === 'draft') return { kind, row: at, name: comparableCell(register, row, 'name').trim() };
  const account = accountInRow(register, row);
  if (account === null || isInconsistent(register, row, mirrorNames(register)))
    return { kind: 'inconsistent', row: at };
  const ids = readColumn(register, 'id').map(String);
  const isCopy = ids.indexOf(account.id) !== at - headerRow - 1;
  if (isCopy) return { kind: 'copied', row: at, id: account.id, name: account.name };
  return { kind: 'account', ...account, more: range.getNumRows() - 1 };
};
