import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, dataFor, quarterly, refused } from '../account-lives';

const give = (toId: string): Command => ({ type: 'handOver', toId, note: '担当替え', promises: '4月に訪問' });

const answer = (accept: boolean): Command => ({ type: 'acknowledgeHandOver', accept });

test('returned, it is the giver’s again', () => {
  const { account } = accepted(accepted(quarterly(), give('is2')), answer(false), { by: 'is2' });
  expect(account).toMatchObject({ ownerId: 'is', isOwnerId: 'is', handOver: null });
});

test('returned after somebody else took it, it stays theirs', () => {
  const handedOver = accepted(quarterly(), give('is2'));
  const data = { ...dataFor(['ACTION'], handedOver.account, TODAY), ownerId: 'fs2' };
  const takeOver = { type: 'changeStatus', to: 'WORKING', data } as const;
  expect(refused(handedOver, takeOver, { by: 'fs2' }).code).toBe('OWNER_HANDS_OVER');
  const takenOver = accepted(handedOver, takeOver, { by: 'manager' });
  expect(accepted(takenOver, answer(false), { by: 'is2' }).account.ownerId).toBe('fs2');
});

test('only the receiver answers, and once', () => {
  const handedOver = accepted(quarterly(), give('is2'));
  expect(refused(handedOver, answer(true), { by: 'manager' }).code).toBe('HAND_OVER_NOT_YOURS');
  const done = accepted(handedOver, answer(true), { by: 'is2' });
  expect(refused(done, answer(false), { by: 'is2' }).code).toBe('HAND_OVER_NONE');
  expect(refused(quarterly(), answer(true)).code).toBe('HAND_OVER_NONE');
});
