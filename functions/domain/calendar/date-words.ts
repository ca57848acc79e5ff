/** Reads days that are given in words, most of them counted from today: next Monday, in three months, the end of April. */
import { addDays, type CalendarDate, dateParts } from './calendar-date';
import { daysAway } from './counted-words';
import { daysOfSeason } from './days-off-words';
import { daysOfFiscalWords, withFiscalYearNamed } from './fiscal-words';
import { daysOfMonthNumber, weekdaysFrom } from './month-parts';
import { daysOfWeek, daysOfWeekWords, mondayOf } from './week-words';
import { daysOfYearPart } from './year-parts';

const NEIGHBOURS: ReadonlyMap<string, number> = new Map([
  ['一昨日', -2],
  ['昨日', -1],
  ['きのう', -1],
  ['yesterday', -1],
  ['おととい', -2],
  ['day before yesterday', -2],
  ['the day before yesterday', -2],
  ['今日', 0],
  ['本日', 0],
  ['きょう', 0],
  ['today', 0],
  ['tonight', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['今日中', 0],
  ['本日中', 0],
  ['今晩', 0],
  ['今夜', 0],
  ['今夕', 0],
  ['eod', 0],
  ['明日', 1],
  ['あした', 1],
  ['あす', 1],
  ['tomorrow', 1],
  ['tmr', 1],
  ['tmrw', 1],
  ['明朝', 1],
  ['明晩', 1],
  ['明日中', 1],
  ['明後日', 2],
  ['あさって', 2],
  ['day after tomorrow', 2],
  ['the day after tomorrow', 2],
  ['明々後日', 3],
  ['しあさって', 3],
]);

/** Today, yesterday, tomorrow and the like; null for any other text. */
export const neighbourOfToday = (text: string, today: CalendarDate): CalendarDate | null => {
  const days = NEIGHBOURS.get(text);
  return days === undefined ? null : addDays(today, days);
};

/** The longest come first, since the first match is taken. */
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
  明: 1,
  翌: 1,
  次: 1,
  next: 1,
};
const AFTER_NEXT = /^(week|month|year) after next$/;
const PERIOD = new RegExp(
  `^(${Object.keys(PERIODS_AWAY).join('|')})の? ?(週|月|年|week|month|year)(?![曜度])の?(.*)$`,
);
/** The days that the words may mean, the likeliest first; empty for other words. */
export const daysInWords = (
  text: string,
  today: CalendarDate,
  fiscalYearStartMonth: number,
): CalendarDate[] => {
  const [, front, week = text.replace(AFTER_NEXT, '再来$1')] =
    /^(early|mid|late|end|beginning|start) ((?:next|this) week)$/.exec(text) ?? [];
  const [, away = '', unit = '', part = ''] = PERIOD.exec(week) ?? [];
  if (/週|week/.test(unit))
    return daysOfWeek(addDays(mondayOf(today), 7 * (PERIODS_AWAY[away] ?? 0)), front ?? part);
  const [, counted = '', weekday = ''] = /^(.+後)の([月火水木金土日]曜日?)$/.exec(text) ?? [];
  if (counted !== '') return daysAway(counted, today).flatMap((one) => daysOfWeek(mondayOf(one), weekday));
  const season = daysOfSeason(text, today, fiscalYearStartMonth);
  if (season.length > 0) return season;
  const [, day] = /^(\d{1,2})日$/.exec(text) ?? [];
  if (day !== undefined) return daysOfMonthNumber(Number(day), today);
  for (const days of [
    daysOfFiscalWords(withFiscalYearNamed(text, today, fiscalYearStartMonth), today, fiscalYearStartMonth),
    daysOfYearPart(text, today),
    daysAway(text, today),
    daysOfWeekWords(text, today),
  ])
    if (days.length > 0) return days;
  if (text === '翌日') return [addDays(today, 1)];
  return WORKING_DAY_AHEAD.test(text) ? [weekdaysFrom(today, 1)] : [];
};

const WORKING_DAY_AHEAD = /^(?:翌|次の?)営業日$|^next (?:business|working) day$/;

/** A period without a year or a month belongs to the present one. */
const nearPeriod = (text: string): string =>
  text
    .replace(/^(?:eom|end[ -]+(?:of )?(?:the )?month|month ?-?end)$/, '月末')
    .replace(/^mid(?:dle)?[ -]+month$/, '今月中旬')
    .replace(/^月(?:初め?|頭)$/, '来月初')
    .replace(
      /^(?:月末|末日|[上中下]旬|月(?:末週|末営業日|中旬?|半ば|なかば|前半|後半|内|末?最終営業日))$/,
      '今月$&',
    )
    .replace(/^今月月/, '今月')
    .replace(AFTER_NEXT, '再来$1')
    .replace(/^(\d\d?) ((?:next|this|last) month)$/, '$2 $1')
    .replace(/^年(?:末|内(?:中|いっぱい)?)$/, '今年12月末');

/** Replaces the relative period at the beginning of 来月15日 or 来年4月 by its month and year; null where there is none. */
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
