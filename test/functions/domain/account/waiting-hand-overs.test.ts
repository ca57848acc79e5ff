import type { Account } from '../../../../functions/domain/account/account';
import { isHandedTo, receiverOf } from '../../../../functions/domain/account/waiting-hand-overs';
import { anAccount, anOpportunity, byId } from '../../../builders';
import { aHandOver, aPassing } from '../queue/queue-scene';

const withOpportunity = (over: Parameters<typeof anOpportunity>[0]): Account =>
  anAccount({ opportunities: byId(anOpportunity({ fsOwnerId: 'fs', handOver: aPassing(), ...over })) });

test.each<[string, Account, memberId: string, boolean]>([
  ['an account', anAccount({ handOver: aHandOver({ toId: 'is' }) }), 'is', true],
  ['an account, for its giver', anAccount({ handOver: aHandOver({ toId: 'is' }) }), 'left', false],
  [
    'acknowledged',
    anAccount({ handOver: aHandOver({ toId: 'is', acknowledgedOn: '2026-06-30' }) }),
    'is',
    false,
  ],
  ['an opportunity', withOpportunity({}), 'fs', true],
  ['an opportunity, for the owner of the account', withOpportunity({}), 'is', false],
  [
    'an acknowledged opportunity',
    withOpportunity({ handOver: aPassing({ acknowledgedOn: '2026-06-30' }) }),
    'fs',
    false,
  ],
  ['an opportunity of one’s own', withOpportunity({ handOver: null }), 'fs', false],
  ['a closed opportunity', withOpportunity({ state: 'lost', closedOn: '2026-06-30' }), 'fs', false],
  ['nothing', anAccount(), 'is', false],
])('waits for the member: %s', (_, account, memberId, waits) => {
  expect(isHandedTo(account, memberId)).toBe(waits);
});

test('whose turn it is: the account goes before its opportunities', () => {
  const handOver = aHandOver({ toId: 'is' });
  const passed = withOpportunity({});
  const done = { ...handOver, acknowledgedOn: '2026-06-30' };
  const accounts = [
    { ...passed, handOver },
    { ...passed, handOver: done },
    passed,
    anAccount({ handOver: done }),
  ];
  expect(accounts.map(receiverOf)).toEqual(['is', 'fs', 'fs', null]);
});
