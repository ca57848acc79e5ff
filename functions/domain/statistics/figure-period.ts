/** The days that the figures are told of: the ends of the months since the history began, and today. */
import type { TeamDay } from '../account/missed-checks';
import { addDays, addMonths, type CalendarDate, endOfMonth } from '../calendar/calendar-date';
import type { HistoryFacts } from './account-facts';

/** Key of the row of today, behind those of the months. */
export const TODAY_ROW = 'today';
/** Key of the row of the whole history. */
export const ALL_ROW = 'all';

export interface PeriodEnd {
  /** `2026-01`, or that of today. */
  key: string;
  day: CalendarDate;
}

export interface FigurePeriod extends TeamDay {
  /** First day of the history; null where there is none. */
  since: CalendarDate | null;
  /** The oldest first; the last one is today. */
  ends: readonly PeriodEnd[];
  /** The last twelve months begin behind this day. */
  yearAgo: CalendarDate;
  /** Months of the last twelve, this one included: `2026-01`. */
  months: readonly string[];
  /** What a known lead costs that is bought once more, in yen; null where nobody has said. */
  leadPrice: number | null;
}

/** Five years; of a longer history the latest ones. */
const MAX_MONTHS = 60;

export const monthOf = (day: CalendarDate): string => day.slice(0, 7);

/** What comes later than the day is of clocks that were set back, and counts as of the day. */
export const figurePeriod = (
  accounts: Iterable<HistoryFacts>,
  day: TeamDay,
  leadPrice: number | null,
): FigurePeriod => {
  let since: CalendarDate | null = null;
  for (const { statuses } of accounts) {
    const first = statuses[0]?.day;
    if (first !== undefined && (since === null || first < since)) since = first;
  }
  const { today } = day;
  const yearAgo = addMonths(today, -12);
  const months = monthEnds(addMonths(today, -11), today).map(({ key }) => key);
  const ends = since === null ? [] : monthEnds(since, today).filter((end) => end.day < today);
  return {
    ...day,
    since,
    ends: [...ends.slice(-MAX_MONTHS), { key: TODAY_ROW, day: today }],
    yearAgo,
    months,
    leadPrice,
  };
};

/** Of the months from that of the one day to that of the other. */
const monthEnds = (from: CalendarDate, to: CalendarDate): PeriodEnd[] => {
  const ends: PeriodEnd[] = [];
  for (let day = endOfMonth(from); monthOf(day) <= monthOf(to); day = endOfMonth(addDays(day, 1)))
    ends.push({ key: monthOf(day), day });
  return ends;
};
