import { isAccountId, looksLikeAccountId } from '../../../../functions/domain/account/account-id';

test.each(['a_1', 'a_0123456789abcdefghij', 'c-1@a_2', 'x', 'a'.repeat(400)])('%s is an ID', (id) => {
  expect(isAccountId(id)).toBe(true);
});

test.each(['', 'a b', 'アカウント ID', '__id__', 'a/b', 'a.b', 'a_1\n', 'a'.repeat(401)])(
  '%p is none',
  (text) => {
    expect(isAccountId(text)).toBe(false);
  },
);

test('of what people type into a search, only what begins as our IDs do is meant as one', () => {
  expect(['a_1', 'a_', 'hachi', 'DMM', 'a_株式会社'].map(looksLikeAccountId)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
