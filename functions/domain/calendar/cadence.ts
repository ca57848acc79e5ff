/** When the next quarterly check falls, and how many were missed. */
import { type BusinessCalendar, nextBusinessDay, previousBusinessDay } from './business-days';
import { addMonths, type CalendarDate, dateParts, dayOfMonth, endOfMonth } from './calendar-date';

/**
 * The team's meaning of "quarterly": three months after the last two-way contact, or the same held inside each
 * quarter of the fiscal year (`fiscalYearStartMonth` 1 to 12; 4 is April).
 */
export type Cadence = { kind: 'rolling' } | { kind: 'fiscal'; fiscalYearStartMonth: number };

const CYCLE_MONTHS = 3;

/** The first and the last day of the fiscal quarter that the day lies in; the start month is 1 to 12. */
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

/** That day or the next business day; in fiscal mode the previous one where the next lies in another quarter. */
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
 * Three months after the base (the last two-way contact), clamped to the month's end by the anchor day, then moved
 * to the next business day; in fiscal mode to the previous one where the next lies in another quarter. The anchor
 * is the day of the month that was meant, mostly the base's own. Throws a RangeError if no day is a business day.
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

/** The checks of an account: one every three months. */
export interface CheckSeries {
  /** The day that they count from. */
  base: CalendarDate;
  /** The day on which the first check that may be missed is due: on the cadence, or on a day of its own. */
  from: CalendarDate;
}

/**
 * The last days on which the checks of the series can be done in time, from the one due on `from`: the days that they are due on or,
 * in fiscal mode, the ends of their quarters. They are counted from the base as the cadence does or, where `from` is none of its days
 * (the customer named it), from that day, so that nothing that moves one check moves those after it.
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

/** The last missed day of the series: the last on which its latest missed check could be done in time. Null where none was missed. */
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
 * How many checks of the series have been missed: each from the day after the last one on which it can be done
 * in time, once, however often it is asked. `firstUntil` is a later last day for the first of them: nobody answered, so it is tried
 * again.
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
