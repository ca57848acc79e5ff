/** What a question about the history of many accounts asks for. */
import type { Channel } from '../status/code-lists';
import { splitPath } from './account-change';
import type { EventType } from './account-event';
import type { HistoryEntry } from './history';

/** All that is named has to hold. */
export interface HistoryFilter {
  accountId?: string;
  /** Who decided or sent it: a member's ID, or UNKNOWN_EDITOR_ID. */
  personId?: string;
  command?: string;
  channel?: Channel;
  batch?: string;
  event?: EventType;
  /** A field of the account that was changed, or a part of it: `nextCheck`, `contacts`, `bant.need`. */
  field?: string;
  /** Instants, ISO 8601 in UTC: made at the first or later, and before the second. */
  from?: string;
  before?: string;
}

/** Whether a change of that path is one of the field or of a part of it. */
export const isChangeOf = (path: string, field: string): boolean =>
  path === field || splitPath(path)[0] === field;

export const matchesHistoryFilter = (
  entry: HistoryEntry,
  { accountId, personId, command, channel, batch, event, field, from, before }: HistoryFilter,
): boolean =>
  (accountId === undefined || entry.accountId === accountId) &&
  (personId === undefined || entry.by === personId || entry.sentBy === personId) &&
  (command === undefined || entry.command === command) &&
  (channel === undefined || entry.channel === channel) &&
  (batch === undefined || entry.batch === batch) &&
  (from === undefined || entry.at >= from) &&
  (before === undefined || entry.at < before) &&
  (event === undefined || entry.events.some(({ type }) => type === event)) &&
  (field === undefined ||
    entry.events.some(({ changes }) => changes.some(({ path }) => isChangeOf(path, field))));
