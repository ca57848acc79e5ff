import type { CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import { bandOf, checkLeftSince, checkReason } from '../../../../functions/domain/queue/check-reason';
import type { QueueReason } from '../../../../functions/domain/queue/queue-reason';
import { type Band, NEXT_STEPS } from '../../../../functions/domain/queue/queue-texts';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { aMember, aSettings, MEMBERS, TODAY } from '../../../builders';
import { aCheck, aHandOver, bantOf, queueContext } from './queue-scene';

const reasonOf = (account: Parameters<typeof aCheck>[0], today: CalendarDate = TODAY): QueueReason => {
  const reason = checkReason(aCheck(account), queueContext({ today }));
  if (reason === null) throw new Error('no check');
  return reason;
};

describe('a check stands by its distance from today', () => {
  test.each<[today: CalendarDate, due: CalendarDate, Band]>([
    ['2026-07-01', '2026-06-30', 'overdue'],
    ['2026-07-01', '2025-07-01', 'overdue'],
    ['2026-07-01', '2026-07-01', 'dueIn7'],
    ['2026-07-01', '2026-07-08', 'dueIn7'],
    ['2026-07-01', '2026-07-09', 'dueIn30'],
    ['2026-07-01', '2026-07-31', 'dueIn30'],
    ['2026-07-01', '2026-08-01', 'later'],
    // Neither the end of a week nor of a month comes between.
    ['2026-11-28', '2026-12-01', 'dueIn7'],
    ['2026-02-28', '2026-03-07', 'dueIn7'],
    ['2026-12-31', '2027-01-04', 'dueIn7'],
    ['2026-12-31', '2027-01-30', 'dueIn30'],
    ['2028-02-27', '2028-03-05', 'dueIn7'],
  ])('today %s, due %s: %s', (today, due, band) => {
    expect(bandOf(due, today)).toBe(band);
  });
});

test.each<[string, Parameters<typeof aCheck>[0], daysOver: number, missed: number]>([
  ['due tomorrow', { due: '2026-07-02' }, 0, 0],
  ['due today', { due: '2026-07-01' }, 0, 0],
  ['due yesterday', { due: '2026-06-30' }, 1, 1],
  ['three months late to the day', { due: '2026-04-01' }, 91, 1],
  ['in the second cycle', { due: '2026-03-31' }, 92, 2],
  ['recorded as missed, due today', { due: '2026-07-01', missedChecks: 2 }, 0, 2],
  ['recorded as missed, overdue again', { due: '2026-06-30', missedChecks: 1 }, 1, 2],
])('days over and missed checks: %s', (_, account, daysOver, missed) => {
  expect(reasonOf(account)).toMatchObject({ daysOver, missed });
});

test('a late check that nobody answered is as late as before', () => {
  const retryOf = { dueOn: '2026-06-09', late: true };
  const nextCheck = { date: '2026-07-08', origin: 'retry', base: '2026-03-09', retryOf } as const;
  expect(reasonOf({ nextCheck, unanswered: 1 })).toMatchObject({
    band: 'overdue',
    due: '2026-06-09',
    daysOver: 22,
    missed: 1,
    lateness: 3,
  });
  expect(
    reasonOf({ nextCheck: { ...nextCheck, retryOf: { ...retryOf, late: false } }, unanswered: 1 }),
  ).toMatchObject({ band: 'dueIn7', due: '2026-07-08', daysOver: 0, missed: 0, lateness: 0 });
});

test.each<[string, CalendarDate, object]>([
  ['is listed by the day of another try', '2026-07-02', { band: 'dueIn7', due: '2026-07-02' }],
  ['is not late once that is over', '2026-07-01', { band: 'dueIn7', due: '2026-07-01' }],
  ['waits for its own day then', '2026-06-30', { band: 'later', due: '2026-08-20' }],
])('a check that was tried before its day and found nobody %s', (_, date, reason) => {
  const retryOf = { dueOn: '2026-08-20', late: false };
  const nextCheck = { date, origin: 'retry', base: '2026-05-20', retryOf } as const;
  expect(reasonOf({ nextCheck, unanswered: 1 })).toMatchObject({
    ...reason,
    daysOver: 0,
    missed: 0,
    actorId: 'is',
  });
});

test('what is waited for: the condition, and BANT that is not yes', () => {
  expect(reasonOf({}).why).toEqual({
    ja: '来期の予算\n不足: 予算(なし)、時期(不明確)',
    en: '来期の予算\nMissing: Budget (No), Timing (Unclear)',
  });
  expect(reasonOf({ awaitedCondition: null }).why.ja).toBe('不足: 予算(なし)、時期(不明確)');
});

describe('nobody answered: it is said once, in what to do next or beside what is waited for', () => {
  const retryOf = (dueOn: string, date: string) =>
    ({
      nextCheck: { date, origin: 'retry', base: '2026-03-09', retryOf: { dueOn, late: true } },
      unanswered: 1,
    }) as const;
  const WAITED = '来期の予算\n不足: 予算(なし)、時期(不明確)';
  test.each<[string, Parameters<typeof aCheck>[0], next: string, why: string]>([
    ['on the day', { unanswered: 2 }, '2026-07-01 にもう一度連絡する(応答なし 2/2 回)', WAITED],
    [
      'the day on which it was to be tried again is over, too',
      { due: '2026-06-29', unanswered: 1 },
      'もう一度連絡する(2026-06-29 の予定だった。応答なし 1/2 回)',
      WAITED,
    ],
    [
      'a manager asks',
      retryOf('2026-06-24', '2026-07-08'),
      'マネージャーが担当者に確かめる(期限から5営業日以上)',
      `${WAITED}\n応答なし 1/2 回、次は 2026-07-08`,
    ],
    [
      'a manager asks, and nobody has tried again',
      retryOf('2026-06-10', '2026-06-24'),
      'マネージャーが担当替えを決める(期限から15営業日以上)',
      `${WAITED}\n応答なし 1/2 回、2026-06-24 の再連絡もまだ`,
    ],
  ])('%s', (_, over, next, why) => {
    const reason = reasonOf(over);
    expect([reason.next.ja, reason.why.ja]).toEqual([next, why]);
  });
});

describe('whose turn it is, and what to do', () => {
  const yes = bantOf('yes');
  const allYes = { budget: yes, authority: yes, need: yes, timing: yes };
  test.each<[string, Parameters<typeof aCheck>[0], band: Band, actorId: string | null, ja: string]>([
    ['in order', {}, 'dueIn7', 'is', '連絡して条件が整ったか確かめる'],
    ['no owner', { ownerId: null }, 'dueIn7', null, '担当者を決める'],
    ['an owner that nobody knows', { ownerId: 'nobody' }, 'dueIn7', null, '担当者を決める'],
    [
      'an owner who left',
      { ownerId: 'left', bant: allYes },
      'dueIn7',
      null,
      '在籍者へ引き継ぐ(それまではマネージャーが代わりに対応)',
    ],
    [
      'all of BANT is yes (rule 8)',
      { bant: allYes, debts: ['NEED'] },
      'dueIn7',
      'is',
      '案件化する(BANT がそろっています)',
    ],
    ['late by 4 business days', { due: '2026-06-25' }, 'overdue', 'is', '連絡して条件が整ったか確かめる'],
    [
      'late by 5 business days',
      { due: '2026-06-24' },
      'overdue',
      null,
      'マネージャーが担当者に確かめる(期限から5営業日以上)',
    ],
    [
      'late by 14 business days',
      { due: '2026-06-11' },
      'overdue',
      null,
      'マネージャーが担当者に確かめる(期限から5営業日以上)',
    ],
    [
      'late by 15 business days',
      { due: '2026-06-10' },
      'overdue',
      null,
      'マネージャーが担当替えを決める(期限から15営業日以上)',
    ],
    [
      'missed twice, the second one now',
      { missedChecks: 1, due: '2026-06-30' },
      'overdue',
      'is',
      'マネージャーに相談して連絡する(2回見送り)',
    ],
    [
      'missed three times, whenever the next one is due',
      { missedChecks: 3, due: '2026-09-01' },
      'decide',
      null,
      'マネージャーが続けるか決める(3回以上見送り)',
    ],
    [
      'missed for the third time now',
      { missedChecks: 2, due: '2026-06-30' },
      'decide',
      null,
      'マネージャーが続けるか決める(3回以上見送り)',
    ],
    [
      'data owed',
      { debts: ['NEED'], unanswered: 1 },
      'dueIn7',
      'is',
      '窓口・条件・BANT を補ってから連絡する',
    ],
    ['no answer yet', { unanswered: 1 }, 'dueIn7', 'is', '2026-07-01 にもう一度連絡する(応答なし 1/2 回)'],
  ])('%s', (_, account, band, actorId, ja) => {
    const reason = reasonOf(account);
    expect([reason.band, reason.actorId, reason.next.ja]).toEqual([band, actorId, ja]);
    expect(reason.next.en).toMatch(/^[A-Z]/);
  });
});

describe('another owner is proposed, by name, and once a cycle', () => {
  // Due on 03-16; its second check is missed on 06-17.
  const due = '2026-03-16' as const;
  const nextCheck = { date: due, origin: 'cadence', base: '2025-12-16' } as const;
  const handed = (on: CalendarDate) => ({ toId: 'is', on, acknowledgedOn: on });
  test.each<[string, handedOn: CalendarDate | null, today: CalendarDate, actorId: string | null, en: string]>(
    [
      ['nobody else had it', null, '2026-04-07', null, 'Manager decides whether is2 takes over'],
      ['handed over before it was due', '2026-03-13', '2026-04-07', null, 'Manager decides whether is2'],
      ['handed over on its day', due, '2026-04-07', null, 'Manager asks the owner'],
      ['handed over when it was late', '2026-04-07', '2026-04-07', 'is', 'Call and ask'],
      ['the same, 4 business days later', '2026-04-07', '2026-04-13', 'is', 'Call and ask'],
      ['the same, 5 business days later', '2026-04-07', '2026-04-14', null, 'Manager asks the owner'],
      ['the same, months later', '2026-04-07', '2026-06-16', null, 'Manager asks the owner'],
      ['the next cycle is missed, too', '2026-04-07', '2026-06-17', 'is', 'Escalate and call'],
      ['the same, 15 business days later', '2026-04-07', '2026-07-07', null, 'Manager decides whether is2'],
    ],
  )('%s', (_, handedOn, today, actorId, en) => {
    const handOver = handedOn === null ? null : aHandOver(handed(handedOn));
    const account = aCheck({ id: 'a_1', nextCheck, handOver });
    const context = queueContext({ today, proposedOwners: new Map([['a_1', 'is2']]) });
    const reason = checkReason(account, context);
    expect([reason?.actorId, reason?.next.en]).toEqual([actorId, expect.stringContaining(en)]);
    expect(reason?.proposedOwnerId).toBe(en.includes('is2') ? 'is2' : undefined);
    expect(checkLeftSince(account, context) !== null).toBe(en.includes('is2'));
  });

  test('an account that went on from its receiver is late by its day', () => {
    const account = aCheck({ nextCheck, handOver: aHandOver({ on: '2026-04-07', toId: 'is2' }) });
    expect(checkLeftSince(account, queueContext({ today: '2026-04-08' }))).not.toBeNull();
  });

  test('nobody wins time by handing an account over to whoever has it', () => {
    const account = aCheck({ nextCheck, handOver: aHandOver({ ...handed('2026-04-07'), fromId: 'is' }) });
    expect(checkLeftSince(account, queueContext({ today: '2026-04-08' }))).not.toBeNull();
  });

  const yes = bantOf('yes');
  test.each<[string, Parameters<typeof aCheck>[0]]>([
    ['in time', {}],
    ['without an owner', { due, ownerId: null }],
    ['of a leaver', { due, ownerId: 'left' }],
    ['to be an opportunity', { due, bant: { budget: yes, authority: yes, need: yes, timing: yes } }],
    ['missed three times', { due: '2025-09-30' }],
    ['taken back', { due: '2026-06-01', withdrawn: true }],
    ['no check', { due: '2026-06-01', status: 'WORKING' }],
  ])('not for one that is %s', (_, account) => {
    expect(checkLeftSince(aCheck(account), queueContext())).toBeNull();
  });
});

test.each<[string, due: CalendarDate, standInId: string | null, actorId: string | null, en: string]>([
  ['in time, it is the stand-in’s turn', '2026-07-03', 'is2', 'is2', 'is met (by is2: is is on leave)'],
  [
    'without a stand-in it is the managers’',
    '2026-07-03',
    null,
    null,
    'is met (by a manager: is is on leave)',
  ],
  ['due when the owner is back, it waits for the owner', '2026-07-06', 'is2', 'is', 'Call and ask whether'],
  ['5 business days late a manager asks', '2026-06-24', 'is2', null, 'Manager asks is2, who stands in (5'],
  ['and acts where nobody stands in', '2026-06-24', null, null, 'is met (by a manager: is is on leave)'],
  ['nobody is proposed away for being on leave', '2026-05-01', 'is2', null, 'Manager asks is2, who'],
])('the owner is on leave: %s', (_, due, standInId, actorId, en) => {
  const leaves = [{ from: '2026-06-29', to: '2026-07-03', standInId }];
  const members = { ...MEMBERS, is: aMember({ id: 'is', leaves }) };
  const context = queueContext({ members, proposedOwners: new Map([['acc-1', 'is2']]) });
  const reason = checkReason(aCheck({ due }), context);
  expect([reason?.actorId, reason?.next.en]).toEqual([actorId, expect.stringContaining(en)]);
  expect(checkLeftSince(aCheck({ due }), context)).toBeNull();
  const after = checkReason(aCheck({ due: '2026-07-06' }), queueContext({ members, today: '2026-07-04' }));
  expect([after?.actorId, after?.next]).toEqual(['is', NEXT_STEPS.call]);
});

test.each(STATUSES.filter((status) => status !== 'QUARTERLY_CHECK'))(
  '%s is no check, even with a day set',
  (status) => {
    expect(checkReason(aCheck({ status }), queueContext())).toBeNull();
  },
);

test('a check without a day is none', () => {
  expect(checkReason(aCheck({ nextCheck: null }), queueContext())).toBeNull();
});

test('the days of escalation are settings, and the words name the number that is set', () => {
  const nextOn = (due: string, managerAsksAfterDays: number, reassignAfterDays: number) => {
    const settings = aSettings({ managerAsksAfterDays, reassignAfterDays });
    return checkReason(aCheck({ due }), queueContext({ settings }))?.next.ja;
  };
  expect(nextOn('2026-06-24', 6, 15)).toBe('連絡して条件が整ったか確かめる');
  expect(nextOn('2026-06-30', 1, 2)).toBe('マネージャーが担当者に確かめる(期限から1営業日以上)');
  expect(nextOn('2026-06-24', 2, 5)).toBe('マネージャーが担当替えを決める(期限から5営業日以上)');
});
