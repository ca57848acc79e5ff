import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarDateOf,
  dateParts,
  dayOfMonth,
  daysBetween,
  endOfMonth,
  isCalendarDate,
  weekday,
} from '../../../../functions/domain/calendar/calendar-date';

const LAST_DAY_NUMBER = 109_572;
/** Every day from 1900-01-01 to 2199-12-31, by the reckoning of the language's own Date in UTC. */
const utcDay = (index: number) => new Date(Date.UTC(1900, 0, 1 + index));
const textOf = (index: number) => utcDay(index).toISOString().slice(0, 10);
const anyDay = fc.integer({ min: 0, max: LAST_DAY_NUMBER }).map(textOf);
/** Far enough from both ends for a few years of months. */
const aDay = fc.integer({ min: 8_000, max: 100_000 }).map(textOf);

test('every day of three centuries agrees with Date in UTC', () => {
  expect(textOf(LAST_DAY_NUMBER)).toBe('2199-12-31');
  const wrong: string[] = [];
  for (let index = 0; index <= LAST_DAY_NUMBER; index++) {
    const expected = textOf(index);
    const day = addDays('1900-01-01', index);
    if (
      day !== expected ||
      daysBetween('1900-01-01', day) !== index ||
      weekday(day) !== utcDay(index).getUTCDay()
    ) {
      wrong.push(expected);
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['2100-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['2200-01-01', false],
  ['2026-4-1', false],
  ['2026/04/01', false],
  [' 2026-04-01', false],
  ['2026-04-01\n', false],
  ['２０２６-04-01', false],
  ['', false],
])('%j is a calendar date: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

test.each([
  ['2026-01-31', 1, undefined, '2026-02-28'],
  ['2028-01-31', 1, undefined, '2028-02-29'],
  ['2026-02-28', 3, 31, '2026-05-31'],
  ['2026-02-28', 3, undefined, '2026-05-28'],
  ['2026-11-30', 3, undefined, '2027-02-28'],
  ['2026-03-31', -1, undefined, '2026-02-28'],
  ['2026-01-15', -13, undefined, '2024-12-15'],
  ['2026-12-05', 1, undefined, '2027-01-05'],
  ['2026-06-10', 0, 31, '2026-06-30'],
])('%s and %i months, anchor %s, is %s', (date, months, anchor, expected) => {
  expect(addMonths(date, months, anchor)).toBe(expected);
});

test('months added with an anchor, one by one or at once, never drift', () => {
  fc.assert(
    fc.property(aDay, fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 20 }), (start, steps) => {
      const anchor = dayOfMonth(start);
      const walked = steps.reduce((date, step) => addMonths(date, step, anchor), start);
      const total = steps.reduce((sum, step) => sum + step, 0);
      expect(walked).toBe(addMonths(start, total));
      expect(dayOfMonth(walked)).toBe(Math.min(anchor, dayOfMonth(endOfMonth(walked))));
    }),
  );
});

test('days added are days between, and dates compare as texts do', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      const days = daysBetween(one, other);
      expect(addDays(one, days)).toBe(other);
      expect(Math.sign(days)).toBe(one === other ? 0 : other > one ? 1 : -1);
    }),
  );
});

test('parts and back is the same day', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const { year, month, day } = dateParts(date);
      expect(calendarDateOf(year, month, day)).toBe(date);
    }),
  );
});

test('a text that is no calendar date, and a day outside the range, are bugs', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  expect(() => daysBetween('2026-04-01', 'tomorrow')).toThrow(RangeError);
  expect(() => addDays('2199-12-31', 1)).toThrow(RangeError);
  expect(() => addMonths('1900-01-31', -1)).toThrow(RangeError);
  expect(calendarDateOf(2026, 2, 30)).toBeNull();
  expect(calendarDateOf(2026, 4, 1.5)).toBeNull();
});
