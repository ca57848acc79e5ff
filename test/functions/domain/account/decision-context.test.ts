import {
  activeMember,
  cadenceBase,
  nextPartId,
  otherAccount,
  overlappingMembers,
} from '../../../../functions/domain/account/decision-context';
import { aContact, aContext, anAccount, anActivity, anOpportunity, byId } from '../../../builders';

test('the other account, where it exists and was not taken back', () => {
  const context = aContext({
    others: { a_1: anAccount({ id: 'a_1' }), a_2: anAccount({ id: 'a_2', withdrawn: true }) },
  });
  expect(otherAccount(context, 'a_1')?.id).toBe('a_1');
  for (const id of ['a_2', 'a_3', 'constructor']) expect([id, otherAccount(context, id)]).toEqual([id, null]);
  expect(otherAccount(aContext(), 'a_1')).toBeNull();
});

test('an active member', () => {
  expect(activeMember(aContext(), 'is')?.id).toBe('is');
  for (const id of ['left', 'nobody', 'toString', null, undefined])
    expect([id, activeMember(aContext(), id)]).toEqual([id, null]);
});

test('IDs of parts grow with the version, and none is used twice', () => {
  const account = anAccount({ version: 41 });
  expect(nextPartId('c', account)).toBe('c000042');
  expect(nextPartId('c', account, { c000042: {} })).toBe('c000042-2');
  expect(nextPartId('c', account, { c000042: {}, 'c000042-2': {} })).toBe('c000042-3');
  expect(nextPartId('c', anAccount({ version: 99 })) > nextPartId('c', account)).toBe(true);
});

test('the cadence counts from the last contact, else from the day that is given', () => {
  expect(cadenceBase(anAccount(), '2026-03-02')).toBe('2026-03-02');
  const met = anAccount({ activities: byId(anActivity({ date: '2026-05-01' })) });
  expect(cadenceBase(met, '2026-03-02')).toBe('2026-05-01');
});

describe('who of the other side stands on the account', () => {
  const account = anAccount({
    ownerId: 'is',
    isOwnerId: 'is2',
    opportunities: byId(
      anOpportunity({ id: 'o1', fsOwnerId: 'fs' }),
      anOpportunity({ id: 'o2', fsOwnerId: 'fs2', state: 'lost' }),
    ),
    contacts: byId(aContact({ speaksWith: ['fs', 'left', 'manager', 'is'] })),
  });
  const overlapping = (by: string, named: string[] = []) =>
    overlappingMembers(account, aContext({ by }), named).map(({ id }) => id);

  test.each([
    ['is', ['fs']],
    ['fs', ['is', 'is2']],
    ['fs2', ['is', 'is2']],
    ['manager', []],
  ])('for %s: %j', (by, expected) => {
    expect(overlapping(by)).toEqual(expected);
  });

  test('members whom the request names need no coordination', () => {
    expect(overlapping('fs', ['is'])).toEqual(['is2']);
  });
});
