import { newAccountIdOfRequest, newAccountIdOfRow } from '../../../functions/app/new-account-id';
import { looksLikeAccountId } from '../../../functions/domain/account/account-id';

test('the same request, and the same row, give the same ID', () => {
  expect(newAccountIdOfRequest('is', 'r_1')).toBe(newAccountIdOfRequest('is', 'r_1'));
  expect(newAccountIdOfRow('number 1')).toBe(newAccountIdOfRow('number 1'));
});

test('another member, another request or another row give another ID', () => {
  const ids = [
    newAccountIdOfRequest('is', 'r_1'),
    newAccountIdOfRequest('is2', 'r_1'),
    newAccountIdOfRequest('is', 'r_2'),
    newAccountIdOfRow('number 1'),
    newAccountIdOfRow('number 2'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter(looksLikeAccountId)).toEqual(ids);
});
