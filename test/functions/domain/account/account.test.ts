import {
  isRegistered,
  lastContact,
  openOpportunities,
  partById,
  sortedById,
} from '../../../../functions/domain/account/account';
import { anAccount, anActivity, anOpportunity, byId } from '../../../builders';

test.each([
  [{ version: 0 }, false],
  [{ version: 1 }, true],
  [{ version: 2, withdrawn: true }, false],
])('%j is registered: %p', (over, expected) => {
  expect(isRegistered(anAccount(over))).toBe(expected);
});

test('a part is found by its own ID only', () => {
  const parts = byId(anOpportunity({ id: 'o1' }));
  expect(partById(parts, 'o1')?.id).toBe('o1');
  for (const id of ['o2', 'constructor', '__proto__', '', null, undefined])
    expect([id, partById(parts, id)]).toEqual([id, undefined]);
});

test('open opportunities, the oldest first, whatever order the store gave them', () => {
  const opportunities = byId(
    anOpportunity({ id: 'o3' }),
    anOpportunity({ id: 'o2', state: 'won' }),
    anOpportunity({ id: 'o1' }),
  );
  expect(openOpportunities({ opportunities }).map(({ id }) => id)).toEqual(['o1', 'o3']);
  expect(sortedById(opportunities).map(({ id }) => id)).toEqual(['o1', 'o2', 'o3']);
});

test('the last contact is of the latest day and, of that, the one logged last', () => {
  expect(lastContact({ activities: {} })).toBeNull();
  const activities = byId(
    anActivity({ id: 'a3', date: '2026-05-01' }),
    anActivity({ id: 'a2', date: '2026-06-01' }),
    anActivity({ id: 'a1', date: '2026-06-01' }),
  );
  expect(lastContact({ activities })?.id).toBe('a2');
});
