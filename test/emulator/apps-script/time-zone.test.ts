import fc from 'fast-check';
import { instantAt, offsetAt, wallClock } from '../../../emulator/apps-script/time-zone';

const at = (text: string): number => Date.parse(`${text}Z`);
const HOUR = 3_600_000;

test.each([
  ['1970-01-01T00:00:00', 'Asia/Tokyo', '1970-01-01T09:00:00'],
  ['2026-07-01T12:00:00', 'America/New_York', '2026-07-01T08:00:00'],
  ['2026-01-01T12:00:00', 'America/New_York', '2026-01-01T07:00:00'],
  ['2026-01-01T00:00:00', 'Asia/Kathmandu', '2026-01-01T05:45:00'],
  ['0001-01-01T00:00:00', 'UTC', '0001-01-01T00:00:00'],
])('at %s UTC a clock in %s shows %s', (instant, zone, wall) => {
  expect(wallClock(at(instant), zone)).toBe(at(wall));
  expect(instantAt(at(wall), zone)).toBe(at(instant));
});

test('of a reading that occurs twice, the earlier instant counts', () => {
  // The clocks of New York are set back from 2:00 to 1:00.
  expect(instantAt(at('2026-11-01T01:30:00'), 'America/New_York')).toBe(at('2026-11-01T05:30:00'));
});

test('a reading that is skipped counts on from before the gap', () => {
  // The clocks of New York are set forward from 2:00 to 3:00.
  expect(instantAt(at('2026-03-08T02:30:00'), 'America/New_York')).toBe(at('2026-03-08T07:30:00'));
});

test('the offset changes at the very instant of the change', () => {
  const change = at('2026-03-08T07:00:00');
  expect(offsetAt(change - 1, 'America/New_York')).toBe(-5 * HOUR);
  expect(offsetAt(change, 'America/New_York')).toBe(-4 * HOUR);
  expect(offsetAt(Number.NaN, 'America/New_York')).toBeNaN();
});

test.each(['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'UTC'])(
  'every reading of a wall clock in %s has an instant',
  (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 4e12 }), (instant) => {
        const wall = wallClock(instant, zone);
        expect(wallClock(instantAt(wall, zone), zone)).toBe(wall);
      }),
    );
  },
);
