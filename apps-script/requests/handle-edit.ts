/**
 * Marks what people edit, and gives back at once what cannot be: works on phones, without sign-in and without a call of the
 * functions. Google calls it once for a pasted block, and never for what a script or the API writes.
 */

import type { TeamView } from '../../functions/contract/member';
import { blockReason } from '../../functions/domain/register/block-reason';
import { withOrigin } from '../../functions/domain/register/cell-origin';
import { classifyRow, isBlocked, type OtherRows } from '../../functions/domain/register/classify-row';
import {
  type ColumnKey,
  EDITABLE,
  type EditableKey,
  QUICK_ENTRY,
  ROW_VERSION,
} from '../../functions/domain/register/column-keys';
import { markOf, markText } from '../../functions/domain/register/request-marks';
import { shownVersion } from '../../functions/domain/register/row-version';
import { cellText, differingCells, mirrorKey, pendingKeys } from '../../functions/domain/register/sheet-row';
import { REGISTER_TAB } from '../../functions/domain/register/tabs';
import { draftMarkOf, newDraftMark } from '../register/draft-mark';
import { registerColumns } from '../register/register-columns';
import {
  findRegister,
  offerChoices,
  type Register,
  type RowValues,
  readRows,
  rowWithValues,
} from '../register/register-sheet';
import { type RowUpdate, writeRows } from '../register/write-rows';
import { cachedTeam } from '../server/team';
import { illegalMove, requestsOfRow } from './cell-requests';
import { type EditedRow, editedCells, editedDraft, editedUnknownRow, logEdits } from './edit-log';
import { currentEditor } from './editor-identity';
import { markQueueEdit } from './mark-queue-edit';
import type { CellRejection } from './read-cells';
import { rejectCells } from './reject-cells';

/** Rows that one edit is looked at for; the next refresh marks the others. */
const MAX_ROWS = 5_000;

export const handleEdit = ({ range, user }: GoogleAppsScript.Events.SheetsOnEdit): void => {
  const edit = registerEditOf(range);
  if (edit === null) {
    markQueueEdit(range, user);
    return;
  }
  const { register, rows } = edit;
  const columns = registerColumns(register);
  const team = edit.touches('owner') || edit.touches('nextCheck') ? cachedTeam() : null;
  const plans = rows.map((row) => {
    const plan = planEditedRow(edit, askedAnew(edit, row), columns, team);
    return plan.update === undefined ? plan : { ...plan, update: { ...plan.update, row } };
  });
  logEdits(
    plans.flatMap(({ edited }) => edited || []),
    () => currentEditor(user),
  );
  writeRows(
    register,
    plans.flatMap(({ update }) => update || []),
  );
  rejectCells(
    register,
    plans.flatMap(({ rejections }) => rejections),
  );
  const [top] = rows;
  if (top !== undefined && plans.some(({ isNewDraft }) => isNewDraft))
    offerChoices(register, top.row, rows.length);
};

/** An edit of cells in the register. */
interface RegisterEdit {
  register: Register;
  rows: readonly RowValues[];
  /** Whether cells of that column were edited. */
  touches: (key: ColumnKey) => boolean;
}

/** Null for an edit of anything that is no request and does not tell which account a row is. */
const registerEditOf = (range: GoogleAppsScript.Spreadsheet.Range): RegisterEdit | null => {
  const sheet = range.getSheet();
  const register = sheet.getSheetId() === REGISTER_TAB ? findRegister(sheet, range.getLastRow()) : null;
  if (register === null) return null;
  const first = Math.max(range.getRow(), register.headerRow + 1);
  const last = Math.min(range.getLastRow(), first + MAX_ROWS - 1);
  const touches = (key: ColumnKey): boolean =>
    register.at[key] >= range.getColumn() && register.at[key] <= range.getLastColumn();
  if (last < first || !(['id', 'requestState', ...EDITABLE] as const).some(touches)) return null;
  return { register, rows: readRows(register, first, last - first + 1), touches };
};

/**
 * A refused line is its own mirror, so that it asks for nothing; typed once more it asks once more: its reason may be gone.
 */
const askedAnew = ({ register, touches }: RegisterEdit, row: RowValues): RowValues =>
  touches(QUICK_ENTRY) && cellText(row, QUICK_ENTRY) === cellText(row, mirrorKey(QUICK_ENTRY))
    ? withCell(register, row, mirrorKey(QUICK_ENTRY), '')
    : row;

/** What becomes of one edited row. */
interface EditedRowPlan {
  update?: RowUpdate;
  /** What is logged as typed by the person. */
  edited?: EditedRow;
  /** A company typed into an empty row. */
  isNewDraft?: boolean;
  rejections: readonly CellRejection[];
}

const planEditedRow = (
  edit: RegisterEdit,
  row: RowValues,
  columns: OtherRows,
  team: TeamView | null,
): EditedRowPlan => {
  const { register, touches } = edit;
  // A copy bears a mark from the moment it was pasted: of other rows the IDs need not be compared.
  const mayBeCopy = touches('id') || markOf(row.cell('requestState')) === 'blocked';
  const others = mayBeCopy ? columns : { ...columns, topmostRow: () => null };
  const requestState = requestStateOf(register, row, others);
  const mark = markOf(requestState);
  if (mark === 'draft') return planDraft(edit, row, requestState);
  if (mark === 'unsent') return planRequests(edit, row, requestState, team);
  // What is typed into a blocked row is not sent, and may be moved from there, too.
  const typed = mark === 'blocked' ? pendingKeys(row).filter(touches) : [];
  const version = typed.length > 0 ? { [ROW_VERSION]: withOrigin(row, 'typed', typed) } : {};
  const cells = differingCells(row, { requestState, ...version });
  return {
    ...(Object.keys(cells).length > 0 ? { update: { row, cells, notes: {} } } : {}),
    ...(typed.length > 0 && shownVersion(row) === null ? { edited: editedUnknownRow(row, typed) } : {}),
    rejections: [],
  };
};

const planDraft = ({ touches }: RegisterEdit, row: RowValues, requestState: string): EditedRowPlan => {
  // A copy of a draft is another draft.
  const kept = touches(ROW_VERSION) ? null : draftMarkOf(row);
  const mark = kept ?? newDraftMark();
  return {
    update: { row, cells: { requestState, [ROW_VERSION]: mark }, notes: {} },
    edited: editedDraft(row, mark),
    isNewDraft: kept === null,
    rejections: [],
  };
};

/** The row keeps what was typed into which cell: what a sort of some columns brings there later was not. */
const planRequests = (
  { register, touches }: RegisterEdit,
  row: RowValues,
  requestState: string,
  team: TeamView | null,
): EditedRowPlan => {
  const waiting = pendingKeys(row);
  const typed = waiting.filter(touches);
  const version = withOrigin(row, 'typed', typed);
  const rejections = rejectionsOf(register, withCell(register, row, ROW_VERSION, version), team, waiting);
  const isKept = (key: EditableKey): boolean => !rejections.some((one) => one.key === key);
  const kept = typed.filter(isKept);
  return {
    ...(waiting.some(isKept)
      ? {
          update: {
            row,
            cells: {
              requestState,
              [ROW_VERSION]: version,
              'mirror.quickEntry': cellText(row, 'mirror.quickEntry'),
            },
            notes: oldReasons(row, kept),
          },
        }
      : {}),
    ...(kept.length > 0 ? { edited: editedCells(row, kept) } : {}),
    rejections,
  };
};

/** Why an earlier value was refused says nothing of the one that waits now. A row without a mark has no such note. */
const oldReasons = (row: RowValues, kept: readonly EditableKey[]): RowUpdate['notes'] =>
  cellText(row, 'requestState') === '' ? {} : Object.fromEntries(kept.map((key) => [key, null]));

const withCell = (
  register: Register,
  { row, values }: RowValues,
  key: ColumnKey,
  value: unknown,
): RowValues => {
  const changed = [...values];
  changed[register.at[key] - 1] = value;
  return rowWithValues(register, row, changed);
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
  team: TeamView | null,
  keys: readonly EditableKey[],
): readonly CellRejection[] => {
  const { rejections } = requestsOfRow(register, row, team, { decider: '', isSentForAnother: false, keys });
  const reason = illegalMove(row);
  return reason === null ? rejections : [...rejections, { row, key: 'status', reason }];
};
