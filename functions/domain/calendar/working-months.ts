/** Whether a calendar leaves the team days to work on: every date that the product computes is moved to one. */
import { type BusinessCalendar, isBusinessDay } from './business-days';
import { addMonths, type CalendarDate, calendarDateOf } from './calendar-date';

/** In 28 years each day of the year falls on every weekday, leap years included. */
const FIRST_YEAR = 2020;
const LAST_YEAR = 2047;
const LONGEST_WAIT_MONTHS = 12;

/** Of a month `YYYY-MM`. */
const daysOf = (month: string): CalendarDate[] =>
  Array.from({ length: 31 }, (_, index) =>
    calendarDateOf(Number(month.slice(0, 4)), Number(month.slice(5)), index + 1),
  ).filter((day) => day !== null);

const MONTHS = Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 }, (_, index) => {
  const month = String((index % 12) + 1).padStart(2, '0');
  return `${FIRST_YEAR + Math.floor(index / 12)}-${month}`;
});

/** The first month (`YYYY-MM`) of 28 years, or of those with a holiday of the team's own, that has none; null where all have. */
export function monthWithoutBusinessDay(calendar: BusinessCalendar): string | null {
  const ofOwnHolidays = calendar.extraHolidays.map((date) => date.slice(0, 7));
  const months = new Set([...MONTHS, ...ofOwnHolidays]);
  return [...months].find((month) => !daysOf(month).some((day) => isBusinessDay(day, calendar))) ?? null;
}

/** Whether the n-th business day after a day is never later than twelve months after it, the longest that a check may wait. */
export function isWithinYear(n: number, calendar: BusinessCalendar): boolean {
  const days = MONTHS.flatMap(daysOf).filter((day) => isBusinessDay(day, calendar));
  return days.every((day, index) => {
    const later = days[index + n];
    return later === undefined || later <= addMonths(day, LONGEST_WAIT_MONTHS);
  });
}

/**
 * The calendar itself where every month has a business day; else without the company's own days and, if need be, without its
 * holidays: what was stored before this was checked must not stop everything that computes a date.
 */
export function usableCalendar(calendar: BusinessCalendar): BusinessCalendar {
  if (monthWithoutBusinessDay(calendar) === null) return calendar;
  const withoutClosures = { ...calendar, companyDays: [] };
  if (monthWithoutBusinessDay(withoutClosures) === null) return withoutClosures;
  return { ...withoutClosures, extraHolidays: [] };
}
