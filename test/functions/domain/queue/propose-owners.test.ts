import type { Member } from '../../../../functions/domain/account/team';
import { opportunityReason } from '../../../../functions/domain/queue/hand-over-reasons';
import { proposeOwners } from '../../../../functions/domain/queue/propose-owners';
import type { QueueDay } from '../../../../functions/domain/queue/queue-reason';
import { aMember, anAccount, anOpportunity, byId } from '../../../builders';
import { aCheck, aHandOver, aPassing, queueContext } from './queue-scene';

const late = (id: string, ownerId = 'is', due = '2026-05-01') => aCheck({ id, ownerId, due });
const load = (id: string, open: number) => ({ id, open });
const teamOf = (...members: Member[]) =>
  queueContext({ members: Object.fromEntries(members.map((member) => [member.id, member])), by: 'a' });

/** Everybody who is proposed where that many accounts of the owner are late. */
const proposedFor = (ownerId: string, day: QueueDay = queueContext()) => {
  const accounts = Array.from({ length: 9 }, (_, n) => late(`a_${n}`, ownerId));
  return [...new Set(proposeOwners(accounts, [], day).values())].sort();
};

test('those of the owner’s role who are there, and no leaver and no viewer', () => {
  expect(proposedFor('is')).toEqual(['is2']);
  expect(proposedFor('fs2')).toEqual(['fs']);
  expect(proposedFor('manager')).toEqual(['admin', 'manager2']);
  expect(proposedFor('left')).toEqual([]);
});

test('only what is so late', () => {
  const accounts = [
    late('late'),
    aCheck({ id: 'in time' }),
    aCheck({ id: 'not acknowledged', handOver: aHandOver({ on: '2026-06-01' }) }),
    aCheck({ id: 'handed over yesterday', handOver: aHandOver() }),
  ];
  expect([...proposeOwners(accounts, [], queueContext()).keys()]).toEqual(['late', 'not acknowledged']);
});

test('nobody who has given the account away, acknowledged or not', () => {
  const context = teamOf(...['a', 'giver', 'other'].map((id) => aMember({ id })));
  const accounts = [
    aCheck({
      id: 'waiting',
      ownerId: 'a',
      handOver: aHandOver({ fromId: 'giver', toId: 'a', on: '2026-06-01' }),
    }),
    aCheck({
      ...{ id: 'late', ownerId: 'a', due: '2026-05-01' },
      handOver: aHandOver({ fromId: 'other', toId: 'a', on: '2026-01-05', acknowledgedOn: '2026-01-06' }),
    }),
  ];
  expect([...proposeOwners(accounts, [load('giver', 0), load('other', 3)], context)]).toEqual([
    ['late', 'giver'],
    ['waiting', 'other'],
  ]);
});

test('for an opportunity that its receiver leaves too late, somebody else of their role who has not passed it on', () => {
  const context = teamOf(
    ...['a', 'b', 'c'].map((id) => aMember({ id, role: 'fs' })),
    ...['is', 'is2'].map((id) => aMember({ id })),
  );
  const passed = (id: string, fromId: string | null, on = '2026-05-01') =>
    anAccount({
      ...{ id, status: 'ACTIVE_OPPORTUNITY', ownerId: 'is' },
      opportunities: byId(anOpportunity({ fsOwnerId: 'a', handOver: aPassing({ by: 'is', fromId, on }) })),
    });
  const accounts = [passed('opened', null), passed('passed on', 'b'), passed('fresh', null, '2026-06-29')];
  const proposed = proposeOwners(accounts, [load('c', 9)], context);
  expect([...proposed]).toEqual([
    ['opened', 'b'],
    ['passed on', 'c'],
  ]);
  const [opened] = accounts;
  const reason = opened && opportunityReason(opened, { ...context, proposedOwners: proposed });
  expect(reason).toMatchObject({
    proposedOwnerId: 'b',
    next: { ja: expect.stringContaining('b さんへの担当替え') },
  });
});

test('whoever has the least to do, what is proposed counted; in any order of the accounts alike', () => {
  const context = teamOf(...['a', 'b', 'c'].map((id) => aMember({ id })));
  const accounts = ['1', '2', '3', '4'].map((id) => late(id, 'a'));
  const loads = [load('a', 0), load('b', 7), load('c', 5)];
  const proposed = proposeOwners([...accounts].reverse(), loads, context);
  expect([...proposed]).toEqual([
    ['1', 'c'],
    ['2', 'c'],
    ['3', 'b'],
    ['4', 'c'],
  ]);
});

test('for what was too late already nobody else because of what has become so since', () => {
  const context = teamOf(...['a', 'b', 'c'].map((id) => aMember({ id })));
  const before = [late('5', 'a', '2026-04-01'), late('4', 'a', '2026-04-02'), late('6', 'a', '2026-04-03')];
  const proposed = [...proposeOwners(before, [], context)];
  expect(proposed).toEqual([
    ['5', 'b'],
    ['4', 'c'],
    ['6', 'b'],
  ]);
  const since = [late('1', 'a', '2026-04-06'), late('2', 'a', '2026-04-07')];
  expect([...proposeOwners([...since, ...before], [], context)]).toEqual([
    ...proposed,
    ['1', 'c'],
    ['2', 'b'],
  ]);
});

test('nobody who is on leave today', () => {
  const leaves = [{ from: '2026-07-01', to: '2026-07-03', standInId: null }];
  const context = teamOf(aMember({ id: 'a' }), aMember({ id: 'b', leaves }), aMember({ id: 'c' }));
  expect(proposedFor('a', context)).toEqual(['c']);
});

test('nobody, where the owner is the only one of the role', () => {
  const context = teamOf(aMember({ id: 'a' }), aMember({ id: 'b', role: 'fs' }));
  expect([...proposeOwners([late('1', 'a')], [], context)]).toEqual([]);
});
