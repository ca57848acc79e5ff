import fc from 'fast-check';
import { instantOfSerial, isMidnight, serialOfInstant } from '../../../emulator/apps-script/cell-dates';

test.each([
  [46027, 'Asia/Tokyo', '2026-01-04T15:00:00.000Z'],
  [46027.75, 'Asia/Tokyo', '2026-01-05T09:00:00.000Z'],
  [46027, 'UTC', '2026-01-05T00:00:00.000Z'],
  [46212, 'America/New_York', '2026-07-09T04:00:00.000Z'],
  [46027 + 1 / 86_400_000, 'UTC', '2026-01-05T00:00:00.001Z'],
])('%d in %s is %s', (serial, zone, instant) => {
  expect(new Date(instantOfSerial(serial, zone)).toISOString()).toBe(instant);
});

test('an instant comes back from its serial', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const serial = serialOfInstant(date.getTime(), 'Asia/Tokyo');
      expect(instantOfSerial(serial, 'Asia/Tokyo')).toBe(date.getTime());
    }),
  );
});

test('midnight is that of the zone', () => {
  const midnight = Date.parse('2026-01-04T15:00:00Z');
  expect(isMidnight(midnight, 'Asia/Tokyo')).toBe(true);
  expect(isMidnight(midnight, 'UTC')).toBe(false);
  expect(isMidnight(midnight + 1, 'Asia/Tokyo')).toBe(false);
});
