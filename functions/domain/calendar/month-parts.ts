/** Reads parts of a month: its end, its first ten days, its second Tuesday, its third week, its last working day. */
import { addDays, addMonths, type CalendarDate, dayOfMonth, endOfMonth, weekday } from './calendar-date';
import { ENGLISH_WEEKDAY } from './date-marks';
import { daysOfWeek, mondayOf, weekdayOf } from './week-words';

const isWeekend = (date: CalendarDate): boolean => weekday(date) % 6 === 0;

/**
 * The weekday that many weekdays after the date, or before it for a negative count. Holidays are not known here; the result is
 * confirmed by a person anyway.
 */
export const weekdaysFrom = (date: CalendarDate, count: number): CalendarDate => {
  const step = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= Number(!isWeekend(day))) day = addDays(day, step);
  return day;
};

const LAST = /^(?:最終|最後の?|last)$/;

/** The n-th or last such weekday of the month; empty where the month has no n-th one. */
const nthWeekday = (first: CalendarDate, which: string, name: string): CalendarDate[] => {
  const ahead = (weekdayOf(name) + 8 - weekday(first)) % 7;
  if (LAST.test(which)) {
    const last = endOfMonth(first);
    return [addDays(last, -((weekday(last) + 6 - weekdayOf(name)) % 7))];
  }
  const day = addDays(first, ahead + 7 * (Number(which) - 1));
  return day <= endOfMonth(first) ? [day] : [];
};

/** The first and the last day, as one where they are the same. */
const endsOf = (days: readonly CalendarDate[]): CalendarDate[] => [
  ...new Set([...days.slice(0, 1), ...days.slice(-1)]),
];

/**
 * The first and last weekday of the n-th week, as far as they lie in the month. Weeks begin on Monday; the first one contains the
 * month's first weekday.
 */
const nthWeek = (first: CalendarDate, which: string): CalendarDate[] => {
  const last = endOfMonth(first);
  const firstMonday = mondayOf(weekdaysFrom(addDays(first, -1), 1));
  const monday = LAST.test(which) ? mondayOf(last) : addDays(firstMonday, 7 * (Number(which) - 1));
  const days = [0, 1, 2, 3, 4].map((ahead) => addDays(monday, ahead));
  return endsOf(days.filter((day) => day >= first && day <= last));
};

const nthWorkingDay = (first: CalendarDate, which: string): CalendarDate[] => {
  if (LAST.test(which)) return [weekdaysFrom(addDays(endOfMonth(first), 1), -1)];
  const day = weekdaysFrom(addDays(first, -1), Number(which));
  return day <= endOfMonth(first) ? [day] : [];
};

const between = (from: number, to: number) => (first: CalendarDate) => {
  const last = dayOfMonth(endOfMonth(first));
  return [...new Set([from, Math.min(to, last)])].map((day) => addDays(first, day - 1));
};

const NTH = '第?(\\d|最終|最後の?|last) ?';

type DaysOf = (first: CalendarDate) => CalendarDate[];
const fixed = (daysOf: DaysOf) => () => daysOf;

/** Words for a part of a month, behind the month in Japanese and before it in English, with the days that they mean. */
const PARTS: readonly (readonly [RegExp, (match: RegExpExecArray) => DaysOf])[] = [
  [/^(?:末日?|end)$/, fixed((first) => [endOfMonth(first)])],
  [/^(?:下旬|late)$/, fixed(between(21, 31))],
  [/^(?:中旬|mid(?:dle)?)$/, fixed(between(11, 20))],
  [/^(?:上旬|初旬|early)$/, fixed(between(1, 10))],
  [/^(?:初め?|始め?|頭|あたま|アタマ|beginning|start)$/, fixed(between(1, 1))],
  [/^(?:半ば|なかば)$/, fixed(between(15, 15))],
  [/^(?:前半|first half)$/, fixed(between(1, 15))],
  [/^(?:後半|second half)$/, fixed(between(16, 31))],
  [/^(?:中|以内|吉日|いっぱい|一杯)$/, fixed(between(1, 31))],
  [/^(?:末?最終|末)営業日$|^last (?:business|working) day$/, fixed((first) => nthWorkingDay(first, 'last'))],
  [
    /^第?(\d{1,2}) ?(?:営業日|(?:business|working) day)$/,
    ([, n = '']) =>
      (first) =>
        nthWorkingDay(first, n),
  ],
  [/^(?:末週|最終週目?|last week)$/, fixed((first) => nthWeek(first, 'last'))],
  [
    /^第?(\d) ?(?:週目?|week)$/,
    ([, n = '']) =>
      (first) =>
        nthWeek(first, n),
  ],
  [
    new RegExp(`^${NTH}週目?の?([月火水木金土日])曜日?$`),
    ([, n = '', name = '']) =>
      (first) =>
        nthWeek(first, n)
          .slice(0, 1)
          .flatMap((day) => daysOfWeek(mondayOf(day), name)),
  ],
  [
    // Without 曜 a weekday is only read after 第: 1日 is a day of the month.
    new RegExp(`^${NTH}(?:([月火水木金土日])曜日?|(${ENGLISH_WEEKDAY})|(?<=第\\d)([月火水木金土日]))$`),
    ([, n = '', long, english, short = '']) =>
      (first) =>
        nthWeekday(first, n, long ?? english ?? short),
  ],
];

const ENGLISH_NTH = `(?:\\d{1,2}|last) (?:week|(?:business|working) day|${ENGLISH_WEEKDAY})`;
const ENGLISH_PARTS = `(?:end|late|mid(?:dle)?|early|beginning|start|first half|second half|${ENGLISH_NTH})`;
const BEHIND = /^(.*月)の?([^月].*|月曜.*)$|^(.*\d#(?: ?\d{4})?) ?(末日?|end)$/;
const WEEKDAY_BEHIND = /^(.*月)の?(第?(?:\d|最終)月(?:曜日?)?)$/;
const IN_FRONT = new RegExp(`^(${ENGLISH_PARTS})[ -](?:in |during )?(.*)$`);

const BARE_ENGLISH_PART = new RegExp(`^(${ENGLISH_NTH})( month)?$`);

/** A part without a month belongs to this month or the next. */
export const monthsOfBarePart = (text: string): readonly string[] => {
  if (/^(?:第\d{1,2}|最終|最後の)(?:週|[月火水木金土日]曜|営業日)/.test(text))
    return [`今月${text}`, `来月${text}`];
  const [, part, ofMonth] = BARE_ENGLISH_PART.exec(text) ?? [];
  // `last Friday` alone means a past day.
  if (part === undefined || (ofMonth === undefined && part.startsWith('last'))) return [];
  return [`${part} this month`, `${part} next month`];
};

/** Splits a text into its month and the days that the named part begins and ends with; null for anything else. */
export const partOfMonth = (text: string): { month: string; daysOf: DaysOf } | null => {
  const [, japanese, behind, numbered, end] = WEEKDAY_BEHIND.exec(text) ?? BEHIND.exec(text) ?? [];
  const [, front, english] = IN_FRONT.exec(text) ?? [];
  const month = japanese ?? numbered ?? english;
  const part = behind ?? end ?? front;
  if (month === undefined || part === undefined) return null;
  for (const [pattern, daysFor] of PARTS) {
    const match = pattern.exec(part);
    if (match !== null) return { month, daysOf: daysFor(match) };
  }
  return null;
};

/** The day with that number in this month and the next, as far as the months have it. */
export const daysOfMonthNumber = (day: number, today: CalendarDate): CalendarDate[] =>
  [`${today.slice(0, 8)}01`, addMonths(`${today.slice(0, 8)}01`, 1)].flatMap((first) =>
    day >= 1 && day <= dayOfMonth(endOfMonth(first)) ? [addDays(first, day - 1)] : [],
  );
