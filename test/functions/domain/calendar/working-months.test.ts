import { type BusinessCalendar, isBusinessDay } from '../../../../functions/domain/calendar/business-days';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import {
  isWithinYear,
  monthWithoutBusinessDay,
  usableCalendar,
} from '../../../../functions/domain/calendar/working-months';
import { japanesePublicHolidays } from '../../../../functions/public-holidays';

const calendar = (over: Partial<BusinessCalendar> = {}): BusinessCalendar => ({
  ...{ holidays: japanesePublicHolidays(), companyDays: [], extraHolidays: [], extraWorkdays: [] },
  ...over,
});
const closed = (from: string, to: string) => calendar({ companyDays: [{ from, to }] });
const daysFrom = (day: string, count: number) => Array.from({ length: count }, (_, n) => addDays(day, n));

test.each<[string, BusinessCalendar, string | null]>([
  ['nothing', calendar(), null],
  ['the turn of the year', closed('12-29', '01-03'), null],
  ['all but a week of August', closed('08-08', '08-31'), null],
  ['all but a day, which is a Sunday in some years', closed('08-02', '08-31'), '2020-08'],
  ['all of August', closed('08-01', '08-31'), '2020-08'],
  ['all of February but in leap years', closed('02-01', '02-28'), '2020-02'],
  ['every day', closed('01-01', '12-31'), '2020-01'],
  ['every day over the turn of the year', closed('07-02', '07-01'), '2020-01'],
  [
    'all but the holidays of May, which stand behind a weekend in some years',
    closed('05-06', '05-31'),
    '2021-05',
  ],
  ['a month of one year', calendar({ extraHolidays: daysFrom('2026-09-01', 30) }), '2026-09'],
  ['a month long ago', calendar({ extraHolidays: daysFrom('1950-02-01', 28) }), '1950-02'],
])('closed on %s', (_name, closedOn, month) => {
  expect(monthWithoutBusinessDay(closedOn)).toBe(month);
  const usable = usableCalendar(closedOn);
  expect(monthWithoutBusinessDay(usable)).toBeNull();
  if (month === null) expect(usable).toBe(closedOn);
  else expect(isBusinessDay('2026-08-10', usable)).toBe(true);
});

test('what is worked on is kept where closures are not', () => {
  const all = { companyDays: [{ from: '01-01', to: '12-31' }], extraHolidays: daysFrom('2026-09-01', 30) };
  expect(usableCalendar(calendar({ ...all, extraWorkdays: ['2026-10-03'] }))).toEqual(
    calendar({ extraWorkdays: ['2026-10-03'] }),
  );
});

test('the n-th business day may be more than a year away where each month has few', () => {
  const fewDays = calendar({
    companyDays: Array.from({ length: 12 }, (_, index) => {
      const month = String(index + 1).padStart(2, '0');
      return { from: `${month}-06`, to: `${month}-30` };
    }),
  });
  expect(monthWithoutBusinessDay(fewDays)).toBeNull();
  expect([20, 60].map((n) => isWithinYear(n, fewDays))).toEqual([true, false]);
  expect(isWithinYear(60, calendar())).toBe(true);
});
