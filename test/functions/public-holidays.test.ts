import { addDays, weekday } from '../../functions/domain/calendar/calendar-date';
import { japanesePublicHolidays } from '../../functions/public-holidays';

const holidays = japanesePublicHolidays();

test.each([
  ['2026-01-01', true, '元日'],
  ['2026-03-20', true, '春分の日'],
  ['2026-05-03', true, '憲法記念日, a Sunday'],
  ['2026-05-06', true, '振替休日, three days after its Sunday'],
  ['2026-05-07', false, 'the day after it'],
  ['2026-09-21', true, '敬老の日'],
  ['2026-09-22', true, '国民の休日, between two holidays'],
  ['2026-09-23', true, '秋分の日'],
  ['2026-09-24', false, 'the day after it'],
  ['2032-09-21', true, '国民の休日'],
  ['2020-07-24', true, 'スポーツの日, moved for the Olympic Games'],
  ['2020-10-12', false, 'where it would have been'],
  ['2050-11-23', true, 'the last that the data knows'],
])('%s is a public holiday: %s (%s)', (date, expected) => {
  expect(holidays.has(date)).toBe(expected);
});

test('until 2050 every year has its fixed days and every holiday on a Sunday its substitute', () => {
  for (let year = 2022; year <= 2050; year++) {
    const fixed = ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23'];
    for (const monthDay of fixed) {
      const date = `${year}-${monthDay}`;
      expect([date, holidays.has(date)]).toEqual([date, true]);
      if (weekday(date) !== 0) continue;
      let substitute = addDays(date, 1);
      while (fixed.includes(substitute.slice(5))) substitute = addDays(substitute, 1);
      expect([substitute, holidays.has(substitute)]).toEqual([substitute, true]);
    }
  }
});
