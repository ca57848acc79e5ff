/** What the log of edits tells of cells that are about to be sent: their texts were typed into another row. */
import { sendableKeys, withOrigin } from '../../functions/domain/register/cell-origin';
import { type EditableKey, ROW_VERSION } from '../../functions/domain/register/column-keys';
import { cellText } from '../../functions/domain/register/sheet-row';
import { columnTexts, type Register, type RowValues, readRowsAt } from '../register/register-sheet';
import { rowIds } from '../register/row-ids';
import { type RowUpdate, writeRows } from '../register/write-rows';
import type { EditLog } from './edit-log';

/**
 * The rows as they are then. People may have overwritten the version cell that told where a text was typed, and the row of no
 * account has none; a text that nobody typed here, and that its own row shows no more, was moved here and is not sent.
 */
export const markMovedCells = (register: Register, rows: readonly RowValues[], log: EditLog): RowValues[] => {
  const updates = rows.flatMap((row): RowUpdate | never[] => {
    const keys = movedKeys(register, row, log);
    if (keys.length === 0) return [];
    return { row, cells: { [ROW_VERSION]: withOrigin(row, 'moved', keys) }, notes: {} };
  });
  if (updates.length === 0) return [...rows];
  writeRows(register, updates);
  return readRowsAt(
    register,
    rows.map(({ row }) => row),
  );
};

const movedKeys = (register: Register, row: RowValues, log: EditLog): EditableKey[] =>
  sendableKeys(row).filter(
    (key) =>
      log.editorOfCell(row, key) === null &&
      log.otherRowIds(row, key).some((rowId) => !isShown(register, rowId, key, cellText(row, key))),
  );

/** `rowId` is that of an account or a draft, or empty for rows of neither. */
const isShown = (register: Register, rowId: string, key: EditableKey, text: string): boolean => {
  const texts = columnTexts(register, key);
  const ids = rowIds(register);
  return texts.some((one, index) => one === text && ids[index] === rowId);
};
