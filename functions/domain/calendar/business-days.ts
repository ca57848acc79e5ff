/** The days on which the team works, and how to count them. */
import { addDays, type CalendarDate, weekday } from './calendar-date';

/**
 * Decides which days are free, in this order: `extraWorkdays` are always worked; `extraHolidays` are free; then Saturdays,
 * Sundays, public holidays and the company's own days are free. The two extra lists cover the company's exceptions and changes of
 * law that the holiday data does not know yet.
 */
export interface BusinessCalendar {
  holidays: ReadonlySet<CalendarDate>;
  /** Ranges of `MM-DD` that recur every year, both ends included; 12-29 to 01-03 crosses the year's end. */
  companyDays: readonly { from: string; to: string }[];
  extraHolidays: readonly CalendarDate[];
  extraWorkdays: readonly CalendarDate[];
}

const LONGEST_CLOSURE_DAYS = 366;

function isCompanyDay(date: CalendarDate, companyDays: BusinessCalendar['companyDays']): boolean {
  const monthDay = date.slice(5);
  return companyDays.some(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to,
  );
}

export function isBusinessDay(date: CalendarDate, calendar: BusinessCalendar): boolean {
  if (calendar.extraWorkdays.includes(date)) return true;
  if (calendar.extraHolidays.includes(date)) return false;
  const dayOfWeek = weekday(date);
  if (dayOfWeek === 0 || dayOfWeek === 6) return false;
  return !calendar.holidays.has(date) && !isCompanyDay(date, calendar.companyDays);
}

function firstBusinessDay(date: CalendarDate, step: 1 | -1, calendar: BusinessCalendar): CalendarDate {
  let candidate = date;
  for (let tried = 0; tried <= LONGEST_CLOSURE_DAYS; tried++) {
    if (isBusinessDay(candidate, calendar)) return candidate;
    candidate = addDays(candidate, step);
  }
  throw new RangeError(`The calendar has no business day within a year of ${date}`);
}

/** The date itself if it is a business day, otherwise the next one. Throws a RangeError if a whole year has none. */
export function nextBusinessDay(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return firstBusinessDay(date, 1, calendar);
}

/** The date itself if it is a business day, otherwise the previous one. Throws a RangeError if a whole year has none. */
export function previousBusinessDay(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return firstBusinessDay(date, -1, calendar);
}

/**
 * The n-th business day after the date, or before it if n is negative; the date itself does not count. For 0 it is
 * `nextBusinessDay`, so that the result is always a business day.
 */
export function addBusinessDays(date: CalendarDate, n: number, calendar: BusinessCalendar): CalendarDate {
  if (n === 0) return nextBusinessDay(date, calendar);
  const step = n > 0 ? 1 : -1;
  let result = date;
  for (let left = Math.abs(n); left > 0; left--) {
    result = firstBusinessDay(addDays(result, step), step, calendar);
  }
  return result;
}
