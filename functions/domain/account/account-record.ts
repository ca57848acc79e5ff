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
  filing,
  type Loss,
  type MergeRecord,
  mergeOf,
  type NextCheck,
  type OnFile,
  runningCheck,
  type Standing,
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

/**
 * The parts alone, field by field, and added to by `Object.assign`: a command needs this several times, and two spreads, or a
 * copy of so many fields that leaves some out, take fifty times as long.
 */
const partsOf = (account: AccountParts): AccountParts => ({
  id: account.id,
  version: account.version,
  name: account.name,
  kana: account.kana,
  englishName: account.englishName,
  corporateNumber: account.corporateNumber,
  securitiesCode: account.securitiesCode,
  address: account.address,
  phone: account.phone,
  industry: account.industry,
  otherNames: account.otherNames,
  domains: account.domains,
  parentId: account.parentId,
  formerNames: account.formerNames,
  sources: account.sources,
  everMet: account.everMet,
  ownerId: account.ownerId,
  isOwnerId: account.isOwnerId,
  contacts: account.contacts,
  opportunities: account.opportunities,
  products: account.products,
  activities: account.activities,
  bant: account.bant,
  latentNeed: account.latentNeed,
  awaitedContactId: account.awaitedContactId,
  lostCount: account.lostCount,
  notDuplicateOf: account.notDuplicateOf,
  proposal: account.proposal,
  handOver: account.handOver,
  withdrawn: account.withdrawn,
});

const standingRecordOf = (standing: Standing): StandingRecord => {
  const check = runningCheck(standing);
  return {
    status: standing.status,
    statusSince: standing.since,
    nextCheck: check?.nextCheck ?? null,
    awaitedCondition: check?.awaitedCondition ?? null,
    missedChecks: check?.missedChecks ?? 0,
    unanswered: check?.unanswered ?? 0,
    lost: standing.status === 'DEAD_OPPORTUNITY' ? standing.lost : null,
    badFit: standing.status === 'BAD_FIT' ? standing.badFit : null,
    onFile: filing(standing),
    merged: mergeOf(standing),
    debts: standing.debts,
  };
};

export const toRecord = (account: Account): AccountRecord =>
  Object.assign(partsOf(account), standingRecordOf(account.standing));

/** What the record has beside the needs of its status is left behind: no status reads it. */
export const fromRecord = (record: AccountRecord): Account => {
  const { status, statusSince: since, debts } = record;
  const { nextCheck, awaitedCondition, missedChecks, unanswered, lost, badFit, onFile, merged } = record;
  const known = { nextCheck, awaitedCondition, missedChecks, unanswered, lost, badFit, onFile, merged };
  return Object.assign(partsOf(record), { standing: standingOf(status, { since, debts, ...known }) });
};
