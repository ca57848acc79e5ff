/** The one way from an instant to the team's calendar day. */
import { DateTime, IANAZone } from 'luxon';
import type { CalendarDate } from './domain/calendar/calendar-date';

/** Gives the present instant; passed in wherever time matters, so that it can be set. */
export type Clock = () => Date;

/**
 * The day that it is in the zone at that instant. The zone is an IANA name (`Asia/Tokyo`); the host's zone is never
 * used. Throws a RangeError for a zone that does not exist and for an invalid Date.
 */
export function dateIn(zone: string, instant: Date): CalendarDate {
  const known = IANAZone.create(zone);
  if (!known.isValid) throw new RangeError(`Unknown time zone: ${zone}`);
  const date = DateTime.fromJSDate(instant, { zone: known }).toISODate();
  if (date === null) throw new RangeError('Invalid instant');
  return date;
}
