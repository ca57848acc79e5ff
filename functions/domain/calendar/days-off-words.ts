/** Days that are said by what lies before them: the days off of spring, summer and New Year, and fiscal years. */
import { addDays, addMonths, type CalendarDate, calendarDateOf, dateParts, weekday } from './calendar-date';

const SUNDAY = 0;

const firstWeekday = (date: CalendarDate): CalendarDate => {
  const day = weekday(date);
  return day === SUNDAY ? addDays(date, 1) : day === 6 ? addDays(date, 2) : date;
};

/** May 3 to 5 are holidays; where one of them is a Sunday, so is May 6. */
const afterGoldenWeek = (year: number): CalendarDate | null => {
  const holidays = [3, 4, 5].map((day) => calendarDateOf(year, 5, day));
  const hasSunday = holidays.some((day) => day !== null && weekday(day) === SUNDAY);
  return calendarDateOf(year, 5, hasSunday ? 7 : 6);
};

const AFTER = '(?: ?休み?| ?休暇)? ?(?:明け|後)';

const DAYS_OFF: readonly (readonly [RegExp, (year: number) => CalendarDate | null])[] = [
  [
    new RegExp(`^(?:gw|ゴールデン ?ウ[ィイ]ーク|(?:5月の?)?大型連休)${AFTER}$|^after (?:the )?golden week$`),
    afterGoldenWeek,
  ],
  [new RegExp(`^お?盆${AFTER}$|^after (?:the )?o-?bon$`), (year) => calendarDateOf(year, 8, 17)],
  [
    new RegExp(`^(?:年末?年?始?|お?正月)${AFTER}$|^(?:early|after) (?:the )?new year$`),
    (year) => calendarDateOf(year, 1, 4),
  ],
];

/** The first weekday behind the days off, this year or the next; null for other words. */
const dayAfterDaysOff = (text: string, today: CalendarDate): CalendarDate | null => {
  const named = DAYS_OFF.find(([pattern]) => pattern.test(text));
  if (named === undefined) return null;
  const { year } = dateParts(today);
  const days = [year, year + 1].flatMap((one) => {
    const day = named[1](one);
    return day === null ? [] : firstWeekday(day);
  });
  return days.find((day) => day >= today) ?? null;
};

/** `来` is the next fiscal year; of the others the one that today is in. */
const FISCAL_END = /^(今|来|翌)?(?:年度|期)末$|^end of (?:the |this )?fiscal year$|^fiscal year end$/;
const FISCAL_START = /^(?:来|翌|新)(?:年度|期)(?:から|以降|初め?|頭)?$|^年度明け$|^next fiscal year$/;

/** The days that the words may mean; none for other words. */
export const daysOfSeason = (
  text: string,
  today: CalendarDate,
  fiscalYearStartMonth: number,
): CalendarDate[] => {
  const after = dayAfterDaysOff(text, today);
  if (after !== null) return [after];
  const { year, month } = dateParts(today);
  const next = calendarDateOf(year + Number(month >= fiscalYearStartMonth), fiscalYearStartMonth, 1);
  if (next === null) return [];
  if (FISCAL_START.test(text)) return [firstWeekday(next)];
  const [whole, which = ''] = FISCAL_END.exec(text) ?? [];
  if (whole === undefined) return [];
  return [addDays(/来|翌/.test(which) ? addMonths(next, 12) : next, -1)];
};
