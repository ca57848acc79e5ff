/**
 * Reads days that are named by a holiday season or a fiscal year: before or after Golden Week, the summer holidays, New Year, and
 * the like.
 */
import { addDays, addMonths, type CalendarDate, calendarDateOf, dateParts, weekday } from './calendar-date';
import { weekdaysFrom } from './month-parts';

const SUNDAY = 0;

const firstWeekday = (date: CalendarDate): CalendarDate => {
  const day = weekday(date);
  return day === SUNDAY ? addDays(date, 1) : day === 6 ? addDays(date, 2) : date;
};

/** May 3 to 5 are holidays; where one of them is a Sunday, May 6 is one, too. */
const afterGoldenWeek = (year: number): CalendarDate | null => {
  const holidays = [3, 4, 5].map((day) => calendarDateOf(year, 5, day));
  const hasSunday = holidays.some((day) => day !== null && weekday(day) === SUNDAY);
  return calendarDateOf(year, 5, hasSunday ? 7 : 6);
};

const AFTER = '(?: ?休み?| ?休暇)? ?(?:明け|後)';
const DAYS_OF_NEW_YEAR = '(?:年末?年?始?|お?正月|3が日)';

const DAYS_OFF: readonly (readonly [RegExp, (year: number) => CalendarDate | null])[] = [
  [
    new RegExp(
      `^(?:gw|ゴ[ー-]ルデン ?ウ[ィイ][ー-]ク|(?:5月の?)?大型連休)${AFTER}$|^after (?:the )?golden week$`,
    ),
    afterGoldenWeek,
  ],
  [
    new RegExp(
      `^(?:お?盆|夏(?:季|期)?)${AFTER}$|^after (?:the )?(?:o-?bon|summer (?:break|holidays?|vacations?))$`,
    ),
    (year) => calendarDateOf(year, 8, 17),
  ],
  [
    new RegExp(`^(?:sw|シルバ[ー-] ?ウ[ィイ][ー-]ク)${AFTER}$|^after silver week$`),
    (year) => calendarDateOf(year, 9, 24),
  ],
  [/^after (?:the )?summer$/, (year) => calendarDateOf(year, 9, 1)],
  [
    new RegExp(
      `^${DAYS_OF_NEW_YEAR}${AFTER}(?:早々|すぐ)?$|^仕事始め$|^(?:early|after|in) (?:the )?new years?(?: holidays?)?$|^after (?:the )?(?:year ?-?end )?holidays?$`,
    ),
    (year) => calendarDateOf(year, 1, 4),
  ],
];

/** The last working days before a holiday season. */
const BEFORE: readonly (readonly [RegExp, month: number, day: number])[] = [
  [/^(?:gw|ゴ[ー-]ルデン ?ウ[ィイ][ー-]ク)(?:の?前|前半)$|^before (?:the )?golden week$/, 4, 28],
  [
    /^(?:お?盆|夏(?:季|期)?休(?:み|暇))(?: ?休み)?の?前$|^before (?:the )?(?:o-?bon|summer (?:break|holidays?|vacations?))$/,
    8,
    12,
  ],
  [/^クリスマスの?前$|^before (?:christmas|xmas)$/, 12, 24],
  [
    /^(?:年末(?:年始)?|お?正月)(?: ?休み)?の?前$|^年内最終(?:営業)?日?$|^仕事納め$|^before (?:the )?(?:new year|year ?-?end|holidays)$/,
    12,
    28,
  ],
];

const dayBeforeDaysOff = (text: string, today: CalendarDate): CalendarDate | null => {
  const named = BEFORE.find(([pattern]) => pattern.test(text));
  if (named === undefined) return null;
  const { year } = dateParts(today);
  const days = [year, year + 1].flatMap((one) => {
    const last = calendarDateOf(one, named[1], named[2]);
    return last === null ? [] : weekdaysFrom(addDays(last, 1), -1);
  });
  return days.find((day) => day >= today) ?? null;
};

/** The first weekday after a holiday season, this year or next; null for other words. */
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

/** `来` means the next fiscal year; anything else means the present one. */
const FISCAL_END =
  /^(今|本|当|来|翌)?(?:年度|期)(?:末日?|内|中|いっぱい)$|^end (?:of )?(?:the |this )?(?:fiscal year|fy)$|^(?:fiscal year|fy) ?-?end$/;
const FISCAL_START =
  /^(?:(?:来|翌|新)(?:年度|期)(?:から|以降|初め?|始め?|頭|当初|早々|明け)?|年度(?:初め?|始め?|頭|当初|替わり)|期(?:初め?|首|頭))$|^年度明け$|^next fiscal year$|^(?:start|beginning) (?:of )?(?:the )?(?:next )?fiscal year$/;

/** The days that the words may mean; empty for other words. */
export const daysOfSeason = (
  text: string,
  today: CalendarDate,
  fiscalYearStartMonth: number,
): CalendarDate[] => {
  const after = dayAfterDaysOff(text, today);
  if (after !== null) return [after];
  const before = dayBeforeDaysOff(text, today);
  if (before !== null) return [before];
  const { year, month } = dateParts(today);
  const next = calendarDateOf(year + Number(month >= fiscalYearStartMonth), fiscalYearStartMonth, 1);
  if (next === null) return [];
  if (FISCAL_START.test(text)) return [firstWeekday(next)];
  const [whole, which = ''] = FISCAL_END.exec(text) ?? [];
  if (whole === undefined) return [];
  return [addDays(/来|翌/.test(which) ? addMonths(next, 12) : next, -1)];
};
