/** Requests of cells that were sent back: kept for who edited the cell, until they are answered. */
import type { Account } from '../account/account';
import type { FormRetry } from '../account/form-retry';
import type { HistoryEntry } from '../account/history';
import { PART_COLUMN_LABELS } from '../queue/part-column-texts';
import { RESULT_LABEL } from '../queue/queue-texts';
import { EDITABLE, type EditableKey } from '../register/column-keys';
import { COLUMN_TEXTS } from '../register/column-texts';
import type { Status } from '../status/statuses';
import { type Text, text } from '../text/text';
import type { DayItem, SentBackKey } from './day-item';

export interface SentBack {
  id: string;
  /** ID of the member who edited the cell. */
  by: string;
  accountId: string;
  key: SentBackKey;
  /** What the cell asks for, as the history calls it; null where what was typed is no request. */
  command: string | null;
  /** Version and status of the account then. */
  version: number;
  status: Status;
  words: Text;
  /** The form in which it goes on once more data is given. */
  retry: FormRetry | null;
  /** Instant, ISO 8601 in UTC. */
  at: string;
}

const COMMANDS: Readonly<Record<EditableKey, string>> = {
  status: 'changeStatus',
  owner: 'handOver',
  nextCheck: 'setNextCheck',
  awaitedCondition: 'setAwaited',
  contact: 'setAwaited',
  name: 'editDetails',
  quickEntry: 'quickEntry',
};

/** What a cell of the register asks for, also where what was typed into it cannot be read. */
export const commandOfCell = (key: EditableKey): string => COMMANDS[key];

/** Which cell of the register has asked for a command; null for one of which a cell cannot ask. */
export const cellOfCommand = (command: { type: string; contact?: unknown }): EditableKey | null => {
  const key = EDITABLE.find((one) => COMMANDS[one] === command.type) ?? null;
  return key === 'awaitedCondition' && command.contact !== undefined ? 'contact' : key;
};

/**
 * Whether it waits for its editor still. `since` are the account's entries behind the version that it met: whatever the editor has
 * done there answers it, and so does what somebody else has done of the same kind.
 */
export const isOpenSentBack = (
  { by, command, key, status }: SentBack,
  account: Pick<Account, 'standing' | 'withdrawn'>,
  since: readonly Pick<HistoryEntry, 'by' | 'command'>[],
): boolean =>
  !account.withdrawn &&
  !(key === 'status' && account.standing.status !== status) &&
  !since.some((entry) => entry.by === by || entry.command === command);

const columnLabel = (key: SentBackKey): Text => {
  switch (key) {
    case 'result':
      return RESULT_LABEL;
    case 'owners':
      return COLUMN_TEXTS.owner.label;
    case 'due':
      return COLUMN_TEXTS.nextCheck.label;
    case 'status':
    case 'owner':
    case 'nextCheck':
    case 'awaitedCondition':
    case 'contact':
    case 'name':
    case 'quickEntry':
      return COLUMN_TEXTS[key].label;
    default:
      return PART_COLUMN_LABELS[key];
  }
};

/** The first line of the reason: the others say what is possible instead, as the account does. */
const firstLine = (lines: string): string => lines.split('\n')[0] ?? '';

export const sentBackItem = (
  { id, key, words, retry }: SentBack,
  account: Pick<Account, 'id' | 'name' | 'standing'>,
): DayItem => {
  const column = columnLabel(key);
  return {
    accountId: account.id,
    company: account.name,
    status: account.standing.status,
    words: text(`${column.ja}: ${firstLine(words.ja)}`, `${column.en}: ${firstLine(words.en)}`),
    due: null,
    daysOver: 0,
    form: null,
    sentBack: { id, key, retry },
  };
};
