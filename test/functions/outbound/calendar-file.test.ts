/** What a calendar program asks of a feed: RFC 5545, read back by a reader of its own. */
import type { CalendarEntry } from '../../../functions/domain/digest/calendar-entries';
import { calendarFile } from '../../../functions/outbound/calendar-file';
import { readCalendarFile } from './read-calendar-file';

const NAME = 'Hachi 佐藤';
const LINK = `https://functions.example/open?account=a_1&signature=${'x'.repeat(120)}`;
const anEntry = (over: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'check-a_1@hachi',
  date: '2026-07-31',
  title: '四半期チェック: 株式会社甲; 乙, 丙\\丁',
  description: '来期の予算',
  link: LINK,
  sequence: 7,
  since: '2026-04-02',
  ...over,
});

test('a check is a whole day, which ends before the next one, and never makes its owner busy', () => {
  const { calendar, events } = readCalendarFile(calendarFile(NAME, [anEntry()]));
  expect(calendar).toMatchObject({
    VERSION: '2.0',
    METHOD: 'PUBLISH',
    'X-WR-CALNAME': 'Hachi 佐藤',
    PRODID: expect.stringContaining('Hachi'),
    'REFRESH-INTERVAL;VALUE=DURATION': 'PT6H',
  });
  expect(events).toEqual([
    expect.objectContaining({
      UID: 'check-a_1@hachi',
      SEQUENCE: '7',
      DTSTAMP: '20260402T000000Z',
      'DTSTART;VALUE=DATE': '20260731',
      'DTEND;VALUE=DATE': '20260801',
      SUMMARY: '四半期チェック: 株式会社甲; 乙, 丙\\丁',
      DESCRIPTION: `来期の予算\n${LINK}`,
      'URL;VALUE=URI': LINK,
      TRANSP: 'TRANSPARENT',
    }),
  ]);
});

test('the same entries give the same bytes, at any time; the days are the same wherever the functions run', () => {
  const entries = [anEntry(), anEntry({ id: 'revisit-a_2@hachi', date: '2026-12-31' })];
  const file = calendarFile(NAME, entries);
  // No instant but those of the entries: nothing says when the file was made.
  expect(new Set(file.match(/\d{8}T\d{6}Z?/g))).toEqual(new Set(['20260402T000000Z']));
  expect(readCalendarFile(file).events.map((event) => event['DTEND;VALUE=DATE'])).toEqual([
    '20260801',
    '20270101',
  ]);
});

test('lines end with CRLF and are folded at 75 bytes between characters; an empty calendar is one, too', () => {
  const long = anEntry({
    title: '𠮷株'.repeat(60),
    description: 'あ\r\nBEGIN:VEVENT\nEND:VCALENDAR'.repeat(9),
  });
  const file = calendarFile(NAME, [long]);
  const lines = file.split('\r\n');
  expect(file).not.toMatch(/[^\r]\n|\r[^\n]/);
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const { events } = readCalendarFile(file);
  expect(events).toHaveLength(1);
  expect(events[0]?.SUMMARY).toBe(long.title);
  expect(readCalendarFile(calendarFile(NAME, [])).events).toEqual([]);
});
