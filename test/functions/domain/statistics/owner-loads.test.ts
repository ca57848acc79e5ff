import { noFacts } from '../../../../functions/domain/statistics/account-facts';
import { ownerLoads } from '../../../../functions/domain/statistics/owner-loads';
import type { Status } from '../../../../functions/domain/status/statuses';

const owned = (
  ownerId: string | null,
  status: Status,
  over: { version?: number; withdrawn?: boolean } = {},
) => {
  const { version = 1, withdrawn = false } = over;
  const none = noFacts('a');
  return { ...none, version, current: { ...none.current, ownerId, status, withdrawn } };
};

test('of each owner all accounts, and those that are to be worked on', () => {
  const facts = [
    owned('is', 'QUARTERLY_CHECK'),
    owned('fs', 'CURRENT_CLIENT'),
    owned('is', 'BAD_FIT'),
    owned(null, 'COLD'),
    owned('is', 'WORKING'),
  ];
  expect(ownerLoads(facts)).toEqual([
    { id: 'is', accounts: 3, open: 2 },
    { id: 'fs', accounts: 1, open: 0 },
  ]);
});

test('none whose registration was withdrawn, or of whose history nothing is known', () => {
  expect(ownerLoads([owned('is', 'COLD', { withdrawn: true }), owned('is', 'COLD', { version: 0 })])).toEqual(
    [],
  );
});
