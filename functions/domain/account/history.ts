/** History of an account: append-only entries whose fold is its state. */

import type { CalendarDate } from '../calendar/calendar-date';
import type { Channel } from '../status/code-lists';
import { type Account, blankAccount } from './account';
import { type AccountChange, applyChanges, revertChanges } from './account-change';
import type { AccountEvent } from './account-event';
import { type AccountRecord, fromRecord, toRecord } from './account-record';

/** One accepted command. */
export interface HistoryEntry {
  accountId: string;
  /** The account's version that it made; the first is 1. */
  version: number;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  /** The team's calendar date of that instant. */
  on: CalendarDate;
  /** Who decided it: a member's ID, or UNKNOWN_EDITOR_ID. */
  by: string;
  /** The member who sent it, where somebody else decided it: the sheet's automatic sender sends cells that others have edited. */
  sentBy?: string;
  channel: Channel;
  batch: string | null;
  requestId: string;
  /** Name of the command; a plain string, because entries outlive the commands that made them. */
  command: string;
  /** Version of the entry that this one undoes. */
  undoes: number | null;
  events: readonly AccountEvent[];
}

const changesOf = ({ events }: HistoryEntry): AccountChange[] => events.flatMap(({ changes }) => changes);

const recordAfter = (record: AccountRecord, entry: HistoryEntry): AccountRecord => ({
  ...applyChanges(record, changesOf(entry)),
  version: entry.version,
});

export const applyEntry = (account: Account, entry: HistoryEntry): Account =>
  fromRecord(recordAfter(toRecord(account), entry));

/** The account as its history tells it; entries in the order of their versions. */
export const fold = (id: string, entries: readonly HistoryEntry[]): Account =>
  fromRecord(entries.reduce(recordAfter, toRecord(blankAccount(id))));

/** The state before an entry, made from the state after it. */
export const revertEntry = (account: Account, entry: HistoryEntry): Account =>
  fromRecord(revertChanges(toRecord(account), changesOf(entry).reverse()));
