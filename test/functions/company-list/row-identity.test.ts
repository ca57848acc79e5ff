import {
  areMaybeOne,
  decisionKeyOf,
  identityKeysOf,
  identityOf,
  isKnownByName,
  rowDomains,
} from '../../../functions/company-list/row-identity';
import type { ImportRow } from '../../../functions/domain/commands/import-row';

const NUMBER = '5070001000715';
const aRow = (details: Partial<ImportRow['details']>, listId?: string): ImportRow => ({
  ...{ list: '展示会', met: false, details: { name: '株式会社甲', ...details } },
  ...(listId === undefined ? {} : { listId }),
});
const byName = aRow({ address: '東京都千代田区1-1' });

test('a row is known by its number, else by its ID in the list, else by name and address', () => {
  expect(identityOf(aRow({ corporateNumber: NUMBER }, '7'))).toBe(`number:${NUMBER}`);
  expect(identityOf(aRow({}, '7'))).toBe('list:展示会:7');
  expect(identityOf(byName)).not.toBe(identityOf(aRow({ address: '大阪市北区1-1' })));
  expect([byName, aRow({}, '7'), aRow({ corporateNumber: NUMBER })].map(isKnownByName)).toEqual([
    true,
    false,
    false,
  ]);
});

test('each key tells its company by itself; a name without an address does not', () => {
  const all = aRow({ corporateNumber: NUMBER, address: '東京都千代田区1-1' }, '7');
  expect(identityKeysOf(all)).toEqual([`number:${NUMBER}`, 'list:展示会:7', identityOf(byName)]);
  expect(identityKeysOf(aRow({}))).toEqual([]);
});

test('a decision about a row is no decision about another one of its name', () => {
  const others = [
    aRow({ phone: '03-1' }),
    aRow({ phone: '03-2' }),
    aRow({ domains: ['ko.co.jp'] }),
    aRow({}),
  ];
  expect(new Set(others.map(decisionKeyOf)).size).toBe(others.length);
});

test.each([
  ['two numbers', aRow({ corporateNumber: NUMBER }), aRow({ corporateNumber: '1180301018771' }), false],
  ['two IDs', aRow({}, '7'), aRow({}, '8'), false],
  ['one number', aRow({ corporateNumber: NUMBER }), aRow({}), true],
  ['one ID', aRow({}, '7'), aRow({}), true],
])('with %s, two rows are maybe one company: %j %j %j', (_, one, other, maybe) => {
  expect([areMaybeOne(one, other), areMaybeOne(other, one)]).toEqual([maybe, maybe]);
});

test('the domain of a platform that many share is none', () => {
  expect(rowDomains(aRow({ domains: ['https://www.ko.co.jp/', 'facebook.com/ko'] }))).toEqual(['ko.co.jp']);
});
