/** Reads days that are given as part of a calendar year: a season, a half, its beginning, its end, and named days. */
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDateOf,
  dateParts,
  endOfMonth,
} from './calendar-date';

export interface Span {
  first: CalendarDate;
  last: CalendarDate;
}

export const monthsFrom = (first: CalendarDate, months: number): Span => ({
  first,
  last: addDays(addMonths(first, months), -1),
});

const NAMED_DAYS: readonly (readonly [RegExp, month: number, day: number])[] = [
  [/^大(?:晦日|みそか)$|^(?:eoy|end (?:of )?(?:the )?year|year ?-?end|new years? eve)$/, 12, 31],
  [/^元[日旦]$|^new years? day$/, 1, 1],
  [/^クリスマスイブ$|^christmas eve$/, 12, 24],
  [/^クリスマス$|^(?:christmas|xmas)$/, 12, 25],
];

const SEASONS: Readonly<Record<string, number>> = {
  春: 3,
  夏: 6,
  秋: 9,
  冬: 12,
  spring: 3,
  summer: 6,
  fall: 9,
  autumn: 9,
  winter: 12,
};
const SEASON_NAME = '(春|夏|秋|冬|spring|summer|fall|autumn|winter)';
const SEASON_PART = '(初|早|真|盛|晩|early |mid |late )?';
const SEASON_END = '(?:先|口|頃|ごろ|中)?$';
const SEASON = new RegExp(
  `^(?:(来年?|翌年?|次|明年|今年?|本年|この|昨年?|去年|再来年|next|this(?: coming)?|coming|last)の? ?)?${SEASON_PART}${SEASON_NAME}${SEASON_END}`,
);
const SEASON_OF_YEAR = new RegExp(
  `^(?:(r)(?=\\d\\d?年)|(?=\\d\\d))(\\d{4}|\\d\\d?)(?:年の?| )?${SEASON_PART}${SEASON_NAME}${SEASON_END}`,
);
const SEASON_BEFORE_YEAR = new RegExp(`^${SEASON_PART}${SEASON_NAME} (?:in )?(\\d{4})$`);

/** First and last day of a season's part; the season begins on `first`. */
const partOfSeason = (first: CalendarDate, part: string): CalendarDate[] => {
  if (/^(?:初|早|early)/.test(part)) return [first, endOfMonth(first)];
  if (/^(?:真|盛|mid)/.test(part)) return [addMonths(first, 1), endOfMonth(addMonths(first, 1))];
  if (/^(?:晩|late)/.test(part)) return [addMonths(first, 2), endOfMonth(addMonths(first, 2))];
  return [first, endOfMonth(addMonths(first, 2))];
};

/** 来春 is in the next year, `next spring` is the next one to begin, 今秋 is in this year; in January 今冬 began in December. */
const yearOfSeason = (away: string, seasonMonth: number, today: CalendarDate): number => {
  const { year, month } = dateParts(today);
  if (/^再来/.test(away)) return year + 2;
  if (/^[来翌明]/.test(away)) return year + 1;
  if (/^(?:昨|去|last)/.test(away)) return year - 1;
  if (/^(?:今|本|この|this$)/.test(away)) return year - Number(seasonMonth === 12 && month < 3);
  const hasBegun = away === '' ? month > seasonMonth : month >= seasonMonth;
  return year + Number(hasBegun);
};

/** 26 means 2026; 8 in the era `r` means 2026, too. */
export const yearOfDigits = (era: string | undefined, digits: string): number => {
  if (era === 'r') return 2018 + Number(digits);
  return digits.length <= 2 ? 2000 + Number(digits) : Number(digits);
};

const daysOfSeason = (text: string, today: CalendarDate): CalendarDate[] => {
  const [, away = '', part = '', season] = SEASON.exec(text) ?? [];
  const [, era, digits, yearPart = part, ofYear = season] = SEASON_OF_YEAR.exec(text) ?? [];
  const [, frontPart = yearPart, name = ofYear, behind = digits] = SEASON_BEFORE_YEAR.exec(text) ?? [];
  const month = SEASONS[name ?? ''];
  if (month === undefined) return [];
  const year = behind === undefined ? yearOfSeason(away, month, today) : yearOfDigits(era, behind);
  const first = calendarDateOf(year, month, 1);
  return first === null ? [] : partOfSeason(first, frontPart);
};

/** First and last day of each part of a calendar year; work begins on January 4. */
const PARTS_OF_YEAR: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:初頭?|初め|始め|頭|早々|beginning|start|early)$/, ['01-04', '01-31']],
  [/^(?:前半|上半期|first half)$/, ['01-01', '06-30']],
  [/^(?:後半|下半期|second half)$/, ['07-01', '12-31']],
  [/^(?:半ば|中頃|mid(?:dle)?)$/, ['06-01', '07-31']],
  [/^late$/, ['11-01', '12-31']],
  [/^(?:末|内|中|いっぱい|一杯|end)$/, ['12-31']],
  [/^$/, ['01-01', '12-31']],
];
const YEAR_BEHIND =
  /^(beginning|start|early|first half|second half|mid(?:dle)?|late|end)[ -](?:in )?(\d{4}|(?:this |next )?year)$/;

const daysOfYear = (text: string, today: CalendarDate): CalendarDate[] => {
  const [, era, digits, part] =
    /^(?:(r)|(?=\d{4}|\d\d年の?\D))(\d{4}|\d\d?)年の?(\D*)$/.exec(
      text.replace(/^年(?=内|中|いっぱい|初)/, `${today.slice(0, 4)}年`),
    ) ?? [];
  const [, english = part, named = digits] = YEAR_BEHIND.exec(text) ?? [];
  if (english === undefined || named === undefined) return [];
  const days = PARTS_OF_YEAR.find(([pattern]) => pattern.test(english))?.[1] ?? [];
  const year = /year/.test(named)
    ? dateParts(today).year +
      Number(/next/.test(named) || (named === 'year' && /^(?:beg|sta|ear)/.test(english)))
    : yearOfDigits(era, named);
  return days.map((day) => `${year}-${day}`);
};

/** The days that the words may mean, the likeliest first; empty for other words. */
export const daysOfYearPart = (text: string, today: CalendarDate): CalendarDate[] => {
  const { year } = dateParts(today);
  const day = NAMED_DAYS.find(([pattern]) => pattern.test(text));
  if (day !== undefined) return [year, year + 1].flatMap((one) => calendarDateOf(one, day[1], day[2]) ?? []);
  const season = daysOfSeason(text, today);
  return season.length > 0 ? season : daysOfYear(text, today);
};
