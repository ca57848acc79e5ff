import { toRecord } from '../../../../functions/domain/account/account-record';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, codes, cold, type Life, met, missing, quarterly, refused } from '../account-lives';

const meet = (life: Life, by = 'fs'): Life =>
  accepted(life, { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } }, { by });

const shared = (): Life =>
  accepted(met(), { type: 'saveContact', contact: { name: '山田', speaksWith: ['is'] } });

const contactId = Object.keys(shared().account.contacts)[0] ?? '';

const call = (coordinatedWith?: string): Command => ({
  type: 'logActivity',
  activity: { kind: 'call', date: TODAY, contactId, twoWay: true },
  ...(coordinatedWith !== undefined && { coordinatedWith }),
});

test('logging the first meeting with a cold account is its move to working, owned by whoever met them', () => {
  expect(toRecord(meet(cold()).account)).toMatchObject({ status: 'WORKING', everMet: true, ownerId: 'fs' });
  const owned = accepted(cold(), { type: 'handOver', toId: 'is2', note: '担当' });
  expect(toRecord(meet(owned).account)).toMatchObject({ status: 'WORKING', ownerId: 'is2' });
  const nobody = refused(cold(), { type: 'logActivity', activity: { kind: 'meeting', date: TODAY } });
  expect([codes(nobody), missing(nobody)]).toEqual([['ACTION'], ['action.with']]);
});

test('a trade fair or the talk of a predecessor, as visit or note, does not set everMet', () => {
  for (const kind of ['visit', 'note', 'call', 'mail'] as const) {
    const life = accepted(cold(), {
      type: 'logActivity',
      activity: { kind, date: TODAY, twoWay: kind !== 'note', with: '展示会で名刺交換' },
    });
    expect(toRecord(life.account)).toMatchObject({ everMet: false, status: 'COLD' });
  }
});

test.each([
  ['meeting', false],
  ['note', true],
] as const)('a %s that is said to be two-way: %s is refused, not turned round', (kind, twoWay) => {
  const command: Command = {
    type: 'logActivity',
    activity: { kind, date: TODAY, with: '山田', twoWay },
  };
  expect(refused(met(), command).code).toBe('CONTACT_TWO_WAY');
});

test('a contact of the other side asks for COORDINATED, and the history keeps the answer', () => {
  const refusal = refused(shared(), call(), { by: 'fs' });
  expect([codes(refusal), missing(refusal)]).toEqual([['COORDINATED'], ['coordinatedWith']]);
  expect(refusal.facts).toEqual({ with: [{ id: 'is', name: 'is' }] });
  const coordinated = accepted(shared(), call('isさん'), { by: 'fs' });
  expect(coordinated.history.at(-1)?.events[0]?.data).toMatchObject({ coordinatedWith: 'isさん' });
});

test('a day that the customer named becomes the next check with the contact, where a check runs', () => {
  const named = (nextCheckDate: string): Command => ({
    type: 'logActivity',
    activity: { kind: 'call', date: TODAY, with: '山田', twoWay: true },
    nextCheckDate,
  });
  const life = accepted(quarterly(), named('2027-04-01'));
  expect(toRecord(life.account).nextCheck).toMatchObject({
    date: '2027-04-01',
    origin: 'customer',
    base: TODAY,
  });
  expect(refused(quarterly(), named('2027-04-03'))).toMatchObject({ code: 'NEXT_CHECK' });
  expect(refused(met(), named('2027-04-01')).code).toBe('CHECK_NOT_RUNNING');
});

test('not of the same side, and not a manager', () => {
  for (const by of ['is', 'is2', 'manager']) accepted(shared(), call(), { by });
});
