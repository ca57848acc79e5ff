/** Where an account stands: its status, since when, and exactly what this status needs. One constructor a status. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';

export interface NextCheck {
  date: CalendarDate;
  /** Why it is this day: computed, the customer's own wish, or a retry after no answer. */
  origin: 'cadence' | 'customer' | 'retry';
  /** The day that the cadence counts from: the last two-way contact or, with none, the day the status began. */
  base: CalendarDate;
  /** Of a retry: the day that the check was due on before nobody answered, and whether that day was over by then. */
  retryOf?: { dueOn: CalendarDate; late: boolean };
}

export interface Loss {
  on: CalendarDate;
  reason: string;
  reasonText: string | null;
  revisitOn: CalendarDate | null;
  revisitTrigger: string | null;
}

export interface BadFit {
  on: CalendarDate;
  by: string;
  reason: string;
  note: string | null;
  /** Our products that it was judged against. */
  products: readonly string[];
  /** Approver; null while the review is pending. */
  reviewedBy: string | null;
  reviewOn: CalendarDate;
  /** Somebody who is asked to judge it once more; null where nobody is. */
  rejudgement: Rejudgement | null;
}

/** A manager has picked the bad fit to see whether somebody else judges it alike. */
export interface Rejudgement {
  memberId: string;
  /** Who asks, and since when. */
  by: string;
  on: CalendarDate;
}

export interface OnFile {
  on: CalendarDate;
  reason: string;
  reasonText: string | null;
  /** The account that stands for this one; null when none or when the link was cut. */
  successorId: string | null;
  from: Status;
}

/** Which of its entries and of the survivor's made one account out of two: what un-merging takes back. */
export interface MergeRecord {
  intoId: string;
  /** The version that the merge made of this account. */
  version: number;
  /** The version that it made of the survivor. */
  intoVersion: number;
  by: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
}

/** Everything that the status asks for is there. */
type Settled<S extends Status, Needs = unknown> = {
  status: S;
  since: CalendarDate;
  owes: false;
  debts: readonly [];
} & Needs;

/**
 * Something that the status asks for is missing: a list did not have it when the account was imported, or a later change
 * took it away (a contact who left). `debts` names the guards that are open, for the 要補完 list.
 */
type Owing<S extends Status, Needs = unknown> = {
  status: S;
  since: CalendarDate;
  owes: true;
  debts: readonly GuardCode[];
} & { [Key in keyof Needs]: Needs[Key] | null };

interface CheckNeeds {
  nextCheck: NextCheck;
  /** What the customer waits for. */
  awaitedCondition: string;
}
interface CheckCounts {
  missedChecks: number;
  /** Tries without answer in the running check. */
  unanswered: number;
}
interface LossNeeds {
  lost: Loss;
}
interface BadFitNeeds {
  badFit: BadFit;
}
interface ReturnsOnFile {
  /** An account that was on file before returns there when its review rejects the bad fit; null otherwise. */
  onFile: OnFile | null;
  /** The merge that had put it on file, kept with `onFile`; null where there was none. */
  merged: MergeRecord | null;
}
interface OnFileNeeds {
  onFile: OnFile;
}
interface MergedAway {
  /** The merge by which the account was put on file; null where it was filed without one, also with a mere link. */
  merged: MergeRecord | null;
}

type Cold = Settled<'COLD'> | Owing<'COLD'>;
type Working = Settled<'WORKING'> | Owing<'WORKING'>;
/** Its opportunities are parts of the account: they outlive the status. */
type ActiveOpportunity = Settled<'ACTIVE_OPPORTUNITY'> | Owing<'ACTIVE_OPPORTUNITY'>;
/** Its products are parts of the account: they outlive the status. */
type CurrentClient = Settled<'CURRENT_CLIENT'> | Owing<'CURRENT_CLIENT'>;
export type QuarterlyCheck = CheckCounts &
  (Settled<'QUARTERLY_CHECK', CheckNeeds> | Owing<'QUARTERLY_CHECK', CheckNeeds>);
type DeadOpportunity = Settled<'DEAD_OPPORTUNITY', LossNeeds> | Owing<'DEAD_OPPORTUNITY', LossNeeds>;
type BadFitStanding = ReturnsOnFile & (Settled<'BAD_FIT', BadFitNeeds> | Owing<'BAD_FIT', BadFitNeeds>);
type OnFileStanding = MergedAway & (Settled<'ON_FILE', OnFileNeeds> | Owing<'ON_FILE', OnFileNeeds>);

export type Standing =
  | Cold
  | Working
  | ActiveOpportunity
  | QuarterlyCheck
  | DeadOpportunity
  | CurrentClient
  | BadFitStanding
  | OnFileStanding;

/** What every status has: since when it holds, and the guards whose data is missing. */
interface Entry {
  since: CalendarDate;
  debts?: readonly GuardCode[];
}
type Known<Needs> = { [Key in keyof Needs]: Needs[Key] | null };

const isComplete = <Needs extends object>(needs: Known<Needs>): needs is Known<Needs> & Needs =>
  Object.values(needs).every((value) => value !== null);

const settledOrOwing = <S extends Status, Needs extends object>(
  status: S,
  { since, debts = [] }: Entry,
  needs: Known<Needs>,
): Settled<S, Needs> | Owing<S, Needs> =>
  debts.length === 0 && isComplete(needs)
    ? { status, since, owes: false, debts: [], ...needs }
    : { status, since, owes: true, debts, ...needs };

export const coldStanding = (entry: Entry): Cold => settledOrOwing('COLD', entry, {});

export const workingStanding = (entry: Entry): Working => settledOrOwing('WORKING', entry, {});

export const activeOpportunityStanding = (entry: Entry): ActiveOpportunity =>
  settledOrOwing('ACTIVE_OPPORTUNITY', entry, {});

export const currentClientStanding = (entry: Entry): CurrentClient =>
  settledOrOwing('CURRENT_CLIENT', entry, {});

/** Counts start at 0. */
export const quarterlyCheckStanding = (
  entry: Entry & Known<CheckNeeds> & Partial<CheckCounts>,
): QuarterlyCheck => {
  const { nextCheck, awaitedCondition, missedChecks = 0, unanswered = 0 } = entry;
  const check = settledOrOwing<'QUARTERLY_CHECK', CheckNeeds>('QUARTERLY_CHECK', entry, {
    nextCheck,
    awaitedCondition,
  });
  return { ...check, missedChecks, unanswered };
};

export const deadOpportunityStanding = (entry: Entry & Known<LossNeeds>): DeadOpportunity =>
  settledOrOwing<'DEAD_OPPORTUNITY', LossNeeds>('DEAD_OPPORTUNITY', entry, { lost: entry.lost });

export const badFitStanding = (
  entry: Entry & Known<BadFitNeeds> & Partial<ReturnsOnFile>,
): BadFitStanding => ({
  ...settledOrOwing<'BAD_FIT', BadFitNeeds>('BAD_FIT', entry, { badFit: entry.badFit }),
  onFile: entry.onFile ?? null,
  merged: entry.merged ?? null,
});

export const onFileStanding = (entry: Entry & Known<OnFileNeeds> & Partial<MergedAway>): OnFileStanding => ({
  ...settledOrOwing<'ON_FILE', OnFileNeeds>('ON_FILE', entry, { onFile: entry.onFile }),
  merged: entry.merged ?? null,
});

/** The same standing with other debts. */
export const withDebts = (standing: Standing, debts: readonly GuardCode[]): Standing =>
  standingOf(standing.status, { ...standing, debts });

/** What a status needs, as far as it is known; what a status does not need is left behind. */
type KnownNeeds = Entry &
  Partial<Known<CheckNeeds & LossNeeds & BadFitNeeds & OnFileNeeds>> &
  Partial<CheckCounts & MergedAway>;

/** Chooses the constructor by the status: for records that are read, and for imports, which may know nothing but the status. */
export const standingOf = (status: Status, known: KnownNeeds): Standing => {
  const { nextCheck = null, awaitedCondition = null, lost = null } = known;
  switch (status) {
    case 'COLD':
      return coldStanding(known);
    case 'WORKING':
      return workingStanding(known);
    case 'ACTIVE_OPPORTUNITY':
      return activeOpportunityStanding(known);
    case 'QUARTERLY_CHECK':
      return quarterlyCheckStanding({ ...known, nextCheck, awaitedCondition });
    case 'DEAD_OPPORTUNITY':
      return deadOpportunityStanding({ ...known, lost });
    case 'CURRENT_CLIENT':
      return currentClientStanding(known);
    case 'BAD_FIT':
      return badFitStanding({ ...known, badFit: known.badFit ?? null });
    case 'ON_FILE':
      return onFileStanding({ ...known, onFile: known.onFile ?? null });
    default:
      return status satisfies never;
  }
};

/** The quarterly check that it stands in; null in every other status. */
export const runningCheck = (standing: Standing): QuarterlyCheck | null =>
  standing.status === 'QUARTERLY_CHECK' ? standing : null;

/** How it is on file, also while the review of a bad fit may bring it back there; null otherwise. */
export const filing = (standing: Standing): OnFile | null =>
  standing.status === 'ON_FILE' || standing.status === 'BAD_FIT' ? standing.onFile : null;

/** The merge that filed the account; null where there is none. */
export const mergeOf = (standing: Standing): MergeRecord | null =>
  standing.status === 'ON_FILE' || standing.status === 'BAD_FIT' ? standing.merged : null;

/** The account that stands for this one. */
export const successorIdOf = ({ standing }: { standing: Standing }): string | null =>
  filing(standing)?.successorId ?? null;

/** The guards whose data is missing. */
export const debtsOf = ({ standing }: { standing: Standing }): readonly GuardCode[] => standing.debts;
