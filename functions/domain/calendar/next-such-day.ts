import { type CalendarDate, calendarDateOf, dateParts } from './calendar-date';

/** The longest that February 29 is waited for. */
const MOST_YEARS = 8;

/** The same day of the first year in which it is not before today: what is meant by a day that is over where only one to come makes sense. */
export const nextSuchDay = (date: CalendarDate, today: CalendarDate): CalendarDate => {
  const { month, day } = dateParts(date);
  const { year } = dateParts(today);
  for (let ahead = 0; ahead <= MOST_YEARS; ahead++) {
    const next = calendarDateOf(year + ahead, month, day);
    if (next !== null && next >= today) return next;
  }
  return date;
};
