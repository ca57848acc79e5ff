/** Sends the requests that wait in the register, in one call a block, and shows what became of each. */
import type { TeamView } from '../../functions/contract/member';
import { rejectedRow } from '../../functions/domain/register/answer-row';
import { blockReason } from '../../functions/domain/register/block-reason';
import { classifyRow, isBlocked, isDraftRow } from '../../functions/domain/register/classify-row';
import { markOf, markText } from '../../functions/domain/register/request-marks';
import { cellText, pendingKeys } from '../../functions/domain/register/sheet-row';
import { SCRIPT_MESSAGES } from '../messages';
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
import { applyResults, reportMessage, type SendTally } from './apply-results';
import { type CellRejection, DRAFT_MARK, requestsOfRow } from './cell-requests';
import { saveLastChange } from './last-change';

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
