import { parseMapping } from '../../../functions/company-list/parse-mapping';

test('positions and their fields; an empty one is not read', () => {
  expect(parseMapping('0:name,3:,12:address')).toEqual({ 0: 'name', 3: null, 12: 'address' });
});

test.each(['0:name,0:note', '0:nonsense', '0:constructor'])('%s cannot be', (text) => {
  expect(parseMapping(text)).toBeNull();
});
