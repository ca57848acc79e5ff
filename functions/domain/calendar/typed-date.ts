/** Reads a date as people type it into a cell or a list; an ambiguous one is asked about and never guessed. */
import { addDays, type CalendarDate, LAST_DAY, weekday } from './calendar-date';
import { type DateReading, MOST_OFFERS, readForm, type TypedDateContext } from './date-forms';
import { withoutTime, withoutWeekday } from './date-marks';
import { inDateNotation, plainText } from './date-notation';
import type { DateProblem } from './date-problem';
import { daysInWords, neighbourOfToday, withPeriodNamed } from './date-words';
import { withFiscalYearNamed } from './fiscal-words';
import { instantOf } from './instant-text';
import { monthsOfBarePart, partOfMonth } from './month-parts';
import { nextSuchDay } from './next-such-day';
import { namedWeek } from './week-words';

type TypedDate = { date: CalendarDate } | DateProblem;

const LONGEST_TEXT = 60;
const NOTHING =
  /^(?:(?:日程|時期)?(?:未(?:定|設定|確定|決定?|記入|入力)?|不明|調整中|検討中|確認中|要(?:確認|調整|相談|検討))|(?:先方)?の?(?:ご?連絡|ご?返事|ご?回答|ご?返答)待ち|後日(?:ご?連絡|調整|設定)?|追って(?:ご?連絡)?|別途(?:ご?連絡|調整)?|保留|on hold|not (?:yet )?set|not yet|to follow|pending|to be (?:confirmed|decided|determined)|な-?し|無し?|該当なし|tb[acd]|n\/?a|n\.a\.?|none|null|nil|unknown|undecided|[-*・]+|0000-00-00|(?:9999|2999)[-/.]12[-/.]31|0?0\/0?0\/0000)$/;

const UNKNOWN: DateProblem = { problem: 'DATE_UNKNOWN', suggestions: [] };

const toConfirm = ({ days, ask }: DateReading): DateReading => ({
  days,
  ask: ask === 'DATE_DOES_NOT_EXIST' ? ask : 'DATE_TO_CONFIRM',
});

/** For each day of a reading the days that are derived from it, such as the week of a day or the end of a month. */
const daysOfEach = (
  { days }: DateReading,
  daysOf: (day: CalendarDate) => readonly CalendarDate[],
): DateReading => ({
  days: days.flatMap((day) => (day === null ? [] : daysOf(day))).slice(0, MOST_OFFERS),
  ask: 'DATE_TO_CONFIRM',
});

const readPartOfMonth = (text: string, context: TypedDateContext): DateReading | null => {
  const part = partOfMonth(withPeriodNamed(text, context.today) ?? text);
  if (part === null) return null;
  const month = part.month.trim();
  const reading = readForm(withPeriodNamed(month, context.today) ?? month, context);
  const firsts = reading?.days.filter((day) => day?.endsWith('-01')) ?? [];
  return firsts.length === 0 ? null : daysOfEach({ days: firsts }, part.daysOf);
};

const readWords = (text: string, context: TypedDateContext): DateReading | null => {
  const { today, fiscalYearStartMonth } = context;
  const ofFiscalYear = withFiscalYearNamed(text, today, fiscalYearStartMonth);
  const named = withPeriodNamed(text, today) ?? ofFiscalYear;
  for (const one of [text, named]) {
    const days = daysInWords(one, today, fiscalYearStartMonth);
    if (days.length > 0) return { days: days.slice(0, MOST_OFFERS), ask: 'DATE_TO_CONFIRM' };
  }
  const bare = monthsOfBarePart(text).map((month) => readPartOfMonth(month, context)?.days ?? []);
  if (bare.length > 0) return { days: bare.flat(), ask: 'DATE_TO_CONFIRM' };
  const week = namedWeek(text);
  const dayOfWeek = week === null ? null : readForm(week.day, context);
  if (week !== null && dayOfWeek !== null) return daysOfEach(dayOfWeek, week.daysOf);
  const part = readPartOfMonth(text, context);
  if (part !== null) return part;
  const reading = named === text ? null : readForm(named, context);
  return reading === null ? null : toConfirm(reading);
};

/** Reads today, yesterday, tomorrow and the like. */
const readNeighbour = (text: string, { today, mayBeOld }: TypedDateContext): DateReading | null => {
  const day = neighbourOfToday(text.replace(/の$/, ''), today);
  if (day === null) return null;
  return mayBeOld === true ? { days: [day], ask: 'DATE_TO_CONFIRM' } : { days: [day] };
};

const readAny = (text: string, context: TypedDateContext): DateReading | null =>
  readForm(text, context) ?? readNeighbour(text, context) ?? readWords(text, context);

/** Matches 1-3 April and April 1-3, 2027 in date notation, to write them as two whole days. */
const DAYS_OF_MONTH =
  /^(?:(\d\d?) ?(?:[-~〜]|to) ?(\d\d?) (\d\d?#.*)|(\d\d?#) ?(\d\d?) ?(?:[-~〜]|to) ?(\d\d?),? (\d{4}))$/;
const twoDays = (...[_whole, a, b, month, front, c, d, year]: string[]): string =>
  month === undefined ? `${front} ${c}, ${year} to ${front} ${d}, ${year}` : `${a} ${month} to ${b} ${month}`;

/** Reads two days, such as 7/15〜7/17, 7/15か16 and 2026/7/15-17: both are suggested. */
const readEither = (text: string, context: TypedDateContext): DateReading | null => {
  const [, first = '', second = ''] = EITHER.exec(text.replace(DAYS_OF_MONTH, twoDays)) ?? [];
  const [left, right] = [first, second].map((one) => withoutWeekday(one).text.replace(ROUGH, ''));
  if (left === undefined || right === undefined || left === '' || right === '') return null;
  // In 4〜5月 the first number takes its unit from the second.
  const unit = /^\d{1,2}$/.test(left) ? (/^\d{1,2}([月日#])/.exec(right)?.[1] ?? '') : '';
  const one = readAny(left + unit, context);
  const day = unit === '' ? /^(\d{1,2})日?$/.exec(right)?.[1] : undefined;
  const another =
    day === undefined ? readAny(right, context) : readAny(left.replace(/\d+(?=日?$)/, day), context);
  if (one === null || another === null) return null;
  return { days: [one, another].flatMap(({ days }) => days.slice(0, 2)), ask: 'DATE_TO_CONFIRM' };
};

const dayAfter = (date: CalendarDate): CalendarDate => (date < LAST_DAY ? addDays(date, 1) : date);

const typedDateOf = (
  { days, ask }: DateReading,
  marked: number | null,
  context: TypedDateContext,
): TypedDate => {
  const found = [...new Set(days.filter((day) => day !== null))];
  if (found.length === 0 || ask === 'DATE_DOES_NOT_EXIST')
    return { problem: 'DATE_DOES_NOT_EXIST', suggestions: found };
  const onWeekday = marked === null ? found : found.filter((day) => weekday(day) === marked);
  const [left, unfit] = onWeekday.length === 0 ? [found, 'DATE_AMBIGUOUS' as const] : [onWeekday, ask];
  const question = unfit ?? (left.length > 1 ? 'DATE_AMBIGUOUS' : undefined);
  const { today, isToCome = false } = context;
  const later = isToCome ? left.filter((day) => day >= today) : left;
  const [only = ''] = later;
  if (question === undefined && only !== '') return { date: only };
  if (later.length > 0) return { problem: question ?? 'DATE_AMBIGUOUS', suggestions: later };
  return {
    problem: question ?? 'DATE_IN_PAST',
    suggestions: [...new Set(left.map((day) => nextSuchDay(day, today)))],
  };
};

/** Reads words after removing a time of day and words of approximation, before a weekday among them is removed as a mere mark. */
const readWithoutMarks = (notation: string, context: TypedDateContext): DateReading | null => {
  const timed = withoutTime(notation);
  if (timed === null || timed.mayBeNextDay) return null;
  const certain = timed.text.replace(ROUGH, '').replace(ROUGH_IN_FRONT, '');
  if (certain === notation) return null;
  const reading = readNeighbour(certain, context) ?? readWords(certain, context);
  return reading === null || certain === timed.text ? reading : toConfirm(reading);
};

const ROUGH =
  /(?: ?(?:頃|ごろ|く?ぐ?らい|位|以降|以後|までに?|迄に?|前後|着|必着|厳守|〆切?|締め?(?:切り?)?|期限|予定日?|見込み?|目途|目処|目安|目標|あたり|辺り|[([](?:予定|見込み?|仮|頃|目安|希望|必着|厳守|締切)[)\]]|仮|\?|~|〜| or later| onwards?| at (?:the )?(?:latest|earliest)))+$/;
const ROUGH_IN_FRONT =
  /^(?:約|およそ|おおよそ|遅くとも|早くて|early as|around|about|approx\.?|circa|ca?\.|by|before|after|from|since|until|till?|on|in|not before|no later than|due|starting|as|[([【]?仮[)\]】]?|[~〜※→・*]) ?/;
/** Words for a recurring day, such as 毎月15日 and every Monday: the next one is meant. */
const RECURRING = /^(?:毎月の?(?=\d|第|最終)|毎(?=月)|毎週の?|every )/;
/** A part of the day, after a day in words or after a date like 4/1. */
const PART_OF_DAY =
  /(?<=[日曜)週末旬明]|\d[/-]\d{1,2}) ?の?(?:午前中?|午後|朝(?:一|イチ)?|昼(?:頃|過ぎ|すぎ)?|夕方|夜|am|pm|終日)$|(?<=[a-z]) (?:morning|afternoon|evening|night)$/;
const EITHER =
  /^(.+?) ?(?:〜|~|から|または|又は|もしくは|及び|および|か|・|、|,|と|&|;| or |(?<=[\d日月])or(?=\d)| to | - |(?<=#) ?(?:\/|-(?= ?\d\d?#))|-(?=\d{1,2}[日月]?$|\d{1,4}[/.]\d|\d{8}$))(?: ?)(.+?)(?:の間|間|まで)?$/;

/**
 * The day that a text means, or why that cannot be told. It understands 2026/4/1 with any separator, 20260401, 2026年4月1日, kanji
 * numerals, eras (R8.4.1, 令和元年5月1日), English months, full-width forms, a weekday or time of day beside the date, spreadsheet day
 * numbers, and today, yesterday, tomorrow. A day without a year, a two-digit year, a month without a day, an hour after midnight and,
 * without `dayOfInstant`, an instant with a zone are ambiguous. Other words are answered with the day that they mean, to be confirmed.
 * Throws only for an invalid context.
 */
export function parseTypedDate(text: string, context: TypedDateContext): TypedDate {
  if (text.trim() === '') return { problem: 'DATE_EMPTY', suggestions: [] };
  if (text.length > LONGEST_TEXT) return UNKNOWN;
  const plain = plainText(text);
  if (plain === '' || NOTHING.test(plain)) return { problem: 'DATE_EMPTY', suggestions: [] };
  const neighbour = readNeighbour(plain, context);
  if (neighbour !== null) return typedDateOf(neighbour, null, { ...context, isToCome: false });
  const instant = context.dayOfInstant === undefined ? null : instantOf(plain);
  if (instant !== null && context.dayOfInstant !== undefined)
    return typedDateOf({ days: [context.dayOfInstant(instant)] }, null, context);
  const notation = inDateNotation(plain).replace(PART_OF_DAY, '');
  const whole = readAny(notation.replace(RECURRING, ''), context) ?? readWithoutMarks(notation, context);
  if (whole !== null) return typedDateOf(whole, null, context);
  const { text: unmarked, marked } = withoutWeekday(notation);
  const timed = withoutTime(unmarked);
  if (timed === null) return UNKNOWN;
  const certain = timed.text.replace(ROUGH, '').replace(ROUGH_IN_FRONT, '');
  const single = readAny(certain, context);
  const reading = single ?? readEither(certain, context);
  if (reading === null) return UNKNOWN;
  if (timed.mayBeNextDay && reading.ask !== 'DATE_DOES_NOT_EXIST') {
    const days = reading.days.flatMap((day) => (day === null ? [] : [day, dayAfter(day)]));
    return typedDateOf({ days, ask: 'DATE_AMBIGUOUS' }, null, context);
  }
  // With two days each may have its own weekday, so the one that was found does not decide.
  return typedDateOf(
    certain === timed.text ? reading : toConfirm(reading),
    single === null ? null : marked,
    context,
  );
}
