/** Refused cell edits, kept for whoever made them until they are answered. */
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
  /** The command's type, as in the history; null where the typed text is no command. */
  command: string | null;
  /** Version and status of the account when the edit was refused. */
  version: number;
  status: Status;
  words: Text;
  /** The form in which the edit can be completed. */
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

/** The command type of a register cell, also for a text that cannot be read. */
export const commandOfCell = (key: EditableKey): string => COMMANDS[key];

/** The register cell from which a command comes; null for a command that no cell can give. */
export const cellOfCommand = (command: { type: string; contact?: unknown }): EditableKey | null => {
  const key = EDITABLE.find((one) => COMMANDS[one] === command.type) ?? null;
  return key === 'awaitedCondition' && command.contact !== undefined ? 'contact' : key;
};

/**
 * Whether the refused edit still waits for its editor. `since` are the account's entries after the version that the edit met. Anything
 * that the editor has done there answers it, and so does the same kind of command by somebody else.
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

/** The other lines of the reason say what is possible instead, which the account shows itself. */
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
