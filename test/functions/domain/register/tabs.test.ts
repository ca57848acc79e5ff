import {
  DUPLICATES_TAB,
  FINDINGS_TAB,
  HELP_TAB,
  isReservedTab,
  REGISTER_TAB,
} from '../../../../functions/domain/register/tabs';

test("Hachi's own tabs are reserved, those of versions to come too, and nobody else's", () => {
  const own = [REGISTER_TAB, HELP_TAB, FINDINGS_TAB, DUPLICATES_TAB, 8004, 8099];
  expect(own.map(isReservedTab)).toEqual(own.map(() => true));
  expect([0, 77, 8000, 8100, 1_500_000_000].map(isReservedTab)).toEqual([false, false, false, false, false]);
});
