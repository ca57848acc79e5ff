/** A day as people read it. */
import type { Text } from '../text/text';
import type { CalendarDate } from './calendar-date';

export const dateText = (date: CalendarDate, language: keyof Text): string =>
  language === 'ja' ? date.replace(/-/g, '/') : date;
