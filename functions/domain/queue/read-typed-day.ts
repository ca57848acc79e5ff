/** Reads a future day that was typed into a cell of the queue. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { DateProblem } from '../calendar/date-problem';
import { parseTypedDate } from '../calendar/typed-date';

const UNCLEAR: readonly DateProblem['problem'][] = ['DATE_AMBIGUOUS', 'DATE_TO_CONFIRM', 'DATE_IN_PAST'];

/** `on` is the day on which it was typed. */
export const readTypedDay = (
  value: string,
  { on, fiscalYearStartMonth }: { on: CalendarDate; fiscalYearStartMonth: number },
): { date: CalendarDate } | { problem: 'DATE_UNCLEAR' | 'DATE_UNREADABLE'; date: DateProblem } => {
  const typed = parseTypedDate(value, { today: on, fiscalYearStartMonth, isToCome: true });
  if (!('problem' in typed)) return typed;
  return { problem: UNCLEAR.includes(typed.problem) ? 'DATE_UNCLEAR' : 'DATE_UNREADABLE', date: typed };
};
