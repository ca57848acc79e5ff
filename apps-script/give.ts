/** Commands from the sidebar and the dialogs: sent as they are, and shown in the rows of their accounts. */
import type { CommandsAnswer, Outcome, TeamView } from '../functions/contract';
import { rowCells } from '../functions/domain/register-cells';
import { type ColumnKey, GOVERNED } from '../functions/domain/register-columns';
import type { RegisterRow } from '../functions/domain/register-row';
import { markOf, markText } from '../functions/domain/request-marks';
import { callFunction } from './functions';
import { keepLast } from './last';
import {
  cellText,
  mirrorOf,
  openRegister,
  type Register,
  type Row,
  readColumn,
  readScattered,
  valueText,
  waitingKeys,
} from './register';
import { withTurn } from './send';
import { type Shown, show } from './show';
import { rememberTeam } from './team';
import type { Fate, Told, Wish } from './told';

/** Commands in one call. */
const BLOCK = 200;

export const give = (wishes: readonly Wish[], channel: 'menu' | 'sidebar'): Told<readonly Fate[]> =>
  withTurn(() => {
    const fates: Fate[] = [];
    for (let from = 0; from < wishes.length; from += BLOCK) {
      const answer = callFunction<CommandsAnswer>('commands', {
        body: {
          channel,
          commands: wishes.slice(from, from + BLOCK).map(({ requestId, accountId, version, command }) => ({
            requestId,
            accountId,
            expectedVersion: version,
            command,
          })),
        },
      });
      if ('trouble' in answer) return answer;
      const { outcomes, team } = answer.told;
      rememberTeam(team);
      fates.push(...outcomes.map(fateOf));
      keepUndoable(wishes.slice(from, from + BLOCK), outcomes);
      showAccounts(
        outcomes.flatMap(({ row }) => row ?? []),
        team,
      );
    }
    // The other account of a link has a row, too.
    const linked = fates.some((fate, index) => fate.refusal === null && isLinking(wishes[index]));
    if (linked) callFunction('layout', { body: {} });
    return { told: fates };
  });

/** Commands that write two accounts. A merge that is only asked for writes none. */
const isLinking = (wish: Wish | undefined): boolean => {
  const command = wish?.command;
  return (
    command?.type === 'unmerge' ||
    command?.type === 'putOnFile' ||
    (command?.type === 'merge' && command.preview !== true)
  );
};

/** What is taken back in its own way, or is none. */
const NOT_UNDONE: readonly string[] = ['undo', 'merge', 'unmerge'];

const fateOf = (outcome: Outcome): Fate => {
  const { requestId, row } = outcome;
  if (!('refusal' in outcome)) {
    const { sameName = null, preview = null } = outcome;
    return { requestId, row, refusal: null, sameName, preview };
  }
  const { refusal } = outcome;
  const none = { sameName: null, preview: null };
  if ('reasons' in refusal) return { requestId, row, refusal, ...none };
  const { code, message, issues } = refusal;
  const reasons = issues.map((issue) => ({ code: code as never, message: issue.message }));
  return {
    requestId,
    row,
    refusal: { code: code as never, message, reasons, missing: [], legal: [], facts: {} },
    ...none,
  };
};

const keepUndoable = (wishes: readonly Wish[], outcomes: readonly Outcome[]): void =>
  keepLast(
    outcomes.flatMap((outcome, index) => {
      const type = wishes[index]?.command.type;
      if ('refusal' in outcome || outcome.replayed || type === undefined) return [];
      if (NOT_UNDONE.indexOf(type) >= 0) return [];
      const { id, version, name } = outcome.row;
      return { id, version, name };
    }),
  );

/** The last state of each, in its row; a new one in the first row that is free. What waits in a row goes on waiting. */
export const showAccounts = (rows: readonly RegisterRow[], team: TeamView): void => {
  const register = openRegister();
  if (register === null || rows.length === 0) return;
  const latest = new Map(rows.map((row) => [row.id, row]));
  const places = new Map<string, number>();
  readColumn(register, 'id').forEach((cell, index) => {
    const id = String(cell);
    if (latest.has(id) && !places.has(id)) places.set(id, register.headerRow + 1 + index);
  });
  const read = readScattered(register, [...places.values()]);
  const shown = read.flatMap((row): Shown | never[] => {
    const account = latest.get(cellText(register, row, 'id'));
    return account === undefined ? [] : withoutWaiting(register, row, account, team);
  });
  const made = [...latest.values()].filter(({ id, withdrawn }) => !places.has(id) && !withdrawn);
  show(register, [...shown, ...appended(register, made, team)]);
};

const withoutWaiting = (register: Register, row: Row, account: RegisterRow, team: TeamView): Shown => {
  const cells: Partial<Record<ColumnKey, string | number>> = { ...rowCells(account, team) };
  const isOurs = cellText(register, row, 'mirror.id') === account.id;
  const waiting = isOurs
    ? waitingKeys(register, row).filter((key) => cellText(register, row, key) !== valueText(key, cells[key]))
    : [];
  for (const key of waiting) {
    delete cells[key];
    delete cells[mirrorOf(key)];
    delete cells['mirror.version'];
  }
  const isMarked = markOf(cellText(register, row, 'requestState')) === 'unsent';
  if (waiting.length > 0) cells.requestState = markText('unsent', register.language);
  else if (isMarked || markOf(cellText(register, row, 'requestState')) === 'refused') cells.requestState = '';
  const settled = GOVERNED.filter((key) => waiting.indexOf(key) < 0);
  return { row, cells, notes: Object.fromEntries(settled.map((key) => [key, null])) };
};

const appended = (register: Register, accounts: readonly RegisterRow[], team: TeamView): Shown[] => {
  if (accounts.length === 0) return [];
  const { sheet } = register;
  const first = Math.max(sheet.getLastRow(), register.headerRow) + 1;
  const missing = first + accounts.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  return accounts.map((account, index) => ({
    row: { row: first + index, values: [] },
    cells: rowCells(account, team),
    notes: {},
  }));
};
