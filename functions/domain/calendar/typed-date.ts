/** Reads a date as people type it into a cell or a list; what could be two days is asked back, never guessed. */
import { addDays, type CalendarDate, LAST_DAY, weekday } from './calendar-date';
import { type DateReading, MOST_OFFERS, readForm, type TypedDateContext } from './date-forms';
import { withoutTime, withoutWeekday } from './date-marks';
import { inDateNotation, plainText } from './date-notation';
import type { DateProblem } from './date-problem';
import { daysInWords, neighbourOfToday, partOfMonth, withPeriodNamed } from './date-words';
import { instantOf } from './instant-text';
import { nextSuchDay } from './next-such-day';

type TypedDate = { date: CalendarDate } | DateProblem;

const LONGEST_TEXT = 60;
const NOTHING =
  /^(?:(?:日程|時期)?(?:未(?:定|設定|確定|決定?|記入|入力)?|不明|調整中|検討中|確認中|要(?:確認|調整|相談|検討))|保留|pending|to be (?:confirmed|decided|determined)|な-?し|無し?|該当なし|tb[acd]|n\/?a|n\.a\.?|none|null|nil|unknown|undecided|[-*・]+|0000-00-00|0?0\/0?0\/0000)$/;

const UNKNOWN: DateProblem = { problem: 'DATE_UNKNOWN', suggestions: [] };

const toConfirm = ({ days, ask }: DateReading): DateReading => ({
  days,
  ask: ask === 'DATE_DOES_NOT_EXIST' ? ask : 'DATE_TO_CONFIRM',
});

const readWords = (text: string, context: TypedDateContext): DateReading | null => {
  const { today, fiscalYearStartMonth } = context;
  const words = daysInWords(text, today, fiscalYearStartMonth);
  if (words.length > 0) return { days: words, ask: 'DATE_TO_CONFIRM' };
  const part = partOfMonth(withPeriodNamed(text, today) ?? text);
  const written = part?.month.trim() ?? text;
  const named = withPeriodNamed(written, today) ?? written;
  const reading = readForm(named, context);
  if (reading === null || (part === null && named === text)) return null;
  if (part === null) return toConfirm(reading);
  const firsts = reading.days.filter((day) => day !== null && day.slice(8) === '01');
  return {
    days: firsts.flatMap((day) => (day === null ? [] : part.daysOf(day))).slice(0, MOST_OFFERS),
    ask: 'DATE_TO_CONFIRM',
  };
};

/** Two days, as 7/15〜7/17, 7/15か16 and 2026/7/15-17: both are offered. */
const readEither = (text: string, context: TypedDateContext): DateReading | null => {
  const [, first = '', second = ''] = EITHER.exec(text) ?? [];
  const [left, right] = [first, second].map((one) => withoutWeekday(one).text.replace(ROUGH, ''));
  if (left === undefined || right === undefined || left === '' || right === '') return null;
  const one = readForm(left, context) ?? readWords(left, context);
  const day = /^(\d{1,2})日?$/.exec(right)?.[1];
  const another =
    day === undefined
      ? (readForm(right, context) ?? readWords(right, context))
      : readForm(left.replace(/\d+(?=日?$)/, day), context);
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

const ROUGH =
  / ?(?:頃|ごろ|く?ぐ?らい|位|以降|以後|までに?|予定|見込み?|目途|目処|あたり|辺り|[([](?:予定|見込み?|仮|頃|目安|希望)[)\]]|仮|\?|~|〜)$/;
const ROUGH_IN_FRONT =
  /^(?:約|およそ|おおよそ|遅くとも|早くて|early as|around|about|approx\.?|by|before|after|~|〜) ?/;
/** Of a day that is said in words. */
const PART_OF_DAY =
  /(?<=[日曜)週末旬明]) ?の?(?:午前中?|午後|朝(?:一|イチ)?|昼(?:頃|過ぎ|すぎ)?|夕方|夜|am|pm|終日)$/;
const EITHER =
  /^(.+?) ?(?:〜|~|から|または|又は|もしくは|及び|および|か|・|、| or | to | - |-(?=\d{1,2}日?$|\d{1,4}[/.]\d))(?: ?)(.+?)(?:の間|間|まで)?$/;

/**
 * The day that a text means, or why it cannot be told. Understood are 2026/4/1 with any separator, 20260401,
 * 2026年4月1日, kanji numerals, eras (R8.4.1, 令和元年5月1日), English months, full-width forms, a weekday and a time
 * of day beside it, spreadsheet serials as number text, and today and its neighbours. A day without a year, a
 * two-digit year, a month without a day, an hour past midnight and, without `dayOfInstant`, an instant with a zone are ambiguous; what is said
 * in other words comes with the day that they mean, to be confirmed. Throws only for a bad context.
 */
export function parseTypedDate(text: string, context: TypedDateContext): TypedDate {
  if (text.trim() === '') return { problem: 'DATE_EMPTY', suggestions: [] };
  if (text.length > LONGEST_TEXT) return UNKNOWN;
  const plain = plainText(text);
  if (plain === '' || NOTHING.test(plain)) return { problem: 'DATE_EMPTY', suggestions: [] };
  const neighbour = neighbourOfToday(plain, context.today);
  if (neighbour !== null)
    return context.mayBeOld === true
      ? { problem: 'DATE_TO_CONFIRM', suggestions: [neighbour] }
      : { date: neighbour };

  const instant = context.dayOfInstant === undefined ? null : instantOf(plain);
  if (instant !== null && context.dayOfInstant !== undefined)
    return typedDateOf({ days: [context.dayOfInstant(instant)] }, null, context);
  const notation = inDateNotation(plain).replace(PART_OF_DAY, '');
  const whole = readForm(notation, context) ?? readWords(notation, context);
  if (whole !== null) return typedDateOf(whole, null, context);
  const { text: unmarked, marked } = withoutWeekday(notation);
  const timed = withoutTime(unmarked);
  if (timed === null) return UNKNOWN;
  const certain = timed.text.replace(ROUGH, '').replace(ROUGH_IN_FRONT, '');
  const reading = readForm(certain, context) ?? readWords(certain, context) ?? readEither(certain, context);
  if (reading === null) return UNKNOWN;
  if (timed.mayBeNextDay && reading.ask !== 'DATE_DOES_NOT_EXIST') {
    const days = reading.days.flatMap((day) => (day === null ? [] : [day, dayAfter(day)]));
    return typedDateOf({ days, ask: 'DATE_AMBIGUOUS' }, null, context);
  }
  return typedDateOf(certain === timed.text ? reading : toConfirm(reading), marked, context);
}
