/**
 * The flat form of an account: one level of fields, as the store keeps it, HTTP answers it and the history names its
 * changes. What a status does not need is null there.
 */
import type { CalendarDate } from '../calendar/calendar-date';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import type { Account, BadFit, Loss, MergeRecord, NextCheck, OnFile } from './account';
import {
  activeOpportunityStanding,
  badFitStanding,
  coldStanding,
  currentClientStanding,
  deadOpportunityStanding,
  onFileStanding,
  quarterlyCheckStanding,
  type Standing,
  workingStanding,
} from './standing';

/** The standing, flat. */
interface StandingRecord {
  status: Status;
  statusSince: CalendarDate;
  nextCheck: NextCheck | null;
  awaitedCondition: string | null;
  missedChecks: number;
  unanswered: number;
  lost: Loss | null;
  badFit: BadFit | null;
  onFile: OnFile | null;
  merged: MergeRecord | null;
  debts: readonly GuardCode[];
}

type AccountParts = Omit<Account, keyof StandingRecord>;
export interface AccountRecord extends AccountParts, StandingRecord {}
interface StandingAccount extends AccountParts {
  standing: Standing;
}

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

export const toRecord = ({ standing, ...parts }: StandingAccount): AccountRecord => {
  const { since, owes: _, ...fields } = standing;
  return { ...parts, ...NOTHING, statusSince: since, ...fields };
};

/** What the record has beside the needs of its status is left behind: no status reads it. */
export const fromRecord = (record: AccountRecord): StandingAccount => {
  const {
    status: _status,
    statusSince: _since,
    nextCheck: _nextCheck,
    awaitedCondition: _condition,
    missedChecks: _missed,
    unanswered: _unanswered,
    lost: _lost,
    badFit: _badFit,
    onFile: _onFile,
    merged: _merged,
    debts: _debts,
    ...parts
  } = record;
  return { ...parts, standing: standingOf(record) };
};

const standingOf = (record: StandingRecord): Standing => {
  const entry = { ...record, since: record.statusSince };
  switch (record.status) {
    case 'COLD':
      return coldStanding(entry);
    case 'WORKING':
      return workingStanding(entry);
    case 'ACTIVE_OPPORTUNITY':
      return activeOpportunityStanding(entry);
    case 'QUARTERLY_CHECK':
      return quarterlyCheckStanding(entry);
    case 'DEAD_OPPORTUNITY':
      return deadOpportunityStanding(entry);
    case 'CURRENT_CLIENT':
      return currentClientStanding(entry);
    case 'BAD_FIT':
      return badFitStanding(entry);
    case 'ON_FILE':
      return onFileStanding(entry);
    default:
      return record.status satisfies never;
  }
};
