import {
  isBehindName,
  withoutAddresses,
  withoutPeople,
} from '../../../functions/company-list/name-cell-facts';

test.each<[string, boolean, string, string | undefined]>([
  ['株式会社アシスト 営業部 第一課', false, '株式会社アシスト', '営業部 第一課'],
  ['アシスト 営業部', true, 'アシスト', '営業部'],
  ['株式会社アシスト\n東京支店　営業部', true, '株式会社アシスト', '東京支店 営業部'],
  ['トヨタ自動車/調達部', true, 'トヨタ自動車', '調達部'],
  ['Acme Inc. Sales Department', true, 'Acme Inc.', 'Sales Department'],
  ['株式会社ジェイ・エム・エス', true, '株式会社ジェイ・エム・エス', undefined],
  ['トヨタ自動車 調達部', false, 'トヨタ自動車 調達部', undefined],
])('%j with departments in the header %p: %s, %s', (cell, mayHaveDepartment, name, contactDepartment) => {
  expect(withoutPeople(cell, mayHaveDepartment)).toEqual({
    ...{ name, facts: contactDepartment === undefined ? {} : { contactDepartment } },
  });
});

test.each([
  ['株式会社甲 営業部 佐藤 花子様', { contactDepartment: '営業部', contactName: '佐藤 花子' }],
  ['株式会社甲 代表取締役 山田太郎', { contactTitle: '代表取締役', contactName: '山田太郎' }],
  ['株式会社甲 ご担当者様', {}],
  ['株式会社 甲様', {}],
])('%j addresses %j', (cell, facts) => {
  expect(withoutPeople(cell, false).facts).toEqual(facts);
});

test.each([
  ['株式会社甲（03-1111-2222）', { phone: '03-1111-2222' }],
  ['株式会社甲 TEL:０３-１１１１-２２２２', { phone: '０３-１１１１-２２２２' }],
  ['株式会社甲 <info@ko.example>', { email: 'info@ko.example' }],
  ['株式会社甲 https://ko.example/', { domain: 'https://ko.example/' }],
])('%j has %j beside the name', (cell, facts) => {
  expect(withoutAddresses(cell)).toEqual({ name: '株式会社甲', facts });
});

test.each([
  '株式会社104-2525',
  '株式会社7-11-22',
  'Amazon.com, Inc.',
  '楽天@株式会社',
  '=HYPERLINK("https://ko.example")',
])('%j is a name', (cell) => {
  expect(withoutAddresses(cell)).toEqual({ name: cell, facts: {} });
});

test('a branch or a department behind a name may be part of it', () => {
  expect(['甲(株) / 東京支店', '甲 調達部', '甲(株) 乙研究', '甲工場'].map(isBehindName)).toEqual([
    ...[true, true, false, false],
  ]);
});
