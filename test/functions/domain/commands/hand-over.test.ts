import type { Command } from '../../../../functions/domain/commands/command-table';
import { MEMBERS, TODAY, theMember } from '../../../builders';
import { accepted, dataFor, quarterly, refused, working } from '../account-lives';

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

test('returned, it is the giver’s again', () => {
  const { account } = accepted(accepted(quarterly(), give('is2')), answer(false), { by: 'is2' });
  expect(account).toMatchObject({ ownerId: 'is', isOwnerId: 'is', handOver: null });
});

test('returned after somebody else took it, it stays theirs', () => {
  const given = accepted(quarterly(), give('is2'));
  const data = { ...dataFor(['ACTION'], given.account, TODAY), ownerId: 'fs2' };
  const taken = accepted(given, { type: 'changeStatus', to: 'WORKING', data }, { by: 'fs2' });
  expect(accepted(taken, answer(false), { by: 'is2' }).account.ownerId).toBe('fs2');
});

test('only the receiver answers, and once', () => {
  const given = accepted(quarterly(), give('is2'));
  expect(refused(given, answer(true), { by: 'manager' }).code).toBe('HAND_OVER_NOT_YOURS');
  const done = accepted(given, answer(true), { by: 'is2' });
  expect(refused(done, answer(false), { by: 'is2' }).code).toBe('HAND_OVER_NONE');
  expect(refused(quarterly(), answer(true)).code).toBe('HAND_OVER_NONE');
});

test('the owner or a manager gives, also what a leaver left', () => {
  expect(refused(working(), give('is2'), { by: 'fs' }).code).toBe('ROLE_NOT_ALLOWED');
  const members = { ...MEMBERS, is: { ...theMember('is'), active: false } };
  expect(accepted(working(), give('is2'), { by: 'manager', members }).account.ownerId).toBe('is2');
});

test.each(['left', 'viewer', 'nobody'])('not to %s', (toId) => {
  expect(refused(working(), give(toId)).code).toBe('MEMBER_UNKNOWN');
});
