/** Sends the requests that wait in the register, in one call a block, and shows what became of each. */
import type { CommandResult, CommandsAnswer } from '../../functions/contract/commands';
import type { TeamView } from '../../functions/contract/member';
import { answeredRow, type RequestAnswer, rejectedRow } from '../../functions/domain/register/answer-row';
import { blockReason } from '../../functions/domain/register/block-reason';
import {
  classifyRow,
  classifyRowAlone,
  isBlocked,
  isDraftRow,
} from '../../functions/domain/register/classify-row';
import type { ColumnKey } from '../../functions/domain/register/columns';
import { markOf, markText } from '../../functions/domain/register/request-marks';
import { cellText, pendingKeys } from '../../functions/domain/register/sheet-row';
import { parseStatus } from '../../functions/domain/status/parse-status';
import { SCRIPT_MESSAGES, textWithNumbers } from '../messages';
import { type RegisterColumns, registerColumns } from '../register/other-rows';
import { setPendingHint } from '../register/pending-hint';
import {
  openRegister,
  type Register,
  type RowValues,
  readColumn,
  readRowsAt,
  rowWithValues,
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
  const columns = registerColumns(register);
  for (let from = 0; from < wanted.length; from += COMMANDS_PER_CALL) {
    if (Date.now() - started > TIME_LIMIT) {
      tally.waiting += wanted.length - from;
      break;
    }
    const rows = withDraftMarks(register, readRowsAt(register, wanted.slice(from, from + COMMANDS_PER_CALL)));
    const sendable = withoutBlockedRows(register, rows, columns);
    tally.waiting += rows.length - sendable.length;
    const team = sendable.some(needsTeam) ? (cachedTeam() ?? teamOrNull()) : cachedTeam();
    const byRow = sendable.map((row) => ({ row, ...requestsOfRow(register, row, team, sender) }));
    rejectCells(
      register,
      byRow.flatMap(({ rejections }) => rejections),
    );
    tally.refused += byRow.filter(({ rejections }) => rejections.length > 0).length;
    const requests = byRow.flatMap((one) => one.requests);
    clearMarks(
      register,
      byRow.filter((one) => one.requests.length + one.rejections.length === 0).map(({ row }) => row),
    );
    if (requests.length === 0) continue;
    const answer = callFunction('commands', 'POST', {
      body: {
        channel: sending.channel === 'trigger' ? 'trigger' : 'cell',
        commands: requests.map(({ request }) => request),
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
    if (!isDraftRow(row) || DRAFT_MARK.test(cellText(row, 'mirror.version'))) return row;
    const mark = `draft-${Utilities.getUuid()}`;
    register.sheet.getRange(row.row, at).setValue(mark);
    const values = [...row.values];
    values[at - 1] = mark;
    return rowWithValues(register, row.row, values);
  });
};

const needsTeam = (row: RowValues): boolean =>
  isDraftRow(row) ? cellText(row, 'owner') !== '' : pendingKeys(row).indexOf('owner') >= 0;

const partition = <T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] => [
  items.filter(is),
  items.filter((item) => !is(item)),
];

/** The rows from which something can be sent; the others get their mark, with the reason. */
const withoutBlockedRows = (
  register: Register,
  rows: readonly RowValues[],
  columns: RegisterColumns,
): RowValues[] => {
  const sendable: RowValues[] = [];
  const blocked: RowUpdate[] = [];
  for (const row of rows) {
    const as = classifyRow(row, columns);
    if (as.kind !== 'unwritten' && !isBlocked(as)) sendable.push(row);
    else {
      const reason = blockReason(as)[register.language];
      const requestState = markText('blocked', register.language, reason);
      blocked.push({ row, cells: { requestState }, notes: {} });
    }
  }
  writeRows(register, blocked);
  return sendable;
};

/** Rows in which nothing waits any more lose their mark. */
const clearMarks = (register: Register, rows: readonly RowValues[]): void =>
  writeRows(
    register,
    rows.filter((row) => !isDraftRow(row)).map((row) => ({ row, cells: { requestState: '' }, notes: {} })),
  );

/** The cells go back to what they were, each with its reason; a draft's stay as they were typed. */
export const rejectCells = (register: Register, rejections: readonly CellRejection[]): void => {
  const byRow = new Map<RowValues, CellRejection[]>();
  for (const one of rejections) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
  writeRows(
    register,
    [...byRow].map(([row, all]) => {
      const reasons = all.map(({ key, reason }) => ({ key, reason: reason[register.language] }));
      return { row, ...rejectedRow(row, reasons, register.language) };
    }),
  );
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
    if (!isAccepted(one)) {
      tally.refused += 1;
      tally.missingData = tally.missingData ?? missingDataOf(request, outcome);
      continue;
    }
    tally.accepted += 1;
    if ('refusal' in outcome || outcome.replayed) continue;
    const { id, version, name } = outcome.row;
    tally.undoable.push({ id, version, name });
  }
  const byRow = new Map<RowValues, AnsweredRequest[]>();
  for (const one of settled) byRow.set(one.request.row, [...(byRow.get(one.request.row) ?? []), one]);
  const rowsNow = locateRows(register, [...byRow.keys()]);
  writeRows(
    register,
    [...byRow].flatMap(([before, all]): RowUpdate | never[] => {
      const now = rowsNow.get(before);
      if (now === undefined) return [];
      const answers = all.map((one) => answerOf(register, one));
      return { row: now, ...answeredRow(before, now, answers, { ...team, language: register.language }) };
    }),
  );
};

const answerOf = ({ language }: Register, { request, outcome }: AnsweredRequest): RequestAnswer => ({
  keys: request.keys,
  account: outcome.row,
  refusal: 'refusal' in outcome && !isAccepted({ request, outcome }) ? outcome.words[language] : null,
});

/** Accepted, or so already: somebody else, or this same request, was faster with the same value. */
const isAccepted = ({ request, outcome }: AnsweredRequest): boolean => {
  if (!('refusal' in outcome)) return true;
  const { command } = request.request;
  return (
    command.type === 'changeStatus' &&
    request.keys.length === 1 &&
    outcome.row !== null &&
    outcome.row.status === parseStatus(cellText(request.row, 'status'))
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
 * The rows as they are now, by what they were: people sort and insert while the functions decide. A row that is gone, or whose
 * cells do not belong together any more, is left out.
 */
const locateRows = (register: Register, before: readonly RowValues[]): Map<RowValues, RowValues> => {
  const [drafts, accounts] = partition(before, isDraftRow);
  const places = new Map([
    ...findPlaces(register, accounts, 'id'),
    ...findPlaces(register, drafts, 'mirror.version'),
  ]);
  const now = new Map(readRowsAt(register, [...places.values()]).map((row) => [row.row, row]));
  const located = new Map<RowValues, RowValues>();
  for (const [row, place] of places) {
    const moved = now.get(place);
    if (moved !== undefined && isWritable(moved)) located.set(row, moved);
  }
  return located;
};

const isWritable = (row: RowValues): boolean => {
  const { kind } = classifyRowAlone(row, { isMirroredName: () => false });
  return kind === 'account' || kind === 'draft';
};

/** The rows whose column now has what theirs had: the very same row before any other, so that of a row and its copy the one that was sent is found. */
const findPlaces = (
  register: Register,
  rows: readonly RowValues[],
  key: ColumnKey,
): [row: RowValues, place: number][] => {
  if (rows.length === 0) return [];
  const column = readColumn(register, key).map(String);
  const first = new Map<string, number>();
  column.forEach((value, index) => {
    if (!first.has(value)) first.set(value, register.headerRow + 1 + index);
  });
  return rows.flatMap((row): [RowValues, number][] => {
    const value = cellText(row, key);
    const isStillThere = column[row.row - register.headerRow - 1] === value;
    const place = isStillThere ? row.row : first.get(value);
    return place === undefined ? [] : [[row, place]];
  });
};
