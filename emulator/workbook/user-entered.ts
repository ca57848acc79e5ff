/**
 * Parses a text as if it were typed into a cell: number, percentage, money, date, time, boolean, formula, or text.
 * Not verified against Google: what Sheets takes a typed text for, beyond the recorded calls; and that a cell whose format is text
 * keeps `=…` as text. Not verified against Google: a day without a year, which Google takes for one of this year and which stays a
 * text here.
 */
import { dateSerialOf } from './date-serial';
import type { ExtendedValue, NumberFormat } from './model';

interface UserEntered {
  value: ExtendedValue;
  /** The format that the cell gets, if it has none. */
  numberFormat?: NumberFormat;
}

const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+|(?<=\d)\.)?(?:e[-+]?\d+)?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:\s+(\S+))?$/;
const YEAR_LAST = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?:\s+(\S+))?$/;
const SHORT_YEAR_LAST = /^(\d{1,2})([-/])(\d{1,2})\2([0-2]\d)$/;
const JAPANESE_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const MONTH_FIRST = /^([a-z]{3,9}) (\d{1,2}), (\d{4})$/i;
const DAY_FIRST = /^(\d{1,2})([- ])([a-z]{3,9})\2(\d{4})$/i;
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])m)?$/i;

export function parseUserEntered(text: string, locale: string): UserEntered {
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: trimmed.toLowerCase() === 'true' } };
  return (
    parseNumber(trimmed) ??
    parseMoney(trimmed) ??
    parseDate(trimmed, locale) ??
    parseDateInWords(trimmed, locale) ??
    parseTime(trimmed) ?? { value: { stringValue: text } }
  );
}

function parsePlainNumber(text: string): number | undefined {
  return /\d/.test(text) && NUMBER.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

function parseNumber(text: string): UserEntered | undefined {
  if (text.endsWith('%')) {
    const percent = parsePlainNumber(text.slice(0, -1));
    if (percent === undefined) return undefined;
    const pattern = text.includes('.') ? '0.00%' : '0%';
    return { value: { numberValue: percent / 100 }, numberFormat: { type: 'PERCENT', pattern } };
  }
  const value = parsePlainNumber(text);
  if (value === undefined) return undefined;
  if (/e/i.test(text))
    return { value: { numberValue: value }, numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  const grouped = { type: 'NUMBER', pattern: text.includes('.') ? '#,##0.00' : '#,##0' };
  return { value: { numberValue: value }, ...(text.includes(',') ? { numberFormat: grouped } : {}) };
}

function parseMoney(text: string): UserEntered | undefined {
  const match = /^(-?)([$¥￥])(.+)$/.exec(text);
  const value = parsePlainNumber(match?.[3] ?? '');
  if (!match || value === undefined) return undefined;
  const pattern = `${match[2]}#,##0${text.includes('.') ? '.00' : ''}`;
  return {
    value: { numberValue: match[1] ? -value : value },
    numberFormat: { type: 'CURRENCY', pattern },
  };
}

function parseDate(text: string, locale: string): UserEntered | undefined {
  const first = YEAR_FIRST.exec(text);
  const last = first || locale.startsWith('ja') ? null : YEAR_LAST.exec(text);
  const match = first ?? last;
  if (!match) return undefined;
  const [, a = '', separator = '', b = '', c = '', clock] = match;
  const [year, month, day] = first ? [a, b, c] : [c, a, b];
  const seconds = clock === undefined ? 0 : parseTimeOfDay(clock);
  if (seconds === undefined) return undefined;
  const serial = dateSerialOf(Number(year), Number(month), Number(day), seconds);
  if (serial === undefined) return undefined;
  const [m, d] = ['m'.repeat(month.length), 'd'.repeat(day.length)];
  const days = first ? ['yyyy', m, d].join(separator) : [m, d, 'yyyy'].join(separator);
  const numberFormat = clock
    ? { type: 'DATE_TIME', pattern: `${days} h:mm:ss` }
    : { type: 'DATE', pattern: days };
  return { value: { numberValue: serial }, numberFormat };
}

/** With the names of months, with 年, or with two digits of the year. */
function parseDateInWords(text: string, locale: string): UserEntered | undefined {
  const japanese = locale.startsWith('ja') ? JAPANESE_DAY.exec(text) : null;
  if (japanese) {
    const [, y = '', m = '', d = ''] = japanese;
    return dayOf([y, m, d], `yyyy"年"${letters('m', m)}"月"${letters('d', d)}"日"`);
  }
  if (locale.startsWith('ja')) return undefined;
  const short = SHORT_YEAR_LAST.exec(text);
  if (short) {
    const [, m = '', separator = '', d = '', y = ''] = short;
    return dayOf([`20${y}`, m, d], [letters('m', m), letters('d', d), 'yy'].join(separator));
  }
  const [, monthBefore = '', dayBehind = '', yearLast = ''] = MONTH_FIRST.exec(text) ?? [];
  if (monthBefore !== '')
    return dayOf(
      [yearLast, monthNumber(monthBefore), dayBehind],
      `${monthLetters(monthBefore)} ${letters('d', dayBehind)}, yyyy`,
    );
  const [, day = '', separator = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  return day === ''
    ? undefined
    : dayOf(
        [year, monthNumber(month), day],
        [letters('d', day), monthLetters(month), 'yyyy'].join(separator),
      );
}

const letters = (letter: 'm' | 'd', digits: string): string => letter.repeat(digits.length);
const monthLetters = (name: string): string => (name.length === 3 ? 'mmm' : 'mmmm');

/** From 1, by its name or the first three letters of that; 0 for any other word. */
const monthNumber = (name: string): number =>
  MONTHS.findIndex((month) => [month, month.slice(0, 3)].includes(name.toLowerCase())) + 1;

function dayOf(
  [year, month, day]: readonly [string, string | number, string],
  pattern: string,
): UserEntered | undefined {
  const numberValue = dateSerialOf(Number(year), Number(month), Number(day), 0);
  return numberValue === undefined
    ? undefined
    : { value: { numberValue }, numberFormat: { type: 'DATE', pattern } };
}

function parseTime(text: string): UserEntered | undefined {
  const seconds = parseTimeOfDay(text);
  if (seconds === undefined) return undefined;
  const pattern = `${text.split(':').length === 3 ? 'h:mm:ss' : 'h:mm'}${/m$/i.test(text) ? ' am/pm' : ''}`;
  return { value: { numberValue: seconds / 86_400 }, numberFormat: { type: 'TIME', pattern } };
}

function parseTimeOfDay(clock: string): number | undefined {
  const match = TIME.exec(clock);
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const half = match[4]?.toLowerCase();
  if (minute > 59 || second > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  return (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 3600 + minute * 60 + second;
}
