import type { Command } from '../../../../functions/domain/commands/command-table';
import { MEMBERS, TODAY, theMember } from '../../../builders';
import { accepted, active, ownedByFieldSales, quarterly, refused, working } from '../account-lives';

const give = (toId: string): Command => ({ type: 'handOver', toId, note: '担当替え', promises: '4月に訪問' });

const answer = (accept: boolean): Command => ({ type: 'acknowledgeHandOver', accept });

test('the account is the receiver’s at once, and waits for the acknowledgement', () => {
  const { account } = accepted(quarterly(), give('is2'));
  expect(account).toMatchObject({
    ownerId: 'is2',
    isOwnerId: 'is2',
    handOver: { by: 'is', fromId: 'is', toId: 'is2', promises: '4月に訪問', acknowledgedOn: null },
  });
  const done = accepted(accepted(quarterly(), give('is2')), answer(true), { by: 'is2' });
  expect(done.account.handOver?.acknowledgedOn).toBe(TODAY);
});

test('the owner or a manager gives, also what a leaver left', () => {
  expect(refused(working(), give('is2'), { by: 'fs' }).code).toBe('ROLE_NOT_ALLOWED');
  const members = { ...MEMBERS, is: { ...theMember('is'), active: false } };
  expect(accepted(working(), give('is2'), { by: 'manager', members }).account.ownerId).toBe('is2');
});

test('what somebody takes themselves, with its opportunities, waits for nobody', () => {
  const members = { ...MEMBERS, fs: { ...theMember('fs'), active: false } };
  const take = { type: 'handOver', toId: 'manager', note: '引き取り', withOpportunities: true } as const;
  const { account } = accepted(ownedByFieldSales(), take, { by: 'manager', members });
  expect([account.ownerId, account.handOver?.acknowledgedOn]).toEqual(['manager', TODAY]);
  expect(Object.values(account.opportunities)).toMatchObject([
    { fsOwnerId: 'manager', handOver: { fromId: 'fs', acknowledgedOn: TODAY } },
  ]);
});

test('not to whom it belongs: what was handed over and promised before stays', () => {
  const given = accepted(quarterly(), give('is2'));
  expect(refused(given, give('is2'), { by: 'is2' }).code).toBe('HAND_OVER_TO_OWNER');
  expect(refused(given, give('is2'), { by: 'manager' }).code).toBe('HAND_OVER_TO_OWNER');
});

test.each(['left', 'viewer', 'nobody'])('not to %s', (toId) => {
  expect(refused(working(), give(toId)).code).toBe('MEMBER_UNKNOWN');
});

test('opportunities go along only where it is asked for, only the owner’s own, and only to field sales', () => {
  const givenTo = (life: typeof active, toId: string, withOpportunities: boolean) =>
    accepted(life(), { type: 'handOver', toId, note: '担当替え', withOpportunities }, { by: 'manager' });
  const owners = ({ account }: ReturnType<typeof active>) =>
    Object.values(account.opportunities).map(({ fsOwnerId }) => fsOwnerId);
  expect(owners(givenTo(ownedByFieldSales, 'fs2', true))).toEqual(['fs2']);
  expect(owners(givenTo(ownedByFieldSales, 'fs2', false))).toEqual(['fs']);
  expect(owners(givenTo(active, 'is2', true))).toEqual(['fs']);
  const toInsideSales = { type: 'handOver', toId: 'is2', note: '担当替え', withOpportunities: true } as const;
  expect(refused(ownedByFieldSales(), toInsideSales, { by: 'manager' }).code).toBe('FIELD_SALES_OWNER');
});
