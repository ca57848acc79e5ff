/** Which days the team works, and the next, the previous and the n-th of them. */
import { addDays, type CalendarDate, weekday } from './calendar-date';

/**
 * What makes a day free, strongest first: `extraWorkdays` are worked whatever else says; `extraHolidays` are free;
 * then Saturdays and Sundays, public holidays and the company's own days. The two extra lists are the override
 * table for a change of law that the holiday data does not know yet, and for the company's exceptions.
 */
export interface BusinessCalendar {
  holidays: ReadonlySet<CalendarDate>;
  /** Every year from one `MM-DD` to another, both included; 12-29 to 01-03 goes over the end of the year. */
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

/** That day if it is a business day, else the first one after it. Throws a RangeError if a whole year has none. */
export function nextBusinessDay(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return firstBusinessDay(date, 1, calendar);
}

/** That day if it is a business day, else the last one before it. Throws a RangeError if a whole year has none. */
export function previousBusinessDay(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return firstBusinessDay(date, -1, calendar);
}

/**
 * The n-th business day after the date (before it if n is negative); the date itself does not count. With 0 it is
 * `nextBusinessDay`, so that the result is a business day always.
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
