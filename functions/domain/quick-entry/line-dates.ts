/** Reads days in a line: the day of a contact is past or today, the day of a next check is in the future. */
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

type LineDate = { date: CalendarDate } | DateProblem | null;

/** A contact's day without a year that lies further back than this is asked about. */
const MAX_DAYS_BACK = 183;

/** A number alone is taken for an amount, unless it has the eight digits of a date. */
const isNumber = (phrase: string): boolean => {
  const plain = phrase.normalize('NFKC');
  return /^\d+$/.test(plain) && plain.length !== 8;
};

/** Whether the text has the shape of a date in digits, such as 10/3 or 2026-10-03; whether that day exists is checked later. */
export const looksLikeDay = (text: string): boolean =>
  /^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?$/.test(text.normalize('NFKC'));

/** The latest past day of a weekday such as `金曜`, since a contact has taken place; null for any other text. */
const latestOfWeekday = (phrase: string, today: CalendarDate): CalendarDate | null => {
  const { text, marked } = withoutWeekday(plainText(phrase));
  return text !== '' || marked === null ? null : addDays(today, -((weekday(today) - marked + 7) % 7));
};

/** `on Friday` and `on Nov 27` are certain days, unlike `by Friday`. */
const withoutOn = (phrase: string): string => phrase.replace(/^on /i, '');

/** `10-12 people` and `9-10 am` look like a day: without a year, only one with another separator is certain. */
const mayBeRange = (phrase: string): boolean => /^\d{1,2}-\d{1,2}$/.test(phrase.normalize('NFKC'));

/** `10/3, next week` is a day and what was said, and no span of days; `Mon, Jan 11` and `Jan 11, 2027` are one. */
const isDayBeforeWords = (phrase: string, read: (front: string) => LineDate): boolean => {
  const [, front = ''] = /^(.+?)[,、;] ?\D/.exec(phrase) ?? [];
  const found = front === '' ? null : read(front);
  return found !== null && 'date' in found;
};

/** Null for a text that is no day. A day that is ambiguous, or given in words, is asked about. */
export const readDayToCome = (phrase: string, day: LineDay): LineDate => {
  if (isDayBeforeWords(phrase, (front) => readDayToCome(front, day))) return null;
  // The line may have been written on an earlier day, so words such as "tomorrow" are confirmed.
  const read = isNumber(phrase)
    ? null
    : parseTypedDate(withoutOn(phrase), { ...day, isToCome: true, mayBeOld: true });
  return read === null || isNoDay(read) ? null : read;
};

/** 10/3 means the latest October 3. Words for a future day, such as 来週, belong to the note. */
export const readContactDay = (typed: string, day: LineDay): LineDate => {
  if (isDayBeforeWords(typed, (front) => readContactDay(front, day))) return null;
  const phrase = withoutOn(typed);
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
  return isYearOpen && !mayBeRange(phrase) && daysBetween(latest, day.today) <= MAX_DAYS_BACK
    ? { date: latest }
    : { problem, suggestions: past };
};

const isNoDay = (read: { date: CalendarDate } | DateProblem): boolean =>
  'problem' in read && (read.problem === 'DATE_UNKNOWN' || read.problem === 'DATE_EMPTY');
