/** The figures told once more, as simply as can be: from whole histories, each fact by folding them again. */
import { type Account, isRegistered } from '../../../../functions/domain/account/account';
import { fold, type HistoryEntry } from '../../../../functions/domain/account/history';
import {
  missedChecksOf,
  missedInSeries,
  overdueFrom,
  type TeamDay,
} from '../../../../functions/domain/account/missed-checks';
import { runningCheck } from '../../../../functions/domain/account/standing';
import { addDays, addMonths, daysBetween } from '../../../../functions/domain/calendar/calendar-date';
import type { Status } from '../../../../functions/domain/status/statuses';

type History = readonly HistoryEntry[];

/** Figure, row and column: how often. */
export type Counts = Record<string, number>;

const accountOf = (history: History): Account => fold(history[0]?.accountId ?? '', history);
const statusIn = (history: History): Status | null => {
  const account = accountOf(history);
  return history.length > 0 && isRegistered(account) ? account.standing.status : null;
};

/** What was made by the end of the day: the newest version made by then, and all below it. */
const upTo = (history: History, day: string): History => {
  const newest = history.reduce((known, { on }, index) => (on <= day ? index : known), -1);
  return history.slice(0, newest + 1);
};

/** The day by which the entry was made: each version builds on those below it. */
const dayOf = (history: History, { version }: HistoryEntry): string =>
  history.flatMap((other) => (other.version >= version ? other.on : [])).sort()[0] ?? '';

const takenBackBy = (entry: HistoryEntry): number[] => [
  ...(entry.undoes === null ? [] : [entry.undoes]),
  ...entry.events.flatMap((event) => (event.type === 'unmerged' ? event.data.merge : [])),
];
/** Whether it takes anything back: not where that was itself taken back. */
const isTakingBack = (history: History, entry: HistoryEntry): boolean =>
  takenBackBy(entry).length > 0 &&
  !history.some((other) => takenBackBy(other).includes(entry.version) && isTakingBack(history, other));
const isGone = (history: History, entry: HistoryEntry): boolean =>
  isTakingBack(history, entry) ||
  history.some((other) => takenBackBy(other).includes(entry.version) && isTakingBack(history, other));

interface Step {
  before: Account;
  after: Account;
  was: Status | null;
  is: Status | null;
  entry: HistoryEntry;
  day: string;
}

const stepsOf = (history: History, whole = history): Step[] =>
  history.map((entry, index) => ({
    before: accountOf(history.slice(0, index)),
    after: accountOf(history.slice(0, index + 1)),
    was: statusIn(history.slice(0, index)),
    is: statusIn(history.slice(0, index + 1)),
    entry,
    day: dayOf(whole, entry),
  }));

/** As if what was taken back had never been made. */
const stepsInEffect = (history: History): Step[] =>
  stepsOf(
    history.filter((entry) => !isGone(history, entry)),
    history,
  );

const countEnds = (
  history: History,
  ends: readonly { key: string; day: string }[],
  add: (key: string) => void,
) => {
  for (const { key, day } of ends) {
    const then = key === 'today' ? history : upTo(history, day);
    const status = statusIn(then);
    if (status !== null) add(`statuses ${key} ${status}`);
    const check = status === null ? null : (runningCheck(accountOf(then).standing)?.nextCheck ?? null);
    if (check !== null && overdueFrom(check) < day) add(`overdueTrend ${key} overdue`);
  }
};

const countMoves = (history: History, { today, months }: NaiveDay, add: (key: string) => void) => {
  const inEffect = stepsInEffect(history);
  const path: { status: Status | null; day: string; decided: boolean }[] = [];
  for (const { is, day, entry } of inEffect)
    if (path[path.length - 1]?.status !== is)
      path.push({ status: is, day, decided: entry.command !== 'import' && entry.command !== 'absorb' });
  path.forEach(({ status, day, decided }, index) => {
    const from = path[index - 1]?.status ?? null;
    if (from === null || status === null) return;
    add(`flow ${from}>${status} all`);
    if (day > addMonths(today, -12)) add(`flow ${from}>${status} year`);
    for (const pair of [
      'QUARTERLY_CHECK>ACTIVE_OPPORTUNITY',
      'DEAD_OPPORTUNITY>WORKING',
      'DEAD_OPPORTUNITY>ACTIVE_OPPORTUNITY',
    ])
      if (pair.startsWith(`${from}>`))
        add(`conversion ${pair} ${pair.endsWith(`>${status}`) ? 'counted' : 'rest'}`);
    if (status !== 'CURRENT_CLIENT' || !decided || from === 'BAD_FIT' || from === 'ON_FILE') return;
    const earlier = path.slice(0, index).map((stay) => stay.status);
    const nurtured = earlier.includes('QUARTERLY_CHECK') || earlier.includes('DEAD_OPPORTUNITY');
    add(`nurturedWins all ${nurtured ? 'counted' : 'rest'}`);
    if (months.includes(day.slice(0, 7)))
      add(`nurturedWins ${day.slice(0, 7)} ${nurtured ? 'counted' : 'rest'}`);
  });
  path.forEach(({ status }, index) => {
    if (status !== null) add(`timeInStatus ${status} ${index < path.length - 1 ? 'ended' : 'running'}`);
  });
};

const countChecks = (history: History, day: NaiveDay, add: (key: string) => void) => {
  const missed = (account: Account, today: string): void => {
    const check = runningCheck(account.standing);
    for (let left = check?.nextCheck ? missedChecksOf(check, { ...day, today }) : 0; left > 0; left -= 1)
      add(`checksOnTime ${account.ownerId ?? ''} rest`);
  };
  for (const { before, after, was, is, entry, day: on } of stepsOf(history)) {
    const check = was === 'QUARTERLY_CHECK' ? (runningCheck(before.standing)?.nextCheck ?? null) : null;
    const next = is === 'QUARTERLY_CHECK' ? (runningCheck(after.standing)?.nextCheck ?? null) : null;
    const ended = check !== null && (next === null || next.base > check.base);
    if (!ended || isGone(history, entry) || on <= addMonths(day.today, -12)) continue;
    const contacts = entry.events.flatMap((event) =>
      event.type === 'activityLogged' && event.data.twoWay ? [event.data.activity.date] : [],
    );
    const [contact] = contacts.sort().reverse();
    missed(before, contact ?? on);
    const recorded = entry.events.some(
      (event) => event.type === 'checkRecorded' && event.data.result !== 'noAnswer',
    );
    if (contact === undefined || missedInSeries(check, { ...day, today: contact }) > 0) continue;
    if (recorded || addDays(contact, 30) >= check.date) add(`checksOnTime ${before.ownerId ?? ''} counted`);
  }
  if (statusIn(history) === 'QUARTERLY_CHECK') missed(accountOf(history), day.today);
};

const countWaiting = (history: History, { today }: NaiveDay, add: (key: string) => void) => {
  if (statusIn(history) !== 'QUARTERLY_CHECK') return;
  const { bant, standing } = accountOf(history);
  const months = [12, 6, 3].find((least) => standing.since <= addMonths(today, -least));
  const age = { 12: 'longer', 6: 'upTo12', 3: 'upTo6', 0: 'upTo3' }[months ?? 0];
  const answers = Object.entries(bant).map(([key, { value }]) => ({ key, value }));
  const open = answers.filter(({ value }) => value !== 'yes').map(({ key }) => key);
  if (answers.every(({ value }) => value === 'unknown')) add(`awaitedConditions unasked ${age}`);
  else if (open.length === 0) add(`awaitedConditions nothing ${age}`);
  else for (const key of open) add(`awaitedConditions ${key} ${age}`);
};

const countReacquired = (history: History, add: (key: string) => void) => {
  for (const { was, before, after, entry } of stepsOf(history))
    if (was !== null && entry.command === 'import' && !isGone(history, entry))
      for (const list of Object.keys(after.sources))
        if (!Object.keys(before.sources).includes(list)) add(`reacquired ${list} times`);
};

export interface NaiveDay extends TeamDay {
  ends: readonly { key: string; day: string }[];
  months: readonly string[];
}

export const naiveCounts = (histories: readonly History[], day: NaiveDay): Counts => {
  const counts: Counts = {};
  const add = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const history of histories) {
    countEnds(history, day.ends, add);
    countMoves(history, day, add);
    countChecks(history, day, add);
    countWaiting(history, day, add);
    countReacquired(history, add);
  }
  return counts;
};

/** Of all stays that ended, in effect: each status with its days, in order. */
export const naiveDays = (histories: readonly History[]): string[] =>
  histories
    .flatMap((history) => {
      const inEffect = stepsInEffect(history);
      return inEffect.flatMap(({ is, was, day, after }, index) => {
        const begun = index === 0 ? true : inEffect[index - 1]?.is !== is;
        if (!begun || is === null || was === undefined) return [];
        const end = inEffect.findIndex((step, later) => later > index && step.is !== is);
        if (end < 0) return [];
        const last = inEffect[end - 1]?.after ?? after;
        const since = last.standing.since === '' ? day : last.standing.since;
        return `${is} ${Math.max(0, daysBetween(since, inEffect[end]?.day ?? ''))}`;
      });
    })
    .sort();
