/** Days that are said as a part of a year: quarters, halves, fiscal years, seasons, and days that have a name. */
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDateOf,
  dateParts,
  endOfMonth,
} from './calendar-date';

interface Span {
  first: CalendarDate;
  last: CalendarDate;
}

const monthsFrom = (first: CalendarDate, months: number): Span => ({
  first,
  last: addDays(addMonths(first, months), -1),
});

/** Of a span its first day and its last one; only the one where the words say which. */
const daysOf = ({ first, last }: Span, part: string): CalendarDate[] => {
  if (/^(?:末|end)/.test(part)) return [last];
  return /^(?:初|始|頭)/.test(part) ? [first] : [first, last];
};

const YEAR = '(?:(?:fy ?)?(r?)(\\d{1,4})(?:年度?)? ?)?';
const PART = '(?: ?の?(末日?|初め?|始め?|頭))?';
/** In date notation, where 四半期 is 4半期. */
const QUARTER = new RegExp(`^(end of )?${YEAR}(?:q([1-4])|([1-4])q|第?([1-4])4半期)${PART}$`);
const QUARTER_OF_FISCAL_YEAR = /^(end of )?q([1-4]) ?(?:of )?(?:fy ?)?(\d{4}|\d\d)$/;
const HALF = new RegExp(`^${YEAR}(上|下)(?:半?期)${PART}$`);
const FISCAL_YEAR = new RegExp(`^(end of )?(?:fy ?(\\d{4}|\\d\\d)|(r?)(\\d{1,4})年度)${PART}$`);

/** 26 is 2026, and r8, too; undefined where no year is named. */
const yearOf = (era: string | undefined, digits: string | undefined): number | undefined => {
  if (digits === undefined) return undefined;
  if (era === 'r') return 2018 + Number(digits);
  return digits.length <= 2 ? 2000 + Number(digits) : Number(digits);
};

/** The first day of the fiscal year of that name, or of the one that today is in. */
const fiscalStart = (
  year: number | undefined,
  today: CalendarDate,
  startMonth: number,
): CalendarDate | null => {
  const { year: thisYear, month } = dateParts(today);
  return calendarDateOf(year ?? thisYear - Number(month < startMonth), startMonth, 1);
};

/** Quarters of the fiscal year; those of the calendar, too, since a text does not say which it counts. */
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

const NAMED_DAYS: readonly (readonly [RegExp, month: number, day: number])[] = [
  [/^大(?:晦日|みそか)$|^(?:the )?(?:eoy|end of (?:the )?year|year ?-?end|new year's eve)$/, 12, 31],
  [/^元[日旦]$|^new year'?s day$/, 1, 1],
  [/^クリスマスイブ$|^christmas eve$/, 12, 24],
  [/^クリスマス$|^(?:christmas|xmas)$/, 12, 25],
];

const SEASONS: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 };

/** The days that the words may mean, in the order of their likelihood; none for other words. */
export const daysOfYearPart = (
  text: string,
  today: CalendarDate,
  fiscalYearStartMonth: number,
): CalendarDate[] => {
  const terms = { today, startMonth: fiscalYearStartMonth };
  const { year, month } = dateParts(today);
  const [quarter, ended, era, digits, a, b, c, part = ''] = QUARTER.exec(text) ?? [];
  if (quarter !== undefined)
    return quarterDays(Number(a ?? b ?? c), ended === undefined ? part : 'end', yearOf(era, digits), terms);
  const [turned, turnedEnd, which, ofYear] = QUARTER_OF_FISCAL_YEAR.exec(text) ?? [];
  if (turned !== undefined)
    return quarterDays(Number(which), turnedEnd === undefined ? '' : 'end', yearOf('', ofYear), terms);
  const [half, halfEra, halfYear, side, halfPart = ''] = HALF.exec(text) ?? [];
  if (half !== undefined) {
    const start = fiscalStart(yearOf(halfEra, halfYear), today, fiscalYearStartMonth);
    return start === null ? [] : daysOf(monthsFrom(addMonths(start, side === '下' ? 6 : 0), 6), halfPart);
  }
  const [fiscal, fiscalEnd, fy, yearEra, named, yearPart = ''] = FISCAL_YEAR.exec(text) ?? [];
  if (fiscal !== undefined) {
    const start = fiscalStart(yearOf(yearEra, fy ?? named), today, fiscalYearStartMonth);
    return start === null ? [] : daysOf(monthsFrom(start, 12), fiscalEnd === undefined ? yearPart : 'end');
  }
  const day = NAMED_DAYS.find(([pattern]) => pattern.test(text));
  if (day !== undefined) return [year, year + 1].flatMap((one) => calendarDateOf(one, day[1], day[2]) ?? []);
  const [, season = ''] = /^(春|夏|秋|冬)(?:先|口)?$/.exec(text) ?? [];
  const seasonMonth = SEASONS[season];
  if (seasonMonth === undefined) return [];
  const first = calendarDateOf(year + Number(month > seasonMonth), seasonMonth, 1);
  return first === null ? [] : [first, endOfMonth(addMonths(first, 2))];
};

/** The day of that number in this month and in the next; what a month is too short for is not there. */
export const daysOfMonthNumber = (day: number, today: CalendarDate): CalendarDate[] =>
  [today, addMonths(`${today.slice(0, 8)}01`, 1)].flatMap((one) => {
    const { year, month } = dateParts(one);
    return calendarDateOf(year, month, day) ?? [];
  });
