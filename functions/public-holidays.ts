/** Japan's public holidays from the holiday_jp data, 1970 to 2050, with 振替休日 and 国民の休日. */
import holidayJp from '@holiday-jp/holiday_jp';
import type { CalendarDate } from './domain/calendar/calendar-date';

// The data is keyed by YYYY-MM-DD text; its between() and isHoliday() go through Date and the host's zone.
const holidays: ReadonlySet<CalendarDate> = new Set(Object.keys(holidayJp.holidays));

export function japanesePublicHolidays(): ReadonlySet<CalendarDate> {
  return holidays;
}
