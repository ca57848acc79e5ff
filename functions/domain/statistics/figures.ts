/** The figures of the dashboard, made of the facts of all accounts. */
import type { TeamDay } from '../account/missed-checks';
import type { Member } from '../account/team';
import { STATUS, STATUSES, type Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import { interpolate } from '../text/interpolate';
import { type Text, text } from '../text/text';
import type { HistoryFacts } from './account-facts';
import {
  type Dashboard,
  FIGURE_KEYS,
  type Figure,
  type FigureColumn,
  type FigureKey,
  type FigureRow,
  type FigureUnit,
} from './dashboard';
import { ALL_ROW, type FigurePeriod, figurePeriod, TODAY_ROW } from './figure-period';
import { NO_TALLY, type RowTally, tallyFigures } from './figure-tallies';
import {
  AGE_TITLES,
  ALL_TIME,
  AWAITED_LABELS,
  BIN_COLUMN_TITLES,
  FIGURE_COLUMN_TITLES,
  FIGURE_EXPLANATIONS,
  FIGURE_TITLES,
  FIRST_CHANGE,
  NOBODY,
} from './figure-texts';
import { oneDecimal, quartilesOf } from './quartiles';
import { rateRow } from './rate-row';
import { AGES, CONVERSIONS, NO_OWNER, pairKey } from './visit-figures';

/** What a figure is made of. */
interface FigureSource {
  rows: ReadonlyMap<string, RowTally>;
  period: FigurePeriod;
  members: Readonly<Record<string, Pick<Member, 'name'>>>;
}

type FigureTable = Pick<Figure, 'columns' | 'rows' | 'chart'>;

export interface DashboardQuestion extends TeamDay {
  members: FigureSource['members'];
  /** In yen; null where nobody has said. */
  leadPrice: number | null;
  madeAt: string;
}

/** All figures, also of a team without accounts. */
export const dashboardOf = (
  accounts: readonly HistoryFacts[],
  { members, leadPrice, madeAt, ...day }: DashboardQuestion,
): Dashboard => {
  const period = figurePeriod(accounts, day, leadPrice);
  const tallies = tallyFigures(accounts, period);
  const figures = FIGURE_KEYS.map((key): Figure => {
    const rows = tallies.get(key) ?? new Map<string, RowTally>();
    const explanation = explain(FIGURE_EXPLANATIONS[key], period.since);
    return { key, title: FIGURE_TITLES[key], explanation, ...TABLES[key]({ rows, period, members }) };
  });
  return { today: day.today, since: period.since, madeAt, figures };
};

const explain = ({ ja, en }: Text, since: string | null): Text => ({
  ja: interpolate(ja, { since: since ?? FIRST_CHANGE.ja }),
  en: interpolate(en, { since: since ?? FIRST_CHANGE.en }),
});

const column = (title: keyof typeof FIGURE_COLUMN_TITLES, unit: FigureUnit): FigureColumn => ({
  title: FIGURE_COLUMN_TITLES[title],
  unit,
});

const plain = (word: string): Text => text(word, word);

const numbered = (status: Status): Text => {
  const { number, label } = STATUS[status];
  return text(`${number} ${label.ja}`, `${number} ${label.en}`);
};

/** For the head of a column of numbers, in which the longest word of the statuses would be broken. */
const narrow = ({ ja, en }: Text): Text => text(ja, en.replace('Opportunity', 'Opp.'));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0);

const overTime = (
  { rows, period }: FigureSource,
  valuesOf: (tally: RowTally) => FigureRow['values'],
): FigureRow[] =>
  period.since === null
    ? []
    : period.ends.map(({ key, day }) => {
        const tally = rows.get(key) ?? NO_TALLY;
        return {
          key,
          label: plain(key === TODAY_ROW ? day : key),
          values: valuesOf(tally),
          accounts: tally.accounts,
        };
      });

const BINS = keysOf(BIN_COLUMN_TITLES);

const statuses = (source: FigureSource): FigureTable => ({
  columns: [
    ...STATUSES.map((status): FigureColumn => ({ title: narrow(numbered(status)), unit: 'accounts' })),
    ...BINS.map((bin): FigureColumn => ({ title: BIN_COLUMN_TITLES[bin], unit: 'accounts' })),
  ],
  rows: overTime(source, (tally) => [
    ...STATUSES.map((status) => tally.count(status)),
    ...BINS.map((bin) =>
      sumOf(STATUSES.filter((status) => STATUS[status].bin === bin).map((status) => tally.count(status))),
    ),
  ]),
  chart: { type: 'STACKED_COLUMN', columns: STATUSES.map((_, index) => index) },
});

const arrow = (from: Status, to: Status): Text => {
  const [a, b] = [numbered(from), numbered(to)];
  return text(`${a.ja} → ${b.ja}`, `${a.en} → ${b.en}`);
};

const PAIRS = STATUSES.flatMap((from) =>
  STATUSES.map((to) => ({ key: pairKey(from, to), label: arrow(from, to) })),
);

const flow = ({ rows }: FigureSource): FigureTable => ({
  columns: [column('all', 'times'), column('year', 'times')],
  rows: PAIRS.flatMap(({ key, label }) => {
    const tally = rows.get(key);
    if (tally === undefined) return [];
    return { key, label, values: [tally.count('all'), tally.count('year')], accounts: tally.accounts };
  }),
  chart: { type: 'BAR', columns: [0, 1] },
});

const timeInStatus = ({ rows }: FigureSource): FigureTable => ({
  columns: [
    column('ended', 'times'),
    column('firstQuartile', 'days'),
    column('median', 'days'),
    column('thirdQuartile', 'days'),
    column('running', 'accounts'),
    column('runningMedian', 'days'),
  ],
  rows: STATUSES.flatMap((status) => {
    const tally = rows.get(status);
    if (tally === undefined) return [];
    const ended = quartilesOf(tally.valuesOf('ended'));
    const running = quartilesOf(tally.valuesOf('running'));
    const days = [ended?.first, ended?.median, ended?.third].map(daysOrNull);
    const values = [tally.count('ended'), ...days, tally.count('running'), daysOrNull(running?.median)];
    return { key: status, label: numbered(status), values, accounts: tally.accounts };
  }),
  chart: { type: 'BAR', columns: [2] },
});

const daysOrNull = (days: number | undefined): number | null =>
  days === undefined ? null : oneDecimal(days);

type Rate = 'converted' | 'nurtured' | 'onTime';

const rateColumns = (count: Rate, total: 'ended' | 'wins' | 'due', unit: FigureUnit): FigureColumn[] => [
  column(count, unit),
  column(total, unit),
  column('rate', 'percent'),
  column('low', 'percent'),
  column('high', 'percent'),
];

/** The chart of a figure that tells a rate. */
const rateChart = (type: 'BAR' | 'COLUMN'): Figure['chart'] => ({ type, columns: [2] });

const conversion = ({ rows }: FigureSource): FigureTable => ({
  columns: rateColumns('converted', 'ended', 'times'),
  rows: CONVERSIONS.flatMap(([from, to]) => {
    const key = pairKey(from, to);
    const tally = rows.get(key);
    return tally === undefined ? [] : rateRow(key, arrow(from, to), tally);
  }),
  chart: rateChart('BAR'),
});

const nurturedWins = ({ rows, period }: FigureSource): FigureTable => ({
  columns: rateColumns('nurtured', 'wins', 'times'),
  rows:
    rows.size === 0
      ? []
      : [
          ...period.months.map((month) => rateRow(month, plain(month), rows.get(month) ?? NO_TALLY)),
          rateRow(ALL_ROW, ALL_TIME, rows.get(ALL_ROW) ?? NO_TALLY),
        ],
  chart: rateChart('COLUMN'),
});

const checksOnTime = ({ rows, members }: FigureSource): FigureTable => ({
  columns: rateColumns('onTime', 'due', 'checks'),
  rows: [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, tally]) => rateRow(key, key === NO_OWNER ? NOBODY : plain(members[key]?.name ?? key), tally)),
  chart: rateChart('BAR'),
});

const overdueTrend = (source: FigureSource): FigureTable => ({
  columns: [column('overdue', 'checks')],
  rows: overTime(source, (tally) => [tally.count('overdue')]),
  chart: { type: 'LINE', columns: [0] },
});

const awaitedConditions = ({ rows }: FigureSource): FigureTable => ({
  columns: [
    ...keysOf(AGES).map((age): FigureColumn => ({ title: AGE_TITLES[age], unit: 'accounts' })),
    column('accounts', 'accounts'),
  ],
  rows: keysOf(AWAITED_LABELS).flatMap((key) => {
    const tally = rows.get(key);
    if (tally === undefined) return [];
    const values = [...keysOf(AGES).map((age) => tally.count(age)), tally.accounts];
    return { key, label: AWAITED_LABELS[key], values, accounts: tally.accounts };
  }),
  chart: { type: 'STACKED_COLUMN', columns: keysOf(AGES).map((_, index) => index) },
});

const reacquired = ({ rows }: FigureSource): FigureTable => ({
  columns: [column('times', 'times'), column('cost', 'yen')],
  rows: [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, tally]) => {
      const prices = tally.valuesOf('times');
      const cost = prices.length === 0 ? null : sumOf(prices);
      return { key, label: plain(key), values: [tally.count('times'), cost], accounts: tally.accounts };
    }),
  chart: { type: 'COLUMN', columns: [0] },
});

const TABLES: Readonly<Record<FigureKey, (source: FigureSource) => FigureTable>> = {
  statuses,
  flow,
  timeInStatus,
  conversion,
  nurturedWins,
  checksOnTime,
  overdueTrend,
  awaitedConditions,
  reacquired,
};
