/**
 * The flat form of an account: one level of fields, as the store keeps it, HTTP answers it and the history names its
 * changes. What a status does not need is null there.
 */
import type { CalendarDate } from '../calendar/calendar-date';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import type { Account, AccountParts } from './account';
import {
  type BadFit,
  type Loss,
  type MergeRecord,
  type NextCheck,
  type OnFile,
  standingOf,
} from './standing';

/** The standing, flat. */
interface StandingRecord {
  status: Status;
  statusSince: CalendarDate;
  nextCheck: NextCheck | null;
  awaitedCondition: string | null;
  missedChecks: number;
  /** Tries without answer in the running check. */
  unanswered: number;
  lost: Loss | null;
  badFit: BadFit | null;
  onFile: OnFile | null;
  merged: MergeRecord | null;
  debts: readonly GuardCode[];
}

export interface AccountRecord extends AccountParts, StandingRecord {}

/** Of a status that needs none of it. */
const NOTHING = {
  nextCheck: null,
  awaitedCondition: null,
  missedChecks: 0,
  unanswered: 0,
  lost: null,
  badFit: null,
  onFile: null,
  merged: null,
} as const satisfies Partial<StandingRecord>;

export const toRecord = ({ standing, ...parts }: Account): AccountRecord => {
  const { since, owes: _, ...fields } = standing;
  return { ...parts, ...NOTHING, statusSince: since, ...fields };
};

/** What the record has beside the needs of its status is left behind: no status reads it. */
export const fromRecord = (record: AccountRecord): Account => {
  const {
    status,
    statusSince: since,
    nextCheck,
    awaitedCondition,
    missedChecks,
    unanswered,
    lost,
    badFit,
    onFile,
    merged,
    debts,
    ...parts
  } = record;
  const known = { nextCheck, awaitedCondition, missedChecks, unanswered, lost, badFit, onFile, merged };
  return { ...parts, standing: standingOf(status, { since, debts, ...known }) };
};
