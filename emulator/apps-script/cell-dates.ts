/** Converts dates of cells, which have no time zone, from and to instants, in the spreadsheet's zone. */
import { instantAt, wallClock } from './time-zone';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** In milliseconds since 1970, rounded to the millisecond. */
export const instantOfSerial = (serial: number, zone: string): number =>
  instantAt(EPOCH + Math.round(serial * DAY), zone);

export const serialOfInstant = (instant: number, zone: string): number =>
  (wallClock(instant, zone) - EPOCH) / DAY;

export const isMidnight = (instant: number, zone: string): boolean => wallClock(instant, zone) % DAY === 0;
