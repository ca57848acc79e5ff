import type { FigureKey } from '../../../../functions/domain/statistics/dashboard';
import { figurePeriod } from '../../../../functions/domain/statistics/figure-period';
import { pairKey, visitFigures } from '../../../../functions/domain/statistics/visit-figures';
import { aContext } from '../../../builders';
import {
  accepted,
  checkOf,
  closingOf,
  dataFor,
  imported,
  importOf,
  type Life,
  opportunitiesOf,
  quarterly,
  withCheck,
  withContact,
} from '../account-lives';
import { factsOf } from './facts-of';

/** `row column value` of one figure. */
const marks = (
  figure: FigureKey,
  { history }: Life,
  today: string,
  leadPrice: number | null = null,
): string[] => {
  const facts = factsOf(history);
  const found: string[] = [];
  visitFigures(facts, figurePeriod([facts], aContext({ today }), leadPrice), (key, row, column, value) => {
    if (key === figure) found.push([row, column, ...(value === null ? [] : [value])].join(' '));
  });
  return found;
};

// Quarterly since 2026-03-02, so due on 2026-06-02, 2026-09-02, 2026-12-02.
const waiting = quarterly();

test.each<[string, Life, string, string[]]>([
  ['not due yet', waiting, '2026-06-02', []],
  ['the day is over', waiting, '2026-06-03', ['is rest']],
  ['two cycles are', waiting, '2026-09-03', ['is rest', 'is rest']],
  ['done on the day', withCheck(waiting, 'stillWaiting', '2026-06-02'), '2026-06-30', ['is counted']],
  ['a day late', withCheck(waiting, 'stillWaiting', '2026-06-03'), '2026-06-30', ['is rest']],
  [
    'done in time, told late',
    accepted(waiting, checkOf('stillWaiting', '2026-06-02'), { today: '2026-06-05' }),
    '2026-06-30',
    ['is counted'],
  ],
  ['recorded long before', withCheck(waiting, 'stillWaiting', '2026-03-20'), '2026-04-01', ['is counted']],
  ['a contact in the last weeks', withContact(waiting, 'call', '2026-05-10'), '2026-06-03', ['is counted']],
  ['a contact long before', withContact(waiting, 'call', '2026-03-20'), '2026-04-01', []],
  [
    'one in time, the next one missed',
    withCheck(waiting, 'stillWaiting', '2026-06-02'),
    '2026-09-03',
    ['is counted', 'is rest'],
  ],
  [
    'a year ago',
    withCheck(waiting, 'stillWaiting', '2026-06-02'),
    '2027-06-02',
    ['is rest', 'is rest', 'is rest'],
  ],
])('checks in time: %s', (_, life, today, expected) => {
  expect(marks('checksOnTime', life, today)).toEqual(expected);
});

const lost = withCheck(waiting, 'needGone', '2026-06-02', dataFor(['LOST'], waiting.account, '2026-06-02'));
const deal = withCheck(
  waiting,
  'becameDeal',
  '2026-06-02',
  dataFor(['OPPORTUNITY'], waiting.account, '2026-06-02'),
);
const won = accepted(
  deal,
  closingOf('won', opportunitiesOf(deal)[0] ?? '', {
    to: 'CURRENT_CLIENT',
    data: dataFor(['EVIDENCE'], deal.account, '2026-07-01'),
  }),
  { by: 'fs' },
);

test('a check that became a deal is a conversion; one whose need went is none', () => {
  const key = pairKey('QUARTERLY_CHECK', 'ACTIVE_OPPORTUNITY');
  expect(marks('conversion', deal, '2026-07-01')).toEqual([`${key} counted 92`]);
  expect(marks('conversion', lost, '2026-07-01')).toEqual([`${key} rest 92`]);
  expect(marks('conversion', waiting, '2026-07-01')).toEqual([]);
});

test('a deal that is won was nurtured where the account had waited', () => {
  expect(marks('nurturedWins', won, '2026-07-31')).toEqual(['2026-07 counted', 'all counted']);
  expect(marks('nurturedWins', won, '2027-07-31')).toEqual(['all counted']);
  expect(marks('nurturedWins', imported('CURRENT_CLIENT'), '2026-07-31')).toEqual([]);
});

test('moves of the last year count in both columns', () => {
  const first = pairKey('WORKING', 'QUARTERLY_CHECK');
  const second = pairKey('QUARTERLY_CHECK', 'ACTIVE_OPPORTUNITY');
  expect(marks('flow', deal, '2027-04-01')).toEqual([`${first} all`, `${second} all`, `${second} year`]);
});

test('at each month’s end it stood where the register said; overdue as the queue did', () => {
  expect(marks('statuses', lost, '2026-06-15')).toEqual([
    '2026-03 QUARTERLY_CHECK',
    '2026-04 QUARTERLY_CHECK',
    '2026-05 QUARTERLY_CHECK',
    'today DEAD_OPPORTUNITY',
  ]);
  expect(marks('overdueTrend', waiting, '2026-07-15')).toEqual(['2026-06 overdue 28', 'today overdue 43']);
});

test('what it waits for, and for how long', () => {
  expect(marks('awaitedConditions', waiting, '2026-06-01')).toEqual([
    'budget upTo3 91',
    'authority upTo3 91',
    'timing upTo3 91',
  ]);
  expect(marks('awaitedConditions', waiting, '2026-06-02')[0]).toBe('budget upTo6 92');
  expect(marks('awaitedConditions', waiting, '2027-03-02')[0]).toBe('budget longer 365');
  expect(marks('awaitedConditions', imported('QUARTERLY_CHECK'), '2026-07-01')).toEqual(['unasked upTo3 0']);
});

test('a list that brings what was here costs the price of a lead; undone, it does not', () => {
  const again = accepted(imported('COLD'), importOf('COLD', { list: 'ウェビナー' }));
  expect(marks('reacquired', again, '2026-07-01')).toEqual(['ウェビナー times']);
  expect(marks('reacquired', again, '2026-07-01', 8000)).toEqual(['ウェビナー times 8000']);
  const undone = accepted(again, { type: 'undo', version: 2 }, { by: 'manager' });
  expect(marks('reacquired', undone, '2026-07-01')).toEqual([]);
});
