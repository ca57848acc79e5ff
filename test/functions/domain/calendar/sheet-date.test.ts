import * as fc from 'fast-check';
import { addDays, daysBetween } from '../../../../functions/domain/calendar/calendar-date';
import { dateOfSheetSerial, sheetSerial } from '../../../../functions/domain/calendar/sheet-date';

/** As Google Sheets and Excel count them; from March 1900 on they agree. */
test.each([
  ['1900-01-01', 2],
  ['1900-03-01', 61],
  ['1970-01-01', 25_569],
  ['2026-09-24', 46_289],
  ['2199-12-31', 109_574],
])('%s is %i', (date, serial) => {
  expect(sheetSerial(date)).toBe(serial);
  expect(dateOfSheetSerial(serial)).toBe(date);
});

test.each([1, 0, -1, 109_575, 46_289.5, Number.NaN, Number.POSITIVE_INFINITY, '46289', '', null, undefined])(
  '%p is no day',
  (value) => {
    expect(dateOfSheetSerial(value)).toBeNull();
  },
);

test('serials count days', () => {
  return fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.nat(9_000), (from, days) => {
      const date = addDays('1900-01-01', from);
      expect(sheetSerial(addDays(date, days)) - sheetSerial(date)).toBe(days);
      expect(daysBetween('1900-01-01', dateOfSheetSerial(from + 2) ?? '')).toBe(from);
    }),
  );
});
