/**
 * Which account counts in which row and column of which figure: the one rule for the figures, and for the accounts that each of them
 * is made of. What was undone, and merges that were ended, do not count; where accounts stood on a past day is told as it was then.
 */
import { missedInSeries } from '../account/missed-checks';
import { goneVersions } from '../account/undone-entries';
import { addDays, addMonths, type CalendarDate, daysBetween } from '../calendar/calendar-date';
import { BANT_KEYS, type BantKey } from '../status/code-lists';
import type { Status } from '../status/statuses';
import { type CheckFact, type HistoryFacts, statusOf } from './account-facts';
import type { FigureKey } from './dashboard';
import { ALL_ROW, type FigurePeriod, monthOf } from './figure-period';
import { type Stay, staysOf } from './stays';

/** `value`: what the account counts with there, days or yen; null where it only counts. */
export type Mark = (figure: FigureKey, row: string, column: string, value: number | null) => void;

/** The pairs whose share is told, of all stays in the first that ended. */
export const CONVERSIONS = [
  ['QUARTERLY_CHECK', 'ACTIVE_OPPORTUNITY'],
  ['DEAD_OPPORTUNITY', 'WORKING'],
  ['DEAD_OPPORTUNITY', 'ACTIVE_OPPORTUNITY'],
] as const satisfies readonly (readonly [Status, Status])[];

export const pairKey = (from: Status, to: Status): string => `${from}>${to}`;

/** By how long an account has waited: months that each begins with. */
export const AGES = { upTo3: 0, upTo6: 3, upTo12: 6, longer: 12 } as const;
export type Age = keyof typeof AGES;

/** What an account waits for: what of BANT is not yes; `unasked`: nobody knows any of it; `nothing`: all is yes. */
export type Awaited = Exclude<BantKey, 'need'> | 'unasked' | 'need' | 'nothing';

/** Key of the row of checks that were nobody's. */
export const NO_OWNER = '';

export const visitFigures = (facts: HistoryFacts, period: FigurePeriod, mark: Mark): void => {
  const gone = goneVersions(facts.undone);
  const stays = staysOf(facts, gone);
  visitEnds(facts, period, mark);
  visitMoves(stays, period, mark);
  visitWins(stays, period, mark);
  visitChecks(facts, gone, period, mark);
  visitAwaited(facts, period, mark);
  for (const { version, list } of facts.reacquired)
    if (!gone.has(version)) mark('reacquired', list, 'times', period.leadPrice);
};

/** Where it stood at each month's end and today, as the register said then. */
const visitEnds = ({ statuses, dues }: HistoryFacts, { ends }: FigurePeriod, mark: Mark): void => {
  let [status, due] = [-1, -1];
  let stood: Status | null = null;
  ends.forEach(({ key, day }, index) => {
    const isToday = index === ends.length - 1;
    const isReached = (next: CalendarDate | undefined) => next !== undefined && (isToday || next <= day);
    while (isReached(statuses[status + 1]?.day)) {
      status += 1;
      const next = statuses[status]?.status;
      if (next !== undefined) stood = next;
    }
    while (isReached(dues[due + 1]?.day)) due += 1;
    if (stood !== null) mark('statuses', key, stood, null);
    const from = dues[due]?.from ?? null;
    if (from !== null && from < day) mark('overdueTrend', key, 'overdue', daysBetween(from, day));
  });
};

const daysOfStay = ({ since, day }: Stay, until: CalendarDate): number =>
  Math.max(0, daysBetween(since === '' ? day : since, until));

const visitMoves = (stays: readonly Stay[], { today, yearAgo }: FigurePeriod, mark: Mark): void => {
  stays.forEach((stay, index) => {
    const { status, until } = stay;
    if (status === null) return;
    const days = daysOfStay(stay, until ?? today);
    mark('timeInStatus', status, until === null ? 'running' : 'ended', days);
    const to = stays[index + 1]?.status ?? null;
    if (to === null || until === null) return;
    mark('flow', pairKey(status, to), 'all', null);
    if (until > yearAgo) mark('flow', pairKey(status, to), 'year', null);
    for (const [from, goal] of CONVERSIONS)
      if (from === status) mark('conversion', pairKey(from, goal), to === goal ? 'counted' : 'rest', days);
  });
};

/** From a status in which somebody works for it. */
const WINNABLE: readonly (Status | null)[] = [
  'COLD',
  'WORKING',
  'ACTIVE_OPPORTUNITY',
  'QUARTERLY_CHECK',
  'DEAD_OPPORTUNITY',
];
const NURTURED: readonly (Status | null)[] = ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'];

const visitWins = (stays: readonly Stay[], { months }: FigurePeriod, mark: Mark): void => {
  stays.forEach((stay, index) => {
    const from = stays[index - 1]?.status ?? null;
    if (stay.status !== 'CURRENT_CLIENT' || !stay.decided || !WINNABLE.includes(from)) return;
    const wasNurtured = stays.slice(0, index).some(({ status }) => NURTURED.includes(status));
    const column = wasNurtured ? 'counted' : 'rest';
    const month = monthOf(stay.day);
    if (months.includes(month)) mark('nurturedWins', month, column, null);
    mark('nurturedWins', ALL_ROW, column, null);
  });
};

/** A contact that nobody recorded as a check is one from so many days before its day: as long as the queue lists it. */
const DAYS_BEFORE_CHECK = 30;

/** Of the last twelve months: each cycle that was missed, once, and each check that was done in time. */
const visitChecks = (
  facts: HistoryFacts,
  gone: ReadonlySet<number>,
  period: FigurePeriod,
  mark: Mark,
): void => {
  const { ownerId, missedChecks, nextCheck } = facts.current;
  const markMissed = (owner: string | null, check: CheckState, day: CalendarDate): void => {
    const missed = check.missedChecks + missedInSeries(check.nextCheck, { ...period, today: day });
    for (let cycle = 0; cycle < missed; cycle += 1) mark('checksOnTime', owner ?? NO_OWNER, 'rest', null);
  };
  for (const check of facts.checks) {
    if (gone.has(check.version) || check.day <= period.yearAgo) continue;
    const day = check.doneOn ?? check.day;
    markMissed(check.ownerId, check, day);
    if (isDoneInTime(check, { ...period, today: day }))
      mark('checksOnTime', check.ownerId ?? NO_OWNER, 'counted', null);
  }
  if (statusOf(facts) === 'QUARTERLY_CHECK' && nextCheck !== null)
    markMissed(ownerId, { missedChecks, nextCheck }, period.today);
};

type CheckState = Pick<CheckFact, 'missedChecks' | 'nextCheck'>;

const isDoneInTime = ({ doneOn, recorded, nextCheck }: CheckFact, day: FigurePeriod): boolean =>
  doneOn !== null &&
  missedInSeries(nextCheck, day) === 0 &&
  (recorded || nextCheck.date <= addDays(doneOn, DAYS_BEFORE_CHECK));

const ageOf = (since: CalendarDate, today: CalendarDate): Age => {
  if (since > addMonths(today, -AGES.upTo6)) return 'upTo3';
  if (since > addMonths(today, -AGES.upTo12)) return 'upTo6';
  return since > addMonths(today, -AGES.longer) ? 'upTo12' : 'longer';
};

const awaitedOf = ({ current: { bant } }: HistoryFacts): readonly Awaited[] => {
  const open = BANT_KEYS.filter((key) => bant[key] !== 'yes');
  if (open.length === 0) return ['nothing'];
  return BANT_KEYS.every((key) => bant[key] === 'unknown') ? ['unasked'] : open;
};

const visitAwaited = (facts: HistoryFacts, { today }: FigurePeriod, mark: Mark): void => {
  if (statusOf(facts) !== 'QUARTERLY_CHECK') return;
  const { since } = facts.current;
  for (const condition of awaitedOf(facts))
    mark('awaitedConditions', condition, ageOf(since, today), Math.max(0, daysBetween(since, today)));
};
