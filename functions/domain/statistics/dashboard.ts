/** The dashboard: what the stock of accounts is worth, in figures. Each is a table that says what it counts and from when. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { Status } from '../status/statuses';
import type { Text } from '../text/text';

export const FIGURE_KEYS = [
  'statuses',
  'flow',
  'timeInStatus',
  'conversion',
  'nurturedWins',
  'checksOnTime',
  'overdueTrend',
  'awaitedConditions',
  'reacquired',
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

export const FIGURE_UNITS = ['accounts', 'percent', 'days', 'yen', 'checks', 'times', 'text'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

export interface FigureColumn {
  title: Text;
  unit: FigureUnit;
}

export interface FigureRow {
  key: string;
  label: Text;
  /** One a column; null where there is nothing to say it from. Percents are 0 to 100, with one decimal at most. */
  values: readonly (number | string | null)[];
  /** How many accounts it is made of. */
  accounts: number;
}

export const CHART_TYPES = ['COLUMN', 'STACKED_COLUMN', 'BAR', 'LINE'] as const;

/** `columns` are those that are drawn, counted from 0. */
export interface FigureChart {
  type: (typeof CHART_TYPES)[number];
  columns: readonly number[];
}

export interface Figure {
  key: FigureKey;
  title: Text;
  /** What it counts, and from when. */
  explanation: Text;
  /** Without the one that holds the labels of the rows. */
  columns: readonly FigureColumn[];
  /** None where there is nothing to count. */
  rows: readonly FigureRow[];
  chart: FigureChart | null;
}

export interface Dashboard {
  /** The team's day. */
  today: CalendarDate;
  /** The first day of the history that is counted; null where there is none. */
  since: CalendarDate | null;
  /** `2026-11-29 08:00`, in the team's zone. */
  madeAt: string;
  figures: readonly Figure[];
}

/** One account of those that a row of a figure is made of. */
export interface BreakdownRow {
  figure: FigureKey;
  /** Key of the row. */
  row: string;
  /**
   * As what it counts in the row: its status, its age, `all` and `year` of a move, `ended` and `running` of a stay, or `counted` and
   * `rest` of a rate.
   */
  column: string;
  accountId: string;
  name: string;
  ownerId: string | null;
  /** Null where its registration was withdrawn. */
  status: Status | null;
  /** What it counts with: days, yen; null where it only counts. */
  value: number | null;
}
