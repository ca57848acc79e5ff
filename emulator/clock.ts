/**
 * The local suite's clock: the real time, or a time that somebody has set and that runs on from there. It is the real time again at
 * the next start, as Firestore and the spreadsheets are what people made and the clock is how they look at it: the making of the
 * demonstration sets it, too, and may be killed.
 */
import { DateTime } from 'luxon';
import type { Clock } from '../functions/clock';
import { suiteProblem } from './problems/suite-problem';

export interface LocalClock {
  now: Clock;
  /** Null sets it back to the real time. Throws CLOCK_OUT_OF_RANGE. */
  set(instant: Date | null): void;
  /** Whether it shows another time than the real one. */
  isSet(): boolean;
  /** The listener is called whenever the clock has been set. */
  onSet(listener: () => void): void;
}

/**
 * The days to which it can be set. The jobs count a year and more back and ahead, in days of 1900 to 2199; above all they
 * need the public holidays, which are known to the end of 2050.
 */
export const CLOCK_RANGE = { first: '2000-01-01', last: '2049-12-31' } as const;

/** From the beginning of the first day to the end of the last one, wherever on earth it is. */
const isInRange = (instant: Date): boolean =>
  instant >= new Date(`${CLOCK_RANGE.first}T00:00:00+14:00`) &&
  instant < new Date(`${CLOCK_RANGE.last}T24:00:00-12:00`);

export const startClock = (): LocalClock => {
  let offset = 0;
  const listeners: (() => void)[] = [];
  return {
    now: () => new Date(Date.now() + offset),
    set: (instant) => {
      if (instant !== null && !isInRange(instant))
        throw suiteProblem('CLOCK_OUT_OF_RANGE', CLOCK_RANGE.first, CLOCK_RANGE.last);
      offset = instant === null ? 0 : instant.getTime() - Date.now();
      for (const listener of listeners) listener();
    },
    isSet: () => offset !== 0,
    onSet: (listener) => {
      listeners.push(listener);
    },
  };
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** ISO 8601; without an offset it is a time of the zone. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/**
 * Parses an instant or a day of the IANA zone, of which it takes nine in the morning. Throws CLOCK_OUT_OF_RANGE for a day of the zone
 * that the clock does not take, CLOCK_MALFORMED for anything else.
 */
export function parseInstant(typed: string, zone: string): Date {
  const isDay = DAY.test(typed);
  const instant = DateTime.fromISO(isDay ? `${typed}T09:00:00` : typed, { zone });
  if (!instant.isValid || !(isDay || INSTANT.test(typed)))
    throw suiteProblem('CLOCK_MALFORMED', typed.slice(0, 100));
  const day = instant.toISODate();
  if (day < CLOCK_RANGE.first || day > CLOCK_RANGE.last)
    throw suiteProblem('CLOCK_OUT_OF_RANGE', CLOCK_RANGE.first, CLOCK_RANGE.last);
  return instant.toJSDate();
}
