/** How a list writes its dates, derived from its columns: one program has written all of them. */
import { addMonths, type CalendarDate, calendarDateOf } from '../domain/calendar/calendar-date';
import type { DateOrder } from '../domain/calendar/date-forms';
import { plainText } from '../domain/calendar/date-notation';
import { dateOfSheetSerial } from '../domain/calendar/sheet-date';
import type { ListRow } from './company-list';
import type { ListField } from './list-headers';
import { type ListProblem, listProblem } from './list-problems';

/** The columns of a list that hold days. */
const DATE_FIELDS = [
  'lastContact',
  'nextCheck',
  'productSince',
  'productEnd',
  'meetingDate',
  'lostDate',
  'revisitDate',
  'statusSince',
] as const satisfies readonly ListField[];
export type DateField = (typeof DATE_FIELDS)[number];

/** The year from which a spreadsheet counts its days. */
export type DateSystem = '1900' | '1904';

/** A person's choice for the whole list. */
export interface DateChoice {
  dateOrder?: DateOrder | undefined;
  dateSystem?: DateSystem | undefined;
}

export interface DateWriting {
  /** Null where the order is not known. */
  orderOf: (field: DateField) => DateOrder | null;
  /** Null where the list's numbers may count from either year. */
  system: DateSystem | null;
  /** Notes about the orders that were derived. */
  notes: ListProblem[];
}

const ORDERS = ['ymd', 'mdy', 'dmy'] as const satisfies readonly DateOrder[];
const THREE_NUMBERS = /^(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d?)(?!\d)/;
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
const DAYS_FROM_1900_TO_1904 = 1_462;

/** Orders in which the three numbers are a date; empty where the text is written otherwise. */
const possibleOrders = (text: string): readonly DateOrder[] => {
  const [, a, b, c] = (THREE_NUMBERS.exec(plainText(text)) ?? []).map(Number);
  if (a === undefined || b === undefined || c === undefined) return [];
  const year = c > 99 ? c : 2000 + c;
  return ORDERS.filter((order) => {
    if (order === 'ymd') return c <= 31 && calendarDateOf(2000 + a, b, c) !== null;
    return calendarDateOf(year, order === 'mdy' ? a : b, order === 'mdy' ? b : a) !== null;
  });
};

/** The only order in which every date of the column exists, with the first date that proves it. */
const orderOfColumn = (values: readonly { line: number; text: string }[]) => {
  let orders: readonly DateOrder[] = ORDERS;
  let proof: { line: number; text: string } | null = null;
  for (const value of values) {
    const possible = possibleOrders(value.text);
    if (possible.length === 0) continue;
    if (proof === null && possible.length === 1) proof = value;
    orders = orders.filter((order) => possible.includes(order));
  }
  const [order] = orders;
  return orders.length === 1 && order !== undefined && proof !== null ? { order, proof } : null;
};

/** Whether the column's newest number fits the field when counted from 1904, and lies years back when counted from 1900. */
const seemsFrom1904 = (field: DateField, newest: number, today: CalendarDate): boolean => {
  const from1900 = dateOfSheetSerial(newest) ?? today;
  const from1904 = dateOfSheetSerial(newest + DAYS_FROM_1900_TO_1904) ?? today;
  if (field === 'nextCheck' || field === 'revisitDate')
    return (
      from1900 < addMonths(today, -12) &&
      from1904 >= addMonths(today, -12) &&
      from1904 <= addMonths(today, 24)
    );
  return field !== 'productSince' && from1900 < addMonths(today, -36) && from1904 <= today;
};

const newestSerial = (texts: readonly string[]): number | null => {
  const serials = texts.map(plainText).filter((text) => SERIAL.test(text));
  return serials.length === 0 ? null : Math.floor(serials.map(Number).reduce((a, b) => Math.max(a, b)));
};

/** A person's choice takes precedence over what the columns prove. */
export const dateWritingOf = (
  rows: readonly ListRow[],
  { dateOrder, dateSystem }: DateChoice,
  today: CalendarDate,
): DateWriting => {
  const notes: ListProblem[] = [];
  const orders = new Map<DateField, DateOrder>();
  let mayBeFrom1904 = false;
  for (const field of DATE_FIELDS) {
    const values = rows.flatMap(({ line, values: { [field]: text } }) =>
      text === undefined ? [] : { line, text },
    );
    const found = dateOrder === undefined ? orderOfColumn(values) : null;
    if (found !== null && found.order !== 'ymd') {
      orders.set(field, found.order);
      const { line, text } = found.proof;
      notes.push(listProblem(line, 'DATE_ORDER_READ', `${field}: ${found.order} (${text.slice(0, 60)})`));
    }
    const newest = newestSerial(values.map(({ text }) => text));
    mayBeFrom1904 ||= newest !== null && seemsFrom1904(field, newest, today);
  }
  return {
    orderOf: (field) => dateOrder ?? orders.get(field) ?? null,
    system: dateSystem ?? (mayBeFrom1904 ? null : '1900'),
    notes,
  };
};

/** Whether the text is a spreadsheet's day number. */
export const isSerial = (text: string): boolean => SERIAL.test(plainText(text));

/** Days as numbers, and words for them: 来週, 未定, next Monday. */
const DAY =
  /\d{4}|\d\s*[/.月-]\s*\d|^\d{5}$|^\d+月[末初頭]?$|[上中下]旬|^(?:[今来翌再先昨本明年次].{0,6}|未定|なし|[-―ー]|tbd|n\/a|(?:next|last) .*|today|tomorrow|yesterday)$|^\w{3,9}\.? \d/i;

/** Whether a column holds days rather than words of what is to be done. */
export const areMostlyDays = (cells: readonly string[]): boolean => {
  const values = cells.filter((cell) => cell !== '');
  return values.filter((value) => DAY.test(plainText(value))).length * 2 >= values.length;
};
