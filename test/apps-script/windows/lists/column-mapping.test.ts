/** What the columns of a list are said to be. */
import { assignField, mappingQuery } from '../../../../apps-script/windows/lists/column-mapping';
import { parseMapping } from '../../../../functions/company-list/parse-mapping';
import { importFunction } from '../../../../functions/contract/import';

it.each<[string, (string | null)[], string]>([
  ['nothing read', [null, null], '0:,1:'],
  ['one column', ['name'], '0:name'],
  ['with gaps', ['name', null, 'corporateNumber', null], '0:name,1:,2:corporateNumber,3:'],
])('mapping: %s', (_, fields, expected) => {
  const mapping = mappingQuery(fields);
  expect(mapping).toBe(expected);
  expect(importFunction.POST.query.parse({ mapping })).toMatchObject({ mapping });
  expect(Object.values(parseMapping(mapping) ?? {})).toEqual(fields);
});

it.each<[string, number, string | null, (string | null)[]]>([
  ['to a column that was not read', 1, 'phone', ['name', 'phone', 'kana']],
  ['not to be read', 2, null, ['name', null, null]],
  ['as it is already', 0, 'name', ['name', null, 'kana']],
  ['to another column: it moves', 1, 'name', [null, 'name', 'kana']],
  ['over another field', 2, 'name', [null, null, 'name']],
])('a field is given %s', (_, index, field, expected) =>
  expect(assignField(['name', null, 'kana'], index, field)).toEqual(expected),
);

it('what several columns can be does not move', () =>
  expect(assignField(['statusMark', null], 1, 'statusMark', true)).toEqual(['statusMark', 'statusMark']));
