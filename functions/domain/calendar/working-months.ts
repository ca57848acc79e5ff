/** Checks that a calendar has business days in every month, since every date that the product computes is moved to one. */
import { type BusinessCalendar, isBusinessDay } from './business-days';
import { addMonths, type CalendarDate, calendarDateOf } from './calendar-date';

/** Within 28 years each day of the year falls on every weekday, leap years included. */
const FIRST_YEAR = 2020;
const LAST_YEAR = 2047;
const LONGEST_WAIT_MONTHS = 12;
const LONGEST_MONTH_DAYS = 31;

/** The days of a month `YYYY-MM`. */
const daysOf = (month: string): CalendarDate[] =>
  Array.from({ length: LONGEST_MONTH_DAYS }, (_, index) =>
    calendarDateOf(Number(month.slice(0, 4)), Number(month.slice(5)), index + 1),
  ).filter((day) => day !== null);

const MONTHS = Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 }, (_, index) => {
  const month = String((index % 12) + 1).padStart(2, '0');
  return `${FIRST_YEAR + Math.floor(index / 12)}-${month}`;
});

/** The days of all months, made at the first use, since most processes never need them. */
let allDays: readonly CalendarDate[] | undefined;

/** Whether the company's own days include some of that month (01 to 12). */
const hasCompanyDays = (monthOfYear: string, { companyDays }: BusinessCalendar): boolean =>
  companyDays.some(({ from, to }) => {
    const [first, last] = [from.slice(0, 2), to.slice(0, 2)];
    return from <= to
      ? first <= monthOfYear && monthOfYear <= last
      : first <= monthOfYear || monthOfYear <= last;
  });

const hasBusinessDay = (month: string, calendar: BusinessCalendar): boolean => {
  const [year, monthOfYear] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  for (let day = 1; day <= LONGEST_MONTH_DAYS; day++) {
    const date = calendarDateOf(year, monthOfYear, day);
    if (date !== null && isBusinessDay(date, calendar)) return true;
  }
  return false;
};

/**
 * The first month (`YYYY-MM`) of 28 years, or of those with one of the team's own holidays, that has no business day; null where
 * each has one. Weekends and public holidays alone never fill a month, so only months with the company's own days are checked:
 * the settings of each call are.
 */
export function monthWithoutBusinessDay(calendar: BusinessCalendar): string | null {
  const ofOwnDays = MONTHS.filter((month) => hasCompanyDays(month.slice(5), calendar));
  const ofOwnHolidays = calendar.extraHolidays.map((date) => date.slice(0, 7));
  const months = new Set([...ofOwnDays, ...ofOwnHolidays]);
  return [...months].find((month) => !hasBusinessDay(month, calendar)) ?? null;
}

/** Whether the n-th business day after a day is always within twelve months, the longest that a check may wait. */
export function isWithinYear(n: number, calendar: BusinessCalendar): boolean {
  allDays ??= MONTHS.flatMap(daysOf);
  const days = allDays.filter((day) => isBusinessDay(day, calendar));
  return days.every((day, index) => {
    const later = days[index + n];
    return later === undefined || later <= addMonths(day, LONGEST_WAIT_MONTHS);
  });
}

/**
 * The calendar, or where a month has no business day, the same without the company's own days and, if need be, without its extra
 * holidays. Settings stored before this was checked must not stop the computing of dates.
 */
export function usableCalendar(calendar: BusinessCalendar): BusinessCalendar {
  if (monthWithoutBusinessDay(calendar) === null) return calendar;
  const withoutClosures = { ...calendar, companyDays: [] };
  if (monthWithoutBusinessDay(withoutClosures) === null) return withoutClosures;
  return { ...withoutClosures, extraHolidays: [] };
}
