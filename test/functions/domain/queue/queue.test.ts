import fc from 'fast-check';
import type { Account } from '../../../../functions/domain/account/account';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import {
  BAND_ORDER,
  buildQueue,
  countByBand,
  missedOf,
  type Queue,
  type QueueRow,
} from '../../../../functions/domain/queue/queue';
import type { Band } from '../../../../functions/domain/queue/queue-texts';
import { aMember, anAccount, anActivity, anOpportunity, byId, MEMBERS, TODAY } from '../../../builders';
import { aBadFit, aCheck, aHandOver, aLoss, anEndedClient, aProposal, queueContext } from './queue-scene';

const queueOf = (...accounts: Account[]): Queue => buildQueue(accounts, queueContext());
const rowOf = (account: Account): QueueRow => {
  const [row] = queueOf(account).rows;
  if (row === undefined) throw new Error('not in the queue');
  return row;
};
const working = (id: string, since: string, over: Parameters<typeof anAccount>[0] = {}) =>
  anAccount({ id, status: 'WORKING', statusSince: since, ownerId: 'is', ...over });

/** One of each band, in order. */
const ONE_EACH: readonly Account[] = [
  anEndedClient({ id: 'decide' }),
  aCheck({ id: 'approve', proposal: aProposal() }),
  aCheck({ id: 'overdue', due: '2026-06-30' }),
  aCheck({ id: 'dueIn7' }),
  aCheck({ id: 'dueIn30', due: '2026-07-20' }),
  aLoss({ id: 'revisit' }),
  aBadFit({ id: 'review' }, { reviewedBy: null }),
  working('timeBox', '2026-01-05'),
  anAccount({ id: 'handOver', ownerId: 'is', handOver: aHandOver() }),
  anAccount({ id: 'leaver', ownerId: 'left' }),
  anAccount({ id: 'debt', status: 'CURRENT_CLIENT', ownerId: 'is', debts: ['EVIDENCE'] }),
  aCheck({ id: 'later', due: '2026-09-01' }),
];

describe('the order', () => {
  test('the worst band first; each is counted', () => {
    const { rows, counts } = queueOf(...[...ONE_EACH].reverse());
    expect(rows.map(({ accountId, band }) => [accountId, band])).toEqual(
      BAND_ORDER.map((band) => [band, band]),
    );
    expect(Object.values(counts)).toEqual(BAND_ORDER.map(() => 1));
  });

  test('within a band: overdue by missed checks, then by days; then what is due first', () => {
    const { rows } = queueOf(
      aCheck({ id: 'friday', due: '2026-07-03' }),
      aCheck({ id: 'today', due: '2026-07-01' }),
      aCheck({ id: 'yesterday', due: '2026-06-30' }),
      aCheck({ id: 'long', due: '2026-05-01' }),
      aCheck({ id: 'twice', due: '2026-06-29', missedChecks: 1 }),
      aCheck({ id: 'a', due: '2026-07-03' }),
      anEndedClient({ id: 'june' }, '2026-06-30'),
      anEndedClient({ id: 'april' }),
    );
    expect(rows.map(({ accountId }) => accountId)).toEqual([
      ...['april', 'june', 'twice', 'long', 'yesterday', 'today', 'a', 'friday'],
    ]);
  });

  test('what has no day stands by its owner, first what nobody owns', () => {
    const aDebt = (id: string, ownerId: string | null) =>
      anAccount({ id, status: 'CURRENT_CLIENT', ownerId, debts: ['EVIDENCE'] });
    const { rows } = queueOf(aDebt('1', 'is'), aDebt('2', 'fs'), aDebt('3', null), aDebt('4', 'fs'));
    expect(rows.map(({ accountId }) => accountId)).toEqual(['3', '2', '4', '1']);
  });

  test('is total: the same accounts in any order make the same queue', () => {
    const check = fc.record({
      id: fc.integer({ min: 0, max: 30 }),
      days: fc.integer({ min: -200, max: 90 }),
      missedChecks: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(check, { selector: ({ id }) => id }),
        fc.constantFrom(1, 3, 7),
        (checks, step) => {
          const accounts = checks.map(({ id, days, missedChecks }) =>
            aCheck({ id: `a_${id}`, due: addDays(TODAY, days), missedChecks }),
          );
          const turned = [...accounts.slice(step), ...accounts.slice(0, step)].reverse();
          const queue = queueOf(...accounts);
          expect(queueOf(...turned)).toEqual(queue);
          expect(queue.rows).toHaveLength(accounts.length);
          const ranks = queue.rows.map(({ band }) => BAND_ORDER.indexOf(band));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        },
      ),
    );
  });
});

describe('an account stands once, by what is to be done first, and says the rest', () => {
  test.each<[string, Account, band: Band, others: Band[]]>([
    [
      'a proposal waits: nobody calls meanwhile',
      aCheck({ due: '2026-06-01', proposal: aProposal(), debts: ['NEED'] }),
      'approve',
      ['overdue', 'debt'],
    ],
    ['a proposal answers a decision', anEndedClient({ proposal: aProposal() }), 'approve', ['decide']],
    ['a leaver and overdue', aCheck({ due: '2026-06-01', ownerId: 'left' }), 'overdue', ['leaver']],
    ['a leaver, and due today', aCheck({ ownerId: 'left' }), 'leaver', ['dueIn7']],
    ['due today, and something is missing', aCheck({ debts: ['NEED'] }), 'dueIn7', ['debt']],
    [
      'something is missing, and due in a month',
      aCheck({ due: '2026-07-20', debts: ['NEED'] }),
      'debt',
      ['dueIn30'],
    ],
    [
      'beyond the time box and silent for a month: one decision',
      working('w', '2026-01-05', { everMet: true }),
      'timeBox',
      [],
    ],
    [
      'handed over by a leaver to another one',
      anAccount({ ownerId: 'left', handOver: aHandOver({ toId: 'left' }) }),
      'handOver',
      ['leaver'],
    ],
  ])('%s', (_, account, band, others) => {
    const row = rowOf(account);
    expect([row.band, row.others.map((reason) => reason.band)]).toEqual([band, others]);
  });
});

describe('what a row says of the account', () => {
  test('how many checks were missed, also while it is listed by something else', () => {
    const missed = { due: '2026-06-29', missedChecks: 1 };
    expect(missedOf(rowOf(aCheck(missed)))).toBe(2);
    expect(missedOf(rowOf(aCheck({ ...missed, proposal: aProposal() })))).toBe(2);
    expect(missedOf(rowOf(aCheck({ proposal: aProposal() })))).toBe(0);
  });

  test('the owners: owner, inside sales, field sales of open opportunities, each once; a leaver is marked', () => {
    const members = { ...MEMBERS, left: aMember({ id: 'left', name: '佐藤', active: false }) };
    const account = aCheck({
      ownerId: 'left',
      isOwnerId: 'is',
      opportunities: byId(
        anOpportunity({ id: 'o1', fsOwnerId: 'fs' }),
        anOpportunity({ id: 'o2', fsOwnerId: 'is' }),
        anOpportunity({ id: 'o3', fsOwnerId: 'fs2', state: 'lost', closedOn: '2026-04-01' }),
        anOpportunity({ id: 'o4', fsOwnerId: 'nobody' }),
      ),
    });
    const [row] = buildQueue([account], queueContext({ members })).rows;
    expect(row?.owners).toEqual([
      { ja: '佐藤(退職)', en: '佐藤 (left)' },
      { ja: 'is', en: 'is' },
      { ja: 'fs', en: 'fs' },
      { ja: '(不明)', en: '(unknown)' },
    ]);
    expect(row).toMatchObject({ status: 'QUARTERLY_CHECK', ownerId: 'left' });
  });

  test('the last contact: when, with whom, by whom and how; of two on one day the later one', () => {
    const activities = byId(
      anActivity({ id: 'a1', date: '2026-03-30', with: '山田' }),
      anActivity({ id: 'a3', date: '2026-03-30', with: '鈴木部長', by: 'left', kind: 'call' }),
      anActivity({ id: 'a2', date: '2026-03-30', with: '高橋' }),
    );
    expect(rowOf(aCheck({ activities })).lastContact).toEqual({
      date: '2026-03-30',
      channel: 'call',
      with: '鈴木部長',
      by: { ja: 'left(退職)', en: 'left (left)' },
    });
    expect(rowOf(aCheck()).lastContact).toBeNull();
  });
});

test('withdrawn accounts, and those that wait for nothing, are left out', () => {
  const { rows } = queueOf(aCheck({ withdrawn: true }), anAccount(), aBadFit(), aCheck({ id: 'acc-2' }));
  expect(rows.map(({ accountId }) => accountId)).toEqual(['acc-2']);
});

test('nothing is due', () => {
  const { rows, counts } = queueOf();
  expect(rows).toEqual([]);
  expect(Object.values(counts)).toEqual(BAND_ORDER.map(() => 0));
  expect(countByBand([])).toEqual(counts);
});

test.each([
  ['is2', 'is(2026-07-03 まで休暇、代理: is2)', 'is (on leave until 2026-07-03, stand-in: is2)'],
  [null, 'is(2026-07-03 まで休暇、代理: マネージャー)', 'is (on leave until 2026-07-03, stand-in: managers)'],
])('the row of an owner on leave names the stand-in (%s); the owner stays', (standInId, ja, en) => {
  const members = {
    ...MEMBERS,
    is: aMember({ id: 'is', leaves: [{ from: '2026-07-01', to: '2026-07-03', standInId }] }),
  };
  const [row] = buildQueue([aCheck({ id: 'a_1' })], queueContext({ members })).rows;
  expect(row).toMatchObject({ ownerId: 'is', actingId: standInId, actorId: standInId, owners: [{ ja, en }] });
});
