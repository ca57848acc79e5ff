import type { ListField } from '../../../functions/company-list/list-headers';
import { parseImportRow } from '../../../functions/company-list/parse-import-row';
import { hasContract } from '../../../functions/company-list/row-product';
import { listTerms } from '../../builders';

const parse = (values: Partial<Record<ListField, string>>) =>
  parseImportRow({ line: 4, values: { name: '株式会社甲', ...values } }, listTerms({ list: '展示会' }));

test.each([
  ['2026-03-31', { state: 'live', endsOn: '2026-03-31', churnReason: '予算' }, ['CONTRACT_ENDED']],
  ['2026-12-31', { state: 'live', endsOn: '2026-12-31', churnReason: '予算' }, []],
])('a contract until %s', (productEnd, product, codes) => {
  const parsed = parse({ product: 'Cloud', productEnd, churnReason: '予算' });
  expect(parsed).toMatchObject({
    row: { status: 'CURRENT_CLIENT', products: [{ product: 'Cloud', ...product }] },
  });
  expect('notes' in parsed && parsed.notes.map(({ code }) => code)).toEqual(codes);
});

test('a product alone is no contract', () => {
  expect(hasContract({ product: 'Cloud' })).toBe(false);
  expect(hasContract({ product: 'Cloud', productEnd: '2026-03-31' })).toBe(true);
  expect(hasContract({ productEnd: '2026-03-31' })).toBe(false);
});

test.each([
  ['Cloud、Desk', ['Cloud', 'Desk']],
  ['Cloud, Desk', ['Cloud', 'Desk']],
  ['Cloud\nCloud', ['Cloud']],
  ['Cloud/Desk,A', ['Cloud/Desk,A']],
])('%j in one cell', (product, expected) => {
  const parsed = parse({ product, status: '現在の顧客' });
  expect('row' in parsed && parsed.row.products?.map((use) => use.product)).toEqual(expected);
});
