/** What the cells of a row ask for: editable cells that differ from their mirrors, as commands. */

import type { CommandRequest } from '../../functions/contract/commands';
import type { TeamView } from '../../functions/contract/member';
import type { TransitionData } from '../../functions/domain/account/command-inputs';
import { isDraftRow } from '../../functions/domain/register/classify-row';
import { EDITABLE, type EditableKey, ROW_VERSION } from '../../functions/domain/register/column-keys';
import { baseVersion } from '../../functions/domain/register/row-version';
import { cellText, mirrorKey } from '../../functions/domain/register/sheet-row';
import {
  illegalTransitionCode,
  illegalTransitionText,
} from '../../functions/domain/status/illegal-transitions';
import { MATRIX } from '../../functions/domain/status/matrix';
import { parseStatus } from '../../functions/domain/status/parse-status';
import { STATUS, STATUSES, type Status } from '../../functions/domain/status/statuses';
import { type Text, text } from '../../functions/domain/text/text';
import { longDigest } from '../../functions/domain/text/text-digest';
import { HAND_OVER_NOTE } from '../messages';
import type { Register, RowValues } from '../register/register-sheet';
import type { Language } from '../script-api';
import { type CellReading, type CellRejection, readCells } from './read-cells';
import type { RowShare } from './row-shares';

/** Cells of one row that are asked for by one command. */
export interface PendingRequest {
  row: RowValues;
  keys: readonly EditableKey[];
  /** The status that the cell asks for; null where it asks for none. */
  to: Status | null;
  request: CommandRequest;
}

export interface RowRequests {
  requests: readonly PendingRequest[];
  rejections: readonly CellRejection[];
}

/** The requests that one person's cells in a row make; of a draft, the one that registers it. Cells of two people are never one request. */
export const requestsOfRow = (
  register: Register,
  row: RowValues,
  team: TeamView | null,
  share: RowShare,
): RowRequests =>
  isDraftRow(row)
    ? requestsOfDraft(register, row, team, share)
    : requestsOfAccount(register, row, team, share);

export const editorIn = ({ decider, isSentForAnother }: RowShare): Pick<CommandRequest, 'editor'> =>
  isSentForAnother ? { editor: decider } : {};

const requestsOfAccount = (
  register: Register,
  row: RowValues,
  team: TeamView | null,
  share: RowShare,
): RowRequests => {
  const read = readCells(row, share.keys, team);
  const { status: to, rejections } = read;
  const open = share.keys.filter((key) => read[key] !== undefined);
  const request = (
    keys: readonly EditableKey[],
    command: CommandRequest['command'],
    target: Status | null = null,
  ): PendingRequest => {
    const accountId = cellText(row, 'id');
    const expectedVersion = Math.min(...keys.map((key) => baseVersion(row, key) || 0));
    const content = [register.spreadsheetId, share.decider, accountId, expectedVersion, command];
    return {
      row,
      keys,
      to: target,
      request: { requestId: requestIdOf(content), accountId, expectedVersion, command, ...editorIn(share) },
    };
  };
  const withStatus = to === undefined ? [] : open.filter((key) => isPartOfMove(read, to, key));
  const move =
    to === undefined ? [] : [request(withStatus, { type: 'changeStatus', to, data: moveData(read, to) }, to)];
  // What the move has no use for is asked for behind it: the functions say there why, where it cannot be.
  const others = open.filter((key) => withStatus.indexOf(key) < 0);
  return {
    requests: [...move, ...others.map((key) => request([key], commandOfCell(key, read, register.language)))],
    rejections,
  };
};

/** Whether a cell is data of the change of status that another cell of the row asks for. */
const isPartOfMove = (read: CellReading, to: Status, key: EditableKey): boolean =>
  key === 'nextCheck' || key === 'awaitedCondition'
    ? to === 'QUARTERLY_CHECK' && read[key] !== null
    : key !== 'name' && key !== 'quickEntry';

const moveData = (read: CellReading, to: Status): TransitionData => ({
  ...sharedData(read),
  ...(to === 'QUARTERLY_CHECK' ? checkData(read) : {}),
});

const sharedData = ({ owner, contact }: CellReading): TransitionData => ({
  ...(owner === undefined ? {} : { ownerId: owner }),
  ...(contact === undefined ? {} : { contact: { name: contact } }),
});

const checkData = ({ nextCheck, awaitedCondition }: CellReading): TransitionData => ({
  ...(nextCheck === undefined ? {} : { nextCheckDate: nextCheck }),
  ...(awaitedCondition ? { awaitedCondition } : {}),
});

const commandOfCell = (
  key: EditableKey,
  read: CellReading,
  language: Language,
): CommandRequest['command'] => {
  switch (key) {
    case 'owner':
      return { type: 'handOver', toId: read.owner || '', note: HAND_OVER_NOTE[language] };
    case 'nextCheck':
      return { type: 'setNextCheck', date: read.nextCheck || '' };
    case 'name':
      return { type: 'editDetails', details: { name: read.name || '' } };
    case 'quickEntry':
      return { type: key, text: read.quickEntry || '' };
    case 'contact':
      return { type: 'setAwaited', contact: { name: read.contact || '' } };
    default:
      return { type: 'setAwaited', awaitedCondition: read.awaitedCondition ?? null };
  }
};

const requestsOfDraft = (
  register: Register,
  row: RowValues,
  team: TeamView | null,
  share: RowShare,
): RowRequests => {
  const typed = EDITABLE.filter((key) => cellText(row, key) !== '');
  const read = readCells(row, typed, team);
  const mark = cellText(row, ROW_VERSION);
  const command: CommandRequest['command'] = {
    type: 'register',
    details: { name: cellText(row, 'name').trim() },
    status: read.status ?? 'COLD',
    // All of it: the functions refuse what a new account cannot have.
    data: { ...sharedData(read), ...checkData(read) },
  };
  const request: CommandRequest = {
    requestId: requestIdOf([register.spreadsheetId, share.decider, mark, command]),
    accountId: null,
    expectedVersion: 0,
    command,
    ...editorIn(share),
  };
  // A draft with a cell that cannot be read is not sent: nothing is registered by halves.
  const isWhole = typed.every((key) => read[key] !== undefined);
  return {
    requests: isWhole ? [{ row, keys: ['status'], to: null, request }] : [],
    rejections: read.rejections,
  };
};

/** Where the matrix says no, whatever else is known: why, and what it says yes to; null where the functions have to decide. */
export const illegalMove = (row: RowValues): Text | null => {
  const from = parseStatus(cellText(row, mirrorKey('status')));
  const to = parseStatus(cellText(row, 'status'));
  if (from === null || to === null || MATRIX[from][to] !== 'X') return null;
  // QUARTERLY_CHECK and DEAD_OPPORTUNITY need a past meeting.
  const everMet = STATUS[from].bin === 'nurture';
  const why = illegalTransitionText(illegalTransitionCode({ status: from, everMet }, to));
  const legal = STATUSES.filter((status) => 'LCM'.indexOf(MATRIX[from][status]) >= 0);
  const withLegalMoves = (language: keyof Text, before: string, between: string): string =>
    `${why[language]}\n${before}${legal.map((status) => STATUS[status].label[language]).join(between)}`;
  return text(withLegalMoves('ja', '移せるステータス: ', '、'), withLegalMoves('en', 'Possible: ', ', '));
};

/** The same request has the same ID however often, and by whomever, it is sent. */
const requestIdOf = (parts: readonly unknown[]): string => `cell-${longDigest(JSON.stringify(parts))}`;
