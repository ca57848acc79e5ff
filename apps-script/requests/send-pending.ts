/** Sends the requests that wait in the register, in one call a block, and shows what became of each. */
import type { CommandResult, CommandsAnswer, TeamView } from '../../functions/contract/contract';
import { rowCells } from '../../functions/domain/register/cells';
import { type ColumnKey, EDITABLE, type EditableKey } from '../../functions/domain/register/columns';
import { markOf, markText } from '../../functions/domain/register/request-marks';
import type { RegisterRow } from '../../functions/domain/register/row';
import { parseStatus } from '../../functions/domain/status/statuses';
import { BLOCK_REASONS, SCRIPT_MESSAGES, textWithNumbers } from '../messages';
import { setPendingHint } from '../register/pending-hint';
import {
  comparableCell,
  isInconsistent,
  mirrorKey,
  mirrorNames,
  openRegister,
  pendingKeys,
  type Register,
  type RowValues,
  readColumn,
  readRowsAt,
  rowKind,
} from '../register/register-sheet';
import { type RowUpdate, writeRows } from '../register/write-rows';
import type { Result, SendReport } from '../script-api';
import { callFunction } from '../server/call-function';
import { withDocumentLock } from '../server/document-lock';
import { cachedTeam, cacheTeam, fetchTeam } from '../server/team';
import { type CellRejection, DRAFT_MARK, type PendingRequest, requestsOfRow } from './cell-requests';
import { saveLastChange, type UndoableChange } from './last-change';

export type SendChannel = 'menu' | 'sidebar' | 'cell' | 'trigger';

/** Commands in one call. */
const COMMANDS_PER_CALL = 200;
/** In milliseconds: nothing new is begun after it, far below the limit of an execution. */
const TIME_LIMIT = 240_000;

export interface SendOptions {
  channel: SendChannel;
  /** Registers the drafts, too. */
  drafts: boolean;
  /** Only these rows, counted from 1. */
  rows?: readonly number[];
}

export const sendPendingRows = (sending: SendOptions): Result<SendReport> =>
  withDocumentLock(() => {
    const register = openRegister();
    if (register === null) return { error: { code: 'NO_REGISTER', message: SCRIPT_MESSAGES.noRegister } };
    return sendBlocks(register, sending);
  });

interface SendTally {
  accepted: number;
  refused: number;
  waiting: number;
  missingData: SendReport['missingData'];
  undoable: UndoableChange[];
}

const sendBlocks = (register: Register, sending: SendOptions): Result<SendReport> => {
  const started = Date.now();
  const tally: SendTally = { accepted: 0, refused: 0, waiting: 0, missingData: null, undoable: [] };
  const wanted = markedRows(register, sending);
  const sender = Session.getEffectiveUser().getEmail();
  const names = mirrorNames(register);
  for (let from = 0; from < wanted.length; from += COMMANDS_PER_CALL) {
    if (Date.now() - started > TIME_LIMIT) {
      tally.waiting += wanted.length - from;
      break;
    }
    const rows = withDraftMarks(register, readRowsAt(register, wanted.slice(from, from + COMMANDS_PER_CALL)));
    const [torn, whole] = partition(rows, (row) => isInconsistent(register, row, names));
    blockRows(register, torn, BLOCK_REASONS.inconsistent[register.language]);
    tally.waiting += torn.length;
    const team = needsTeam(register, whole) ? (cachedTeam() ?? teamOrNull()) : cachedTeam();
    const asked = whole.map((row) => requestsOfRow(register, row, team, sender));
    rejectCells(
      register,
      asked.flatMap(({ rejections }) => rejections),
    );
    tally.refused += asked.filter(({ rejections }) => rejections.length > 0).length;
    const requests = asked.flatMap((one) => one.requests);
    clearMarks(
      register,
      whole.filter(
        (_, index) => asked[index]?.requests.length === 0 && asked[index]?.rejections.length === 0,
      ),
    );
    if (requests.length === 0) continue;
    const answer = callFunction<CommandsAnswer>('commands', {
      body: {
        channel: sending.channel === 'trigger' ? 'trigger' : 'cell',
        commands: requests.map(({ request }) => ({
          requestId: request.requestId,
          accountId: request.accountId,
          expectedVersion: request.version,
          command: request.command,
        })),
      },
    });
    if ('error' in answer) {
      setPendingHint(true);
      rememberChanges(sending, tally);
      return answer;
    }
    cacheTeam(answer.value.team);
    applyResults(register, requests, answer.value, tally);
  }
  rememberChanges(sending, tally);
  if (sending.rows === undefined) setPendingHint(tally.waiting > 0);
  const { accepted, refused, waiting, missingData } = tally;
  return { value: { accepted, refused, waiting, missingData, message: reportMessage(tally) } };
};

/** What a trigger sends is nobody's last change. */
const rememberChanges = ({ channel }: SendOptions, { undoable }: SendTally): void => {
  if (channel !== 'trigger') saveLastChange(undoable);
};

const teamOrNull = (): TeamView | null => {
  const answer = fetchTeam();
  return 'value' in answer ? answer.value.team : null;
};

const reportMessage = ({ accepted, refused, waiting }: SendTally): SendReport['message'] => {
  if (accepted + refused + waiting === 0) return SCRIPT_MESSAGES.nothingToSend;
  const more = waiting === 0 ? ['', ''] : ['・残り {waiting} 件', ', {waiting} waiting'];
  return textWithNumbers(
    `受付 {accepted} 件・差し戻し {refused} 件${more[0]}${refused > 0 ? '(理由はセルのメモ)' : ''}`,
    `{accepted} accepted, {refused} sent back${more[1]}${refused > 0 ? ' (reasons in the cell notes)' : ''}`,
    { accepted, refused, waiting },
  );
};

/** Rows that are marked, from 1, from the top: one column is read, whatever the size of the register. */
const markedRows = (register: Register, { drafts, rows }: SendOptions): number[] => {
  if (rows !== undefined) return [...rows];
  return readColumn(register, 'requestState').flatMap((cell, index) => {
    const mark = markOf(cell);
    return mark === 'unsent' || (drafts && mark === 'draft') ? [register.headerRow + 1 + index] : [];
  });
};

/** The mark of a draft is kept in the sheet before it is sent, so that sending it again registers nothing twice. */
const withDraftMarks = (register: Register, rows: readonly RowValues[]): RowValues[] => {
  const at = register.at['mirror.version'];
  return rows.map((row) => {
    if (
      rowKind(register, row) !== 'draft' ||
      DRAFT_MARK.test(comparableCell(register, row, 'mirror.version'))
    )
      return row;
    const mark = `draft-${Utilities.getUuid()}`;
    register.sheet.getRange(row.row, at).setValue(mark);
    const values = [...row.values];
    values[at - 1] = mark;
    return { ...row, values };
  });
};

const needsTeam = (register: Register, rows: readonly RowValues[]): boolean =>
  rows.some((row) =>
    rowKind(register, row) === 'draft'
      ? comparableCell(register, row, 'owner') !== ''
      : pendingKeys(register, row).indexOf('owner') >= 0,
  );

const partition = <T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] => [
  items.filter(is),
  items.filter((item) => !is(item)),
];

export const blockRows = (register: Register, rows: readonly RowValues[], why: string): void =>
  writeRows(
    register,
    rows.map((row) => ({
      row,
      cells: { requestState: markText('frozen', register.language, why) },
      notes: {},
    })),
  );

/** Rows in which nothing waits any more lose their mark. */
const clearMarks = (register: Register, rows: readonly RowValues[]): void =>
  writeRows(
    register,
    rows
      .filter((row) => rowKind(register, row) === 'account')
      .map((row) => ({ row, cells: { requestState: '' }, notes: {} })),
  );

const firstLine = (words: string): string => words.split('\n')[0] ?? '';

/** The cell goes back to what it was, with the reason; a draft's stays as it was typed. */
export const rejectCells = (register: Register, rejections: readonly CellRejection[]): void => {
  const byRow = new Map<number, CellRejection[]>();
  for (const one of rejections) byRow.set(one.row.row, [...(byRow.get(one.row.row) ?? []), one]);
  writeRows(
    register,
    [...byRow.values()].flatMap((all): RowUpdate | never[] => {
      const row = all[0]?.row;
      if (row === undefined) return [];
      const isDraft = rowKind(register, row) === 'draft';
      const why = all.map((one) => one.reason[register.language]);
      const cells: Partial<Record<ColumnKey, string | number>> = {
        requestState: markText('refused', register.language, why[0]),
      };
      if (!isDraft) for (const { key } of all) cells[key] = cellValue(register, row, mirrorKey(key));
      const open = pendingKeys(register, row).filter((key) => all.every((one) => one.key !== key));
      if (!isDraft && open.length > 0) cells.requestState = markText('unsent', register.language);
      return {
        row,
        cells,
        notes: Object.fromEntries(all.map(({ key, reason: said }) => [key, said[register.language]])),
      };
    }),
  );
};

const cellValue = ({ at }: Register, { values }: RowValues, key: ColumnKey): string | number => {
  const value = values[at[key] - 1];
  return typeof value === 'number' ? value : String(value ?? '');
};

interface AnsweredRequest {
  request: PendingRequest;
  outcome: CommandResult;
}

const applyResults = (
  register: Register,
  requests: readonly PendingRequest[],
  { outcomes, team }: CommandsAnswer,
  tally: SendTally,
): void => {
  const settled = requests.flatMap((request, index): AnsweredRequest[] => {
    const outcome = outcomes[index];
    return outcome === undefined ? [] : [{ request, outcome }];
  });
  for (const one of settled) {
    const { outcome, request } = one;
    if (!isAccepted(register, one)) {
      tally.refused += 1;
      tally.missingData = tally.missingData ?? missingDataOf(request, outcome);
      continue;
    }
    tally.accepted += 1;
    if ('refusal' in outcome || outcome.replayed) continue;
    const { id, version, name } = outcome.row;
    tally.undoable.push({ id, version, name });
  }
  const byRow = new Map<number, AnsweredRequest[]>();
  for (const one of settled) byRow.set(one.request.row.row, [...(byRow.get(one.request.row.row) ?? []), one]);
  const places = locateRows(register, [...byRow.values()].map((all) => all[0]?.request.row).filter(isRow));
  writeRows(
    register,
    [...byRow.values()].flatMap((all): RowUpdate | never[] => {
      const before = all[0]?.request.row;
      const now = before === undefined ? undefined : places.get(before.row);
      return before === undefined || now === undefined ? [] : reconcileRow(register, before, now, all, team);
    }),
  );
};

const isRow = (row: RowValues | undefined): row is RowValues => row !== undefined;

/** Accepted, or so already: somebody else, or this same request, was faster with the same value. */
const isAccepted = (register: Register, { request, outcome }: AnsweredRequest): boolean => {
  if (!('refusal' in outcome)) return true;
  const { command } = request.request;
  return (
    command.type === 'changeStatus' &&
    request.keys.length === 1 &&
    outcome.row !== null &&
    outcome.row.status === parseStatus(comparableCell(register, request.row, 'status'))
  );
};

const missingDataOf = (
  { request: { command } }: PendingRequest,
  outcome: CommandResult,
): SendReport['missingData'] => {
  if (!('refusal' in outcome) || command.type !== 'changeStatus' || outcome.row === null) return null;
  const { refusal } = outcome;
  if (!('missing' in refusal) || refusal.missing.length === 0 || refusal.legal.indexOf(command.to) < 0)
    return null;
  const { id, name, status, version } = outcome.row;
  return { row: { id, name, status, version }, to: command.to };
};

/**
 * Where the rows are now, by the row that they were in, read anew: people sort and insert while the functions decide. A row
 * that is gone has no place.
 */
const locateRows = (register: Register, before: readonly RowValues[]): Map<number, RowValues> => {
  const [drafts, accounts] = partition(before, (row) => rowKind(register, row) === 'draft');
  const found = new Map<number, number>();
  const find = (rows: readonly RowValues[], key: ColumnKey): void => {
    if (rows.length === 0) return;
    const column = readColumn(register, key);
    const first = new Map<string, number>();
    column.forEach((cell, index) => {
      if (!first.has(String(cell))) first.set(String(cell), register.headerRow + 1 + index);
    });
    for (const row of rows) {
      // Of a row and its copy, the one that was sent.
      const value = comparableCell(register, row, key);
      const still = String(column[row.row - register.headerRow - 1] ?? '') === value;
      const place = still ? row.row : first.get(value);
      if (place !== undefined) found.set(row.row, place);
    }
  };
  find(accounts, 'id');
  find(drafts, 'mirror.version');
  const rows = new Map(readRowsAt(register, [...found.values()]).map((row) => [row.row, row]));
  const places = new Map<number, RowValues>();
  for (const [was, place] of found) {
    const row = rows.get(place);
    if (row !== undefined) places.set(was, row);
  }
  return places;
};

type CellValues = Partial<Record<ColumnKey, string | number>>;

const reconcileRow = (
  register: Register,
  before: RowValues,
  now: RowValues,
  all: readonly AnsweredRequest[],
  team: TeamView,
): RowUpdate => {
  const { language } = register;
  const refused = all.filter((one) => !isAccepted(register, one));
  const truth = latestRow(all);
  const isDraft = rowKind(register, before) === 'draft';
  const notes: Partial<Record<ColumnKey, string | null>> = {};
  for (const { request } of all) for (const key of request.keys) notes[isDraft ? 'name' : key] = null;
  let words = '';
  for (const { request, outcome } of refused) {
    if (!('refusal' in outcome)) continue;
    const said = outcome.words[language];
    const key: ColumnKey = isDraft ? 'name' : (request.keys[0] ?? 'status');
    notes[key] = said;
    words = words === '' ? firstLine(said) : words;
  }
  const changed = EDITABLE.filter(
    (key) => comparableCell(register, now, key) !== comparableCell(register, before, key),
  );
  const cells: CellValues =
    truth === null ? (isDraft ? {} : mirroredCells(register, now)) : { ...rowCells(truth, team) };
  // Typed while the functions decided: another request.
  for (const key of changed) delete cells[key];
  const waits = changed.some(
    (key) => truth === null || comparableCell(register, now, key) !== String(cells[mirrorKey(key)] ?? ''),
  );
  const objected =
    markOf(comparableCell(register, now, 'requestState')) === 'refused' &&
    markOf(comparableCell(register, before, 'requestState')) !== 'refused';
  if (waits) cells.requestState = markText('unsent', language);
  else if (words !== '') cells.requestState = markText('refused', language, words);
  else if (!objected) cells.requestState = '';
  return { row: now, cells, notes };
};

/** As the account stands after the last of its requests; null where there is none. */
const latestRow = (all: readonly AnsweredRequest[]): RegisterRow | null => {
  const rows = all.flatMap(({ outcome }) => outcome.row ?? []);
  return rows[rows.length - 1] ?? null;
};

const mirroredCells = (register: Register, row: RowValues): CellValues =>
  Object.fromEntries(EDITABLE.map((key: EditableKey) => [key, cellValue(register, row, mirrorKey(key))]));
