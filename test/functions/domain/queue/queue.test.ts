import fc from 'fast-check';
import type { Account, ProductUse } from '../../../../functions/domain/account/account';
import type { AccountRecord } from '../../../../functions/domain/account/account-record';
import { addDays, type CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import { bucketOf, buildQueue, type Queue, type QueueRow } from '../../../../functions/domain/queue/queue';
import type { Bucket } from '../../../../functions/domain/queue/queue-texts';
import type { BantValue } from '../../../../functions/domain/status/code-lists';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import {
  aMember,
  anAccount,
  anActivity,
  anOpportunity,
  aProduct,
  aSettings,
  byId,
  MEMBERS,
  TODAY,
} from '../../../builders';

const bantOf = (value: BantValue) => ({ value, on: null, by: null });

/** In the quarterly check, everything as it should be, due today. */
const aCheck = (over: Partial<AccountRecord> & { due?: CalendarDate } = {}): Account => {
  const { due = TODAY, ...rest } = over;
  return anAccount({
    status: 'QUARTERLY_CHECK',
    ownerId: 'is',
    everMet: true,
    nextCheck: { date: due, origin: 'cadence', base: '2026-03-30' },
    awaitedCondition: '来期の予算',
    bant: { budget: bantOf('no'), authority: bantOf('yes'), need: bantOf('yes'), timing: bantOf('unclear') },
    ...rest,
  });
};

const aClient = (id: string, product: Partial<ProductUse>): Account =>
  anAccount({ id, status: 'CURRENT_CLIENT', ownerId: 'is', products: byId(aProduct(product)) });

const queueOf = (...accounts: Account[]): Queue => buildQueue(accounts, TODAY, MEMBERS, aSettings());
const rowOf = (account: Account): QueueRow => {
  const [row] = queueOf(account).rows;
  if (row === undefined) throw new Error('not in the queue');
  return row;
};

describe('a check stands where its day lies', () => {
  test.each<[today: CalendarDate, day: string, due: CalendarDate, Bucket]>([
    ['2026-07-01', 'Wednesday', '2026-06-30', 'overdue'],
    ['2026-07-01', 'Wednesday', '2025-07-01', 'overdue'],
    ['2026-07-01', 'Wednesday', '2026-07-01', 'thisWeek'],
    ['2026-07-01', 'Wednesday', '2026-07-05', 'thisWeek'],
    ['2026-07-01', 'Wednesday', '2026-07-06', 'thisMonth'],
    ['2026-07-01', 'Wednesday', '2026-07-31', 'thisMonth'],
    ['2026-07-01', 'Wednesday', '2026-08-01', 'later'],
    ['2026-07-05', 'Sunday', '2026-07-04', 'overdue'],
    ['2026-07-05', 'Sunday', '2026-07-05', 'thisWeek'],
    ['2026-07-05', 'Sunday', '2026-07-06', 'thisMonth'],
    ['2026-07-06', 'Monday', '2026-07-05', 'overdue'],
    ['2026-07-06', 'Monday', '2026-07-12', 'thisWeek'],
    ['2026-07-06', 'Monday', '2026-07-13', 'thisMonth'],
    ['2026-07-29', 'Wednesday of the last week', '2026-08-02', 'thisWeek'],
    ['2026-07-29', 'Wednesday of the last week', '2026-08-03', 'later'],
    ['2026-07-31', 'Friday, month end', '2026-07-31', 'thisWeek'],
    ['2026-07-31', 'Friday, month end', '2026-08-02', 'thisWeek'],
    ['2026-07-31', 'Friday, month end', '2026-08-03', 'later'],
    ['2026-02-28', 'Saturday, month end', '2026-03-01', 'thisWeek'],
    ['2026-02-28', 'Saturday, month end', '2026-03-02', 'later'],
    ['2026-05-31', 'Sunday, month end', '2026-05-31', 'thisWeek'],
    ['2026-05-31', 'Sunday, month end', '2026-06-01', 'later'],
    ['2026-12-31', 'Thursday, year end', '2027-01-03', 'thisWeek'],
    ['2026-12-31', 'Thursday, year end', '2027-01-04', 'later'],
    ['2028-02-27', 'Sunday in a leap year', '2028-02-29', 'thisMonth'],
  ])('today %s (%s), due %s: %s', (today, _, due, bucket) => {
    expect(bucketOf(due, today)).toBe(bucket);
  });
});

describe('the order', () => {
  test('worst first: overdue by missed checks, then by days; then what comes first', () => {
    const { rows, counts } = queueOf(
      aCheck({ id: 'later', due: '2026-08-03' }),
      aCheck({ id: 'month', due: '2026-07-20' }),
      aCheck({ id: 'friday', due: '2026-07-03' }),
      aCheck({ id: 'today', due: '2026-07-01' }),
      aCheck({ id: 'yesterday', due: '2026-06-30' }),
      aCheck({ id: 'long', due: '2026-05-01' }),
      aCheck({ id: 'twice', due: '2026-06-29', missedChecks: 1 }),
      aCheck({ id: 'a', due: '2026-07-03' }),
    );
    expect(rows.map(({ accountId }) => accountId)).toEqual([
      'twice',
      'long',
      'yesterday',
      'today',
      'a',
      'friday',
      'month',
      'later',
    ]);
    expect(counts).toEqual({ decide: 0, overdue: 3, thisWeek: 3, thisMonth: 1, later: 1 });
  });

  test('decisions come first, the longest due ahead, with why and what to do', () => {
    const { rows, counts } = queueOf(
      aCheck({ id: 'long', due: '2026-05-01', missedChecks: 3 }),
      aClient('today', { endsOn: TODAY }),
      aClient('tomorrow', { endsOn: '2026-07-02' }),
      aClient('april', { endsOn: '2026-04-30' }),
      aClient('lasting', {}),
    );
    expect(rows.map(({ accountId }) => accountId)).toEqual(['april', 'today', 'long']);
    expect(counts).toEqual({ decide: 2, overdue: 1, thisWeek: 0, thisMonth: 0, later: 0 });
    expect(rows[0]).toMatchObject({
      ...{ bucket: 'decide', due: null, daysOverdue: 62, missed: 0, lacks: [] },
      condition: '',
      reason: { ja: '利用中の製品はすべて終了(2026-04-30)', en: 'Every product has ended (2026-04-30)' },
      next: { ja: '次のステータスを決める', en: 'Decide its next status' },
      owners: [{ ja: 'is', en: 'is' }],
    });
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
        (given, step) => {
          const accounts = given.map(({ id, days, missedChecks }) =>
            aCheck({ id: `a_${id}`, due: addDays(TODAY, days), missedChecks }),
          );
          const turned = [...accounts.slice(step), ...accounts.slice(0, step)].reverse();
          const queue = queueOf(...accounts);
          expect(queueOf(...turned)).toEqual(queue);
          expect(Object.values(queue.counts).reduce((sum, count) => sum + count, 0)).toBe(accounts.length);
          const rank = ['overdue', 'thisWeek', 'thisMonth', 'later'];
          const ranks = queue.rows.map(({ bucket }) => rank.indexOf(bucket));
          expect(ranks).toEqual([...ranks].sort());
        },
      ),
    );
  });
});

describe('days overdue and missed checks', () => {
  test.each<[string, Parameters<typeof aCheck>[0], days: number, missed: number]>([
    ['due tomorrow', { due: '2026-07-02' }, 0, 0],
    ['due today', { due: '2026-07-01' }, 0, 0],
    ['due yesterday', { due: '2026-06-30' }, 1, 1],
    ['three months less a day late', { due: '2026-04-02' }, 90, 1],
    ['three months late to the day', { due: '2026-04-01' }, 91, 1],
    ['in the second cycle', { due: '2026-03-31' }, 92, 2],
    ['in the third cycle', { due: '2025-12-31' }, 182, 3],
    ['recorded as missed, due today', { due: '2026-07-01', missedChecks: 2 }, 0, 2],
    ['recorded as missed, overdue again', { due: '2026-06-30', missedChecks: 2 }, 1, 3],
  ])('%s', (_, account, daysOverdue, missed) => {
    expect(rowOf(aCheck(account))).toMatchObject({ daysOverdue, missed });
  });
});

describe('what a row says', () => {
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
    const [row] = buildQueue([account], TODAY, members, aSettings()).rows;
    expect(row?.owners).toEqual([
      { ja: '佐藤(退職)', en: '佐藤 (left)' },
      { ja: 'is', en: 'is' },
      { ja: 'fs', en: 'fs' },
      { ja: '(不明)', en: '(unknown)' },
    ]);
  });

  test('last contact and with whom: the latest, of two on one day the later one', () => {
    const activities = byId(
      anActivity({ id: 'a1', date: '2026-03-30', with: '山田' }),
      anActivity({ id: 'a3', date: '2026-03-30', with: '鈴木部長' }),
      anActivity({ id: 'a2', date: '2026-03-30', with: '高橋' }),
    );
    expect(rowOf(aCheck({ activities }))).toMatchObject({
      lastContact: '2026-03-30',
      lastContactWith: '鈴木部長',
    });
    expect(rowOf(aCheck())).toMatchObject({ lastContact: null, lastContactWith: '' });
  });

  test('what is waited for: BANT that is not yes, and the condition', () => {
    const bant = {
      budget: bantOf('no'),
      authority: bantOf('unclear'),
      need: bantOf('yes'),
      timing: bantOf('unknown'),
    };
    const row = rowOf(aCheck({ bant, awaitedCondition: '来期の予算' }));
    expect(row.lacks.map(({ ja }) => ja)).toEqual(['予算(なし)', '決裁者(不明確)', '時期(未確認)']);
    expect(row.lacks.map(({ en }) => en)).toEqual(['Budget (No)', 'Authority (Unclear)', 'Timing (Unknown)']);
    expect(row.condition).toBe('来期の予算');
    expect(rowOf(aCheck({ awaitedCondition: null })).condition).toBe('');
  });
});

describe('what to do next', () => {
  const yes = bantOf('yes');
  const allYes = { budget: yes, authority: yes, need: yes, timing: yes };
  test.each<[string, Parameters<typeof aCheck>[0], ja: string, en: string]>([
    ['in order', {}, '連絡して条件が整ったか確かめる', 'Call and ask whether the condition is met'],
    ['no owner', { ownerId: null, missedChecks: 3 }, '担当者を決める', 'Give it an owner'],
    ['an owner that nobody knows', { ownerId: 'nobody' }, '担当者を決める', 'Give it an owner'],
    [
      'an owner who left',
      { ownerId: 'left', bant: allYes },
      '在籍者へ引き継ぐ',
      'Hand it over to an active member',
    ],
    [
      'all of BANT is yes (rule 8)',
      { bant: allYes, debts: ['NEED'], missedChecks: 3 },
      '案件化する(BANT がそろっています)',
      'Make it an opportunity (all of BANT is yes)',
    ],
    [
      'missed three times',
      { missedChecks: 3 },
      'マネージャーが続けるか決める(3回以上見送り)',
      'Manager decides whether to go on (missed three times)',
    ],
    [
      'missed twice, the second one now',
      { missedChecks: 1, due: '2026-06-30' },
      'マネージャーに相談して連絡する(2回見送り)',
      'Escalate and call (missed twice)',
    ],
    [
      'data owed',
      { debts: ['NEED'], unanswered: 1 },
      '窓口・条件・BANT を補ってから連絡する',
      'Fill in contact, condition and BANT, then call',
    ],
    [
      'no answer yet',
      { unanswered: 1, due: '2026-06-30' },
      'もう一度連絡する(応答なし 1/2 回)',
      'Try again (no answer 1 of 2)',
    ],
  ])('%s', (_, account, ja, en) => {
    expect(rowOf(aCheck(account)).next).toEqual({ ja, en });
  });
});

describe('left out', () => {
  test.each(STATUSES.filter((status) => status !== 'QUARTERLY_CHECK'))(
    '%s, even with a check set',
    (status) => {
      expect(queueOf(aCheck({ status })).rows).toEqual([]);
    },
  );

  test.each<[string, Partial<AccountRecord>]>([
    ['withdrawn', { withdrawn: true }],
    ['without a next check', { nextCheck: null }],
  ])('%s', (_, over) => {
    expect(queueOf(aCheck(over), aCheck({ id: 'acc-2' })).rows.map(({ accountId }) => accountId)).toEqual([
      'acc-2',
    ]);
  });

  test('nothing is due', () => {
    expect(queueOf()).toEqual({
      rows: [],
      counts: { decide: 0, overdue: 0, thisWeek: 0, thisMonth: 0, later: 0 },
    });
  });
});
