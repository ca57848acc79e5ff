/**
 * Marks what people edit, and gives back at once what cannot be: works on phones, without sign-in and without a call of the
 * functions. Google calls it once for a pasted block, and never for what a script or the API writes.
 */
import { blockReason } from '../../functions/domain/register/block-reason';
import { classifyRow, isBlocked, type OtherRows } from '../../functions/domain/register/classify-row';
import { type ColumnKey, EDITABLE, type EditableKey } from '../../functions/domain/register/column-keys';
import { markOf, markText } from '../../functions/domain/register/request-marks';
import { cellText, pendingKeys } from '../../functions/domain/register/sheet-row';
import { REGISTER_TAB } from '../../functions/domain/register/tabs';
import { draftMarkOf, newDraftMark } from '../register/draft-mark';
import { registerColumns } from '../register/other-rows';
import { setPendingHint } from '../register/pending-hint';
import { findRegister, type Register, type RowValues, readRows } from '../register/register-sheet';
import { type RowUpdate, writeRows } from '../register/write-rows';
import { cachedTeam } from '../server/team';
import { illegalMove, requestsOfRow } from './cell-requests';
import { type EditedRow, editedCells, editedDraft, logEdits } from './edit-log';
import type { CellRejection } from './read-cells';
import { rejectCells } from './reject-cells';

/** Rows that one edit is looked at for; the next refresh marks the others. */
const MAX_ROWS = 5_000;

export const handleEdit = ({ range }: GoogleAppsScript.Events.SheetsOnEdit): void => {
  const sheet = range.getSheet();
  if (sheet.getSheetId() !== REGISTER_TAB) return;
  const register = findRegister(sheet);
  if (register === null) return;
  const first = Math.max(range.getRow(), register.headerRow + 1);
  const last = Math.min(range.getLastRow(), first + MAX_ROWS - 1);
  const touches = (key: ColumnKey): boolean =>
    register.at[key] >= range.getColumn() && register.at[key] <= range.getLastColumn();
  if (last < first || !(['id', 'name', 'requestState', ...EDITABLE] as const).some(touches)) return;
  const rows = readRows(register, first, last - first + 1);
  const columns = registerColumns(register);
  const rejections: CellRejection[] = [];
  const team = cachedTeam();
  const edits: EditedRow[] = [];
  const marked = rows.flatMap((row): RowUpdate | never[] => {
    // A copy bears a mark from the moment it was pasted: of other rows the IDs need not be compared.
    const mayBeCopy = touches('id') || markOf(row.cell('requestState')) === 'blocked';
    const others = mayBeCopy ? columns : { ...columns, topmostRow: () => null };
    const requestState = requestStateOf(register, row, others);
    if (markOf(requestState) === 'draft') {
      // A copy of a draft is another draft.
      const kept = touches('mirror.version') ? null : draftMarkOf(row);
      const mark = kept ?? newDraftMark();
      edits.push(editedDraft(row, mark));
      return { row, cells: { requestState, 'mirror.version': mark }, notes: {} };
    }
    if (markOf(requestState) === 'unsent') {
      const waiting = pendingKeys(row);
      const rejected = rejectionsOf(register, row, team, waiting);
      rejections.push(...rejected);
      const typed = waiting.filter((key) => touches(key) && !rejected.some((one) => one.key === key));
      if (typed.length > 0) edits.push(editedCells(row, typed));
      if (rejected.length === waiting.length) return [];
    }
    const isMarked = requestState === cellText(row, 'requestState');
    return isMarked ? [] : { row, cells: { requestState }, notes: {} };
  });
  logEdits(edits);
  writeRows(register, marked);
  rejectCells(register, rejections);
  if (edits.length > 0) setPendingHint(true);
};

/** What the row's request state has to say after the edit. */
const requestStateOf = ({ language }: Register, row: RowValues, others: OtherRows): string => {
  const as = classifyRow(row, others);
  const present = cellText(row, 'requestState');
  if (as.kind === 'empty') return '';
  if (as.kind === 'draft') return markText('draft', language);
  if (as.kind === 'unwritten' || isBlocked(as))
    return markText('blocked', language, blockReason(as)[language]);
  if (pendingKeys(row).length > 0) return markText('unsent', language);
  return markOf(present) === 'refused' ? present : '';
};

/** What needs no functions to be refused: no status, no date, nobody; a move that the matrix does not have. */
const rejectionsOf = (
  register: Register,
  row: RowValues,
  team: ReturnType<typeof cachedTeam>,
  keys: readonly EditableKey[],
): readonly CellRejection[] => {
  const { rejections } = requestsOfRow(register, row, team, { decider: '', isSentForAnother: false, keys });
  const reason = illegalMove(row);
  return reason === null ? rejections : [...rejections, { row, key: 'status', reason }];
};
