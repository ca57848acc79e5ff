import fc from 'fast-check';
import { datePartsOf, dateSerialOf } from '../../../emulator/workbook/date-serial';

test('the serial of every second gives its parts back', () => {
  const [year, month, day] = [
    fc.integer({ min: 1900, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  ];
  fc.assert(
    fc.property(year, month, day, fc.nat(86_399), (y, m, d, seconds) => {
      const parts = datePartsOf(dateSerialOf(y, m, d, seconds) ?? Number.NaN);
      expect([parts.year, parts.month, parts.day]).toEqual([y, m, d]);
      expect(parts.hour * 3600 + parts.minute * 60 + parts.second).toBe(seconds);
    }),
  );
});

test.each([
  [2026, 2, 29],
  [2026, 13, 1],
  [2026, 4, 31],
])('%i-%i-%i is no date', (year, month, day) => {
  expect(dateSerialOf(year, month, day)).toBeUndefined();
});
