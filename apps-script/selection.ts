/** What the person has selected in the register: accounts by their IDs, never by where they stand. */
import { parseStatus } from '../functions/domain/statuses';
import {
  cellText,
  isTorn,
  kindOf,
  mirrorOf,
  namesIn,
  openRegister,
  type Register,
  type Row,
  readColumn,
  readRows,
} from './register';
import type { SelectedRow, SidebarState } from './told';

export interface Selected {
  register: Register;
  rows: readonly SelectedRow[];
  /** Hidden by a filter or by hand. */
  hidden: readonly SelectedRow[];
  /** Drafts, copies, torn rows. */
  others: number;
}

/** More are not looked at: nobody means to change so many by hand. */
const MOST_ROWS = 1_000;

export const selectedAccounts = (): Selected | null => {
  const register = openRegister();
  if (register === null || !isActive(register)) return null;
  const { sheet, headerRow } = register;
  const last = sheet.getLastRow();
  const ranges = sheet.getActiveRangeList()?.getRanges() ?? [];
  const taken = new Set<string>();
  const names = namesIn(register);
  const [rows, hidden]: [SelectedRow[], SelectedRow[]] = [[], []];
  let others = 0;
  for (const range of ranges) {
    const first = Math.max(range.getRow(), headerRow + 1);
    const end = Math.min(range.getLastRow(), last, first + MOST_ROWS - 1);
    for (const row of readRows(register, first, end - first + 1)) {
      const account = accountOf(register, row);
      if (kindOf(register, row) === 'empty') continue;
      if (account === null || isTorn(register, row, names) || taken.has(account.id)) {
        others += 1;
        continue;
      }
      taken.add(account.id);
      const isHidden =
        end > first && (sheet.isRowHiddenByFilter(row.row) || sheet.isRowHiddenByUser(row.row));
      (isHidden ? hidden : rows).push(account);
    }
  }
  return { register, rows, hidden, others };
};

/** The account as it was written last; null for a row that is none. */
export const accountOf = (register: Register, row: Row): SelectedRow | null => {
  if (kindOf(register, row) !== 'account') return null;
  const status = parseStatus(cellText(register, row, mirrorOf('status')));
  return status === null
    ? null
    : {
        id: cellText(register, row, 'id'),
        name: cellText(register, row, 'mirror.name'),
        status,
        version: Number(cellText(register, row, 'mirror.version')),
      };
};

const isActive = ({ sheet }: Register): boolean =>
  SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getSheetId() === sheet.getSheetId();

/** Of the first selected row; asks nothing but the sheet. */
export const selectionState = (): SidebarState['selection'] => {
  const register = openRegister();
  if (register === null || !isActive(register)) return { kind: 'none' };
  const { sheet, headerRow } = register;
  const range = sheet.getActiveRange();
  const at = range?.getRow() ?? 0;
  if (range === null || at <= headerRow || at > sheet.getMaxRows()) return { kind: 'none' };
  const [row] = readRows(register, at, 1);
  if (row === undefined) return { kind: 'none' };
  const kind = kindOf(register, row);
  if (kind === 'empty') return { kind: 'none' };
  if (kind === 'draft') return { kind, row: at, name: cellText(register, row, 'name').trim() };
  const account = accountOf(register, row);
  if (account === null || isTorn(register, row, namesIn(register))) return { kind: 'torn', row: at };
  const ids = readColumn(register, 'id').map(String);
  const isCopy = ids.indexOf(account.id) !== at - headerRow - 1;
  if (isCopy) return { kind: 'copied', row: at, id: account.id, name: account.name };
  return { kind: 'account', ...account, more: range.getNumRows() - 1 };
};
