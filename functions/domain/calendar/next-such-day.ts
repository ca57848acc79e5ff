import { type CalendarDate, calendarDateOf, dateParts } from './calendar-date';

/** February 29 may be up to eight years away, around a century that is no leap year. */
const MOST_YEARS = 8;

/** The same day in the first year in which it is not over. This is what a past day means where only a future one makes sense. */
export const nextSuchDay = (date: CalendarDate, today: CalendarDate): CalendarDate => {
  const { month, day } = dateParts(date);
  const { year } = dateParts(today);
  for (let ahead = 0; ahead <= MOST_YEARS; ahead++) {
    const next = calendarDateOf(year + ahead, month, day);
    if (next !== null && next >= today) return next;
  }
  return date;
};
