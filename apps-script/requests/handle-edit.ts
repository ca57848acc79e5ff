/**
 * Marks what people edit, and gives back at once what cannot be: works on phones, without sign-in and without a call of the
 * functions. Script and API writes come here never, a block comes once.
 */
import { type ColumnKey, EDITABLE } from '../../functions/domain/register/columns';
import { markOf, markText } from '../../functions/domain/register/request-marks';
import { REGISTER_TAB } from '../../functions/domain/register/tabs';
import { BLOCK_REASONS } from '../messages';
import { setPendingHint } from '../register/pending-hint';
import {
  comparableCell,
  findRegister,
  isInconsistent,
  mirrorNames,
  pendingKeys,
  type Register,
  type RowValues,
  readColumn,
  readRows,
  rowKind,
} from '../register/register-sheet';
import { type RowUpdate, writeRows } from '../register/write-rows';
import { cachedTeam } from '../server/team';
import { type CellRejection, illegalMove, requestsOfRow } from './cell-requests';
import { rejectCells } from './send-pending';

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
  const copies = touches('id') ? repeatedIds(register) : null;
  const names = mirrorNames(register);
  const rejections: CellRejection[] = [];
  const team = cachedTeam();
  const marked = rows.flatMap((row): RowUpdate | never[] => {
    const mark = requestStateOf(register, row, copies, names);
    if (mark === PENDING) {
      const refused = rejectionsOf(register, row, team);
      rejections.push(...refused);
      if (refused.length === pendingKeys(register, row).length) return [];
    }
    const present = comparableCell(register, row, 'requestState');
    const said = mark === PENDING || mark === DRAFT ? markText(mark, register.language) : mark;
    if (said === present) return [];
    return { row, cells: { requestState: said }, notes: {} };
  });
  writeRows(register, marked);
  rejectCells(register, rejections);
  if (marked.some(({ cells }) => markOf(cells.requestState) === PENDING)) setPendingHint(true);
};

const PENDING = 'unsent';
const DRAFT = 'draft';

/** What the row's request state has to say. */
const requestStateOf = (
  register: Register,
  row: RowValues,
  copies: ReadonlySet<string> | null,
  names: () => ReadonlySet<string>,
): string => {
  const kind = rowKind(register, row);
  const present = comparableCell(register, row, 'requestState');
  if (kind === 'empty') return '';
  if (kind === 'draft') return DRAFT;
  const frozen = (why: keyof typeof BLOCK_REASONS): string =>
    markText('frozen', register.language, BLOCK_REASONS[why][register.language]);
  if (copies?.has(comparableCell(register, row, 'id'))) return frozen('copied');
  if (isInconsistent(register, row, names)) return frozen('inconsistent');
  if (pendingKeys(register, row).length > 0) return PENDING;
  return markOf(present) === 'refused' ? present : '';
};

/** IDs that stand in more than one row. */
const repeatedIds = (register: Register): Set<string> => {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const cell of readColumn(register, 'id')) {
    const id = String(cell);
    if (id !== '' && once.has(id)) twice.add(id);
    once.add(id);
  }
  return twice;
};

/** What needs no functions to be refused: no status, no date, nobody; a move that the matrix does not have. */
const rejectionsOf = (
  register: Register,
  row: RowValues,
  team: ReturnType<typeof cachedTeam>,
): readonly CellRejection[] => {
  const { rejections } = requestsOfRow(register, row, team, '');
  const why = illegalMove(register, row);
  return why === null ? rejections : [...rejections, { row, key: 'status', reason: why }];
};
