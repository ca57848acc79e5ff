/** How many checks of an account were missed in a row (rule 13): the one count for the queue, the commands and the windows. */
import type { BusinessCalendar } from '../calendar/business-days';
import { lastMissedDay, missedCycles } from '../calendar/cadence';
import type { CalendarDate } from '../calendar/calendar-date';
import type { NextCheck, QuarterlyCheck } from './standing';
import { cadenceOf, type Settings } from './team';

/** What a day in the team's life is judged by. */
export interface TeamDay {
  /** The team's calendar date. */
  today: CalendarDate;
  settings: Settings;
  calendar: BusinessCalendar;
}

/**
 * The day that the check was due on; of one that was on time and found nobody, the day on which it is tried again, but not before its
 * own: who tries before the day is not late before those who wait for it.
 */
export const overdueFrom = ({ date, retryOf }: NextCheck): CalendarDate =>
  retryOf !== undefined && (retryOf.late || retryOf.dueOn > date) ? retryOf.dueOn : date;

/** The day on which they are to be spoken with: that of another try before the check's own, until that is over. */
export const plannedOn = (nextCheck: NextCheck, today: CalendarDate): CalendarDate => {
  const due = overdueFrom(nextCheck);
  return nextCheck.date >= today && nextCheck.date < due ? nextCheck.date : due;
};

/** Those of the running series alone; the earlier ones are kept as a number. */
export const missedInSeries = (nextCheck: NextCheck, { today, settings, calendar }: TeamDay): number => {
  const { date, base, retryOf } = nextCheck;
  const from = retryOf?.dueOn ?? date;
  return missedCycles({ base, from }, today, cadenceOf(settings), calendar, overdueFrom(nextCheck));
};

/** The day from which the check of the running cycle is late: of several missed ones the latest. It escalates once a cycle. */
export const cycleDueOn = (nextCheck: NextCheck, { today, settings, calendar }: TeamDay): CalendarDate => {
  const { date, base, retryOf } = nextCheck;
  const due = overdueFrom(nextCheck);
  const missed = lastMissedDay({ base, from: retryOf?.dueOn ?? date }, today, cadenceOf(settings), calendar);
  return missed === null || missed < due ? due : missed;
};

/** In a row, up to the day: only a two-way contact brings it back to 0. */
export const missedChecksOf = ({ nextCheck, missedChecks }: QuarterlyCheck, day: TeamDay): number =>
  missedChecks + (nextCheck === null ? 0 : missedInSeries(nextCheck, day));
