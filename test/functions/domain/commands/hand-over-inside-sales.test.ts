import { MEMBERS, TODAY, theMember } from '../../../builders';
import { accepted, active, DATA, refused } from '../account-lives';

const to = (toId: string) => ({ type: 'handOverInsideSales', toId, note: 'is が退職' }) as const;

test('another member gets the account back from field sales; its owner stays', () => {
  const members = { ...MEMBERS, is: { ...theMember('is'), active: false } };
  const life = accepted(active(), to('is2'), { by: 'manager', members });
  expect(life.account).toMatchObject({ ownerId: active().account.ownerId, isOwnerId: 'is2' });
  const back = accepted(
    life,
    {
      type: 'changeStatus',
      to: 'WORKING',
      data: { ...DATA.NONE_OPEN(life.account, TODAY), reason: '時期が合わない' },
    },
    { by: 'fs', members },
  );
  expect(back.account.ownerId).toBe('is2');
});

test.each(['left', 'viewer', 'nobody'])('not to %s', (toId) => {
  expect(refused(active(), to(toId), { by: 'manager' }).code).toBe('MEMBER_UNKNOWN');
});

test('of an active one by that member or a manager; of nobody by whoever asks first', () => {
  expect(active().account.isOwnerId).toBe('is');
  expect(refused(active(), to('is2'), { by: 'fs' }).code).toBe('ROLE_NOT_ALLOWED');
  for (const by of ['is', 'manager'])
    expect(accepted(active(), to('is2'), { by }).account.isOwnerId).toBe('is2');
});
