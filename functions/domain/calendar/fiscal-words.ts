/** Reads days that are given as part of a fiscal year: a quarter, a half, or the year itself. */
import { addMonths, type CalendarDate, calendarDateOf, dateParts } from './calendar-date';
import { monthsFrom, type Span, yearOfDigits } from './year-parts';

/** The first and last day of a span, or only the one that the words name. */
const daysOf = ({ first, last }: Span, part: string): CalendarDate[] => {
  if (/^(?:末|内|いっぱい|end|late)/.test(part)) return [last];
  return /^(?:初|始|頭|当初|明け|start|beg|early)/.test(part) ? [first] : [first, last];
};

const YEAR = '(?:(?:fy ?)?(r?)(\\d{1,4})(?:年度?の?)?[ /-]?)?';
const PART = '(?: ?の?(末日?|内|中|いっぱい|初め?|始め?|頭|当初|明け))?';
const IN_FRONT = '(?:(end|late|start|beginning|early|mid) (?:of )?(?:the )?)?';
/** Matches date notation, in which 四半期 is written 4半期. */
const QUARTER = new RegExp(`^${IN_FRONT}${YEAR}(?:q([1-4])|([1-4])q|第?([1-4])4半期)${PART}$`);
const QUARTER_OF_FISCAL_YEAR = new RegExp(
  `^${IN_FRONT}(?:q([1-4])|([1-4])q) ?(?:of )?(?:fy ?)?(\\d{4}|\\d\\d)$`,
);
const NEAR_QUARTER = new RegExp(
  `^${IN_FRONT}(?:(今|本|当|この|来|翌|次|前|先|this|current|next|last)の? ?)?(?:4半期|q(?!\\d)|quarter)${PART}$`,
);
const HALF = new RegExp(`^${YEAR}(上|下)(?:半?期)${PART}$`);
const ENGLISH_HALF = /^(?:(\d{4}) ?)?(?:h([12])|([12])h)(?: ?(?:of )?(?:fy ?)?(\d{4}|\d\d))?$/;
const FISCAL_YEAR = new RegExp(`^${IN_FRONT}(?:fy ?(\\d{4}|\\d\\d)|(r?)(\\d{1,4})年度)${PART}$`);

const yearOf = (era: string | undefined, digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : yearOfDigits(era, digits);

/** The first day of the given fiscal year; without one, of the present fiscal year. */
const fiscalStart = (
  year: number | undefined,
  today: CalendarDate,
  startMonth: number,
): CalendarDate | null => {
  const { year: thisYear, month } = dateParts(today);
  return calendarDateOf(year ?? thisYear - Number(month < startMonth), startMonth, 1);
};

/** The quarter of the fiscal year and of the calendar year, since the text does not say which is meant. */
const quarterDays = (
  quarter: number,
  part: string,
  year: number | undefined,
  { today, startMonth }: { today: CalendarDate; startMonth: number },
): CalendarDate[] => {
  const fiscal = fiscalStart(year, today, startMonth);
  const calendar = calendarDateOf(year ?? dateParts(today).year, 1, 1);
  const days = [fiscal, calendar].flatMap((start) =>
    start === null ? [] : daysOf(monthsFrom(addMonths(start, (quarter - 1) * 3), 3), part),
  );
  return [...new Set(days)];
};

interface Terms {
  today: CalendarDate;
  /** First month of the fiscal year, 1 to 12. */
  startMonth: number;
}

/** The fiscal quarter that contains today, or the one before or after it. */
const nearQuarter = (text: string, { today, startMonth }: Terms): CalendarDate[] => {
  const [whole, front, which = '', part = front ?? ''] =
    NEAR_QUARTER.exec(text.replace(/^(?:eoq|quarter ?-?end)$/, 'end quarter')) ?? [];
  const start = fiscalStart(undefined, today, startMonth);
  if (whole === undefined || start === null || (which === '' && part === '')) return [];
  const months = (dateParts(today).month - startMonth + 12) % 12;
  const away = /^[来翌次n]/.test(which) ? 1 : /^[前先l]/.test(which) ? -1 : 0;
  return daysOf(monthsFrom(addMonths(start, 3 * (Math.floor(months / 3) + away)), 3), part);
};

const daysOfQuarter = (text: string, terms: Terms): CalendarDate[] => {
  const [quarter, front, era, digits, a, b, c, part = front ?? ''] = QUARTER.exec(text) ?? [];
  if (quarter !== undefined) return quarterDays(Number(a ?? b ?? c), part, yearOf(era, digits), terms);
  const [turned, turnedFront = '', q, r, ofYear] = QUARTER_OF_FISCAL_YEAR.exec(text) ?? [];
  if (turned !== undefined) return quarterDays(Number(q ?? r), turnedFront, yearOf('', ofYear), terms);
  return nearQuarter(text, terms);
};

/** 上期 is a half of the fiscal year; H1 may also be one of the calendar year. */
const daysOfHalf = (text: string, { today, startMonth }: Terms): CalendarDate[] => {
  const [half, era, digits, side, part = ''] = HALF.exec(text) ?? [];
  const [english, before, h, g = h, behind = before] = ENGLISH_HALF.exec(text) ?? [];
  if (half === undefined && english === undefined) return [];
  const year = yearOf(era, digits ?? behind);
  const fiscal = fiscalStart(year, today, startMonth);
  const calendar = half === undefined ? calendarDateOf(year ?? dateParts(today).year, 1, 1) : null;
  const months = side === '下' || g === '2' ? 6 : 0;
  const days = [fiscal, calendar].flatMap((start) =>
    start === null ? [] : daysOf(monthsFrom(addMonths(start, months), 6), part),
  );
  return [...new Set(days)];
};

const AWAY: Readonly<Record<string, number>> = {
  再来: 2,
  来: 1,
  翌: 1,
  次: 1,
  今: 0,
  本: 0,
  当: 0,
  前: -1,
  昨: -1,
  先: -1,
};
const NEAR_FISCAL_YEAR = new RegExp(`^(${Object.keys(AWAY).join('|')})(?:年度の?|期の?|(?=[上下]半?期))`);

/** Replaces 来期 or 今年度 by the number of that fiscal year, and the year of a month in a fiscal year by its calendar year. */
export const withFiscalYearNamed = (text: string, today: CalendarDate, startMonth: number): string => {
  const { year, month } = dateParts(today);
  const thisYear = year - Number(month < startMonth);
  return text
    .replace(NEAR_FISCAL_YEAR, (_, which: string) => `${thisYear + (AWAY[which] ?? 0)}年度`)
    .replace(/^(\d{4})年度の?(\d\d?)月/, (_, fiscal: string, of: string) => {
      return `${Number(fiscal) + Number(Number(of) < startMonth)}年${of}月`;
    });
};

/** The days that the words may mean, the likeliest first; empty for other words. */
export const daysOfFiscalWords = (
  text: string,
  today: CalendarDate,
  fiscalYearStartMonth: number,
): CalendarDate[] => {
  const terms = { today, startMonth: fiscalYearStartMonth };
  const quarter = daysOfQuarter(text, terms);
  if (quarter.length > 0) return quarter;
  const half = daysOfHalf(text, terms);
  if (half.length > 0) return half;
  const [fiscal, front, fy, era, named, part = front ?? ''] = FISCAL_YEAR.exec(text) ?? [];
  const start =
    fiscal === undefined ? null : fiscalStart(yearOf(era, fy ?? named), today, fiscalYearStartMonth);
  return start === null ? [] : daysOf(monthsFrom(start, 12), part);
};
