import * as fc from 'fast-check';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import { readPlainDate } from '../../../../functions/domain/calendar/plain-date';
import { parseTypedDate } from '../../../../functions/domain/calendar/typed-date';

const today = '2026-11-23';

test.each([
  ['2027/4/1', { date: '2027-04-01' }],
  ['２０２７年４月１日', { date: '2027-04-01' }],
  ['2026/1/15', { problem: 'DATE_IN_PAST', suggestions: ['2027-01-15'] }],
  ['4/1', { problem: 'DATE_AMBIGUOUS', suggestions: ['2027-04-01'] }],
  ['2027-02-30', { problem: 'DATE_DOES_NOT_EXIST', suggestions: ['2027-02-28'] }],
  ['2027-13-01', { problem: 'DATE_DOES_NOT_EXIST', suggestions: [] }],
  ['そのうち', { problem: 'DATE_UNKNOWN', suggestions: [] }],
  [' ', { problem: 'DATE_EMPTY', suggestions: [] }],
  ['R9.4.1', { typed: 'R9.4.1' }],
  ['4月末', { typed: '4月末' }],
  ['あさって', { typed: 'あさって' }],
  ['next Monday', { typed: 'next Monday' }],
])('%j in a cell: %j', (text, reading) => {
  expect(readPlainDate(text, today)).toEqual(reading);
});

test('what the script reads, or refuses, the functions would too', () => {
  const dateLike = fc
    .array(fc.constantFrom(...'0123456789/-.年月日 '), { maxLength: 12 })
    .map((characters) => characters.join(''));
  const aDay = fc
    .integer({ min: 0, max: 9_000 })
    .map((days) => addDays('2015-01-01', days).replaceAll('-', '/'));
  void fc.assert(
    fc.property(fc.oneof(dateLike, aDay), (text) => {
      const plain = readPlainDate(text, today);
      const whole = parseTypedDate(text, { today, fiscalYearStartMonth: 4, isToCome: true });
      if ('date' in plain) expect(whole).toEqual(plain);
      else if ('problem' in plain) expect('problem' in whole && whole.problem).toBe(plain.problem);
    }),
    { numRuns: 500 },
  );
});
