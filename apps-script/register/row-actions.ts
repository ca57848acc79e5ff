/** Rows that are no account of their own: copies and drafts, and the way to an account's row. */
import { classifyRow } from '../../functions/domain/register/classify-row';
import { COLUMN_KEYS, type ColumnKey, EDITABLE } from '../../functions/domain/register/columns';
import { markText } from '../../functions/domain/register/request-marks';
import { SCRIPT_MESSAGES } from '../messages';
import type { Result } from '../script-api';
import { registerColumns } from './other-rows';
import { openRegister, readRows } from './register-sheet';
import { writeRows } from './write-rows';

const NO_REGISTER = { error: { code: 'NO_REGISTER', message: SCRIPT_MESSAGES.noRegister } };

/** Selects it; false when it has no row. */
export const selectAccountRow = (id: string): Result<boolean> => {
  const register = openRegister();
  if (register === null) return NO_REGISTER;
  const columns = registerColumns(register);
  const row = columns.topmostRow(id) ?? columns.rowsWithId(id)[0];
  if (row === undefined) return { value: false };
  register.sheet.getRange(row, register.at.name).activate();
  return { value: true };
};

/** What a draft keeps of the row that it was copied from. */
const DRAFT_COLUMNS: readonly ColumnKey[] = ['name', ...EDITABLE];

/** False when the row is no copy any more: it is looked at again, for rows move. */
export const resolveCopiedRow = (rowNumber: number, how: 'draft' | 'remove'): Result<boolean> => {
  const register = openRegister();
  if (register === null) return NO_REGISTER;
  const [row] = readRows(register, rowNumber, 1);
  if (row === undefined || classifyRow(row, registerColumns(register)).kind !== 'copied')
    return { value: false };
  if (how === 'remove') register.sheet.deleteRow(rowNumber);
  else {
    const emptied = COLUMN_KEYS.filter((key) => DRAFT_COLUMNS.indexOf(key) < 0);
    const cells = Object.fromEntries(emptied.map((key) => [key, '']));
    const requestState = markText('draft', register.language);
    writeRows(register, [{ row, cells: { ...cells, requestState }, notes: {} }]);
  }
  return { value: true };
};
