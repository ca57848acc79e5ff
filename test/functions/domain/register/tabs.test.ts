import * as tabs from '../../../../functions/domain/register/tabs';

const { isReservedTab, ...ids } = tabs;
const TABS = Object.values(ids);

test("Hachi's own tabs are reserved, those of versions to come too, and nobody else's", () => {
  const own = [...TABS, 8099];
  expect(own.map(isReservedTab)).toEqual(own.map(() => true));
  expect([0, 77, 8000, 8100, 1_500_000_000].map(isReservedTab)).toEqual([false, false, false, false, false]);
});

test('no two tabs have one ID: each would be written over by the other', () => {
  expect(new Set(TABS).size).toBe(TABS.length);
});
