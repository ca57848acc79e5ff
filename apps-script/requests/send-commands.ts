/** Commands from the sidebar and the dialogs: sent as they are, and shown in the rows of their accounts. */
import type { CommandRequest, CommandResult } from '../../functions/contract/commands';
import type { TeamView } from '../../functions/contract/member';
import { type RegisterView, rowCells } from '../../functions/domain/register/cells';
import { classifyRow } from '../../functions/domain/register/classify-row';
import { EDITABLE, QUICK_ENTRY } from '../../functions/domain/register/column-keys';
import { reconcileRow } from '../../functions/domain/register/reconcile-row';
import type { RegisterRow } from '../../functions/domain/register/row';
import { cellText } from '../../functions/domain/register/sheet-row';
import { registerColumns } from '../register/register-columns';
import {
  offerChoices,
  openRegister,
  type Register,
  readRowsAt,
  rowWithValues,
} from '../register/register-sheet';
import type { RowUpdate } from '../register/write-rows';
import type { Result } from '../script-api';
import { callFunction } from '../server/call-function';
import { withDocumentLock } from '../server/document-lock';
import { cacheTeam } from '../server/team';
import { answerQueueRows } from './answer-queue-rows';
import { writeAnswers } from './write-answers';

/** Commands in one call. */
const COMMANDS_PER_CALL = 200;

export const sendCommandRequests = (
  requests: readonly CommandRequest[],
  channel: 'menu' | 'sidebar',
): Result<readonly CommandResult[]> =>
  withDocumentLock(() => {
    const results: CommandResult[] = [];
    for (let from = 0; from < requests.length; from += COMMANDS_PER_CALL) {
      const commands = requests.slice(from, from + COMMANDS_PER_CALL);
      const answer = callFunction('commands', 'POST', { body: { channel, commands } });
      if ('error' in answer) return answer;
      const { outcomes, team } = answer.value;
      cacheTeam(team);
      results.push(...outcomes);
      writeAccounts(
        outcomes.flatMap(({ row }) => row || []),
        team,
      );
      answerQueueRows(commands, outcomes, team.today);
    }
    return { value: results };
  });

/** The last state of each, in its row; a new one in the first row that is free. What waits in a row goes on waiting. */
export const writeAccounts = (rows: readonly RegisterRow[], team: TeamView): void => {
  const register = openRegister();
  if (register === null || rows.length === 0) return;
  const view = { ...team, language: register.language };
  const columns = registerColumns(register);
  const latest = new Map(rows.map((row) => [row.id, row]));
  const places = new Map<number, RegisterRow>();
  for (const account of latest.values()) {
    const row = columns.topmostRow(account.id);
    if (row !== null) places.set(row, account);
  }
  const updates = readRowsAt(register, [...places.keys()]).flatMap((row): RowUpdate | never[] => {
    const account = places.get(row.row);
    const { kind } = classifyRow(row, { ...columns, topmostRow: () => null });
    if (account === undefined || (kind !== 'account' && kind !== 'unwritten')) return [];
    const { cells, pending } = reconcileRow(row, account, view, {
      isWritten: kind === 'account',
      isAnswered: true,
    });
    // A refused line stays, and so does why.
    const answered = EDITABLE.filter(
      (key) => pending.indexOf(key) < 0 && (key !== QUICK_ENTRY || cellText(row, key) === ''),
    );
    return { row, cells, notes: Object.fromEntries(answered.map((key) => [key, null])) };
  });
  const added = [...latest.values()].filter(
    ({ id, withdrawn }) => !withdrawn && columns.rowsWithId(id).length === 0 && !columns.isMirroredId(id),
  );
  writeAnswers(register, [...updates, ...newRows(register, added, view)]);
};

const newRows = (register: Register, accounts: readonly RegisterRow[], view: RegisterView): RowUpdate[] => {
  if (accounts.length === 0) return [];
  const { sheet } = register;
  const first = Math.max(sheet.getLastRow(), register.headerRow) + 1;
  const missing = first + accounts.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  offerChoices(register, first, accounts.length);
  return accounts.map((account, index) => ({
    row: rowWithValues(register, first + index, []),
    cells: rowCells(account, view),
    notes: {},
  }));
};
