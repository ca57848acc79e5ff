import type { AccountRecord } from '../../../../functions/domain/account/account-record';
import { toRecord } from '../../../../functions/domain/account/account-record';
import { isLinkValid, isParentValid, obeysRules } from '../../../../functions/domain/account/undo-rules';
import { BANT_KEYS } from '../../../../functions/domain/status/code-lists';
import { tableOf } from '../../../../functions/domain/status/table-keys';
import { aContext, anAccount, anOpportunity, aProduct, byId } from '../../../builders';
import { active, client, cold, dead, duplicate, quarterly, working } from '../account-lives';

type Over = Partial<AccountRecord>;
const of = ({ account }: { account: Parameters<typeof toRecord>[0] }): AccountRecord => toRecord(account);
const opened = { opportunities: byId(anOpportunity()) };
const answered = (need: 'yes' | 'no'): AccountRecord['bant'] => ({
  ...of(quarterly()).bant,
  need: { value: need, on: '2026-06-01', by: 'is' },
});
const allYes = tableOf(BANT_KEYS, () => ({ value: 'yes', on: '2026-06-01', by: 'is' }) as const);
const nobodyAnswered = anAccount().bant;

describe('what may come back in place of an account that is worked on', () => {
  const now = working().account;

  test.each<[string, Over, boolean]>([
    ['COLD', of(cold()), true],
    ['COLD, once the company was met', { ...of(cold()), everMet: true }, false],
    ['COLD with an open opportunity', { ...of(cold()), ...opened }, false],
    ['ACTIVE_OPPORTUNITY', of(active()), true],
    ['ACTIVE_OPPORTUNITY with none open', { ...of(active()), opportunities: {} }, false],
    [
      'an imported one that owes its opportunity',
      { status: 'ACTIVE_OPPORTUNITY', debts: ['OPPORTUNITY'] },
      true,
    ],
    ['CURRENT_CLIENT', of(client()), true],
    [
      'CURRENT_CLIENT whose use has ended by its date',
      { ...of(client()), products: byId(aProduct({ endsOn: '2026-06-30' })) },
      false,
    ],
    ['an imported one that owes its evidence', { status: 'CURRENT_CLIENT', debts: ['EVIDENCE'] }, true],
    ['QUARTERLY_CHECK', of(quarterly()), true],
    ['QUARTERLY_CHECK without a date', { ...of(quarterly()), nextCheck: null, debts: ['NEXT_CHECK'] }, false],
    ['QUARTERLY_CHECK with an open opportunity', { ...of(quarterly()), ...opened }, false],
    [
      'QUARTERLY_CHECK, the need denied since',
      { ...of(quarterly()), bant: answered('no'), debts: ['NEED'] },
      false,
    ],
    [
      'QUARTERLY_CHECK, all four of BANT answered yes since',
      { ...of(quarterly()), bant: allYes, debts: ['NEED'] },
      false,
    ],
    [
      'an imported one that owes its need',
      { ...of(quarterly()), bant: nobodyAnswered, debts: ['NEED'] },
      true,
    ],
    ['DEAD_OPPORTUNITY', of(dead()), true],
    [
      'DEAD_OPPORTUNITY, the need agreed since',
      { ...of(dead()), bant: answered('yes'), debts: ['LOST'] },
      false,
    ],
    ['DEAD_OPPORTUNITY with an open opportunity', { ...of(dead()), ...opened }, false],
  ])('%s: allowed %#', (_, over, isAllowed) => {
    expect(obeysRules(anAccount(over), now, aContext())).toBe(isAllowed);
  });
});

describe('what did not hold before the undo either is not its fault', () => {
  const bothWays = (over: Over): boolean =>
    obeysRules(anAccount({ ...over, kana: null }), anAccount({ ...over, kana: 'カナ' }), aContext());

  test.each<[string, Over]>([
    [
      'a client whose last use has ended by its date',
      { ...of(client()), products: byId(aProduct({ endsOn: '2026-06-30' })) },
    ],
    [
      'a quarterly account whose need was denied since',
      { ...of(quarterly()), bant: answered('no'), debts: ['NEED'] },
    ],
    ['a dead one whose need was agreed since', { ...of(dead()), bant: answered('yes'), debts: ['LOST'] }],
  ])('%s', (_, over) => {
    expect(bothWays(over)).toBe(true);
  });

  test('but a client keeps what it uses now', () => {
    const using = {
      ...of(client()),
      products: byId(aProduct({ id: 'p1' }), aProduct({ id: 'p2', product: 'Desk' })),
    };
    const ended = aProduct({ id: 'p1', endsOn: '2026-06-30', churnReason: '更新なし' });
    expect(obeysRules(anAccount({ ...using, products: byId(ended) }), anAccount(using), aContext())).toBe(
      false,
    );
  });
});

test.each([
  ['hq', {}, false],
  ['hq', { hq: null }, true],
  ['hq', { hq: 'acc-1' }, false],
])('a link to %s that would come back, among %j: %p', (_, successors, isValid) => {
  const links = Object.fromEntries(
    Object.entries<string | null>(successors).map(([id, successorId]) => [id, { id, name: id, successorId }]),
  );
  const before = duplicate().account;
  expect(isLinkValid(before, cold().account, aContext({ links }))).toBe(isValid);
  // It is there, whatever became of the others: the undo is of something else.
  expect(isLinkValid(before, before, aContext({ links }))).toBe(true);
  expect(isLinkValid(cold().account, before, aContext({ links }))).toBe(true);
});

test('a parent that would come back closes no circle, and exists', () => {
  const before = anAccount({ parentId: 'hq' });
  const isValid = (parentId: string | null) =>
    isParentValid(before, anAccount(), aContext({ others: { hq: anAccount({ id: 'hq', parentId }) } }));
  expect([isValid(null), isValid('acc-1')]).toEqual([true, false]);
  expect(isParentValid(before, anAccount(), aContext())).toBe(false);
  expect(isParentValid(before, before, aContext())).toBe(true);
});
