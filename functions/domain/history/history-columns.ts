/** The history as a table: one row an entry, for people and for programs that read a CSV file. */
import type { HistoryEntry } from '../account/history';
import { commandLabel } from '../commands/command-labels';
import { memberLabel } from '../register/cells';
import type { Status } from '../status/statuses';
import { CHANNEL_LABELS } from './account-labels';
import type { HISTORY_HEADINGS } from './history-column-texts';
import { entryLines } from './history-text';
import { type Reader, statusLabel } from './value-words';

export interface HistoryRow {
  entry: HistoryEntry;
  /** `2026-07-01 09:30`, in the team's zone. */
  time: string;
  /** What the account is called now. */
  company: string;
}

export type HistoryColumnKey = keyof typeof HISTORY_HEADINGS;

/** The status before, null for a new account, and after; null where the entry left it as it was. */
export const statusMove = ({
  version,
  events,
}: Pick<HistoryEntry, 'version' | 'events'>): { from: Status | null; to: Status } | null => {
  const [from, to] = [version === 1 ? null : events[0]?.from, events[events.length - 1]?.to];
  return from === undefined || to === undefined || from === to ? null : { from, to };
};

/** Each reason once. */
const reasonsOf = ({ events }: HistoryEntry): string =>
  [...new Set(events.flatMap(({ reason }) => reason ?? []))].join('\n');

export const HISTORY_COLUMNS: Readonly<
  Record<HistoryColumnKey, (row: HistoryRow, reader: Reader) => string | number>
> = {
  time: ({ time }) => time,
  company: ({ company }) => company,
  what: ({ entry }, reader) => entryLines(reader, entry).join('\n'),
  from: ({ entry }, reader) => {
    const from = statusMove(entry)?.from ?? null;
    return from === null ? '' : statusLabel(reader, from);
  },
  to: ({ entry }, reader) => {
    const move = statusMove(entry);
    return move === null ? '' : statusLabel(reader, move.to);
  },
  reason: ({ entry }) => reasonsOf(entry),
  person: ({ entry: { by } }, { members, language }) => memberLabel(by, members, language),
  sender: ({ entry: { sentBy } }, { members, language }) => memberLabel(sentBy ?? null, members, language),
  channel: ({ entry: { channel } }, { language }) => CHANNEL_LABELS[channel][language],
  command: ({ entry: { command } }, { language }) => commandLabel(command)?.[language] ?? command,
  batch: ({ entry: { batch } }) => batch ?? '',
  version: ({ entry: { version } }) => version,
  accountId: ({ entry: { accountId } }) => accountId,
};
