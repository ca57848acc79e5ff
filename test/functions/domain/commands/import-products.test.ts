import { draftOf } from '../../../../functions/domain/account/draft';
import { isRefusal } from '../../../../functions/domain/account/refusals';
import { addProductsInUse } from '../../../../functions/domain/commands/import-products';
import type { Status } from '../../../../functions/domain/status/statuses';
import { aContext } from '../../../builders';
import { imported } from '../account-lives';

const CLOUD = { product: 'Cloud', state: 'live', source: 'list:展示会' } as const;
const add = (status: Status, ...products: Parameters<typeof addProductsInUse>[1]) =>
  addProductsInUse(draftOf(imported(status).account), products, aContext());

test.each<[Status, string]>([
  ['COLD', 'CURRENT_CLIENT'],
  ['QUARTERLY_CHECK', 'CURRENT_CLIENT'],
  ['CURRENT_CLIENT', 'CURRENT_CLIENT'],
  ['BAD_FIT', 'IMPORT_CLIENT_SHUT'],
  ['ON_FILE', 'IMPORT_CLIENT_SHUT'],
])('%s with a product in use is %s', (status, expected) => {
  const result = add(status, CLOUD);
  expect(isRefusal(result) ? result.code : result.account.standing.status).toBe(expected);
});

test('without a product nothing moves; the evidence that a list lacks is owed', () => {
  const none = add('COLD');
  expect(isRefusal(none) ? none.code : none.account.standing.status).toBe('COLD');
  const used = add('COLD', CLOUD);
  expect(isRefusal(used) ? used.code : used.account.standing.debts).toEqual(['EVIDENCE']);
  const proved = add('COLD', { ...CLOUD, since: '2025-04-01', reference: 'PO-1' });
  expect(isRefusal(proved) ? proved.code : proved.account.standing.debts).toEqual([]);
});
