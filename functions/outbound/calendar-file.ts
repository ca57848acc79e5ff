/**
 * A calendar as calendar programs subscribe to it (RFC 5545); the only importer of ical-generator.
 * Not verified against Google: how Google Calendar and Thunderbird show the file; a test holds it against RFC 5545.
 */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date';
import type { CalendarEntry } from '../domain/digest/calendar-entries';

export interface CalendarHead {
  name: string;
  /** IANA zone that the days are meant in. */
  zone: string;
}

/** How often a program should ask again, in seconds. */
const REFRESH_SECONDS = 6 * 60 * 60;

/** An instant that reads as the day, wherever the functions run. */
const midnight = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`);

/** The same entries give the same bytes. A whole day ends on the next one, which it does not include. */
export const calendarFile = ({ name, zone }: CalendarHead, entries: readonly CalendarEntry[]): string =>
  ical({
    name,
    prodId: '//Hachi//Checks and revisits//EN',
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    x: { 'X-WR-TIMEZONE': zone },
    events: entries.map(({ id, date, title, description, link, sequence, since }) => ({
      id,
      sequence,
      stamp: midnight(since),
      start: midnight(date),
      end: midnight(addDays(date, 1)),
      allDay: true,
      summary: title,
      description: [description, link ?? ''].filter((part) => part !== '').join('\n'),
      ...(link === null ? {} : { url: link }),
      // A day with a check is not a day without time.
      transparency: ICalEventTransparency.TRANSPARENT,
    })),
  }).toString();
