import type { ProductUse } from '../../../../functions/domain/account/account';
import {
  agreedProducts,
  awaitsDecision,
  decisionDueOn,
  isOver,
  isProved,
  lastingProducts,
  productsInUse,
} from '../../../../functions/domain/account/product-use';
import { aProduct, byId, TODAY } from '../../../builders';

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

test.each([
  [{}, true, false],
  [{ endsOn: '2026-07-02' }, true, false],
  [{ endsOn: TODAY }, false, true],
  [{ since: '2026-07-02' }, true, false],
  [{ state: 'ended' as const, endsOn: TODAY }, false, false],
])('a product with %j lasts: %p, and is over: %p', (over, lasts, isEnded) => {
  const use = aProduct(over);
  expect(lastingProducts({ products: byId(use) }, TODAY)).toHaveLength(lasts ? 1 : 0);
  expect(isOver(use, TODAY)).toBe(isEnded);
});

test.each([
  [{ since: '2026-01-01', reference: 'C-1' }, true],
  [{ since: '2026-01-01', reference: null, confirmedBy: 'm1' }, true],
  [{ since: '2026-01-01', reference: ' ', confirmedBy: null }, false],
  [{ since: null, reference: 'C-1' }, false],
])('a product with %j is proved: %p', (over, expected) => {
  expect(isProved(aProduct(over))).toBe(expected);
});

test.each([
  [{}, true],
  [{ since: '2026-07-02' }, false],
  [{ endsOn: TODAY }, false],
  [{ reference: null, confirmedBy: null }, false],
  [{ state: 'live' as const }, false],
])('a product that was agreed, with %j, is to be used by now: %p', (over, expected) => {
  const use = aProduct({ state: 'prospect', since: TODAY, reference: 'C-1', ...over });
  expect(agreedProducts({ products: byId(use) }, TODAY)).toHaveLength(expected ? 1 : 0);
});
