/** The one way from an instant to the team's calendar day and time. */
import { DateTime, IANAZone } from 'luxon';
import type { CalendarDate } from './domain/calendar/calendar-date';

/** Gives the present instant; passed in wherever time matters, so that it can be set. */
export type Clock = () => Date;

/**
 * The day that it is in the zone at that instant. The zone is an IANA name (`Asia/Tokyo`); the host's zone is never
 * used. Throws a RangeError for a zone that does not exist and for an invalid Date.
 */
export function dateIn(zone: string, instant: Date): CalendarDate {
  return localTime(zone, instant).toISODate();
}

/** Day and time of day in the zone at that instant, as in `2026-07-01 07:00`. Throws as `dateIn` does. */
export function minuteIn(zone: string, instant: Date): string {
  return localTime(zone, instant).toFormat('yyyy-MM-dd HH:mm');
}

/** The first instant of the day in the zone: midnight, or later where clocks go forward then. Throws as `dateIn` does. */
export function startOfDay(zone: string, date: CalendarDate): Date {
  const start = DateTime.fromISO(date, { zone: knownZone(zone) }).startOf('day');
  if (!start.isValid) throw new RangeError('Invalid date');
  return start.toJSDate();
}

function knownZone(zone: string): IANAZone {
  const ianaZone = IANAZone.create(zone);
  if (!ianaZone.isValid) throw new RangeError(`Unknown time zone: ${zone}`);
  return ianaZone;
}

function localTime(zone: string, instant: Date): DateTime<true> {
  const time = DateTime.fromJSDate(instant, { zone: knownZone(zone) });
  if (!time.isValid) throw new RangeError('Invalid instant');
  return time;
}
