/** Reads a date as people type it into a cell; what could be two days is asked back, never guessed. */
import { addDays, type CalendarDate, calendarDateOf, dateParts, endOfMonth, weekday } from './calendar-date';

/**
 * What is wrong with the text: nothing in it; not readable as a date; a date that the calendar does not have
 * (2026-02-30); or more than one day could be meant. Suggestions come likeliest first and may be empty.
 */
type DateProblem = {
  problem: 'DATE_EMPTY' | 'DATE_UNKNOWN' | 'DATE_DOES_NOT_EXIST' | 'DATE_AMBIGUOUS';
  suggestions: CalendarDate[];
};

type TypedDate = { date: CalendarDate } | DateProblem;

interface TypedDateContext {
  /** Today in the team's zone. */
  today: CalendarDate;
  /** 1 to 12. */
  fiscalYearStartMonth: number;
}

const LONGEST_TEXT = 60;
const WEEKDAYS = '日月火水木金土';

const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
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
]);

/** Year 1 of each era and its first day. Papers often run on after an era's end (平成32年 is 2020): no last day. */
const ERAS = [
  { names: ['令和', '令', 'r'], firstYear: 2019, firstDay: '2019-05-01' },
  { names: ['平成', '平', 'h'], firstYear: 1989, firstDay: '1989-01-08' },
  { names: ['昭和', '昭', 's'], firstYear: 1926, firstDay: '1926-12-25' },
  { names: ['大正', '大', 't'], firstYear: 1912, firstDay: '1912-07-30' },
] as const;

// Excel's day 1 is 1900-01-01 and it counts a 1900-02-29 that never was, so that from March 1900 on day 2 is
// 1900-01-01. The range is 1954 to 2119: years, prices and quantities mostly lie outside it.
const SERIAL_DAY_2 = '1900-01-01';
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;

function dateFound(date: CalendarDate): TypedDate {
  return { date };
}

function dateProblem(
  code: DateProblem['problem'],
  suggestions: readonly (CalendarDate | null)[] = [],
): TypedDate {
  const existing = suggestions.filter((date) => date !== null);
  return { problem: code, suggestions: [...new Set(existing)] };
}

function readParts(year: number, month: number, day: number): TypedDate {
  const date = calendarDateOf(year, month, day);
  if (date !== null) return dateFound(date);
  const firstOfMonth = day > 28 && day <= 31 ? calendarDateOf(year, month, 1) : null;
  return dateProblem('DATE_DOES_NOT_EXIST', firstOfMonth === null ? [] : [endOfMonth(firstOfMonth)]);
}

/** Where one day is left the text is clear; else the person is asked. */
function readCandidates(candidates: readonly (CalendarDate | null)[]): TypedDate {
  const days = [...new Set(candidates.filter((date) => date !== null))];
  const [only] = days;
  if (only === undefined) return dateProblem('DATE_DOES_NOT_EXIST');
  return days.length === 1 ? dateFound(only) : dateProblem('DATE_AMBIGUOUS', days);
}

function readEraDate(name: string, eraYear: number, month: number, day: number): TypedDate {
  const era = ERAS.find(({ names }) => names.some((known) => known === name));
  if (era === undefined) return dateProblem('DATE_UNKNOWN');
  const reading = readParts(era.firstYear + eraYear - 1, month, day);
  if ('date' in reading && reading.date < era.firstDay)
    return dateProblem('DATE_DOES_NOT_EXIST', [reading.date]);
  return reading;
}

/** This fiscal year's day first, then the next's, then the last's: all three may be meant. */
function readMonthAndDay(
  month: number,
  day: number,
  { today, fiscalYearStartMonth }: TypedDateContext,
): TypedDate {
  const now = dateParts(today);
  const fiscalYear = now.month < fiscalYearStartMonth ? now.year - 1 : now.year;
  const thisYear = month < fiscalYearStartMonth ? fiscalYear + 1 : fiscalYear;
  const candidates = [thisYear, thisYear + 1, thisYear - 1].map((year) => calendarDateOf(year, month, day));
  const noneExists = candidates.every((date) => date === null);
  return dateProblem(noneExists ? 'DATE_DOES_NOT_EXIST' : 'DATE_AMBIGUOUS', candidates);
}

function readSerial(serial: number): TypedDate {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return dateProblem('DATE_UNKNOWN');
  return dateFound(addDays(SERIAL_DAY_2, Math.floor(serial) - 2));
}

/** Two digits may be a year of this century or of 令和: 8/4/1 is 2008 or 2026. Nearest to today first. */
function readShortYear(year: number, month: number, day: number, today: CalendarDate): TypedDate {
  const thisYear = dateParts(today).year;
  const years = [2000 + year, 2018 + year].sort((a, b) => Math.abs(a - thisYear) - Math.abs(b - thisYear));
  const candidates = years.map((candidate) => calendarDateOf(candidate, month, day));
  const noneExists = candidates.every((date) => date === null);
  return dateProblem(noneExists ? 'DATE_DOES_NOT_EXIST' : 'DATE_AMBIGUOUS', candidates);
}

function readMonth(year: number, month: number): TypedDate {
  const first = calendarDateOf(year, month, 1);
  return first === null
    ? dateProblem('DATE_DOES_NOT_EXIST')
    : dateProblem('DATE_AMBIGUOUS', [first, endOfMonth(first)]);
}

type MatchGroups = Record<string, string | undefined>;

const YEAR = '(?<y>\\d{4}) ?[-/.年] ?';
const DAY = '(?<m>\\d{1,2}) ?[-/.月] ?(?<d>\\d{1,2}) ?日?';
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?';

function dateForm(
  pattern: string,
  read: (number: (name: string) => number, groups: MatchGroups, context: TypedDateContext) => TypedDate,
) {
  return { pattern: new RegExp(`^${pattern}$`), read };
}

/** The shapes that are read, each once the text has been made half-width and lower case with single spaces. */
const FORMS = [
  // A time of day without a zone changes nothing about the day.
  dateForm(`${YEAR}${DAY}(?:[ t]${TIME})?`, (n) => readParts(n('y'), n('m'), n('d'))),
  dateForm('(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})', (n) => readParts(n('y'), n('m'), n('d'))),
  dateForm(
    `(?<era>令和|平成|昭和|大正|[令平昭大rhst]) ?(?<y>\\d{1,3}|元) ?[-/.年] ?${DAY}`,
    (n, { era, y }) => readEraDate(era ?? '', y === '元' ? 1 : n('y'), n('m'), n('d')),
  ),
  // With a zone the day depends on where one stands (2026-03-31T15:00Z is April in Japan): the person chooses.
  dateForm(`${YEAR}${DAY}[ t]${TIME} ?(?:z|[-+]\\d{2}:?\\d{2})`, (n) => {
    const [y, m, d] = [n('y'), n('m'), n('d')];
    const written = calendarDateOf(y, m, d);
    if (written === null) return dateProblem('DATE_DOES_NOT_EXIST');
    const dayAfter =
      calendarDateOf(y, m, d + 1) ?? calendarDateOf(y, m + 1, 1) ?? calendarDateOf(y + 1, 1, 1);
    return dateProblem('DATE_AMBIGUOUS', [written, dayAfter]);
  }),
  dateForm(DAY, (n, _, context) => readMonthAndDay(n('m'), n('d'), context)),
  dateForm('(?<serial>\\d{5}(?:\\.\\d+)?)', (n) => readSerial(n('serial'))),
  dateForm(`'?(?<y>\\d{1,2}) ?[-/.年] ?${DAY}`, (n, _, { today }) =>
    readShortYear(n('y'), n('m'), n('d'), today),
  ),
  // Written the American or the European way, the year last.
  dateForm('(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](?<y>\\d{4})', (n) =>
    readCandidates([calendarDateOf(n('y'), n('a'), n('b')), calendarDateOf(n('y'), n('b'), n('a'))]),
  ),
  dateForm(`${YEAR}(?<m>\\d{1,2}) ?月?`, (n) => readMonth(n('y'), n('m'))),
];

/** A weekday written behind the date, as in 2026/4/1(水), must be that date's; the wrong one betrays a slip. */
function withWeekday(reading: TypedDate, written: string | undefined): TypedDate {
  if (written === undefined || 'problem' in reading) return reading;
  return WEEKDAYS[weekday(reading.date)] === written
    ? reading
    : dateProblem('DATE_AMBIGUOUS', [reading.date]);
}

/**
 * The day that a text means, or why it cannot be told. Understood are 2026/4/1 with any separator, 20260401,
 * 2026年4月1日, eras (R8.4.1, 令和元年5月1日), full-width forms, spreadsheet serials of the 1900 system as number
 * text, and today and its neighbours. A day without a year, a two-digit year, a month without a day and an instant
 * with a zone are ambiguous. Source: product.md 7, "Dates typed" in edge-cases.md. Throws only for a bad context.
 */
export function parseTypedDate(text: string, context: TypedDateContext): TypedDate {
  const plain = text
    .slice(0, LONGEST_TEXT + 1)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.trim() === '') return dateProblem('DATE_EMPTY');
  if (text.length > LONGEST_TEXT) return dateProblem('DATE_UNKNOWN');

  const word = DAYS_FROM_TODAY.get(plain);
  if (word !== undefined) return dateFound(addDays(context.today, word));

  const [, dateText = plain, weekdayText] = /^(.*?) ?\(([日月火水木金土])(?:曜日?)?\)$/.exec(plain) ?? [];
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(dateText);
    if (match === null) continue;
    const groups: MatchGroups = match.groups ?? {};
    return withWeekday(
      read((name) => Number(groups[name]), groups, context),
      weekdayText,
    );
  }
  return dateProblem('DATE_UNKNOWN');
}
