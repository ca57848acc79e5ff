/** Reads days that are given by their week: next Monday, the week of April 6, week 15 of a year. */
import { addDays, type CalendarDate, calendarDateOf, dateParts, weekday } from './calendar-date';
import { ENGLISH_WEEKDAY } from './date-marks';

const WEEKDAYS = '月火水木金土日';
const ENGLISH_WEEKDAYS = 'montuewedthufrisatsun';

/** 0 (Monday) to 6; negative where the name is no weekday. */
export const weekdayOf = (name: string): number =>
  /^[a-z]/.test(name) ? ENGLISH_WEEKDAYS.indexOf(name.slice(0, 3)) / 3 : WEEKDAYS.indexOf(name.slice(0, 1));

export const mondayOf = (date: CalendarDate): CalendarDate => addDays(date, -((weekday(date) + 6) % 7));

const WEEK_PARTS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:中|内|いっぱい)?$/, [0, 4]],
  [/^(?:末|end)$/, [4]],
  [/^(?:明け|頭|あたま|アタマ|初め?|beginning|start)$/, [0]],
  [/^(?:前半|early)$/, [0, 2]],
  [/^(?:半ば|中頃|中盤|mid(?:dle)?)$/, [2]],
  [/^(?:後半|late)$/, [2, 4]],
];

/** For a week given by its Monday the first and last day of the named part; empty where the words name no part of a week. */
export const daysOfWeek = (monday: CalendarDate, part: string): CalendarDate[] => {
  const days = WEEK_PARTS.find(([pattern]) => pattern.test(part))?.[1];
  if (days !== undefined) return days.map((day) => addDays(monday, day));
  return /^(?:[月火水木金土日](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)$/.test(part)
    ? [addDays(monday, weekdayOf(part))]
    : [];
};

/** In ISO 8601, week 1 is the week that contains January 4. */
const mondayOfWeek = (year: number, week: number): CalendarDate | null => {
  const january = calendarDateOf(year, 1, 4);
  const lastWeek = calendarDateOf(year, 12, 28);
  if (january === null || lastWeek === null || week < 1) return null;
  const monday = addDays(mondayOf(january), 7 * (week - 1));
  return monday <= lastWeek ? monday : null;
};

const NUMBERED =
  /^(?:(\d{4})(?:年の? ?|[-/ ])?)?(?:(?:week|wk|[ck]?w)[ .-]?(?:no\.? ?|#)?(\d\d?)|第(\d\d?)週目?|(\d\d?)週目)(?:-([1-7])|[, ]+(?:in )?(\d{4}))?$/;
const NUMBERED_WITH_YEAR = /^(\d{4})年の?(\d\d?)週$/;

/** Monday and Friday of a numbered week (2026-W15, 第15週); without a year, of this year's and the next's. */
const daysOfNumberedWeek = (text: string, today: CalendarDate): CalendarDate[] => {
  const [, , japanese = ''] = NUMBERED_WITH_YEAR.exec(text) ?? [];
  const [whole, before, a, b, c, day, behind] =
    NUMBERED.exec(japanese === '' ? text : `${text.slice(0, 4)} w${japanese}`) ?? [];
  if (whole === undefined) return [];
  const year = before ?? behind;
  const years = year === undefined ? [0, 1].map((one) => dateParts(today).year + one) : [Number(year)];
  return years.flatMap((one) => {
    const monday = mondayOfWeek(one, Number(a ?? b ?? c));
    if (monday === null) return [];
    return day === undefined ? daysOfWeek(monday, '') : [addDays(monday, Number(day) - 1)];
  });
};

const OF_WEEK =
  /^(?:week (?:commencing |beginning |starting |from )?|w[/.]?c |wb )(.+)$|^(.+?)(?:[~〜]|から)?の?週$/;
const WEEK_ENDING = /^(?:week ending |w[/.]?e )(.+)$/;

/** Splits a text such as "week of April 6" into the day that names the week and the days of that week that are meant. */
export const namedWeek = (
  text: string,
): { day: string; daysOf: (day: CalendarDate) => CalendarDate[] } | null => {
  const [, ending] = WEEK_ENDING.exec(text) ?? [];
  if (ending !== undefined) return { day: ending, daysOf: (day) => [day] };
  const [, english, japanese = english] = OF_WEEK.exec(text) ?? [];
  return japanese === undefined ? null : { day: japanese, daysOf: (day) => daysOfWeek(mondayOf(day), '') };
};

const NAMED_WEEKDAY = new RegExp(
  `^((?:次|今度)の?|next |this (?:coming )?|coming |last |on )?([月火水木金土日]曜日?|${ENGLISH_WEEKDAY})( after next)?$`,
);

const nextWeekday = (text: string, today: CalendarDate): CalendarDate[] => {
  const [, which, name = ''] = NAMED_WEEKDAY.exec(text) ?? [];
  if (name === '') return [];
  const tomorrow = addDays(today, 1);
  const day = addDays(tomorrow, (weekdayOf(name) + 8 - weekday(tomorrow)) % 7);
  if (which === 'last ') return [addDays(day, addDays(day, -7) === today ? -14 : -7)];
  return text.endsWith('next') ? [addDays(day, 7)] : [day, addDays(day, 7)];
};

/** The days that the words may mean, in this week or in one given by a number or a weekday; empty for other words. */
export const daysOfWeekWords = (text: string, today: CalendarDate): CalendarDate[] => {
  if (text === '週明け') return [addDays(mondayOf(today), 7)];
  if (/^(?:週末|eow|week ?-?end|end week)$/.test(text)) return [addDays(mondayOf(today), 4)];
  const numbered = daysOfNumberedWeek(text, today);
  return numbered.length > 0 ? numbered : nextWeekday(text, today);
};
