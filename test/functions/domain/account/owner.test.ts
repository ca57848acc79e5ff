import { assignOwner } from '../../../../functions/domain/account/owner';
import { aContext, anAccount } from '../../../builders';
import { changed, refusalOf } from './mutation-scene';

const assign = (ownerId: string, by: string) => assignOwner(ownerId, aContext({ by }));

test('an owner from inside sales is its IS owner, too; one from field sales leaves that one', () => {
  const account = anAccount({ isOwnerId: 'is2' });
  expect(changed(account, assign('is', 'is'))).toMatchObject({ ownerId: 'is', isOwnerId: 'is' });
  expect(changed(account, assign('fs', 'is'))).toMatchObject({ ownerId: 'fs', isOwnerId: 'is2' });
  // Who has left is not to get it back.
  const left = anAccount({ ownerId: 'left', isOwnerId: 'left' });
  expect(changed(left, assign('fs', 'manager'))).toMatchObject({ ownerId: 'fs', isOwnerId: null });
});

test.each(['viewer', 'left', 'nobody', 'constructor'])('%s owns no account', (ownerId) => {
  expect(refusalOf(anAccount(), assign(ownerId, 'manager'))).toMatchObject({
    code: 'MEMBER_UNKNOWN',
    facts: { memberId: ownerId },
  });
});

test.each([
  // of, by, to, taken
  [null, 'is', 'is', true],
  ['is', 'is', 'is2', true],
  ['is', 'manager', 'is2', true],
  ['is', 'admin', 'is2', true],
  ['left', 'is2', 'is2', true],
  ['is', 'is2', 'is2', false],
  ['is', 'fs', 'fs2', false],
  ['manager', 'is', 'is', false],
  // It changes nothing.
  ['is', 'is2', 'is', true],
] as const)('an account of %s, given by %s to %s: %p', (ownerId, by, to, isTaken) => {
  const account = anAccount({ ownerId });
  if (isTaken) expect(changed(account, assign(to, by)).ownerId).toBe(to);
  else
    expect(refusalOf(account, assign(to, by))).toMatchObject({
      code: 'OWNER_HANDS_OVER',
      facts: { ownerId },
    });
});
