/** How much waits that the person at the sidebar has typed: it is sent by itself. */

import { sendableKeys } from '../../functions/domain/register/cell-origin';
import { documentProperties } from '../register/document-properties';
import { openRegister, readColumn, readRowsAt } from '../register/register-sheet';
import { type EditLog, readEditLog } from './edit-log';
import { ownEditorTest } from './editor-identity';
import { readQueueEdits } from './queue-edits';

/** Rows of the register, and cells of the queue; drafts are none, for a company is still being typed. */
export const countOwnPending = (): number => {
  const properties = documentProperties().getProperties();
  const isOwn = ownEditorTest();
  const cells = readQueueEdits(properties).edits.filter(({ editor }) => isOwn(editor)).length;
  return cells + countOwnRows(readEditLog(properties), isOwn);
};

const countOwnRows = (log: EditLog, isOwn: (editor: string) => boolean): number => {
  const ids = new Set(log.rowIdsOf(isOwn));
  const register = ids.size === 0 ? null : openRegister();
  if (register === null) return 0;
  const places = readColumn(register, 'id').flatMap((id, index) =>
    ids.has(String(id)) ? [register.headerRow + 1 + index] : [],
  );
  return readRowsAt(register, places).filter((row) =>
    sendableKeys(row).some((key) => {
      const editor = log.editorOfCell(row, key);
      return editor !== null && isOwn(editor);
    }),
  ).length;
};
