/** The shapes of dates that are written in numbers, each with the days that it can mean. */
import { addDays, type CalendarDate, calendarDateOf, dateParts, endOfMonth } from './calendar-date';

/** The order of day, month and year in a list that writes them as numbers alone. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

export interface TypedDateContext {
  /** Today in the team's zone. */
  today: CalendarDate;
  /** 1 to 12. */
  fiscalYearStartMonth: number;
  /** A day that is over is not accepted. */
  isToCome?: boolean;
  /** The text may have been written on an earlier day, so that a day counted from today is asked about. */
  mayBeOld?: boolean;
  /** Null or left out where nobody has told the order. */
  order?: DateOrder | null;
  /** The team's day of an instant (ISO 8601 in UTC). Where it is missing, an instant is asked about. */
  dayOfInstant?: (instant: string) => CalendarDate;
  /** The spreadsheet counts its days from 1904, as those of older Macs do. */
  from1904?: boolean;
}

/** The days that a text can mean. With `ask` even a single one is asked about. */
export interface DateReading {
  days: readonly (CalendarDate | null)[];
  ask?: 'DATE_AMBIGUOUS' | 'DATE_TO_CONFIRM' | 'DATE_DOES_NOT_EXIST';
}

/**
 * The first year and first day of each era. There is no last day, since papers often continue an era after its end (平成32年 is
 * 2020).
 */
const ERAS: Readonly<Record<string, readonly [firstYear: number, firstDay: CalendarDate]>> = {
  r: [2019, '2019-05-01'],
  h: [1989, '1989-01-08'],
  s: [1926, '1926-12-25'],
  t: [1912, '1912-07-30'],
  m: [1868, '1900-01-01'],
};

// Excel's day 1 is 1900-01-01, and it counts a 1900-02-29 that never existed; from March 1900 on its days are counted as if day
// 2 were 1900-01-01. Only numbers of the years 1954 to 2119 are taken for days: calendar years, prices and quantities mostly
// lie outside that range.
const SERIAL_DAY_2 = '1900-01-01';
const SERIAL = '(?<serial>[2-7]\\d{4}|80000)(?:\\.\\d+)?';
const DAYS_TO_1904 = 1_462;

/** As many suggestions as a person still looks through. */
export const MOST_OFFERS = 4;

const readParts = (year: number, month: number, day: number): DateReading => {
  const date = calendarDateOf(year, month, day);
  if (date !== null) return { days: [date] };
  const first = day > 28 && day <= 31 ? calendarDateOf(year, month, 1) : null;
  return { days: [first && endOfMonth(first)], ask: 'DATE_DOES_NOT_EXIST' };
};

const readEraDate = (era: string, eraYear: number, month: number, day: number): DateReading => {
  const [firstYear, firstDay] = ERAS[era] ?? [0, ''];
  const reading = readParts(firstYear + eraYear - 1, month, day);
  return (reading.days[0] ?? firstDay) < firstDay ? { ...reading, ask: 'DATE_DOES_NOT_EXIST' } : reading;
};

const readSerial = (serial: number, from1904: boolean): DateReading => ({
  days: [addDays(SERIAL_DAY_2, serial - 2 + (from1904 ? DAYS_TO_1904 : 0))],
});

const readMonth = (year: number, month: number): DateReading => {
  const first = calendarDateOf(year, month, 1);
  return { days: [first, first && endOfMonth(first)], ask: 'DATE_AMBIGUOUS' };
};

/** The day in this fiscal year first, then in the next, then in the last: each may be meant. */
const readMonthAndDay = (
  month: number,
  day: number,
  { today, fiscalYearStartMonth: start }: TypedDateContext,
): DateReading => {
  const now = dateParts(today);
  const year = now.year - Number(now.month < start) + Number(month < start);
  return {
    days: [year, year + 1, year - 1].map((one) => calendarDateOf(one, month, day)),
    ask: 'DATE_AMBIGUOUS',
  };
};

/** Spreadsheets write April 2026 as Apr-26, which may also be April 26. A year far from today is not offered. */
const readMonthAndNumber = (month: number, number: number, context: TypedDateContext): DateReading => {
  const ofDay = readMonthAndDay(month, number, context);
  const year = 2000 + number;
  const isNear = Math.abs(year - dateParts(context.today).year) <= 10;
  return isNear ? { ...ofDay, days: [...readMonth(year, month).days, ...ofDay.days.slice(0, 2)] } : ofDay;
};

/**
 * Three short numbers may stand in any order, and a year of two digits may count in an era: 29/09/01 is 2029, 平成29年 or September
 * 29. The nearest to today comes first.
 */
const readShortDate = (
  [a, b, c]: readonly [number, number, number],
  isYearFirst: boolean,
  { today, order }: TypedDateContext,
): DateReading => {
  const isOrderKnown = order != null && !isYearFirst;
  const ofEras = isOrderKnown
    ? []
    : ['r', 'h', 's'].map((era) => {
        const { days, ask } = readEraDate(era, a, b, c);
        return ask === undefined ? (days[0] ?? null) : null;
      });
  const orders = {
    ymd: [calendarDateOf(2000 + a, b, c), ...ofEras],
    mdy: isYearFirst ? [] : [calendarDateOf(2000 + c, a, b)],
    dmy: isYearFirst ? [] : [calendarDateOf(2000 + c, b, a)],
  };
  const days = isOrderKnown ? orders[order] : [...orders.ymd, ...orders.mdy, ...orders.dmy];
  const distance = (day: CalendarDate | null): number =>
    Math.abs(Number(day?.slice(0, 4)) - dateParts(today).year);
  const nearest = days.filter((day) => day !== null).sort((x, y) => distance(x) - distance(y));
  return { days: nearest.slice(0, MOST_OFFERS), ...(isOrderKnown ? {} : { ask: 'DATE_AMBIGUOUS' }) };
};

/** 27年4月 may be a year of this century, of 平成 or of 令和; the nearest comes first. */
const readShortYearAndMonth = (year: number, month: number, context: TypedDateContext): DateReading => {
  const now = dateParts(context.today).year;
  const years = [2000 + year, ...['r', 'h'].map((era) => (ERAS[era]?.[0] ?? 0) + year - 1)];
  const nearest = years.sort((a, b) => Math.abs(a - now) - Math.abs(b - now)).slice(0, 2);
  return { days: nearest.flatMap((one) => readMonth(one, month).days), ask: 'DATE_AMBIGUOUS' };
};

/** 27/4 may also be the 27th of April. */
const readYearAndMonthOrDay = (number: number, month: number, context: TypedDateContext): DateReading => {
  const { days } = readShortYearAndMonth(number, month, context);
  const ofDay = readMonthAndDay(month, number, context);
  return { ...ofDay, days: [...days.slice(0, 2), ...ofDay.days.slice(0, 2)] };
};

type MatchGroups = Record<string, string | undefined>;

/** Two digits mean this century; where that lies far in the future, the last century is offered, too. */
const fullYears = (digits: string, today: CalendarDate): number[] => {
  const year = Number(digits);
  if (digits.length > 2) return [year];
  return 2000 + year > dateParts(today).year + 20 ? [2000 + year, 1900 + year] : [2000 + year];
};

const BETWEEN = '[-/._,年月# ]{1,4}';
const GAP = '[-/., ]+';
const MONTH_AND_DAY = `(?<m>\\d\\d?)(?<sign>${BETWEEN})(?<d>\\d\\d?) ?日?`;
const ERA = '(?<era>[rhstm])[. ]*';
const SHORT_OR_LONG = '(?<y>\\d{4}|\\d\\d)';

const dateForm = (
  pattern: string,
  read: (number: (name: string) => number, groups: MatchGroups, context: TypedDateContext) => DateReading,
) => ({ pattern: new RegExp(`^${pattern}$`), read });

const readWithMonthName = (
  n: (name: string) => number,
  { y = '' }: MatchGroups,
  { today }: TypedDateContext,
): DateReading => {
  const [year = 0, ...others] = fullYears(y, today);
  const { days, ...rest } = readParts(year, n('m'), n('d'));
  return { days: [...days, ...others.map((other) => calendarDateOf(other, n('m'), n('d')))], ...rest };
};

/** All shapes, for a text in date notation (`inDateNotation`); the first that matches is taken. */
const FORMS = [
  dateForm(`(?<y>\\d{4})${BETWEEN}${MONTH_AND_DAY}`, (n) => readParts(n('y'), n('m'), n('d'))),
  dateForm('(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)', (n) => readParts(n('y'), n('m'), n('d'))),
  dateForm(`${ERA}(?<y>\\d{1,3})${BETWEEN}${MONTH_AND_DAY}`, (n, { era = '' }) =>
    readEraDate(era, n('y'), n('m'), n('d')),
  ),
  dateForm(`${ERA}(?<y>\\d\\d)(?<m>\\d\\d)(?<d>\\d\\d)`, (n, { era = '' }) =>
    readEraDate(era, n('y'), n('m'), n('d')),
  ),
  // A month's name fixes the order. Its number has to be separated from the day's: 11# must not be read as 1 and 1#.
  dateForm(`(?<d>\\d\\d?)${GAP}(?<m>\\d\\d?)#[-/., ]*${SHORT_OR_LONG}`, readWithMonthName),
  dateForm(`(?<m>\\d\\d?)#[-/., ]*(?<d>\\d\\d?)${GAP}(?<y>\\d{4})`, readWithMonthName),
  // Nov 27-29 is two days, so a hyphen is not accepted here.
  dateForm('(?<m>\\d\\d?)#[-/., ]*(?<d>\\d\\d?)(?:[/., ]+|(?<=#-\\d\\d?)-)(?<y>\\d\\d)', readWithMonthName),
  dateForm(`(?<d>\\d\\d?)${GAP}(?<m>\\d\\d?)#`, (n, _, context) => readMonthAndDay(n('m'), n('d'), context)),
  dateForm('(?<m>\\d\\d?)#-(?<y>\\d\\d)', (n, _, context) => readMonthAndNumber(n('m'), n('y'), context)),
  dateForm('(?<y>\\d\\d)年(?<m>\\d\\d?)月?', (n, _, context) =>
    readShortYearAndMonth(n('y'), n('m'), context),
  ),
  dateForm(MONTH_AND_DAY, (n, { sign = '' }, context) =>
    n('m') > 12 && n('d') <= 12 && !/[年月]/.test(sign)
      ? readYearAndMonthOrDay(n('m'), n('d'), context)
      : readMonthAndDay(n('m'), n('d'), context),
  ),
  dateForm(SERIAL, (n, _, { from1904 = false }) => readSerial(n('serial'), from1904)),
  // All three need the same separator: 4/1-2 is two days.
  dateForm(
    `(?<a>\\d\\d?)(?<mark>${BETWEEN})(?<m>\\d\\d?)(?:\\k<mark>|(?<=年 ?\\d\\d?)${BETWEEN})(?<d>\\d\\d?) ?日?`,
    (n, { mark = '' }, context) => readShortDate([n('a'), n('m'), n('d')], /年/.test(mark), context),
  ),
  dateForm(`(?<a>\\d\\d?)${BETWEEN}(?<b>\\d\\d?)${BETWEEN}(?<y>\\d{4})`, (n, _, { order }) => {
    const [monthFirst, dayFirst] = [
      calendarDateOf(n('y'), n('a'), n('b')),
      calendarDateOf(n('y'), n('b'), n('a')),
    ];
    if (order === 'mdy') return { days: [monthFirst] };
    return { days: order === 'dmy' ? [dayFirst] : [monthFirst, dayFirst] };
  }),
  dateForm(`(?<y>\\d{4})${BETWEEN}(?<m>\\d\\d?) ?[月#]?`, (n) => readMonth(n('y'), n('m'))),
  dateForm(`(?<m>\\d\\d?)[-/.,# ]+(?<y>\\d{4})`, (n) => readMonth(n('y'), n('m'))),
  dateForm(`${ERA}(?<y>\\d{1,3})${BETWEEN}(?<m>\\d\\d?) ?月?`, (n, { era = '' }) =>
    readMonth((ERAS[era]?.[0] ?? 0) + n('y') - 1, n('m')),
  ),
  dateForm('(?<m>\\d\\d?) ?[月#]', (n, _, context) => readMonthAndDay(n('m'), 1, context)),
];

const BOTH_YEARS = /^(?:(\d{4})年? ?\(([rhstm]) ?(\d+)年?\)|([rhstm]) ?(\d+)年? ?\((\d{4})年?\)) ?年?/;

/** Reduces 2026年(令和8年) to one year; unchanged where the two years differ. */
const withOneYear = (text: string): string =>
  text.replace(BOTH_YEARS, (both, west, era, eraYear, eraFirst = era, yearFirst = eraYear, behind = west) => {
    const [firstYear] = ERAS[eraFirst] ?? [];
    return firstYear !== undefined && firstYear + Number(yearFirst) - 1 === Number(behind)
      ? `${behind}年`
      : both;
  });

/** Reads a text in date notation; null where it has none of the shapes. */
export const readForm = (text: string, context: TypedDateContext): DateReading | null => {
  const oneYear = withOneYear(text);
  if (/#.*#/.test(oneYear)) return null;
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(oneYear);
    const groups: MatchGroups = match?.groups ?? {};
    if (match !== null) return read((name) => Number(groups[name]), groups, context);
  }
  return null;
};
