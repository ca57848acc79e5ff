import * as fc from 'fast-check';
import { isAccident, vanishedAccounts } from '../../../../functions/domain/register/vanished-accounts';

test('rows that came instead do not make up for those that are gone', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  return fc.assert(
    fc.property(ids, ids, (shown, present) => {
      const vanished = vanishedAccounts(new Set(shown), new Set(present));
      expect(vanished).toEqual(shown.filter((id) => !present.includes(id)));
    }),
  );
});

test.each([
  [0, 0, false],
  [1, 1, true],
  [1, 4, true],
  [1, 5, false],
  [2, 10, false],
  [3, 10, true],
  [20, 100, false],
  [21, 100, true],
])('%i of %i rows are an accident: %p', (vanished, before, expected) => {
  expect(isAccident(vanished, before)).toBe(expected);
});
