import type { ProductUse } from '../../../../functions/domain/account/account';
import type { ProductInput } from '../../../../functions/domain/account/command-inputs';
import { MAX_PARTS } from '../../../../functions/domain/account/draft';
import { endProduct, upsertProduct } from '../../../../functions/domain/account/products';
import { aContext, anAccount, aProduct, byId, TODAY } from '../../../builders';
import { changed, refusalOf } from './mutation-scene';

const using = (...uses: ProductUse[]) => anAccount({ products: byId(...uses) });
const save = (input: Partial<ProductInput>) =>
  upsertProduct({ product: 'Cloud', state: 'live', ...input }, aContext());

test('a product that is noted anew has nothing but what was said of it', () => {
  const { products } = changed(using(), save({ since: '2026-06-01' }));
  expect(Object.values(products)).toEqual([
    {
      id: 'p000002',
      product: 'Cloud',
      state: 'live',
      since: '2026-06-01',
      endsOn: null,
      churnReason: null,
      reference: null,
      confirmedBy: null,
      source: null,
    },
  ]);
});

test('one that is known keeps what is not mentioned; null takes a value away', () => {
  const use = aProduct({ id: 'p1', source: '名簿', confirmedBy: 'is' });
  const { products } = changed(using(use), save({ id: 'p1', reference: null, endsOn: '2026-12-31' }));
  expect(products).toEqual({ p1: { ...use, reference: null, endsOn: '2026-12-31' } });
});

test.each<[Partial<ProductInput>, string]>([
  [{ id: 'p9' }, 'PRODUCT_UNKNOWN'],
  [{ id: 'constructor' }, 'PRODUCT_UNKNOWN'],
  [{ confirmedBy: 'nobody' }, 'MEMBER_UNKNOWN'],
  [{ confirmedBy: 'left' }, 'MEMBER_UNKNOWN'],
  [{ since: '2026-06-02', endsOn: '2026-06-01' }, 'DATES_REVERSED'],
  // Beside the start that is on record: 2026-03-02.
  [{ id: 'p000001', endsOn: '2026-03-01' }, 'DATES_REVERSED'],
  [{ state: 'ended', endsOn: '2026-07-02' }, 'DATE_IN_FUTURE'],
])('%j is refused: %s', (input, code) => {
  expect(refusalOf(using(aProduct()), save(input)).code).toBe(code);
});

test('an end that is still to come is no end yet; one that has come is', () => {
  expect(changed(using(), save({ endsOn: '2027-03-31' })).products.p000002?.state).toBe('live');
  expect(
    changed(using(), save({ state: 'ended', since: TODAY, endsOn: TODAY })).products.p000002?.state,
  ).toBe('ended');
});

test('an account that is full takes no new product', () => {
  const full = using(...Array.from({ length: MAX_PARTS }, (_, n) => aProduct({ id: `p${n}` })));
  expect(refusalOf(full, save({})).facts).toEqual({ products: MAX_PARTS });
  expect(changed(full, save({ id: 'p7', reference: 'PO-7' })).products.p7?.reference).toBe('PO-7');
});

describe('ending a product', () => {
  const end = (churn: { productId?: string; endsOn?: string }) =>
    endProduct({ productId: 'p000001', endsOn: TODAY, reason: '内製化', ...churn }, aContext());

  test('keeps its evidence, and says when and why', () => {
    const use = aProduct();
    expect(changed(using(use), end({})).products).toEqual({
      p000001: { ...use, state: 'ended', endsOn: TODAY, churnReason: '内製化' },
    });
  });

  test.each([
    [{ productId: 'p9' }, 'PRODUCT_UNKNOWN'],
    [{ endsOn: '2026-07-02' }, 'DATE_IN_FUTURE'],
    [{ endsOn: '2026-03-01' }, 'DATES_REVERSED'],
  ])('%j is refused: %s', (churn, code) => {
    expect(refusalOf(using(aProduct()), end(churn)).code).toBe(code);
  });
});
