/** Rows that are no account of their own: copies and drafts, and the way to an account's row. */
import { COLUMN_KEYS, type ColumnKey, EDITABLE } from '../../functions/domain/register/columns';
import { markText } from '../../functions/domain/register/request-marks';
import { SCRIPT_MESSAGES } from '../messages';
import type { Result } from '../script-api';
import { comparableCell, openRegister, readColumn, readRows } from './register-sheet';
import { writeRows } from './write-rows';

const NO_REGISTER = { error: { code: 'NO_REGISTER', message: SCRIPT_MESSAGES.noRegister } };

/** Selects it; false when it has no row. */
export const selectAccountRow = (id: string): Result<boolean> => {
  const register = openRegister();
  if (register === null) return NO_REGISTER;
  const index = readColumn(register, 'id').map(String).indexOf(id);
  if (index < 0) return { value: false };
  register.sheet.getRange(register.headerRow + 1 + index, register.at.name).activate();
  return { value: true };
};

/** What a draft keeps of the row that it was copied from. */
const DRAFT_COLUMNS: readonly ColumnKey[] = ['name', ...EDITABLE];

/** False when the row is no copy any more: it is looked at again, for rows move. */
export const resolveCopiedRow = (row: number, how: 'draft' | 'remove'): Result<boolean> => {
  const register = openRegister();
  if (register === null) return NO_REGISTER;
  const [found] = readRows(register, row, 1);
  const ids = readColumn(register, 'id').map(String);
  const id = found === undefined ? '' : comparableCell(register, found, 'id');
  if (found === undefined || id === '' || ids.indexOf(id) === row - register.headerRow - 1)
    return { value: false };
  if (how === 'remove') register.sheet.deleteRow(row);
  else {
    const cells = Object.fromEntries(
      COLUMN_KEYS.filter((key) => DRAFT_COLUMNS.indexOf(key) < 0).map((key) => [key, '']),
    );
    const requestState = markText('draft', register.language);
    writeRows(register, [{ row: found, cells: { ...cells, requestState }, notes: {} }]);
  }
  return { value: true };
};
