/** Calendar days as text, with whole-number arithmetic: no instants, no clock, no time zone. */

/** `YYYY-MM-DD`, a day in the team's zone, from 1900-01-01 to 2199-12-31. The texts sort in the order of time. */
export type CalendarDate = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
export const LAST_DAY: CalendarDate = `${LAST_YEAR}-12-31`;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

interface DateParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isRealDate({ year, month, day }: DateParts): boolean {
  return (
    [year, month, day].every(Number.isInteger) &&
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= lastDayOf(year, month)
  );
}

function parseParts(text: string): DateParts {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

/** Whether the text is `YYYY-MM-DD` and names an existing day of the years 1900 to 2199. */
export function isCalendarDate(text: string): boolean {
  return SHAPE.test(text) && isRealDate(parseParts(text));
}

/** Year, month (1 to 12) and day. Like every function here it throws a RangeError for a text that is no calendar date. */
export function dateParts(date: CalendarDate): DateParts {
  if (!isCalendarDate(date)) throw new RangeError(`Not a calendar date: ${date}`);
  return parseParts(date);
}

/** The day of that year, month and day; null where it does not exist (2026-02-30) or lies outside 1900 to 2199. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate | null {
  if (!isRealDate({ year, month, day })) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function existingDate(year: number, month: number, day: number): CalendarDate {
  const date = calendarDateOf(year, month, day);
  if (date === null) throw new RangeError(`Outside ${FIRST_YEAR} to ${LAST_YEAR}: ${year}-${month}-${day}`);
  return date;
}

// From Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that the leap day is the last of
// its year; day 0 is 1970-01-01.
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return existingDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day `days` later, or earlier if negative. Throws a RangeError outside 1900 to 2199. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from the first to the second date: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day of the month `months` later, or earlier if negative, clamped to that month's end. The anchor is the day of the
 * month that was meant: with 31, 2026-02-28 goes to 2026-05-31 instead of 05-28. Throws a RangeError outside 1900 to 2199.
 */
export function addMonths(
  date: CalendarDate,
  months: number,
  anchorDay: number = dayOfMonth(date),
): CalendarDate {
  const { year, month } = dateParts(date);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return existingDate(toYear, toMonth, Math.min(anchorDay, lastDayOf(toYear, toMonth)));
}

/** Day of the month, 1 to 31. */
export function dayOfMonth(date: CalendarDate): number {
  return dateParts(date).day;
}

/** Day of the week, 0 (Sunday) to 6 (Saturday). */
export function weekday(date: CalendarDate): number {
  const days = dayNumber(date) + 4;
  return days - Math.floor(days / 7) * 7;
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  return addMonths(date, 0, 31);
}
