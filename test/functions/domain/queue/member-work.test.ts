import { memberWork } from '../../../../functions/domain/queue/member-work';
import { buildQueue } from '../../../../functions/domain/queue/queue';
import { aMember, MEMBERS, TODAY } from '../../../builders';
import { aCheck, aLoss, queueContext } from './queue-scene';

const { rows } = buildQueue(
  [
    aCheck({ id: 'late', due: '2026-06-30' }),
    aCheck({ id: 'today' }),
    aCheck({ id: 'seventh', due: '2026-07-08' }),
    aCheck({ id: 'eighth', due: '2026-07-09' }),
    aCheck({ id: 'other', ownerId: 'is2' }),
    aLoss({ id: 'revisit' }),
  ],
  queueContext(),
);

test('checks by their day, and the rows in which it is their turn', () => {
  const work = memberWork(MEMBERS, [{ id: 'is', accounts: 7, open: 6 }], rows, TODAY);
  const of = (id: string) => work.find(({ member }) => member.id === id);
  const turns = rows.filter(({ actorId }) => actorId === 'is').length;
  expect(turns).toBeGreaterThanOrEqual(4);
  expect(of('is')).toEqual({
    ...{ member: MEMBERS.is, leaves: [], accounts: 7, open: 6 },
    ...{ overdueChecks: 1, checksDue: 2, turns },
  });
  expect(of('is2')).toMatchObject({ accounts: 0, open: 0, overdueChecks: 0, checksDue: 1 });
  expect(of('viewer')).toMatchObject({ accounts: 0, overdueChecks: 0, checksDue: 0, turns: 0 });
});

test('who has left stands last, the others by name where no reading is known', () => {
  const members = {
    z: aMember({ id: 'z', name: 'A', active: false }),
    b: aMember({ id: 'b', name: 'C' }),
    a: aMember({ id: 'a', name: 'C' }),
    c: aMember({ id: 'c', name: 'B' }),
  };
  expect(memberWork(members, [], [], TODAY).map(({ member }) => member.id)).toEqual(['c', 'a', 'b', 'z']);
});
