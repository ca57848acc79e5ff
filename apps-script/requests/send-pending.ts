/** Sends the requests that wait in the register, in one call a block, and shows what became of each. */

import { blockReason } from '../../functions/domain/register/block-reason';
import { classifyRow, isBlocked, isDraftRow } from '../../functions/domain/register/classify-row';
import { ROW_VERSION } from '../../functions/domain/register/column-keys';
import { markOf, markText } from '../../functions/domain/register/request-marks';
import { cellText, pendingKeys } from '../../functions/domain/register/sheet-row';
import { NO_REGISTER, ROW_MOVED } from '../messages';
import { documentProperties } from '../register/document-properties';
import { draftMarkOf, newDraftMark } from '../register/draft-mark';
import { isQueueScript, todaySheet } from '../register/queue-rows';
import { type RegisterColumns, registerColumns } from '../register/register-columns';
import {
  forgetRead,
  openRegister,
  type Register,
  type RowValues,
  readColumn,
  readRowsAt,
  rowWithValues,
} from '../register/register-sheet';
import { rowIds } from '../register/row-ids';
import { type RowUpdate, writeRows } from '../register/write-rows';
import type { ApiError, DraftRow, Result, SendReport } from '../script-api';
import { callFunction } from '../server/call-function';
import { withDocumentLock } from '../server/document-lock';
import { cachedTeam, cacheTeam, fetchTeam } from '../server/team';
import {
  accountIn,
  applyResults,
  countRefusal,
  newTally,
  reportMessage,
  type SendTally,
} from './apply-results';
import { editorIn, type PendingRequest, requestsOfRow } from './cell-requests';
import { answeredCells, type EditLog, logAnswered, readEditLog } from './edit-log';
import { markMovedCells } from './mark-moved-cells';
import { rejectCells } from './reject-cells';
import { everybodysShares, ownShares, type RowShare, wholeRowShare } from './row-shares';
import { sendQueueEdits } from './send-queue-edits';

export type SendChannel = 'menu' | 'sidebar' | 'cell' | 'trigger';

/** Commands in one call: a row may hold several. */
const COMMANDS_PER_CALL = 200;
const ROWS_PER_BLOCK = 200;
/** In milliseconds: nothing new is begun after it, far below the limit of an execution. */
const TIME_LIMIT = 240_000;

export interface SendOptions {
  channel: SendChannel;
  /** Registers the drafts, too. */
  drafts: boolean;
  /** Only this one, whoever typed it: a person has asked for it. */
  draft?: DraftRow;
}

export const sendPendingRows = (sending: SendOptions): Result<SendReport> =>
  withDocumentLock(() => {
    const register = openRegister();
    if (register === null && !isQueueScript()) return NO_REGISTER;
    const tally = newTally();
    const until = Date.now() + TIME_LIMIT;
    const error =
      (register === null ? null : sendBlocks(register, { sending, tally, until })) ??
      (sending.draft === undefined && todaySheet() !== null
        ? sendQueueEdits(sending.channel === 'trigger', tally, until)
        : null);
    if (error !== null) return { error };
    return { value: { ...tally, message: reportMessage(tally) } };
  });

/** Null where all of it was answered. */
const sendBlocks = (
  register: Register,
  { sending, tally, until }: { sending: SendOptions; tally: SendTally; until: number },
): ApiError | null => {
  const rowNumbers = rowsToSend(register, sending);
  if (rowNumbers === null) return ROW_MOVED.error;
  const properties = documentProperties().getProperties();
  const log = readEditLog(properties);
  const columns = registerColumns(register);
  // Before anything is written: it takes what is read for the sending. What is answered now is forgotten with the next.
  log.forget(() => waitingRowIds(register), columns.pendingTexts);
  const sharesOf = sharesToSend(sending, log, properties);
  for (let from = 0; from < rowNumbers.length; from += ROWS_PER_BLOCK) {
    if (Date.now() > until) {
      tally.waiting += rowNumbers.length - from;
      break;
    }
    const block = readRowsAt(register, rowNumbers.slice(from, from + ROWS_PER_BLOCK));
    const rows = markMovedCells(register, block, log);
    const shared = rows.map((row) => ({ row, shares: sharesOf(row) }));
    tally.others += shared.filter(({ row, shares }) => hasOthers(row, shares)).length;
    const own = shared.filter(({ shares }) => shares.length > 0);
    const error = sendBlock(register, { sending, columns, tally }, own);
    if (error !== null) return error;
  }
  return null;
};

const sharesToSend = (
  { channel, draft }: SendOptions,
  log: EditLog,
  properties: Readonly<Record<string, string>>,
): ((row: RowValues) => RowShare[]) => {
  if (channel === 'trigger') return everybodysShares(log, properties);
  return draft === undefined ? ownShares(log) : wholeRowShare;
};

/** Something of the row is left to another person, or to the clock. */
const hasOthers = (row: RowValues, shares: readonly RowShare[]): boolean =>
  isDraftRow(row)
    ? shares.length === 0
    : pendingKeys(row).some((key) => !shares.some(({ keys }) => keys.indexOf(key) >= 0));

interface SharedRow {
  row: RowValues;
  shares: readonly RowShare[];
}

/** Null where all of it was answered. */
const sendBlock = (
  register: Register,
  { sending, columns, tally }: { sending: SendOptions; columns: RegisterColumns; tally: SendTally },
  shared: readonly SharedRow[],
): ApiError | null => {
  const sharesByRow = new Map(shared.map(({ row, shares }) => [row.row, shares]));
  const rows = withDraftMarks(
    register,
    shared.map(({ row }) => row),
  );
  const sendable = withoutBlockedRows(register, rows, columns);
  tally.waiting += rows.length - sendable.length;
  let team = sendable.some(needsTeam) ? cachedTeam() : null;
  if (team === null && sendable.some(needsTeam)) {
    const answer = fetchTeam();
    if ('error' in answer) return answer.error;
    team = answer.value.team;
  }
  const read = sendable.flatMap((row) =>
    (sharesByRow.get(row.row) || []).map((share) => ({
      row,
      share,
      ...requestsOfRow(register, row, team, share),
    })),
  );
  const rejections = read.flatMap((one) => one.rejections);
  rejectCells(register, rejections);
  logAnswered(rejections.map(({ row, key }) => answeredCells(row, [key])));
  for (const { row, key, reason } of rejections)
    countRefusal(tally, { row: null, words: reason }, key, null, accountIn(row));
  clearMarks(
    register,
    sendable.filter((row) => pendingKeys(row).length === 0),
  );
  const channel = sending.channel === 'trigger' ? 'trigger' : 'cell';
  const cells = read.flatMap(({ row, share, rejections: own }) =>
    isDraftRow(row)
      ? []
      : own.map(({ key, reason }) => ({
          accountId: cellText(row, 'id'),
          key,
          words: reason,
          ...editorIn(share),
        })),
  );
  const kept = cells.length === 0 ? null : callFunction('sent-back', 'POST', { body: { channel, cells } });
  if (kept !== null && 'error' in kept) return kept.error;
  for (const slice of slicesOf(read.map((one) => one.requests))) {
    const answer = callFunction('commands', 'POST', {
      body: {
        channel,
        sentAt: new Date().toISOString(),
        commands: slice.map(({ request }) => request),
      },
    });
    if ('error' in answer) return answer.error;
    // A send that needs no team leaves it as it is: windows keep it fresh.
    if (team !== null) cacheTeam(answer.value.team);
    applyResults(slice, answer.value, tally);
    forgetRead(register);
  }
  return null;
};

/** What each call carries: the requests of one person in one row stay together, for the second follows the first. */
const slicesOf = (all: readonly (readonly PendingRequest[])[]): PendingRequest[][] => {
  const slices: PendingRequest[][] = [[]];
  for (const requests of all) {
    const last = slices[slices.length - 1];
    if (last !== undefined && last.length + requests.length <= COMMANDS_PER_CALL) last.push(...requests);
    else slices.push([...requests]);
  }
  return slices.filter(({ length }) => length > 0);
};

/** In which something waits. */
const waitingRowIds = (register: Register): Set<string> => {
  const states = readColumn(register, 'requestState').map(markOf);
  return new Set(
    rowIds(register).filter((_, index) => {
      const state = states[index];
      return state === 'unsent' || state === 'draft' || state === 'blocked';
    }),
  );
};

/** From 1, from the top: one column is read, whatever the size of the register. Null where the draft is there no more. */
const rowsToSend = (register: Register, { drafts, draft }: SendOptions): number[] | null => {
  if (draft !== undefined) {
    const row = draftPlace(register, draft);
    return row === null ? null : [row];
  }
  return readColumn(register, 'requestState').flatMap((cell, index) => {
    const mark = markOf(cell);
    return mark === 'unsent' || (drafts && mark === 'draft') ? [register.headerRow + 1 + index] : [];
  });
};

const draftPlace = (register: Register, { row, name, mark }: DraftRow): number | null => {
  if (mark === null)
    return readRowsAt(register, [row]).some((one) => cellText(one, 'name').trim() === name) ? row : null;
  const index = readColumn(register, ROW_VERSION).indexOf(mark);
  return index < 0 ? null : register.headerRow + 1 + index;
};

/** The mark of a draft is kept in the sheet before it is sent, so that sending it again registers nothing twice. */
const withDraftMarks = (register: Register, rows: readonly RowValues[]): RowValues[] => {
  const at = register.at[ROW_VERSION];
  return rows.map((row) => {
    if (!isDraftRow(row) || draftMarkOf(row) !== null) return row;
    const mark = newDraftMark();
    register.sheet.getRange(row.row, at).setValue(mark);
    forgetRead(register);
    const values = [...row.values];
    values[at - 1] = mark;
    return rowWithValues(register, row.row, values);
  });
};

/** Its members, or its day. */
const needsTeam = (row: RowValues): boolean =>
  pendingKeys(row).some((key) => key === 'owner' || key === 'nextCheck');

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
