/** What the cells of a row ask for: editable cells that differ from their mirrors, as commands. */

import type { CommandRequest } from '../../functions/contract/commands';
import type { TeamView } from '../../functions/contract/member';
import type { TransitionData } from '../../functions/domain/account/command-inputs';
import { findMember } from '../../functions/domain/account/find-member';
import { parseTypedDate } from '../../functions/domain/calendar/typed-date';
import { isDraftRow } from '../../functions/domain/register/classify-row';
import { EDITABLE, type EditableKey } from '../../functions/domain/register/column-keys';
import { cellText, mirrorKey } from '../../functions/domain/register/sheet-row';
import {
  illegalTransitionCode,
  illegalTransitionText,
} from '../../functions/domain/status/illegal-transitions';
import { MATRIX } from '../../functions/domain/status/matrix';
import { parseStatus } from '../../functions/domain/status/parse-status';
import { STATUS, STATUSES, type Status } from '../../functions/domain/status/statuses';
import { type Text, text } from '../../functions/domain/text/text';
import { CELL_MESSAGES, HAND_OVER_NOTE } from '../messages';
import type { Register, RowValues } from '../register/register-sheet';
import { todayOf } from '../server/team';
import type { RowShare } from './row-shares';
import { longDigest } from './text-digest';

/** Cells of one row that are asked for by one command. */
export interface PendingRequest {
  row: RowValues;
  keys: readonly EditableKey[];
  /** The status that the cell asks for; null where it asks for none. */
  to: Status | null;
  request: CommandRequest;
}

/** A cell that cannot become a request: it goes back, with the reason. */
export interface CellRejection {
  row: RowValues;
  key: EditableKey;
  reason: Text;
}

export interface RowRequests {
  requests: readonly PendingRequest[];
  rejections: readonly CellRejection[];
}

/** What one person asks for in a row: another one's request is another request. Of a draft, what registers it. */
export const requestsOfRow = (
  register: Register,
  row: RowValues,
  team: TeamView | null,
  share: RowShare,
): RowRequests =>
  isDraftRow(row)
    ? requestsOfDraft(register, row, team, share)
    : requestsOfAccount(register, row, team, share);

const editorIn = ({ decider, isSentForAnother }: RowShare): Pick<CommandRequest, 'editor'> =>
  isSentForAnother ? { editor: decider } : {};

interface CellReading {
  rejections: CellRejection[];
  status?: Status;
  ownerId?: string;
  nextCheck?: string;
  awaitedCondition?: string | null;
  contact?: string;
}

const requestsOfAccount = (
  register: Register,
  row: RowValues,
  team: TeamView | null,
  share: RowShare,
): RowRequests => {
  const { decider, keys: waiting } = share;
  const read = readCells(row, waiting, team);
  const { rejections } = read;
  const refused = rejections.map(({ key }) => key);
  const open = waiting.filter((key) => refused.indexOf(key) < 0);
  const id = cellText(row, 'id');
  const version = Number(cellText(row, 'mirror.version'));
  const request = (
    keys: readonly EditableKey[],
    command: CommandRequest['command'],
    to: Status | null = null,
  ): PendingRequest => ({
    row,
    keys,
    to,
    request: {
      requestId: requestIdOf([register.spreadsheetId, decider, id, version, command]),
      accountId: id,
      expectedVersion: version,
      command,
      ...editorIn(share),
    },
  });
  if (open.indexOf('status') >= 0 && read.status !== undefined) {
    const to = read.status;
    const data: TransitionData = {
      ...(read.ownerId === undefined ? {} : { ownerId: read.ownerId }),
      ...(read.contact === undefined ? {} : { contact: { name: read.contact } }),
      ...(to === 'QUARTERLY_CHECK' && read.nextCheck !== undefined ? { nextCheckDate: read.nextCheck } : {}),
      ...(to === 'QUARTERLY_CHECK' && read.awaitedCondition
        ? { awaitedCondition: read.awaitedCondition }
        : {}),
    };
    return { requests: [request(open, { type: 'changeStatus', to, data }, to)], rejections };
  }
  const requests = open.map((key): PendingRequest => {
    switch (key) {
      case 'owner':
        return request([key], {
          type: 'handOver',
          toId: read.ownerId ?? '',
          note: HAND_OVER_NOTE[register.language],
        });
      case 'nextCheck':
        return request([key], { type: 'setNextCheck', date: read.nextCheck ?? '' });
      case 'contact':
        return request([key], { type: 'setAwaited', contact: { name: read.contact ?? '' } });
      default:
        return request([key], { type: 'setAwaited', awaitedCondition: read.awaitedCondition ?? null });
    }
  });
  return { requests, rejections };
};

const requestsOfDraft = (
  register: Register,
  row: RowValues,
  team: TeamView | null,
  share: RowShare,
): RowRequests => {
  const typed = EDITABLE.filter((key) => cellText(row, key) !== '');
  const read = readCells(row, typed, team);
  const mark = cellText(row, 'mirror.version');
  const data: TransitionData = {
    ...(read.ownerId === undefined ? {} : { ownerId: read.ownerId }),
    ...(read.contact === undefined ? {} : { contact: { name: read.contact } }),
  };
  const command: CommandRequest['command'] = {
    type: 'register',
    details: { name: cellText(row, 'name').trim() },
    status: read.status ?? 'COLD',
    data,
  };
  const request: CommandRequest = {
    requestId: requestIdOf([register.spreadsheetId, share.decider, mark, command]),
    accountId: null,
    expectedVersion: 0,
    command,
    ...editorIn(share),
  };
  // What cannot be read is mended first: nothing is registered by halves.
  const requests: PendingRequest[] =
    read.rejections.length > 0 ? [] : [{ row, keys: ['status'], to: null, request }];
  return { requests, rejections: read.rejections };
};

const readCells = (row: RowValues, keys: readonly EditableKey[], team: TeamView | null): CellReading => {
  const reading: CellReading = { rejections: [] };
  const reject = (key: EditableKey, reason: Text): void => void reading.rejections.push({ row, key, reason });
  for (const key of keys) {
    const typed = cellText(row, key).trim();
    switch (key) {
      case 'status': {
        const status = parseStatus(typed);
        if (typed === '') reject(key, CELL_MESSAGES.statusEmpty);
        else if (status === null) reject(key, CELL_MESSAGES.statusUnknown);
        else reading.status = status;
        break;
      }
      case 'owner': {
        if (typed === '') reject(key, CELL_MESSAGES.ownerEmpty);
        // Without the team nothing can be said yet: the sender asks for it.
        else if (team !== null) {
          const member = findMember(typed, Object.values(team.members));
          if (member === null) reject(key, CELL_MESSAGES.ownerUnknown);
          else reading.ownerId = member.id;
        }
        break;
      }
      case 'nextCheck': {
        const date = parseTypedDate(typed, {
          today: todayOf(team),
          fiscalYearStartMonth: team?.fiscalYearStartMonth ?? 4,
        });
        if ('date' in date) reading.nextCheck = date.date;
        else reject(key, dateMessage(date));
        break;
      }
      case 'awaitedCondition':
        reading.awaitedCondition = typed === '' ? null : typed;
        break;
      default:
        if (typed === '') reject(key, CELL_MESSAGES.contactEmpty);
        else reading.contact = typed;
    }
  }
  return reading;
};

const DATE_MESSAGES = {
  DATE_EMPTY: CELL_MESSAGES.dateEmpty,
  DATE_UNKNOWN: CELL_MESSAGES.dateUnknown,
  DATE_DOES_NOT_EXIST: CELL_MESSAGES.dateMissing,
  DATE_AMBIGUOUS: CELL_MESSAGES.dateAmbiguous,
};

const dateMessage = ({
  problem,
  suggestions,
}: {
  problem: keyof typeof DATE_MESSAGES;
  suggestions: readonly string[];
}): Text => {
  const sentence = DATE_MESSAGES[problem];
  if (suggestions.length === 0) return sentence;
  const days = suggestions.join(', ');
  return text(
    `${sentence.ja}${CELL_MESSAGES.dateSuggested.ja} ${days}`,
    `${sentence.en} ${CELL_MESSAGES.dateSuggested.en} ${days}`,
  );
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
