/** A row that was copied from an account's: it becomes a draft of its own, or goes. */
import { classifyRow } from '../../functions/domain/register/classify-row';
import { COLUMN_KEYS, EDITABLE, ROW_VERSION } from '../../functions/domain/register/column-keys';
import { markText } from '../../functions/domain/register/request-marks';
import { NO_REGISTER } from '../messages';
import { newDraftMark } from '../register/draft-mark';
import { registerColumns } from '../register/register-columns';
import { openRegister, readRows } from '../register/register-sheet';
import { writeRows } from '../register/write-rows';
import type { Result } from '../script-api';
import { editedDraft, logEdits } from './edit-log';

/** False when a copy of that account's row stands there no more: it is looked at again, for rows move. */
export const resolveCopiedRow = (rowNumber: number, how: 'draft' | 'remove', id: string): Result<boolean> => {
  const register = openRegister();
  if (register === null) return NO_REGISTER;
  const [row] = readRows(register, rowNumber, 1);
  const as = row === undefined ? null : classifyRow(row, registerColumns(register));
  if (row === undefined || as?.kind !== 'copied' || as.accountId !== id) return { value: false };
  if (how === 'remove') register.sheet.deleteRow(rowNumber);
  else {
    // A draft keeps what people may type of the row that it was copied from.
    const emptied = COLUMN_KEYS.filter((key) => EDITABLE.every((one) => one !== key));
    const cells = Object.fromEntries(emptied.map((key) => [key, '']));
    const requestState = markText('draft', register.language);
    const mark = newDraftMark();
    logEdits([editedDraft(row, mark)]);
    writeRows(register, [{ row, cells: { ...cells, requestState, [ROW_VERSION]: mark }, notes: {} }]);
  }
  return { value: true };
};
