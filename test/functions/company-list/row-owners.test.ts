import type { ListField } from '../../../functions/company-list/list-headers';
import { parseImportRow } from '../../../functions/company-list/parse-import-row';
import { salesRoleOf } from '../../../functions/company-list/row-owners';
import { listTerms, MEMBERS } from '../../builders';

const parse = (values: Partial<Record<ListField, string>>) =>
  parseImportRow(
    { line: 4, values: { name: '株式会社甲', ...values } },
    listTerms({ list: '展示会', members: Object.values(MEMBERS) }),
  );

test.each<[Partial<Record<ListField, string>>, object, string[]]>([
  [{ insideSales: 'is', owner: 'fs' }, { ownerId: 'fs', insideSalesId: 'is' }, []],
  // Nobody of field sales has it.
  [{ insideSales: 'is' }, { ownerId: 'is', insideSalesId: 'is' }, []],
  [{ owner: 'is', ownerRole: 'ＩＳ' }, { ownerId: 'is', insideSalesId: 'is' }, []],
  [
    { owner: 'manager', ownerRole: 'インサイドセールス' },
    { ownerId: 'manager', insideSalesId: 'manager' },
    [],
  ],
  [{ owner: 'manager', ownerRole: '外勤' }, { ownerId: 'manager' }, []],
  // The team says itself who is what.
  [{ owner: 'fs', ownerRole: '内勤' }, { ownerId: 'fs' }, ['ownerRole: 内勤']],
  [{ owner: 'fs', ownerRole: '主担当' }, { ownerId: 'fs' }, ['ownerRole: 主担当']],
])('of %j the owners are %j', (values, owners, details) => {
  const parsed = parse(values);
  expect('row' in parsed && [parsed.row, parsed.notes.map(({ detail }) => detail)]).toEqual([
    { list: '展示会', details: { name: '株式会社甲' }, met: false, ...owners },
    details,
  ]);
});

test.each([
  ['IS', 'is'],
  ['インサイドセールス担当', 'is'],
  ['SDR', 'is'],
  ['ＦＳ', 'fs'],
  ['外勤', 'fs'],
  ['Account Executive', 'fs'],
  ['主担当', null],
])('the role %s is %s', (word, role) => expect(salesRoleOf(word)).toBe(role));

test.each(['left(退職)', 'left (left)'])('one who has left, as the register writes it: %s', (owner) => {
  const name = MEMBERS.left?.name ?? '';
  const parsed = parseImportRow(
    { line: 4, values: { name: '株式会社甲', owner: owner.replace('left', name) } },
    listTerms({ list: '展示会', members: Object.values(MEMBERS) }),
  );
  expect(parsed).toMatchObject({ row: { list: '展示会' }, notes: [{ code: 'OWNER_HAS_LEFT' }] });
  expect('row' in parsed && parsed.row.ownerId).toBeUndefined();
});
