import { isRowsKind, rowParts, rowsOf } from '../../../../apps-script/windows/kit/account-rows';
import { toRecord } from '../../../../functions/domain/account/account-record';
import { anAccount, anOpportunity, aProduct, byId, TODAY } from '../../../builders';

const account = toRecord(
  anAccount({
    opportunities: byId(
      anOpportunity({ id: 'o2', product: 'Desk' }),
      anOpportunity({ id: 'o1' }),
      anOpportunity({ id: 'o3', state: 'lost' }),
    ),
    products: byId(
      aProduct({ id: 'p1' }),
      aProduct({ id: 'p2', endsOn: '2026-08-31', churnReason: '更新なし' }),
      aProduct({ id: 'p3', endsOn: TODAY, churnReason: ' ' }),
      aProduct({ id: 'p4', state: 'ended', endsOn: null }),
      // Settled, or never in use.
      aProduct({ id: 'p5', state: 'ended', endsOn: TODAY, churnReason: '内製化' }),
      aProduct({ id: 'p6', state: 'prospect' }),
      aProduct({ id: 'p7', state: 'lost' }),
    ),
  }),
);
const about = { account, today: TODAY };

test('every open opportunity is closed, the oldest first', () => {
  expect(rowParts('closings', about)).toEqual([
    { id: 'o1', name: 'Cloud', first: { outcome: '', on: TODAY, lostReason: '', note: '' } },
    { id: 'o2', name: 'Desk', first: { outcome: '', on: TODAY, lostReason: '', note: '' } },
  ]);
});

test('every product without a settled end gets one, as the guard CHURNED asks', () => {
  expect(rowParts('churns', about).map(({ id, first }) => [id, first.endsOn])).toEqual([
    ['p1', ''],
    ['p2', '2026-08-31'],
    ['p3', TODAY],
    ['p4', ''],
  ]);
});

test('what was entered of a part stays with it, and of parts that are gone nothing does', () => {
  const entered = [
    { productId: 'p9', endsOn: TODAY, reason: 'x' },
    { productId: 'p2', reason: '値上げ' },
  ];
  expect(rowsOf('churns', about, entered)).toEqual([
    { productId: 'p1', endsOn: '', reason: '' },
    { productId: 'p2', endsOn: '2026-08-31', reason: '値上げ' },
    { productId: 'p3', endsOn: TODAY, reason: '' },
    { productId: 'p4', endsOn: '', reason: '' },
  ]);
  expect(rowsOf('closings', about, undefined).map(({ opportunityId }) => opportunityId)).toEqual([
    'o1',
    'o2',
  ]);
});

test('without an account there are none', () => {
  expect(rowsOf('closings', { account: null, today: TODAY }, [])).toEqual([]);
  expect(['closings', 'churns', 'text', 'products'].map((kind) => isRowsKind(kind as 'text'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
