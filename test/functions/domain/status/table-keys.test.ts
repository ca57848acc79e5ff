import { keysOf, tableOf } from '../../../../functions/domain/status/table-keys';

test('a table made of keys has a value for each, and its keys in their order', () => {
  const lengths = tableOf(['WORKING', 'COLD'] as const, (key) => key.length);
  expect(lengths).toEqual({ WORKING: 7, COLD: 4 });
  expect(keysOf(lengths)).toEqual(['WORKING', 'COLD']);
});
