import fc from 'fast-check';
import {
  addBusinessDays,
  type BusinessCalendar,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
} from '../../../../functions/domain/calendar/business-days';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import { japanesePublicHolidays } from '../../../../functions/public-holidays';

const japan: BusinessCalendar = {
  holidays: japanesePublicHolidays(),
  companyDays: [{ from: '12-29', to: '01-03' }],
  extraHolidays: [],
  extraWorkdays: [],
};
const aDay = fc.integer({ min: 0, max: 3_652 }).map((days) => addDays('2026-01-01', days));

test.each([
  ['2026-11-24', true, 'a Tuesday'],
  ['2026-11-23', false, '勤労感謝の日, a Monday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-11-22', false, 'a Sunday'],
  ['2026-12-28', true, 'the last day before the company closes'],
  ['2026-12-29', false, 'the company closes'],
  ['2027-01-01', false, '元日'],
  ['2029-01-03', false, 'still closed, over the turn of the year'],
  ['2029-01-04', true, 'open again'],
])('%s is a business day: %s (%s)', (date, expected) => {
  expect(isBusinessDay(date, japan)).toBe(expected);
});

test('company days inside one year include both ends', () => {
  const summer = { ...japan, companyDays: [{ from: '08-13', to: '08-14' }] };
  const days = ['2026-08-12', '2026-08-13', '2026-08-14', '2026-08-17', '2026-12-30'];
  expect(days.map((date) => isBusinessDay(date, summer))).toEqual([true, false, false, true, true]);
});

test('the override table is stronger than the law that the data knows, and a workday stronger than all', () => {
  const moved = { ...japan, extraHolidays: ['2026-07-24'], extraWorkdays: ['2026-07-20', '2026-07-25'] };
  expect(isBusinessDay('2026-07-20', japan)).toBe(false);
  expect(isBusinessDay('2026-07-20', moved)).toBe(true);
  expect(isBusinessDay('2026-07-24', moved)).toBe(false);
  expect(isBusinessDay('2026-07-25', moved)).toBe(true);
  const both = { ...japan, extraHolidays: ['2026-12-30'], extraWorkdays: ['2026-12-30'] };
  expect(isBusinessDay('2026-12-30', both)).toBe(true);
});

test.each([
  ['2026-09-19', '2026-09-24', '2026-09-18'],
  ['2026-05-02', '2026-05-07', '2026-05-01'],
  ['2026-12-29', '2027-01-04', '2026-12-28'],
  ['2026-11-24', '2026-11-24', '2026-11-24'],
])('from %s the next business day is %s, the previous %s', (date, next, previous) => {
  expect(nextBusinessDay(date, japan)).toBe(next);
  expect(previousBusinessDay(date, japan)).toBe(previous);
});

test.each([
  ['2026-11-20', 1, '2026-11-24'],
  ['2026-11-20', 10, '2026-12-07'],
  ['2026-11-21', 10, '2026-12-07'],
  ['2026-11-24', -1, '2026-11-20'],
  ['2026-11-21', 0, '2026-11-24'],
  ['2026-11-24', 0, '2026-11-24'],
])('%s and %i business days is %s', (date, n, expected) => {
  expect(addBusinessDays(date, n, japan)).toBe(expected);
});

test('n business days on counts exactly n of them, and back again is the start', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 40 }), (day, n) => {
      const start = nextBusinessDay(day, japan);
      const end = addBusinessDays(start, n, japan);
      let counted = 0;
      for (let date = addDays(start, 1); date <= end; date = addDays(date, 1)) {
        if (isBusinessDay(date, japan)) counted++;
      }
      expect(counted).toBe(n);
      expect(isBusinessDay(end, japan)).toBe(true);
      expect(addBusinessDays(end, -n, japan)).toBe(start);
    }),
  );
});

test('a calendar without a business day throws and does not search for ever', () => {
  const closed = { ...japan, companyDays: [{ from: '01-01', to: '12-31' }] };
  for (const search of [nextBusinessDay, previousBusinessDay]) {
    expect(() => search('2026-04-01', closed)).toThrow('no business day within a year of 2026-04-01');
  }
  expect(() => addBusinessDays('2026-04-01', 10, closed)).toThrow(RangeError);
});

test('a calendar with one day left in the year finds it', () => {
  const nearlyClosed = { ...japan, companyDays: [{ from: '04-02', to: '03-31' }] };
  expect(nextBusinessDay('2026-04-02', nearlyClosed)).toBe('2027-04-01');
});
