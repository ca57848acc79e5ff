/** How a list writes its dates, as its columns tell it: one program has written all of them in the same way. */
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

/** The first year of the days that a spreadsheet counts as numbers. */
export type DateSystem = '1900' | '1904';

/** What a person says of the whole list. */
export interface DateChoice {
  dateOrder?: DateOrder | undefined;
  dateSystem?: DateSystem | undefined;
}

export interface DateWriting {
  /** Null where it is not known. */
  orderOf: (field: DateField) => DateOrder | null;
  /** Null where the numbers of the list may be of either. */
  system: DateSystem | null;
  /** The orders that the columns have told. */
  notes: ListProblem[];
}

const ORDERS = ['ymd', 'mdy', 'dmy'] as const satisfies readonly DateOrder[];
const THREE_NUMBERS = /^(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d?)(?!\d)/;
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
const DAYS_FROM_1900_TO_1904 = 1_462;

/** In which the three numbers are a day; none where the text is written otherwise. */
const possibleOrders = (text: string): readonly DateOrder[] => {
  const [, a, b, c] = (THREE_NUMBERS.exec(plainText(text)) ?? []).map(Number);
  if (a === undefined || b === undefined || c === undefined) return [];
  const year = c > 99 ? c : 2000 + c;
  return ORDERS.filter((order) => {
    if (order === 'ymd') return c <= 31 && calendarDateOf(2000 + a, b, c) !== null;
    return calendarDateOf(year, order === 'mdy' ? a : b, order === 'mdy' ? b : a) !== null;
  });
};

/** The one order in which every date of the column is a day, with the first that proves it. */
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

/** Read from 1900, the newest number of the column lies years back; read from 1904 it is where such a date belongs. */
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

/** What the person has chosen comes first, then what the columns prove. */
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

/** A day as the number that spreadsheets have for it. */
export const isSerial = (text: string): boolean => SERIAL.test(plainText(text));
