/** What a row is known by, wherever it stands: the ID of its account, or of a draft its mark. */
import { ROW_VERSION } from '../../functions/domain/register/column-keys';
import { cellText, type SheetRow } from '../../functions/domain/register/sheet-row';
import { type Register, readColumn } from './register-sheet';

export const rowIdOf = (row: SheetRow): string => cellText(row, 'id') || cellText(row, ROW_VERSION);

/** The IDs of all rows below the header. */
export const rowIds = (register: Register): string[] => {
  const marks = readColumn(register, ROW_VERSION);
  return readColumn(register, 'id').map((id, index) => String(id || marks[index]));
};
