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
 * The day after which a check is late: the day that it is due on. Where a try in time found nobody, it is the day of the next try, or
 * the due day if that is later: a rep who tries early is not late sooner than one who waits for the day.
 */
export const overdueFrom = ({ date, retryOf }: NextCheck): CalendarDate =>
  retryOf !== undefined && (retryOf.late || retryOf.dueOn > date) ? retryOf.dueOn : date;

/** The day to contact the company. Before its due day a check that found nobody is planned on the day of the next try. */
export const plannedOn = (nextCheck: NextCheck, today: CalendarDate): CalendarDate => {
  const due = overdueFrom(nextCheck);
  return nextCheck.date >= today && nextCheck.date < due ? nextCheck.date : due;
};

/** Checks missed since the last one was set; earlier ones are stored as a number in the standing. */
export const missedInSeries = (nextCheck: NextCheck, { today, settings, calendar }: TeamDay): number => {
  const { date, base, retryOf } = nextCheck;
  const from = retryOf?.dueOn ?? date;
  return missedCycles({ base, from }, today, cadenceOf(settings), calendar, overdueFrom(nextCheck));
};

/** The day from which the check of the running cycle is late: the latest one, where several were missed. Each cycle escalates once. */
export const cycleDueOn = (nextCheck: NextCheck, { today, settings, calendar }: TeamDay): CalendarDate => {
  const { date, base, retryOf } = nextCheck;
  const due = overdueFrom(nextCheck);
  const missed = lastMissedDay({ base, from: retryOf?.dueOn ?? date }, today, cadenceOf(settings), calendar);
  return missed === null || missed < due ? due : missed;
};

/** Checks missed in a row up to that day; only a two-way contact brings the count back to 0. */
export const missedChecksOf = ({ nextCheck, missedChecks }: QuarterlyCheck, day: TeamDay): number =>
  missedChecks + (nextCheck === null ? 0 : missedInSeries(nextCheck, day));
