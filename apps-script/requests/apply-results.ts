/** What the functions decided of each request: counted, and shown in the rows as they stand by then. */
import type { CommandResult, CommandsAnswer } from '../../functions/contract/commands';
import { answeredRow, type RequestAnswer } from '../../functions/domain/register/answer-row';
import { isDraftRow } from '../../functions/domain/register/classify-row';
import { cellText, pendingKeys } from '../../functions/domain/register/sheet-row';
import type { Text } from '../../functions/domain/text/text';
import { SCRIPT_MESSAGES, textWithNumbers } from '../messages';
import { openRegister, type Register, type RowValues } from '../register/register-sheet';
import type { RowUpdate } from '../register/write-rows';
import type { RefusedCell, SendReport } from '../script-api';
import type { PendingRequest } from './cell-requests';
import { answeredCells, type EditedRow, logAnswered } from './edit-log';
import { locateRows } from './locate-rows';
import { writeAnswers } from './write-answers';

/** What became of the requests of all blocks so far. */
export interface SendTally {
  accepted: number;
  refused: number;
  /** Requests that wait on: their rows are blocked, or the time was up. */
  waiting: number;
  /** Rows in which something waits that somebody else typed. */
  others: number;
  missingData: SendReport['missingData'];
  refusals: RefusedCell[];
}

export const newTally = (): SendTally => ({
  accepted: 0,
  refused: 0,
  waiting: 0,
  others: 0,
  missingData: null,
  refusals: [],
});

export const reportMessage = ({ accepted, refused, waiting, others }: SendTally): Text => {
  if (accepted + refused + waiting === 0)
    return others === 0 ? SCRIPT_MESSAGES.nothingToSend : othersText(others);
  const left = waiting === 0 ? ['', ''] : ['・残り {waiting} 件', ', {waiting} waiting'];
  const why = refused === 0 ? ['', ''] : ['(理由はその行)', ' (reasons in their rows)'];
  const { ja, en } = othersText(others);
  return textWithNumbers(
    `受付 {accepted} 件・差し戻し {refused} 件${left[0]}${why[0]}${others === 0 ? '' : `\n${ja}`}`,
    `{accepted} accepted, {refused} sent back${left[1]}${why[1]}${others === 0 ? '' : `\n${en}`}`,
    { accepted, refused, waiting },
  );
};

const othersText = (others: number): Text =>
  textWithNumbers(
    'ほかの人が編集した {others} 行は、本人か自動送信が送ります。',
    '{others} rows that others edited are sent by themselves, or automatically.',
    { others },
  );

interface AnsweredRequest {
  request: PendingRequest;
  outcome: CommandResult;
}

/** Counts them in the tally, and writes the rows where the register has them now. */
export const applyResults = (
  requests: readonly PendingRequest[],
  { outcomes, team }: CommandsAnswer,
  tally: SendTally,
): void => {
  const answered = requests.flatMap((request, index): AnsweredRequest[] => {
    const outcome = outcomes[index];
    return outcome === undefined ? [] : [{ request, outcome }];
  });
  for (const one of answered) {
    const { outcome, request } = one;
    if (!isAccepted(one)) {
      const [key] = request.keys;
      if ('refusal' in outcome && key !== undefined)
        countRefusal(tally, outcome, key, outcome.retry, accountIn(request.row));
      continue;
    }
    tally.accepted += 1;
  }
  logAnswered(answered.flatMap(answeredRequest));
  const byRow = new Map<RowValues, AnsweredRequest[]>();
  for (const one of answered) byRow.set(one.request.row, [...(byRow.get(one.request.row) || []), one]);
  const register = openRegister();
  if (register === null) return;
  const rowsNow = locateRows(register, [...byRow.keys()]);
  writeAnswers(
    register,
    [...byRow].flatMap(([before, all]): RowUpdate | never[] => {
      const now = rowsNow.get(before);
      if (now === undefined) return [];
      const answers = all.map((one) => answerOf(register, one));
      return { row: now, ...answeredRow(before, now, answers, { ...team, language: register.language }) };
    }),
  );
};

type NamedAccount = Pick<RefusedCell, 'id' | 'name'>;

/** A draft has none yet: its row says all. */
export const accountIn = (row: RowValues): NamedAccount | null =>
  isDraftRow(row) ? null : { id: cellText(row, 'id'), name: cellText(row, 'mirror.name') };

/** A refusal of no account is counted only. */
export const countRefusal = (
  tally: SendTally,
  { row, words }: Pick<CommandResult, 'row'> & Pick<RefusedCell, 'words'>,
  key: RefusedCell['key'],
  retry: RefusedCell['retry'] = null,
  account: NamedAccount | null = row,
): void => {
  tally.refused += 1;
  if (account === null) return;
  const { id, name } = account;
  tally.refusals.push({ id, name, key, retry, words });
  if (retry !== null && row !== null)
    tally.missingData = tally.missingData ?? {
      row: { id, name, status: row.status, version: row.version },
      key,
      retry,
    };
};

const answerOf = ({ language }: Register, { request, outcome }: AnsweredRequest): RequestAnswer => ({
  keys: request.keys,
  account: outcome.row,
  refusal:
    'refusal' in outcome && !isAccepted({ request, outcome })
      ? outcome.words[outcome.language || language]
      : null,
});

/** A draft that was refused stays as it was typed. */
const answeredRequest = (one: AnsweredRequest): EditedRow | never[] => {
  const { row, keys } = one.request;
  if (!isDraftRow(row)) return answeredCells(row, keys);
  return isAccepted(one) ? answeredCells(row, pendingKeys(row)) : [];
};

/** Whether the account has what was asked for: the request was accepted, or the account had the value already. */
const isAccepted = ({ request, outcome }: AnsweredRequest): boolean => {
  if (!('refusal' in outcome)) return true;
  const { keys, to } = request;
  return to !== null && keys.length === 1 && outcome.row?.status === to;
};
