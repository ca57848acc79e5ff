/** Decides on which days and at what time digests are sent. */
import { type BusinessCalendar, isBusinessDay, nextBusinessDay } from '../calendar/business-days';
import { addDays, type CalendarDate, weekday } from '../calendar/calendar-date';

/** 1 is Monday, 7 is Sunday. */
const dayOfWeek = (date: CalendarDate): number => weekday(date) || 7;

/**
 * Whether managers get their digest today: on the set weekday or, where that is closed, on the next business day of the same
 * week. A week without one has no digest.
 */
export const isManagerDay = (
  today: CalendarDate,
  managerWeekday: number,
  calendar: BusinessCalendar,
): boolean =>
  isBusinessDay(today, calendar) &&
  nextBusinessDay(addDays(today, managerWeekday - dayOfWeek(today)), calendar) === today;

export type DigestPause = 'OFF' | 'CLOSED_DAY' | 'TOO_EARLY';

/** Why no digest is sent now; null where it may be sent. `time` is HH:MM in the team's zone. */
export const digestPause = (
  { today, time }: { today: CalendarDate; time: string },
  { digestChannels, digestTime }: { digestChannels: readonly unknown[]; digestTime: string },
  calendar: BusinessCalendar,
): DigestPause | null => {
  if (digestChannels.length === 0) return 'OFF';
  if (!isBusinessDay(today, calendar)) return 'CLOSED_DAY';
  return time < digestTime ? 'TOO_EARLY' : null;
};
