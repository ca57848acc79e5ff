import { calendarOf } from '../../../../functions/domain/account/team';
import { digestPause, isManagerDay } from '../../../../functions/domain/digest/digest-day';
import { japanesePublicHolidays } from '../../../../functions/public-holidays';
import { aSettings } from '../../../builders';

const calendarWith = (over = {}) => calendarOf(aSettings(over), japanesePublicHolidays());

test.each([
  ['a Monday', '2026-07-06', 1, true],
  ['a Tuesday behind a Monday that was worked', '2026-07-07', 1, false],
  ['a Monday that is a holiday', '2026-07-20', 1, false],
  ['the Tuesday behind it', '2026-07-21', 1, true],
  ['the Wednesday behind that', '2026-07-22', 1, false],
  ['the Thursday behind three holidays', '2026-09-24', 1, true],
  ['the Wednesday within them', '2026-09-23', 1, false],
  ['a Sunday', '2026-07-05', 1, false],
  ['the Friday that is set', '2026-07-03', 5, true],
  ['the Thursday before it', '2026-07-02', 5, false],
  ['a Monday, where Wednesday is set', '2026-07-06', 3, false],
  ['the Monday behind a Friday that was closed', '2026-05-04', 5, false],
])('%s: %s, %d: %p', (_, today, weekday, expected) => {
  expect(isManagerDay(today, weekday, calendarWith())).toBe(expected);
});

test('a week that is closed as a whole has none, and the next one has its own', () => {
  const calendar = calendarWith({ companyDays: [{ from: '08-10', to: '08-14' }] });
  const days = Array.from({ length: 14 }, (_, index) => `2026-08-${String(10 + index).padStart(2, '0')}`);
  expect(days.filter((day) => isManagerDay(day, 1, calendar))).toEqual(['2026-08-17']);
});

test('a Saturday that is worked is no day of the managers where their day was worked', () => {
  const calendar = calendarWith({ extraWorkdays: ['2026-07-04'] });
  expect(isManagerDay('2026-07-04', 5, calendar)).toBe(false);
  expect(
    isManagerDay(
      '2026-07-04',
      5,
      calendarWith({ extraWorkdays: ['2026-07-04'], extraHolidays: ['2026-07-03'] }),
    ),
  ).toBe(true);
});

const MAIL = { digestChannels: ['mail'], digestTime: '07:00' };
test.each([
  ['no channel', '2026-07-01', '08:00', { ...MAIL, digestChannels: [] }, 'OFF'],
  ['a Saturday', '2026-07-04', '08:00', MAIL, 'CLOSED_DAY'],
  ['a public holiday', '2026-07-20', '08:00', MAIL, 'CLOSED_DAY'],
  ['a day of the company', '2026-12-29', '08:00', MAIL, 'CLOSED_DAY'],
  ['the minute before', '2026-07-01', '06:59', MAIL, 'TOO_EARLY'],
  ['the very minute', '2026-07-01', '07:00', MAIL, null],
  ['late', '2026-07-01', '23:59', MAIL, null],
])('%s: %s at %s', (_, today, time, settings, expected) => {
  expect(digestPause({ today, time }, settings, calendarWith())).toBe(expected);
});
