/** Days that are said in words, most of them counted from today: next Monday, in three months, the end of April. */
import { addDays, addMonths, type CalendarDate, dateParts, endOfMonth, weekday } from './calendar-date';
import { daysOfSeason } from './days-off-words';
import { daysOfMonthNumber, daysOfYearPart } from './fiscal-words';

const NEIGHBOURS: ReadonlyMap<string, number> = new Map([
  ['一昨日', -2],
  ['昨日', -1],
  ['きのう', -1],
  ['yesterday', -1],
  ['今日', 0],
  ['本日', 0],
  ['きょう', 0],
  ['today', 0],
  ['明日', 1],
  ['あした', 1],
  ['あす', 1],
  ['tomorrow', 1],
  ['明後日', 2],
  ['あさって', 2],
  ['明々後日', 3],
  ['しあさって', 3],
]);

/** Today and the days about it; null for any other text. */
export const neighbourOfToday = (text: string, today: CalendarDate): CalendarDate | null => {
  const days = NEIGHBOURS.get(text);
  return days === undefined ? null : addDays(today, days);
};

/** The longest first, since the first that fits is taken. */
const PERIODS_AWAY: Readonly<Record<string, number>> = {
  先々: -2,
  前々: -2,
  再来: 2,
  翌々: 2,
  先: -1,
  前: -1,
  昨: -1,
  去: -1,
  last: -1,
  今: 0,
  当: 0,
  本: 0,
  this: 0,
  来: 1,
  翌: 1,
  次: 1,
  next: 1,
};
const PERIOD = new RegExp(
  `^(${Object.keys(PERIODS_AWAY).join('|')})の? ?(週|月|年|week|month|year)(?![曜度])の?(.*)$`,
);
const WEEKDAYS = '月火水木金土日';
const ENGLISH_WEEKDAYS = 'montuewedthufrisatsun';

/** 0 is Monday; negative for no weekday. */
const weekdayOf = (name: string): number =>
  /^[a-z]/.test(name) ? ENGLISH_WEEKDAYS.indexOf(name.slice(0, 3)) / 3 : WEEKDAYS.indexOf(name.slice(0, 1));

const mondayOf = (date: CalendarDate): CalendarDate => addDays(date, -((weekday(date) + 6) % 7));

const daysOfWeek = (monday: CalendarDate, part: string): CalendarDate[] => {
  if (part === '' || part === '中') return [monday, addDays(monday, 4)];
  if (part === '末') return [addDays(monday, 4)];
  if (/^(?:明け|頭|初め?)$/.test(part)) return [monday];
  return /^[月火水木金土日](?:曜日?)?$/.test(part) ? [addDays(monday, weekdayOf(part))] : [];
};

const AFTER =
  /^(?:in |あと)?(\d{1,3}) ?(日|週間?|[かヵカケヶ箇個]月間?|年間?|days?|weeks?|months?|years?)(?: ?(後|先|later|from now|前|ago))?$/;

const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT_IN_WORDS = new RegExp(`(?<=^(?:in )?)(?:an?|${COUNTS.join('|')})(?= )`);
const numberOfWord = (word: string): string => String(Math.max(1, COUNTS.indexOf(word) + 1));

const daysAway = (text: string, today: CalendarDate): CalendarDate[] => {
  const counted = text.replace(/^半年/, '6か月').replace(COUNT_IN_WORDS, numberOfWord);
  const [, count = '', unit = '', direction] = AFTER.exec(counted) ?? [];
  if (count === '' || (direction === undefined && !/^(?:in|あと)/.test(text))) return [];
  const n = /前|ago/.test(direction ?? '') ? -count : Number(count);
  if (/^[日d]/.test(unit)) return [addDays(today, n)];
  if (/^[週w]/.test(unit)) return [addDays(today, n * 7)];
  const months = /^[年y]/.test(unit) ? n * 12 : n;
  return Math.abs(months) > 240 ? [] : [addMonths(today, months)];
};

const nextWeekday = (text: string, today: CalendarDate): CalendarDate[] => {
  const [, name = ''] =
    /^(?:(?:次|今度)の?|next |this |on )?([月火水木金土日]曜日?|(?:mon(?!th)|tue|wed|thu|fri|sat|sun)[a-z]*)$/.exec(
      text,
    ) ?? [];
  if (name === '') return [];
  const tomorrow = addDays(today, 1);
  const day = addDays(tomorrow, (weekdayOf(name) + 8 - weekday(tomorrow)) % 7);
  return [day, addDays(day, 7)];
};

/** The days that the words may mean, the likeliest first; none where they are no such words. */
export const daysInWords = (
  text: string,
  today: CalendarDate,
  fiscalYearStartMonth: number,
): CalendarDate[] => {
  const [, away = '', unit = '', part = ''] = PERIOD.exec(text) ?? [];
  if (/週|week/.test(unit)) return daysOfWeek(addDays(mondayOf(today), 7 * (PERIODS_AWAY[away] ?? 0)), part);
  if (text === '週明け') return [addDays(mondayOf(today), 7)];
  if (text === '週末') return [addDays(mondayOf(today), 4)];
  const season = daysOfSeason(text, today, fiscalYearStartMonth);
  if (season.length > 0) return season;
  const [, day] = /^(\d{1,2})日$/.exec(text) ?? [];
  if (day !== undefined) return daysOfMonthNumber(Number(day), today);
  const ofYear = daysOfYearPart(text, today, fiscalYearStartMonth);
  if (ofYear.length > 0) return ofYear;
  return [...daysAway(text, today), ...nextWeekday(text, today)];
};

/** What stands alone is of this month, or of this year. */
const nearPeriod = (text: string): string =>
  text
    .replace(/^(?:eom|end (?:of )?(?:the )?month|month ?-?end)$/, '月末')
    .replace(/^月(?:初め?|頭)$/, '来月初')
    .replace(/^(?:月末|末日|[上中下]旬)$/, '今月$&')
    .replace(/^今月月末$/, '今月末')
    .replace(/^年(?:末|内)$/, '今年12月末');

/** 来月15日 and 来年4月 with the year and the month that they mean; null where there is nothing of that kind in front. */
export const withPeriodNamed = (text: string, today: CalendarDate): string | null => {
  const [, away = '', unit = '', rest = ''] = PERIOD.exec(nearPeriod(text)) ?? [];
  const distance = PERIODS_AWAY[away] ?? 0;
  const { year, month } = dateParts(today);
  if (/月|month/.test(unit)) {
    const index = month - 1 + distance;
    return `${year + Math.floor(index / 12)}年${((index + 12) % 12) + 1}月${rest}`;
  }
  return /年|year/.test(unit) ? `${year + distance}年${rest}` : null;
};

const PARTS = [
  [/^(.*[月#](?: ?\d{4})?)の?末日?$|^end (.*)$/, ['31']],
  [/^(.*月)の?下旬$|^late (.*)$/, ['21', '31']],
  [/^(.*月)の?中旬$|^mid(?:dle)?[ -](.*)$/, ['11', '20']],
  [/^(.*月)の?(?:上旬|初旬)$|^early (.*)$/, ['01', '10']],
  [/^(.*月)の?(?:初め?|始め?|頭)$|^(?:beginning|start) (.*)$/, ['01']],
  [/^(.*月)の?(?:半ば|なかば)$/, ['15']],
  [/^(.*月)の?(?:中|以内|吉日)$/, ['01', '31']],
] as const;

/** A part of a month: the month's text, and days of the month that the part begins and ends with. Null for anything else. */
export const partOfMonth = (
  text: string,
): { month: string; daysOf: (first: CalendarDate) => CalendarDate[] } | null => {
  for (const [pattern, days] of PARTS) {
    const match = pattern.exec(text);
    const month = match?.[1] ?? match?.[2];
    if (month !== undefined)
      return {
        month,
        daysOf: (first) =>
          days.map((day) => (day === '31' ? endOfMonth(first) : `${first.slice(0, 8)}${day}`)),
      };
  }
  return null;
};
