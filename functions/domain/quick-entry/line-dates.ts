/** Days in a line: of a contact one that is over or today, of a next check one to come. */
import { addDays, type CalendarDate, daysBetween, weekday } from '../calendar/calendar-date';
import { withoutWeekday } from '../calendar/date-marks';
import { plainText } from '../calendar/date-notation';
import type { DateProblem } from '../calendar/date-problem';
import { parseTypedDate } from '../calendar/typed-date';

export interface LineDay {
  today: CalendarDate;
  /** 1 to 12. */
  fiscalYearStartMonth: number;
}

/** Of a contact without a year: one that lies longer back is asked about. */
const MAX_DAYS_BACK = 183;

/** A number alone is an amount rather than a day. */
const isNumber = (phrase: string): boolean => {
  const plain = phrase.normalize('NFKC');
  return /^\d+$/.test(plain) && plain.length !== 8;
};

/** 10/3 and 2026-10-03 in digits, to tell that a line whose day is not known yet has one. */
export const looksLikeDay = (text: string): boolean =>
  /^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?$/.test(text.normalize('NFKC'));

/** The latest Friday of `金曜`; null for any other text. Of what was done, it is no coming one. */
const latestOfWeekday = (phrase: string, today: CalendarDate): CalendarDate | null => {
  const { text, marked } = withoutWeekday(plainText(phrase));
  return text !== '' || marked === null ? null : addDays(today, -((weekday(today) - marked + 7) % 7));
};

/** Null for no day; what could be two days, or is said in words, is asked about. */
export const readDayToCome = (phrase: string, day: LineDay): { date: CalendarDate } | DateProblem | null => {
  // The line may have waited since yesterday.
  const read = isNumber(phrase) ? null : parseTypedDate(phrase, { ...day, isToCome: true, mayBeOld: true });
  return read === null || isNoDay(read) ? null : read;
};

/** 10/3 is the last October 3. A day to come in words, as 来週, belongs to what was said. */
export const readContactDay = (phrase: string, day: LineDay): { date: CalendarDate } | DateProblem | null => {
  const latestSuchDay = latestOfWeekday(phrase, day.today);
  if (latestSuchDay !== null) return { problem: 'DATE_TO_CONFIRM', suggestions: [latestSuchDay] };
  const read = isNumber(phrase) ? null : parseTypedDate(phrase, { ...day, mayBeOld: true });
  if (read === null || isNoDay(read)) return null;
  if ('date' in read) return read;
  const { problem, suggestions } = read;
  const past = suggestions.filter((date) => date <= day.today).sort();
  const latest = past[past.length - 1];
  if (latest === undefined) return suggestions.length > 0 && problem !== 'DATE_DOES_NOT_EXIST' ? null : read;
  const isYearOpen =
    problem === 'DATE_AMBIGUOUS' && suggestions.every((date) => date.slice(5) === latest.slice(5));
  return isYearOpen && daysBetween(latest, day.today) <= MAX_DAYS_BACK
    ? { date: latest }
    : { problem, suggestions: past };
};

const isNoDay = (read: { date: CalendarDate } | DateProblem): boolean =>
  'problem' in read && (read.problem === 'DATE_UNKNOWN' || read.problem === 'DATE_EMPTY');
