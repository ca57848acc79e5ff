/** The dates that a form field offers: past days for what was done, future ones for the next check. */
import {
  addDays,
  addMonths,
  type CalendarDate,
  isCalendarDate,
  weekday,
} from '../../../functions/domain/calendar/calendar-date';

/** Keys of fields whose day lies in the past. */
const DONE: readonly string[] = [
  'activity.date',
  'action.date',
  'meeting.date',
  'lost.on',
  'close.on',
  'until',
];
const NEXT_CHECK = 'nextCheckDate';
const AHEAD: readonly string[] = ['lost.revisitOn'];
const EXPECTED = 'opportunity.expectedOn';

/** The last day that the rules accept. */
export const LAST_OFFERED = '2199-12-31';
/** How far ahead the rules allow a next check. */
const MONTHS_AHEAD = 12;

export interface DateRange {
  min?: CalendarDate;
  max: CalendarDate;
}

/** `today` is empty in a window that has not read the team yet. */
export const dateRange = (key: string, today: CalendarDate | ''): DateRange => {
  if (today === '') return { max: LAST_OFFERED };
  if (DONE.includes(key)) return { max: today };
  if (key === NEXT_CHECK) return { min: addDays(today, 1), max: addMonths(today, MONTHS_AHEAD) };
  if (key === EXPECTED) return { min: today, max: LAST_OFFERED };
  return AHEAD.includes(key) ? { min: addDays(today, 1), max: LAST_OFFERED } : { max: LAST_OFFERED };
};

/** The Monday after a check's date on a weekend; null for any other. Only the functions know the holidays. */
export const mondayAfter = (key: string, typed: string): CalendarDate | null => {
  if (key !== NEXT_CHECK || !isCalendarDate(typed)) return null;
  const day = weekday(typed);
  return day === SATURDAY ? addDays(typed, 2) : day === SUNDAY ? addDays(typed, 1) : null;
};
const [SUNDAY, SATURDAY] = [0, 6];
