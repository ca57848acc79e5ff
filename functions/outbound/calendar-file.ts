/**
 * A calendar as calendar programs subscribe to it (RFC 5545); the only importer of ical-generator.
 * Not verified against Google: how Google Calendar and Thunderbird show the file; a test holds it against RFC 5545.
 */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date';
import type { CalendarEntry } from '../domain/digest/calendar-entries';

/** How often a program should ask again, in seconds. */
const REFRESH_SECONDS = 6 * 60 * 60;

/** Midnight in UTC, which the file's writer takes for that day wherever the functions run. */
const midnight = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`);

/** The same entries give the same bytes. A whole day ends on the next one, which it does not include; the last line ends, too. */
export const calendarFile = (name: string, entries: readonly CalendarEntry[]): string =>
  `${ical({
    name,
    prodId: '//Hachi//Checks and revisits//EN',
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
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
      // A check does not make its owner busy on that day.
      transparency: ICalEventTransparency.TRANSPARENT,
    })),
  }).toString()}\r\n`;
