/** Rows that are no account of their own: copies and drafts, and the way to an account's row. */
import { COLUMN_KEYS, type ColumnKey, GOVERNED } from '../functions/domain/register-columns';
import { markText } from '../functions/domain/request-marks';
import { cellText, openRegister, readColumn, readRows } from './register';
import { show } from './show';
import type { Told } from './told';
import { SAYS } from './words';

const noRegister = { trouble: { code: 'NO_REGISTER', message: SAYS.noRegister } };

/** Selects it; false when it has no row. */
export const goTo = (id: string): Told<boolean> => {
  const register = openRegister();
  if (register === null) return noRegister;
  const index = readColumn(register, 'id').map(String).indexOf(id);
  if (index < 0) return { told: false };
  register.sheet.getRange(register.headerRow + 1 + index, register.at.name).activate();
  return { told: true };
};

/** What a draft keeps of the row that it was copied from. */
const KEPT: readonly ColumnKey[] = ['name', ...GOVERNED];

/** False when the row is no copy any more: it is looked at again, for rows move. */
export const settleCopy = (row: number, how: 'draft' | 'remove'): Told<boolean> => {
  const register = openRegister();
  if (register === null) return noRegister;
  const [found] = readRows(register, row, 1);
  const ids = readColumn(register, 'id').map(String);
  const id = found === undefined ? '' : cellText(register, found, 'id');
  if (found === undefined || id === '' || ids.indexOf(id) === row - register.headerRow - 1)
    return { told: false };
  if (how === 'remove') register.sheet.deleteRow(row);
  else {
    const cells = Object.fromEntries(
      COLUMN_KEYS.filter((key) => KEPT.indexOf(key) < 0).map((key) => [key, '']),
    );
    const requestState = markText('draft', register.language);
    show(register, [{ row: found, cells: { ...cells, requestState }, notes: {} }]);
  }
  return { told: true };
};
