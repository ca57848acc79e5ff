/** What the register job finds and cannot repair: a person has to look at the row. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { BlockedClass } from './classify-row';
import type { EditableKey } from './column-keys';
import type { LateJob } from './late-jobs';

/** A cell that asks for something, while the account has got another value since. */
export interface Contradiction {
  key: EditableKey;
  /** What the cell asks for; a day as YYYY-MM-DD. */
  requested: string;
  /** What the account has. */
  current: string;
}

interface FindingPlace {
  /** Counted from 1, as people do; null where the account has no row yet. */
  row: number | null;
  /** Empty where the row is no account's. */
  accountId: string;
  /** As it stands in the row. */
  company: string;
}

export type RegisterFinding = FindingPlace &
  (
    | BlockedClass
    | { kind: 'unknown' }
    | { kind: 'unreadable' }
    | { kind: 'withdrawn' }
    | { kind: 'decide'; since: CalendarDate }
    | { kind: 'dropOut'; list: string }
    | { kind: 'closed'; list: string; closure: string }
    | { kind: 'draft' }
    | { kind: 'unwritten' }
    | { kind: 'moved'; keys: readonly EditableKey[] }
    | { kind: 'conflict'; contradictions: readonly Contradiction[] }
    /** Somebody has laid a table over the register; `company` is its name. */
    | { kind: 'table' }
    /** A job that the scheduler runs no more; the text names it. */
    | { kind: 'lateJob'; late: LateJob }
    /** Google refused what the layout asks for; `request` is its kind, and the reason is in Google's words. */
    | { kind: 'leftOut'; request: string; reason: string }
  );

export type FindingKind = RegisterFinding['kind'];

/** What a list says of the end of a company; it is to be checked while the account has this version. */
export interface ListFinding {
  finding: { kind: 'dropOut'; list: string } | { kind: 'closed'; list: string; closure: string };
  version: number;
}
