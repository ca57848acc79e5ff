/**
 * Reads days in digits without the functions. It is for the sheet's script, whose size is limited, so everything else is left to
 * `parseTypedDate`.
 */
import { type CalendarDate, calendarDateOf, dateParts, endOfMonth } from './calendar-date';
import type { DateProblem } from './date-problem';
import { nextSuchDay } from './next-such-day';

/** `typed` is a text that the functions have to read. */
type PlainDate = { date: CalendarDate } | { typed: string } | DateProblem;

const WITH_YEAR = /^(\d{4})[-/.年](\d\d?)[-/.月](\d\d?)日?$/;
const WITHOUT_YEAR = /^(\d\d?)[/月](\d\d?)日?$/;
const MAY_BE_DATE = /[\d〇一二三四五六七八九十月週日年末曜後前]|[a-z]{3}|^きょう|^あ[しさす]|^しあさって/i;

/** Reads a future day; a text in any other notation is returned for `parseTypedDate`. */
export const readPlainDate = (text: string, today: CalendarDate): PlainDate => {
  const plain = text.normalize('NFKC').trim();
  if (/^[-ー―—・]*[.,、。 ]*$/.test(plain)) return { problem: 'DATE_EMPTY', suggestions: [] };
  const year = WITH_YEAR.exec(plain);
  const [, month, day] = WITHOUT_YEAR.exec(plain) ?? [];
  if (year !== null) return readWithYear(Number(year[1]), Number(year[2]), Number(year[3]), today);
  if (month !== undefined) {
    const date = calendarDateOf(dateParts(today).year, Number(month), Number(day));
    if (date !== null) return { problem: 'DATE_AMBIGUOUS', suggestions: [nextSuchDay(date, today)] };
  }
  return MAY_BE_DATE.test(plain) ? { typed: text } : { problem: 'DATE_UNKNOWN', suggestions: [] };
};

const readWithYear = (year: number, month: number, day: number, today: CalendarDate): PlainDate => {
  const date = calendarDateOf(year, month, day);
  if (date !== null)
    return date < today ? { problem: 'DATE_IN_PAST', suggestions: [nextSuchDay(date, today)] } : { date };
  const first = day > 28 && day < 32 ? calendarDateOf(year, month, 1) : null;
  return { problem: 'DATE_DOES_NOT_EXIST', suggestions: first === null ? [] : [endOfMonth(first)] };
};
