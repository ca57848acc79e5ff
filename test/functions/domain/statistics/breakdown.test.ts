import {
  breakdownExtract,
  breakdownOfAccount,
  breakdownPage,
} from '../../../../functions/domain/statistics/breakdown';
import { FIGURE_KEYS } from '../../../../functions/domain/statistics/dashboard';
import { figurePeriod } from '../../../../functions/domain/statistics/figure-period';
import { dashboardOf } from '../../../../functions/domain/statistics/figures';
import { aContext, MEMBERS } from '../../../builders';
import { cold, dead, quarterly, withCheck } from '../account-lives';
import { factsOf } from './facts-of';

const today = '2026-06-15';
const accounts = [cold(), quarterly(), dead(), withCheck(quarterly(), 'stillWaiting', '2026-06-02')].map(
  ({ history }, index) => factsOf(history, `acc-${index}`),
);
const period = figurePeriod(accounts, aContext({ today }), null);

test('every row of every figure lists as many accounts as it says', () => {
  const question = { ...aContext({ today }), members: MEMBERS, leadPrice: null, madeAt: '' };
  let rows = 0;
  for (const figure of dashboardOf(accounts, question).figures)
    for (const { key, accounts: count } of figure.rows) {
      const listed = accounts.flatMap((facts) =>
        breakdownOfAccount(facts, { figure: figure.key, row: key }, period),
      );
      expect(new Set(listed.map(({ accountId }) => accountId)).size).toBe(count);
      rows += 1;
    }
  expect(rows).toBe(18);
});

test('a row says who, whose, where it is now, and as what it counts', () => {
  const [, waiting] = accounts;
  expect(waiting && breakdownOfAccount(waiting, { figure: 'overdueTrend', row: 'today' }, period)).toEqual([
    {
      figure: 'overdueTrend',
      row: 'today',
      column: 'overdue',
      accountId: 'acc-1',
      name: '株式会社サンプル',
      ownerId: 'is',
      status: 'QUARTERLY_CHECK',
      value: 13,
    },
  ]);
});

test('page by page every account comes once, with all of its rows', () => {
  const whole = breakdownPage(accounts, {}, period, { after: null, limit: 10_000 });
  expect(whole.after).toBeNull();
  expect(new Set(whole.rows.map(({ figure }) => figure)).size).toBe(FIGURE_KEYS.length - 3);
  const paged = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = breakdownPage([...accounts].reverse(), {}, period, { after: after ?? null, limit: 3 });
    paged.push(...page.rows);
    ({ after } = page);
  }
  expect(paged).toEqual(whole.rows);
});

test('an extract has the accounts of each row that count with the most, in their order', () => {
  const all = breakdownExtract(accounts, period, 100);
  const whole = breakdownPage(accounts, {}, period, { after: null, limit: 10_000 }).rows;
  const inOrder = (rows: typeof all) => rows.map((row) => JSON.stringify(row)).sort();
  expect(inOrder(all)).toEqual(inOrder(whole));
  const few = breakdownExtract(accounts, period, 1);
  for (const row of few) {
    const others = whole.filter((other) => other.figure === row.figure && other.row === row.row);
    const more = others.filter((other) => (other.value ?? 0) > (row.value ?? 0));
    expect(more.length).toBeLessThan(2);
  }
  expect(few.length).toBeGreaterThan(18);
  expect(few.length).toBeLessThan(all.length);
});
