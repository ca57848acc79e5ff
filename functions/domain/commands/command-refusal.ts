/** What a command is refused with: by a rule, or because somebody changed meanwhile what it reads. */
import type { AccountChange } from '../account/account-change';
import type { RefusalWith } from '../account/refusals';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Command } from './command-table';
import type { RuleRefusal } from './rule-refusal';

/** An entry that was made meanwhile and changed what the refused request reads. */
export interface ConflictingEntry {
  version: number;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  /** The team's calendar date of that instant. */
  on: CalendarDate;
  by: string;
  /** Null for somebody who is in the team no more. */
  byName: string | null;
  command: string;
  changes: readonly AccountChange[];
}

/** The facts of a CONFLICT. */
export interface ConflictFacts {
  version: number;
  expectedVersion: number;
  /** From the oldest to the newest; empty where the two versions are too far apart to tell. */
  since: readonly ConflictingEntry[];
  /** The refused request. */
  yours?: Command;
  /** Where the change is on the other account of a merge. */
  accountId?: string;
}

export type ConflictRefusal = RefusalWith<'CONFLICT', ConflictFacts>;
export type CommandRefusal = RuleRefusal | ConflictRefusal;
