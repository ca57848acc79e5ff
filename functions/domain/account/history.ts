/** History of an account: append-only entries whose fold is its state. */

import type { CalendarDate } from '../calendar/calendar-date';
import type { Channel } from '../status/code-lists';
import type { Status } from '../status/statuses';
import { type Account, blankAccount } from './account';

/** Parts of an account that are kept by ID, so that two people can change two of them at once. */
const KEYED_FIELDS = [
  'contacts',
  'opportunities',
  'products',
  'activities',
  'bant',
  'sources',
  'notDuplicateOf',
] as const;
type KeyedField = (typeof KEYED_FIELDS)[number];

export type EventType =
  | 'registered'
  | 'imported'
  | 'statusChanged'
  | 'activityLogged'
  | 'meetingCorrected'
  | 'checkRecorded'
  | 'nextCheckSet'
  | 'opportunityOpened'
  | 'opportunityClosed'
  | 'contactSaved'
  | 'productSaved'
  | 'bantSet'
  | 'detailsEdited'
  | 'ownerSet'
  | 'moveProposed'
  | 'moveApproved'
  | 'moveRejected'
  | 'linkCut'
  | 'merged'
  | 'unmerged'
  | 'notDuplicateMarked'
  | 'handedOver'
  | 'handOverAcknowledged'
  | 'handOverReturned'
  | 'debtsSettled'
  | 'undone';

/** One part of the account, before and after. The path is a field, or `field.id` for a part kept by ID; null = absent. */
export interface AccountChange {
  path: string;
  before: unknown;
  after: unknown;
}

export interface AccountEvent {
  type: EventType;
  /** Status before and after; equal where the event is not about the status. */
  from: Status;
  to: Status;
  reason: string | null;
  /** What the changes alone do not tell: a voicemail, the result of a check, an approver's note. */
  data: Readonly<Record<string, unknown>>;
  changes: readonly AccountChange[];
}

/** One accepted command. */
export interface HistoryEntry {
  accountId: string;
  /** The account's version that it made; the first is 1. */
  version: number;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  /** The team's calendar date of that instant. */
  on: CalendarDate;
  by: string;
  channel: Channel;
  batch: string | null;
  requestId: string;
  /** Name of the command; a plain string, because entries outlive the commands that made them. */
  command: string;
  /** Version of the entry that this one undoes. */
  undoes: number | null;
  events: readonly AccountEvent[];
}

const isKeyedField = (field: string): field is KeyedField =>
  (KEYED_FIELDS as readonly string[]).includes(field);

/** Equal as JSON, whatever the order of keys: a store may sort them. */
export const isSameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && isSameValue((a as JsonObject)[key], (b as JsonObject)[key]))
  );
};
type JsonObject = Record<string, unknown>;

/** What differs between two states of one account, by path; the version is not part of it. */
export const changesBetween = (before: Account, after: Account): AccountChange[] =>
  (Object.keys(after) as (keyof Account)[]).sort().flatMap((field): AccountChange[] => {
    if (field === 'version' || isSameValue(before[field], after[field])) return [];
    if (!isKeyedField(field)) return [{ path: field, before: before[field], after: after[field] }];
    const [old, now]: [JsonObject, JsonObject] = [before[field], after[field]];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .sort()
      .filter((id) => !isSameValue(old[id], now[id]))
      .map((id) => ({ path: `${field}.${id}`, before: old[id] ?? null, after: now[id] ?? null }));
  });

const withValue = (account: Account, path: string, value: unknown): Account => {
  const dot = path.indexOf('.');
  if (dot < 0) return { ...account, [path]: value };
  const field = path.slice(0, dot) as KeyedField;
  const { [path.slice(dot + 1)]: _, ...others } = account[field] as JsonObject;
  return { ...account, [field]: value === null ? others : { ...others, [path.slice(dot + 1)]: value } };
};

export const applyEvent = (account: Account, event: AccountEvent): Account =>
  event.changes.reduce((state, { path, after }) => withValue(state, path, after), account);

export const applyEntry = (account: Account, entry: HistoryEntry): Account => ({
  ...entry.events.reduce(applyEvent, account),
  version: entry.version,
});

/** The account as its history tells it; entries in the order of their versions. */
export const fold = (id: string, entries: readonly HistoryEntry[]): Account =>
  entries.reduce(applyEntry, blankAccount(id));

/** The state with what was there before each of the changes, taken in their order. */
export const revertChanges = (account: Account, changes: readonly AccountChange[]): Account =>
  changes.reduce((state, { path, before }) => withValue(state, path, before), account);

/** The state before an entry, made from the state after it. */
export const revertEntry = (account: Account, entry: HistoryEntry): Account =>
  revertChanges(
    account,
    [...entry.events].reverse().flatMap(({ changes }) => [...changes].reverse()),
  );
