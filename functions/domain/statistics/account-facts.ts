/**
 * What the figures are made of: the facts of each account, folded from its history entry by entry, so that a new entry is added to
 * what is known without reading the older ones. Nothing here depends on settings or on the day on which it is read.
 */
import { type AccountChange, isPartChange } from '../account/account-change';
import type { HistoryEntry } from '../account/history';
import { overdueFrom } from '../account/missed-checks';
import type { NextCheck } from '../account/standing';
import type { UndonePair } from '../account/undone-entries';
import type { CalendarDate } from '../calendar/calendar-date';
import { BANT_KEYS, type BantKey, type BantValue } from '../status/code-lists';
import type { Status } from '../status/statuses';
import { tableOf } from '../status/table-keys';

/** An entry that changed the status of the account, or since when it has been in it. */
export interface StatusFact {
  /** Version of the entry. */
  version: number;
  /** Day of the entry, in the team's zone. */
  day: CalendarDate;
  /** Absent where it stayed; null: the registration was withdrawn. */
  status?: Status | null;
  /** Absent where it stayed. A list may date it back. */
  since?: CalendarDate;
  /** False where a list or a merge brought it, and nobody decided it. */
  decided: boolean;
}

/** A quarterly check that came to an end: the clock began anew, or the account left the status. */
export interface CheckFact {
  version: number;
  day: CalendarDate;
  /** Whose check it was. */
  ownerId: string | null;
  nextCheck: NextCheck;
  /** Checks that had been missed in a row before this one. */
  missedChecks: number;
  /** Day of the contact that ended it; null where none did. */
  doneOn: CalendarDate | null;
  /** It was recorded as a check, and is no contact that came by itself. */
  recorded: boolean;
}

/** From that day on the running check was overdue behind `from`; null: no check ran. */
export interface DueFact {
  day: CalendarDate;
  from: CalendarDate | null;
}

/** A list brought an account that was here already. */
export interface ReacquiredFact {
  version: number;
  day: CalendarDate;
  list: string;
}

/** The account as the newest entry left it, as far as the figures need it. */
export interface CurrentFacts {
  name: string;
  ownerId: string | null;
  status: Status;
  since: CalendarDate;
  withdrawn: boolean;
  nextCheck: NextCheck | null;
  missedChecks: number;
  bant: Readonly<Record<BantKey, BantValue>>;
}

export interface HistoryFacts {
  id: string;
  /** Version of the newest entry that the facts include; 0 before the first one. */
  version: number;
  current: CurrentFacts;
  /** Each list in the order of the versions; days never go back. */
  statuses: readonly StatusFact[];
  checks: readonly CheckFact[];
  dues: readonly DueFact[];
  reacquired: readonly ReacquiredFact[];
  undone: readonly UndonePair[];
}

export const noFacts = (id: string): HistoryFacts => ({
  id,
  version: 0,
  current: {
    name: '',
    ownerId: null,
    status: 'COLD',
    since: '',
    withdrawn: false,
    nextCheck: null,
    missedChecks: 0,
    bant: tableOf(BANT_KEYS, () => 'unknown'),
  },
  statuses: [],
  checks: [],
  dues: [],
  reacquired: [],
  undone: [],
});

/** Null where the account is not registered. */
export const statusOf = ({ version, current }: Pick<HistoryFacts, 'version' | 'current'>): Status | null =>
  version === 0 || current.withdrawn ? null : current.status;

/** `entry` is the one behind the newest that the facts have. */
export const addEntry = (facts: HistoryFacts, entry: HistoryEntry): HistoryFacts => {
  const { version, on } = entry;
  const known = upToDay(facts, on);
  const current = entry.events.flatMap(({ changes }) => changes).reduce(withChange, known.current);
  const after = { version, current };
  return {
    ...known,
    version,
    current,
    statuses: [...known.statuses, ...newStatus(known, after, entry)],
    checks: [...known.checks, ...endedCheck(known, after, entry)],
    dues: [...known.dues, ...newDue(known, after, on)],
    reacquired: [...known.reacquired, ...listsOf(known, entry)],
    undone: [...known.undone, ...undonePairs(entry)],
  };
};

/** Each version builds on those below it: what an older one did was done by the day of the newer one, whatever their clocks said. */
const upToDay = (facts: HistoryFacts, on: CalendarDate): HistoryFacts => {
  const by = <Fact extends { day: CalendarDate }>(list: readonly Fact[]): readonly Fact[] => {
    const last = list[list.length - 1];
    return last === undefined || last.day <= on
      ? list
      : list.map((fact) => (fact.day > on ? { ...fact, day: on } : fact));
  };
  const { statuses, checks, dues, reacquired } = facts;
  return {
    ...facts,
    statuses: by(statuses),
    checks: by(checks),
    dues: by(dues),
    reacquired: by(reacquired),
  };
};

const withChange = (current: CurrentFacts, change: AccountChange): CurrentFacts => {
  if (isPartChange(change, 'bant')) {
    const key = BANT_KEYS.find((name) => change.path === `bant.${name}`);
    if (key === undefined) return current;
    return { ...current, bant: { ...current.bant, [key]: change.after?.value ?? 'unknown' } };
  }
  switch (change.path) {
    case 'name':
      return { ...current, name: change.after };
    case 'ownerId':
      return { ...current, ownerId: change.after };
    case 'status':
      return { ...current, status: change.after };
    case 'statusSince':
      return { ...current, since: change.after };
    case 'withdrawn':
      return { ...current, withdrawn: change.after };
    case 'nextCheck':
      return { ...current, nextCheck: change.after };
    case 'missedChecks':
      return { ...current, missedChecks: change.after };
    default:
      return current;
  }
};

type Step = Pick<HistoryFacts, 'version' | 'current'>;

/** Commands that bring a status without anybody having decided it for this account. */
const NOT_DECIDED = new Set(['import', 'absorb']);

const newStatus = (before: Step, after: Step, { version, on, command }: HistoryEntry): StatusFact[] => {
  const status = statusOf(after);
  const { since } = after.current;
  const changed = {
    ...(status === statusOf(before) ? {} : { status }),
    ...(since === before.current.since ? {} : { since }),
  };
  if (Object.keys(changed).length === 0) return [];
  return [{ version, day: on, ...changed, decided: !NOT_DECIDED.has(command) }];
};

const runningCheckOf = (step: Step): NextCheck | null =>
  statusOf(step) === 'QUARTERLY_CHECK' ? step.current.nextCheck : null;

/** The check that the entry ended. Only a contact or another status ends one; another day or one more try does not. */
const endedCheck = (before: Step, after: Step, { version, on, events }: HistoryEntry): CheckFact[] => {
  const was = runningCheckOf(before);
  const is = runningCheckOf(after);
  if (was === null || (is !== null && is.base <= was.base)) return [];
  const { ownerId, missedChecks } = before.current;
  const contacts = events.flatMap((event) =>
    event.type === 'activityLogged' && event.data.twoWay ? event.data.activity.date : [],
  );
  const recorded = events.some((event) => event.type === 'checkRecorded' && event.data.result !== 'noAnswer');
  const doneOn = contacts.sort().pop() ?? null;
  return [{ version, day: on, ownerId, nextCheck: was, missedChecks, doneOn, recorded }];
};

const newDue = (before: Step, after: Step, day: CalendarDate): DueFact[] => {
  const [was, is] = [before, after].map((step) => {
    const nextCheck = runningCheckOf(step);
    return nextCheck === null ? null : overdueFrom(nextCheck);
  });
  return was === is || is === undefined ? [] : [{ day, from: is }];
};

/** Lists that an import adds to an account that is registered. */
const listsOf = (before: Step, { version, on, command, events }: HistoryEntry): ReacquiredFact[] =>
  command !== 'import' || statusOf(before) === null
    ? []
    : events
        .flatMap(({ changes }) => changes)
        .flatMap((change) =>
          isPartChange(change, 'sources') && change.before === null
            ? { version, day: on, list: change.path.slice('sources.'.length) }
            : [],
        );

/** The pairs of entries that cancel each other: an undo and what it undid, an un-merge and its merge. */
const undonePairs = ({ version, undoes, events }: HistoryEntry): UndonePair[] => [
  ...(undoes === null ? [] : [{ undoes, by: version }]),
  ...events.flatMap((event) => (event.type === 'unmerged' ? { undoes: event.data.merge, by: version } : [])),
];
