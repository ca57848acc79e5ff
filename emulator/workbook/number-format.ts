/**
 * The display of numbers. Emulated: `0 # , . % E+00`, literals ("…", \x and plain characters), sections separated by `;`,
 * and the date letters y m d h s with AM/PM. Not emulated: fractions, colours, conditions in brackets, elapsed time, month
 * names in other languages than Japanese and English.
 * Not verified against Google: formats that no recorded call shows.
 */
import { type DateParts, datePartsOf } from './date-serial';
import type { NumberFormat } from './model';

const DATE_TYPES = new Set(['DATE', 'TIME', 'DATE_TIME']);

export const isDateFormat = (format: NumberFormat | undefined): boolean =>
  format?.type != null && DATE_TYPES.has(format.type);

export function formatNumber(value: number, format: NumberFormat | undefined, locale: string): string {
  const type = format?.type ?? 'NUMBER_FORMAT_TYPE_UNSPECIFIED';
  if (type === 'TEXT') return general(value);
  const pattern = format?.pattern || defaultPattern(type, locale);
  if (!pattern) return general(value);
  return DATE_TYPES.has(type) ? formatDate(value, pattern, locale) : formatDecimal(value, pattern);
}

function defaultPattern(type: string, locale: string): string | undefined {
  const date = locale.startsWith('ja') ? 'yyyy/mm/dd' : 'm/d/yyyy';
  switch (type) {
    case 'NUMBER':
      return '#,##0.00';
    case 'PERCENT':
      return '0.00%';
    case 'CURRENCY':
      return locale.startsWith('ja') ? '[$¥-411]#,##0' : '$#,##0.00';
    case 'SCIENTIFIC':
      return '0.00E+00';
    case 'DATE':
      return date;
    case 'TIME':
      return 'h:mm:ss';
    case 'DATE_TIME':
      return `${date} h:mm:ss`;
    default:
      return undefined;
  }
}

/** The automatic format: ten significant digits. */
function general(value: number): string {
  if (Math.abs(value) >= 1e15) {
    return value
      .toExponential(5)
      .toUpperCase()
      .replace(/\.?0+E/, 'E');
  }
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(10))).replace('e', 'E');
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DATE_TOKEN = /"[^"]*"|\\.|y+|m+|d+|h+|s+|am\/pm|a\/p|[^ymdhsa"\\]|./gi;

function formatDate(serial: number, pattern: string, locale: string): string {
  const parts = datePartsOf(serial);
  const tokens = pattern.match(DATE_TOKEN) ?? [];
  const letters = tokens.map((token) => (/^[ymdhs]/i.test(token) ? (token[0] ?? '').toLowerCase() : ''));
  const twelve = tokens.some((token) => /^a(m\/p)?/i.test(token) && token.length > 1);
  return tokens
    .map((token, index) => {
      if (letters[index] !== 'm') return dateToken(token, parts, twelve, locale);
      const before = letters.slice(0, index).findLast((letter) => letter !== '');
      const after = letters.slice(index + 1).find((letter) => letter !== '');
      return before === 'h' || after === 's' ? pad(parts.minute, token.length) : month(token, parts, locale);
    })
    .join('');
}

function dateToken(token: string, parts: DateParts, twelve: boolean, locale: string): string {
  const length = token.length;
  switch ((token[0] ?? '').toLowerCase()) {
    case '"':
      return token.slice(1, -1);
    case '\\':
      return token.slice(1);
    case 'y':
      return length <= 2 ? pad(parts.year % 100, 2) : pad(parts.year, 4);
    case 'd':
      return length <= 2 ? pad(parts.day, length) : weekday(parts.weekday, length, locale);
    case 'h':
      return pad(twelve ? parts.hour % 12 || 12 : parts.hour, length);
    case 's':
      return pad(parts.second, length);
    case 'a':
      return length > 1 ? (parts.hour < 12 ? 'AM' : 'PM') : token;
    default:
      return token;
  }
}

function month(token: string, parts: DateParts, locale: string): string {
  if (token.length <= 2) return pad(parts.month, token.length);
  if (locale.startsWith('ja')) return `${parts.month}月`;
  const name = MONTHS[parts.month - 1] ?? '';
  return token.length === 3 ? name.slice(0, 3) : name;
}

function weekday(day: number, length: number, locale: string): string {
  if (locale.startsWith('ja')) return `${'日月火水木金土'[day]}${length === 3 ? '' : '曜日'}`;
  const name = DAYS[day] ?? '';
  return length === 3 ? name.slice(0, 3) : name;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

const DIGITS = /[#0?][#0?,]*(?:\.[#0?]*)?(?:E\+0+)?|\.[#0?]+/i;

function formatDecimal(value: number, pattern: string): string {
  const sections = splitOutsideQuotes(pattern);
  const negative = value < 0 && sections.length > 1;
  const section = (negative ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? '';
  const literals: string[] = [];
  const bare = section
    .replaceAll(/\[\$([^\]-]*)(?:-[^\]]*)?\]|"([^"]*)"|\\(.)/g, (_, symbol, quoted, escaped) => {
      literals.push(symbol ?? quoted ?? escaped);
      return '\u0000';
    })
    .replaceAll(/\[[^\]]*\]|_./g, '');
  const absolute = Math.abs(value) * (bare.includes('%') ? 100 : 1);
  const text = bare.replace('@', general(value)).replace(DIGITS, (digits) => decimal(absolute, digits));
  const sign = value < 0 && !negative ? '-' : '';
  return sign + text.replaceAll('\u0000', () => literals.shift() ?? '');
}

function splitOutsideQuotes(pattern: string): string[] {
  return (pattern.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? [pattern]).slice(0, 4);
}

function decimal(value: number, digits: string): string {
  const exponent = /E\+(0+)$/i.exec(digits);
  const [whole = '', fraction = ''] = digits.replace(/E\+0+$/i, '').split('.');
  if (exponent) {
    const [mantissa = '', power = ''] = value.toExponential(fraction.length).split('e');
    const size = (exponent[1] ?? '').length;
    return `${mantissa}E${power.startsWith('-') ? '-' : '+'}${power.slice(1).padStart(size, '0')}`;
  }
  const [integer = '', decimals = ''] = value.toFixed(fraction.length).split('.');
  const required = fraction.replaceAll('#', '').length;
  const shown = decimals.slice(0, required) + decimals.slice(required).replace(/0+$/, '');
  const least = whole.replaceAll(/[^0]/g, '').length;
  const padded = integer === '0' && least === 0 ? '' : integer.padStart(least, '0');
  const grouped = whole.includes(',') ? padded.replaceAll(/\B(?=(\d{3})+$)/g, ',') : padded;
  return shown ? `${grouped}.${shown}` : grouped;
}
