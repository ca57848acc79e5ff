/** Computes when the next quarterly check is due, and how many were missed. */
import { type BusinessCalendar, nextBusinessDay, previousBusinessDay } from './business-days';
import { addMonths, type CalendarDate, dateParts, dayOfMonth, endOfMonth } from './calendar-date';

/**
 * What the team means by "quarterly": three months after the last two-way contact, or the same kept within each quarter of the
 * fiscal year (`fiscalYearStartMonth` 1 to 12; 4 is April).
 */
export type Cadence = { kind: 'rolling' } | { kind: 'fiscal'; fiscalYearStartMonth: number };

const CYCLE_MONTHS = 3;

/** First and last day of the fiscal quarter that contains the date; the start month is 1 to 12. */
export function fiscalQuarter(
  date: CalendarDate,
  fiscalYearStartMonth: number,
): { from: CalendarDate; to: CalendarDate } {
  const monthsIn = (dateParts(date).month - fiscalYearStartMonth + 12) % CYCLE_MONTHS;
  const from = addMonths(date, -monthsIn, 1);
  return { from, to: endOfMonth(addMonths(from, CYCLE_MONTHS - 1)) };
}

function checkDate(
  base: CalendarDate,
  anchorDay: number,
  cycles: number,
  cadence: Cadence,
  calendar: BusinessCalendar,
): CalendarDate {
  return onBusinessDay(addMonths(base, cycles * CYCLE_MONTHS, anchorDay), cadence, calendar);
}

/** The date or the next business day; in fiscal mode the previous one where the next lies in another quarter. */
export function onBusinessDay(
  date: CalendarDate,
  cadence: Cadence,
  calendar: BusinessCalendar,
): CalendarDate {
  const next = nextBusinessDay(date, calendar);
  if (cadence.kind === 'rolling') return next;
  const staysInQuarter = next <= fiscalQuarter(date, cadence.fiscalYearStartMonth).to;
  return staysInQuarter ? next : previousBusinessDay(date, calendar);
}

/**
 * Three months after the base (the last two-way contact), clamped to the month's end by the anchor day, then moved to the next
 * business day, or in fiscal mode to the previous one where the next lies in another quarter. The anchor day is the day of the
 * month that was meant, mostly the base's own. Throws a RangeError if there is no business day.
 */
export function nextCheckDate(
  base: CalendarDate,
  anchorDay: number,
  cadence: Cadence,
  calendar: BusinessCalendar,
): CalendarDate {
  return checkDate(base, anchorDay, 1, cadence, calendar);
}

/**
 * The first check date later than `after` in the series base + 3, 6, 9 … months. Each is counted from the base and
 * not from the one before it, so that neither a short month nor a holiday shifts those that follow.
 */
export function checkDateAfter(
  base: CalendarDate,
  anchorDay: number,
  after: CalendarDate,
  cadence: Cadence,
  calendar: BusinessCalendar,
): CalendarDate {
  let cycles = 1;
  let date = checkDate(base, anchorDay, cycles, cadence, calendar);
  while (date <= after) {
    cycles++;
    date = checkDate(base, anchorDay, cycles, cadence, calendar);
  }
  return date;
}

/** A series of checks, one every three months. */
export interface CheckSeries {
  /** The day from which the series is counted. */
  base: CalendarDate;
  /** The due day of the first check that may be missed; it may lie outside the cadence. */
  from: CalendarDate;
}

/**
 * For each check of the series from `from` on the last day on which it is in time: its due day or, in fiscal mode, the end of its
 * quarter. Checks are counted from the base or, where `from` is not on the cadence because the customer named that day, from
 * `from`; moving one check therefore moves no later one.
 */
function* lastDaysInTime(
  { base, from }: CheckSeries,
  cadence: Cadence,
  calendar: BusinessCalendar,
): Generator<CalendarDate, never> {
  const lastDay = (due: CalendarDate): CalendarDate =>
    cadence.kind === 'rolling' ? due : fiscalQuarter(due, cadence.fiscalYearStartMonth).to;
  let cycles = 1;
  while (checkDate(base, dayOfMonth(base), cycles, cadence, calendar) < from) cycles++;
  const isOnCadence = checkDate(base, dayOfMonth(base), cycles, cadence, calendar) === from;
  const [anchor, first] = isOnCadence ? [base, cycles] : [from, 0];
  yield lastDay(from);
  for (let later = first + 1; ; later++)
    yield lastDay(checkDate(anchor, dayOfMonth(anchor), later, cadence, calendar));
}

/** The last day on which the latest missed check would have been in time; null where none was missed. */
export function lastMissedDay(
  series: CheckSeries,
  today: CalendarDate,
  cadence: Cadence,
  calendar: BusinessCalendar,
): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const day of lastDaysInTime(series, cadence, calendar)) {
    if (day >= today) return last;
    last = day;
  }
  return last;
}

/**
 * The number of missed checks of the series. A check counts once, from the day after the last one on which it is in time.
 * `firstUntil` gives the first check more time, where nobody answered and it is tried again.
 */
export function missedCycles(
  series: CheckSeries,
  today: CalendarDate,
  cadence: Cadence,
  calendar: BusinessCalendar,
  firstUntil: CalendarDate = series.from,
): number {
  let missed = 0;
  let isFirst = true;
  for (const day of lastDaysInTime(series, cadence, calendar)) {
    if (isFirst ? day < today && firstUntil < today : day < today) missed++;
    if (day >= today) return missed;
    isFirst = false;
  }
  return missed;
}
