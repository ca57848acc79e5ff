import { STATUSES } from '../../../../functions/domain/status/statuses';
import { ENTRY_GUARDS, transitionOf } from '../../../../functions/domain/status/transitions';
import { accepted, attempt, codes, imported, importOf, refused } from '../account-lives';

/** What only the account as it is can satisfy, a manager, or what no list says. */
const BARRED: readonly string[] = [
  'NONE_OPEN',
  'CHURNED',
  'LINK_CUT',
  'MANAGER',
  'COORDINATED',
  'PRODUCTS_SETTLED',
  'WAS_QUARTERLY',
  'CONTACT_AFTER_LOSS',
];

const MOVES = STATUSES.flatMap((from) =>
  STATUSES.filter((to) => to !== from).map((to) => [from, to] as const),
);

test.each(MOVES)(
  '%s, and the list says %s: moved with debts as the matrix has it, or refused',
  (from, to) => {
    const life = imported(from, { ownerId: 'is' });
    const command = importOf(to, { appliesStatus: true });
    const result = attempt(life, command);
    if ('reasons' in result) {
      const isLegal = transitionOf(from, to) !== undefined;
      expect(isLegal ? codes(result).filter((code) => !BARRED.includes(code)) : []).toEqual([]);
      return;
    }
    const { standing } = result.account;
    expect(transitionOf(from, to)).toBeDefined();
    expect([standing.status, standing.debts.filter((debt) => !ENTRY_GUARDS[to].includes(debt))]).toEqual([
      to,
      [],
    ]);
    // Sent once more, it changes nothing.
    expect(accepted(result, command).account).toBe(result.account);
  },
);

test.each([
  ['COLD', 'WORKING'],
  ['COLD', 'CURRENT_CLIENT'],
  ['COLD', 'BAD_FIT'],
  ['WORKING', 'QUARTERLY_CHECK'],
  ['WORKING', 'COLD'],
  ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'],
  ['DEAD_OPPORTUNITY', 'CURRENT_CLIENT'],
] as const)('%s to %s takes no more than the list', (from, to) => {
  const { account } = accepted(imported(from, { ownerId: 'is' }), importOf(to, { appliesStatus: true }));
  expect(account.standing.status).toBe(to);
});

test.each([
  ['COLD', 'QUARTERLY_CHECK', 'MEETING_FIRST'],
  ['QUARTERLY_CHECK', 'COLD', 'NOT_MET'],
  ['QUARTERLY_CHECK', 'BAD_FIT', 'MANAGER'],
  ['ON_FILE', 'WORKING', 'MANAGER'],
] as const)('%s to %s is refused: %s', (from, to, code) => {
  const life = imported(from, { ownerId: 'is' });
  expect(codes(refused(life, importOf(to, { appliesStatus: true })))).toContain(code);
});

test('kept where nobody asks for it', () => {
  expect(accepted(imported('COLD'), importOf('WORKING')).account.standing.status).toBe('COLD');
});

test('the contact and the check that the list has come along', () => {
  const { account } = accepted(
    imported('WORKING', { ownerId: 'is', met: true, lastContact: '2026-05-11' }),
    importOf('QUARTERLY_CHECK', {
      appliesStatus: true,
      lastContact: '2026-06-12',
      nextCheckDate: '2026-08-10',
    }),
  );
  expect(account.standing).toMatchObject({ status: 'QUARTERLY_CHECK', nextCheck: { date: '2026-08-10' } });
  expect(Object.values(account.activities).map(({ date }) => date)).toEqual(['2026-05-11', '2026-06-12']);
});
