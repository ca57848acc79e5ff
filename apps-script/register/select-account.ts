/** The way to an account's row. */
import { NO_REGISTER } from '../messages';
import type { Result } from '../script-api';
import { isQueueScript, selectQueueRow } from './queue-rows';
import { registerColumns } from './register-columns';
import { openRegister } from './register-sheet';

/** Selects it; false when it has no row. */
export const selectAccountRow = (id: string): Result<boolean> => {
  const register = openRegister();
  if (register === null) return isQueueScript() ? { value: selectQueueRow(id) } : NO_REGISTER;
  const columns = registerColumns(register);
  const row = columns.topmostRow(id) ?? columns.rowsWithId(id)[0];
  if (row === undefined) return { value: false };
  register.sheet.getRange(row, register.at.name).activate();
  return { value: true };
};
