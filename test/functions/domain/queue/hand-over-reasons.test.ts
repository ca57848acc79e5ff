import type { Account, OpportunityHandOver } from '../../../../functions/domain/account/account';
import type { CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import {
  handOverIgnoredSince,
  handOverReason,
  opportunityReason,
} from '../../../../functions/domain/queue/hand-over-reasons';
import type { QueueReason } from '../../../../functions/domain/queue/queue-reason';
import { aMember, anAccount, anOpportunity, byId, MEMBERS } from '../../../builders';
import { aCheck, aHandOver, aPassing, queueContext } from './queue-scene';

const handed = (over: Parameters<typeof aHandOver>[0] = {}): Account => aCheck({ handOver: aHandOver(over) });
const passed = (over: Partial<OpportunityHandOver> = {}, fsOwnerId = 'fs'): Account =>
  anAccount({ ownerId: 'is', opportunities: byId(anOpportunity({ fsOwnerId, handOver: aPassing(over) })) });

test.each<[string, QueueReason | null, Partial<QueueReason>, why: string]>([
  [
    'an account, from the first day on',
    handOverReason(handed(), queueContext()),
    { band: 'handOver', due: '2026-06-30', daysOver: 1, actorId: 'is' },
    'left(退職) → is、受け取り待ち:窓口は山田部長',
  ],
  [
    'an account, to somebody who has left',
    handOverReason(handed({ toId: 'left', fromId: null }), queueContext()),
    { actorId: null },
    '(担当なし) → left(退職)、受け取り待ち:窓口は山田部長',
  ],
  [
    'an opportunity, after two business days',
    opportunityReason(passed(), queueContext()),
    { band: 'handOver', due: '2026-06-30', daysOver: 1, actorId: 'fs', opportunityId: 'o000001' },
    '案件 Cloud:is → fs、受け取り待ち:山田部長 / 予算あり / 見積',
  ],
])('%s', (_, reason, expected, why) => {
  expect(reason).toMatchObject(expected);
  expect(reason?.why.ja).toBe(why);
});

test.each([
  ['an account acknowledged', handOverReason(handed({ acknowledgedOn: '2026-07-01' }), queueContext())],
  ['an opportunity passed on yesterday', opportunityReason(passed({ on: '2026-06-30' }), queueContext())],
  [
    'an opportunity acknowledged',
    opportunityReason(passed({ acknowledgedOn: '2026-06-26' }), queueContext()),
  ],
  [
    'an opportunity that its owner opened',
    opportunityReason(anAccount({ opportunities: byId(anOpportunity()) }), queueContext()),
  ],
])('not listed: %s', (_, reason) => {
  expect(reason).toBeNull();
});

/** Handed over on Wednesday the first: a manager asks after five business days, and after fifteen decides. */
const ON = '2026-07-01';

describe.each([
  ['an account', handOverReason, handed({ on: ON }), 'is', 0],
  ['an opportunity', opportunityReason, passed({ on: ON }), 'fs', 2],
] as const)(
  '%s that is not acknowledged goes the way of a late check',
  (_, find, account, receiver, grace) => {
    const days: Record<number, CalendarDate> = { 0: '2026-07-01', 2: '2026-07-03' };
    const at = (today: CalendarDate, over: Parameters<typeof queueContext>[0] = {}) =>
      find(account, queueContext({ today, ...over }));
    const [asks, decides] =
      grace === 0 ? (['2026-07-08', '2026-07-23'] as const) : (['2026-07-10', '2026-07-27'] as const);

    test('the receiver, then a manager who asks the receiver, then one who decides who takes it', () => {
      expect(at(days[grace] ?? ON)).toMatchObject({ lateness: 0, actorId: receiver });
      const asked = at(asks);
      expect(asked).toMatchObject({ lateness: 2, actorId: null, askedId: receiver });
      expect(asked?.next.en).toBe(
        `Manager asks ${receiver} to acknowledge or return it (5 business days late or more)`,
      );
      const decided = at(decides);
      expect(decided).toMatchObject({ lateness: 3, actorId: null, askedId: receiver });
      expect(decided?.next.en).toContain('Manager decides whether somebody else takes over');
    });

    test('on leave the stand-in is asked, and nobody loses it; where nobody stands in it is the managers’', () => {
      const away = (standInId: string | null) => ({
        members: {
          ...MEMBERS,
          [receiver]: aMember({ id: receiver, leaves: [{ from: ON, to: '2026-08-31', standInId }] }),
        },
      });
      expect(at(decides, away('is2'))).toMatchObject({ actorId: null, askedId: 'is2' });
      expect(at(decides, away('is2'))?.next.en).toContain('Manager asks is2');
      expect(at(asks, away(null))?.next.en).toContain(`by a manager: ${receiver} is on leave`);
    });
  },
);

test('another owner is proposed by name for an account that its owner lets wait for 15 business days', () => {
  const account = handed({ on: ON });
  const proposedOwners = new Map([[account.id, 'is2']]);
  const [before, then] = ['2026-07-22', '2026-07-23'].map((today) => queueContext({ today, proposedOwners }));
  expect([before, then].map((day) => day && handOverIgnoredSince(account, day))).toEqual([null, ON]);
  const reason = then === undefined ? null : handOverReason(account, then);
  expect(reason).toMatchObject({ actorId: null, proposedOwnerId: 'is2' });
  expect(reason?.next.ja).toContain('is2 さんへの担当替え');
  const elsewhere = aCheck({ ownerId: 'is2', handOver: aHandOver({ on: ON }) });
  expect(then === undefined ? null : handOverIgnoredSince(elsewhere, then)).toBeNull();
});

test.each([
  ['an account', handOverReason, handed(), 'is'],
  ['an opportunity', opportunityReason, passed({}, 'is'), 'is'],
] as const)('%s handed to somebody on leave names who acts meanwhile', (_, find, account, actorId) => {
  const awayWith = (standInId: string | null) => {
    const leaves = [{ from: '2026-07-01', to: '2026-07-03', standInId }];
    return find(
      account,
      queueContext({ members: { ...MEMBERS, [actorId]: aMember({ id: actorId, leaves }) } }),
    );
  };
  expect(awayWith('fs')).toMatchObject({
    actorId: 'fs',
    next: { en: expect.stringContaining('by fs: is is on leave') },
  });
  expect(awayWith(null)).toMatchObject({
    actorId: null,
    next: { en: expect.stringContaining('by a manager') },
  });
});
