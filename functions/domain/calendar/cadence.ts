/** When the next quarterly check falls, and how many were missed (product.md 7, "Quarterly" in edge-cases.md). */
import { type BusinessCalendar, nextBusinessDay, previousBusinessDay } from './business-days';
import { addMonths, type CalendarDate, dateParts, endOfMonth } from './calendar-date';

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
  const target = addMonths(base, cycles * CYCLE_MONTHS, anchorDay);
  const next = nextBusinessDay(target, calendar);
  if (cadence.kind === 'rolling') return next;
  const staysInQuarter = next <= fiscalQuarter(target, cadence.fiscalYearStartMonth).to;
  return staysInQuarter ? next : previousBusinessDay(target, calendar);
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

/**
 * How many checks have been missed by the check due on that day: none up to and on the day, one from the day after,
 * and one more from the day after each further three months. A check is counted once a cycle, however often it is asked.
 */
export function missedCycles(dueOn: CalendarDate, today: CalendarDate): number {
  let missed = 0;
  while (addMonths(dueOn, missed * CYCLE_MONTHS) < today) missed++;
  return missed;
}
