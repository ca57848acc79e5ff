import {
  awaitsDecision,
  decisionDueOn,
  isRegistered,
  lastContact,
  openOpportunities,
  type ProductUse,
  partById,
  productsInUse,
  sortedById,
} from '../../../../functions/domain/account/account';
import { anAccount, anActivity, anOpportunity, aProduct, byId, TODAY } from '../../../builders';

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

test.each([
  [{ since: TODAY }, true],
  [{ since: null }, true],
  [{ since: '2026-07-02' }, false],
  [{ endsOn: '2026-07-02' }, true],
  [{ endsOn: TODAY }, false],
  [{ state: 'ended' as const }, false],
])('a product with %j is in use: %p', (over, expected) => {
  expect(productsInUse({ products: byId(aProduct(over)) }, TODAY)).toHaveLength(expected ? 1 : 0);
});

const aClient = (...products: Partial<ProductUse>[]) => ({
  ...{ status: 'CURRENT_CLIENT' as const, since: '2026-02-01', debts: [] },
  products: byId(...products.map((over, n) => aProduct({ id: `p${n}`, ...over }))),
});

test.each<[string, Parameters<typeof decisionDueOn>[0], string | null]>([
  ['a product without an end', aClient({}), null],
  ['one that ends, beside one that does not', aClient({ endsOn: '2026-05-01' }, {}), null],
  ['a last end', aClient({ endsOn: '2026-05-01' }, { endsOn: '2026-06-30' }), '2026-06-30'],
  ['an end to come', aClient({ endsOn: '2027-01-01' }), '2027-01-01'],
  [
    'one that has ended, and one that ends',
    aClient({ state: 'ended', endsOn: '2026-01-31' }, { endsOn: '2026-03-01' }),
    '2026-03-01',
  ],
  ['nothing in use, and no day', aClient({ state: 'lost' }), '2026-02-01'],
  ['no product at all', aClient(), null],
  [
    'products of a list without evidence',
    { ...aClient({ endsOn: '2026-05-01' }), debts: ['EVIDENCE'] },
    null,
  ],
  ['another status', { ...aClient({ endsOn: '2026-05-01' }), status: 'WORKING' }, null],
])('a client with %s is to be decided from %j', (_name, client, due) => {
  expect(decisionDueOn(client)).toBe(due);
  for (const today of ['2026-01-31', '2026-03-01', '2026-06-29', '2026-06-30', '2027-01-01'])
    expect([today, awaitsDecision(client, today)]).toEqual([today, due !== null && due <= today]);
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
