/** Spreadsheet day numbers, counted from 1899-12-30, so that 1900-01-01, the first day of a `CalendarDate`, is 2. */
import { addDays, type CalendarDate, daysBetween } from './calendar-date';

const FIRST_DAY = '1900-01-01';
const SERIAL_OF_FIRST_DAY = 2;

export const sheetSerial = (date: CalendarDate): number => SERIAL_OF_FIRST_DAY + daysBetween(FIRST_DAY, date);

const LAST_SERIAL = sheetSerial('2199-12-31');

/** Null for anything but a whole day of 1900 to 2199. */
export const dateOfSheetSerial = (value: unknown): CalendarDate | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= SERIAL_OF_FIRST_DAY && value <= LAST_SERIAL
    ? addDays(FIRST_DAY, value - SERIAL_OF_FIRST_DAY)
    : null;
