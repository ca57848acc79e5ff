import * as fc from 'fast-check';
import type { HistoryEntry } from '../../../../functions/domain/account/history';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import { statusOf } from '../../../../functions/domain/statistics/account-facts';
import { FIGURE_KEYS, type FigureKey } from '../../../../functions/domain/statistics/dashboard';
import { figurePeriod } from '../../../../functions/domain/statistics/figure-period';
import { dashboardOf } from '../../../../functions/domain/statistics/figures';
import { staysOf } from '../../../../functions/domain/statistics/stays';
import { visitFigures } from '../../../../functions/domain/statistics/visit-figures';
import { aContext, MEMBERS } from '../../../builders';
import { cold, dead, quarterly } from '../account-lives';
import { randomCommand } from '../commands/random-command';
import { step } from '../commands/random-lives';
import { same, stored, type World } from '../commands/random-world';
import { factsOf } from './facts-of';
import { type Counts, naiveCounts, naiveDays } from './naive-figures';

const dashboard = (
  histories: readonly (readonly HistoryEntry[])[],
  today: string,
  leadPrice: number | null = null,
) => {
  const accounts = histories.map((history, index) => factsOf(history, `acc-${index}`));
  return dashboardOf(accounts, {
    ...aContext({ today }),
    members: MEMBERS,
    leadPrice,
    madeAt: `${today} 08:00`,
  });
};
const figureOf = (made: ReturnType<typeof dashboard>, key: FigureKey) => {
  const figure = made.figures.find((one) => one.key === key);
  if (figure === undefined) throw new Error(`no figure ${key}`);
  return figure;
};

test.each([
  ['a team without accounts', []],
  ['one account', [cold().history]],
  ['some', [cold().history, quarterly().history, dead().history]],
])('%s has every figure, each as wide as its columns, in both languages', (_, histories) => {
  const made = dashboard(histories, '2026-07-01', 5000);
  expect(made.figures.map(({ key }) => key)).toEqual([...FIGURE_KEYS]);
  expect(made.since).toBe(histories.length === 0 ? null : '2026-03-02');
  for (const { columns, rows, chart, title, explanation } of made.figures) {
    for (const row of rows) {
      expect(row.values).toHaveLength(columns.length);
      expect(row.label.ja).not.toBe('');
    }
    for (const column of chart?.columns ?? []) expect(column).toBeLessThan(columns.length);
    for (const { ja, en } of [title, explanation, ...columns.map((one) => one.title)]) {
      expect(ja + en).not.toMatch(/[{}]/);
      expect(ja !== '' && en !== '').toBe(true);
    }
    if (histories.length === 0) expect(rows).toEqual([]);
  }
});

test('a team without a history is told since when it will be counted', () => {
  const { explanation } = figureOf(dashboard([], '2026-07-01', 0), 'flow');
  expect(explanation.en).toMatch(/^Changes of status since the day of the first change\./);
});

test('the stock by status and by bin; the last row is today', () => {
  const { rows } = figureOf(
    dashboard([cold().history, quarterly().history, dead().history], '2026-04-15'),
    'statuses',
  );
  const stock = [1, 0, 0, 1, 1, 0, 0, 0, 1, 2, 0];
  expect(rows).toEqual([
    { key: '2026-03', label: { ja: '2026-03', en: '2026-03' }, values: stock, accounts: 3 },
    { key: 'today', label: { ja: '2026-04-15', en: '2026-04-15' }, values: stock, accounts: 3 },
  ]);
});

test('a rate has its count, its total, and how sure it is', () => {
  const { rows } = figureOf(dashboard([quarterly().history], '2026-06-03'), 'checksOnTime');
  expect(rows).toEqual([
    { key: 'is', label: { ja: 'is', en: 'is' }, values: [0, 1, 0, 0, 97.5], accounts: 1 },
  ]);
});

const emptyWorld = (): World => ({
  lives: {},
  today: '2026-03-02',
  setBack: false,
  ...{ accepted: {}, refused: {}, entered: {}, imported: {}, tested: {} },
});

/** Nothing of the past is erased: the facts are of what the store had. */
const command = randomCommand.map((drawn) => ({
  ...drawn,
  type: drawn.type === 'eraseContact' ? ('undo' as const) : drawn.type,
}));

test('on random lives every figure counts what folding their whole histories counts, and the status is where it is', () => {
  const seen = new Set<string>();
  const lives = fc.property(
    fc.array(command, { minLength: 40, maxLength: 90, size: 'max' }),
    fc.integer({ min: 0, max: 400 }),
    (sequence, later) => {
      const world = emptyWorld();
      for (const drawn of sequence) step(world, drawn);
      const histories = Object.values(world.lives).map(({ history }) => history);
      const accounts = histories.map((history) => factsOf(stored(history)));
      const today = addDays(world.today, later);
      const period = figurePeriod(accounts, aContext({ today }), null);
      const counts: Counts = {};
      const days: string[] = [];
      for (const facts of accounts) {
        visitFigures(facts, period, (figure, row, column, value) => {
          const key = [figure, row, column].join(' ');
          counts[key] = (counts[key] ?? 0) + 1;
          if (figure === 'timeInStatus' && column === 'ended') days.push(`${row} ${value}`);
        });
        const stays = staysOf(facts);
        same(stays[stays.length - 1]?.status ?? null, statusOf(facts));
      }
      same(counts, naiveCounts(histories, period));
      same(days.sort(), naiveDays(histories));
      for (const key of Object.keys(counts)) seen.add(key.split(' ')[0] ?? '');
    },
  );
  void fc.assert(lives, { numRuns: 25, endOnFailure: true });
  expect([...seen].sort()).toEqual([...FIGURE_KEYS].sort());
});
