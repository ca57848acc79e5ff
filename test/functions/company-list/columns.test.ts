import {
  findEmptyKeyColumns,
  findMisplacedColumns,
  type ListMapping,
  looksLikeData,
  mapColumns,
} from '../../../functions/company-list/columns';
import type { ListField } from '../../../functions/company-list/list-headers';

const fieldsOf = (header: readonly string[], mapping: ListMapping = {}) =>
  mapColumns(header, mapping, 1).columns.map(({ field }) => field);
const notesOf = (header: readonly string[], mapping: ListMapping = {}) =>
  mapColumns(header, mapping, 3).notes.map(({ line, code, detail }) => [line, code, detail]);
const problemsOf = (header: readonly string[], mapping: ListMapping = {}) =>
  mapColumns(header, mapping, 3).problems.map(({ line, code, detail }) => [line, code, detail]);

const fields: [ListField, string[]][] = [
  [
    'name',
    ['提出者名', '会社名', '企業名', '社名', '取引先名', '名称', 'Company', 'Account Name', 'ＣＯＭＰＡＮＹ'],
  ],
  ['contactFamilyName', ['お名前(姓)', '氏名（姓）', '担当者名（姓）']],
  ['contactGivenName', ['お名前(名)', '氏名（名）']],
  ['kana', ['提出者名（ヨミ）', '提出者名(ヨミ)', 'カナ', 'フリガナ', 'ﾌﾘｶﾞﾅ', 'ヨミ']],
  ['englishName', ['提出者名（英字）', '英語名', 'English Name']],
  ['corporateNumber', ['提出者法人番号', '法人番号', ' 法人　番号 ', 'corporate_number']],
  ['securitiesCode', ['証券コード', '証券ｺｰﾄﾞ']],
  ['listId', ['ＥＤＩＮＥＴコード', 'EDINETコード', 'ID', 'id']],
  ['address', ['所在地', '住所', 'Address']],
  ['phone', ['電話', '電話番号', 'TEL', 'ＴＥＬ']],
  ['industry', ['提出者業種', '業種']],
  ['domain', ['ドメイン', 'URL', 'Website']],
  ['email', ['メール', 'E-mail', 'email', 'メールアドレス']],
  ['status', ['ステータス', 'アカウントステータス', '状態', 'Status']],
  ['owner', ['担当', '担当者', 'Owner', '営業担当']],
  ['met', ['商談済', '商談済み', 'Met']],
  ['lastContact', ['最終接触日', '最終連絡日', 'Last Contact']],
  ['nextCheck', ['次回確認日', '次回チェック', 'Next Check']],
  ['product', ['製品', 'Product']],
  ['reference', ['契約番号', 'Order No']],
  ['productSince', ['導入日', '契約日']],
  ['note', ['備考', 'メモ', 'Note']],
];
test('of two columns of the next action the one that says when is read', () => {
  const fieldsOf = (...header: string[]) => mapColumns(header, {}, 1).columns.map(({ field }) => field);
  expect(fieldsOf('会社名', '次回アクション', '次回アクション日')).toEqual(['name', null, 'nextCheck']);
  expect(fieldsOf('会社名', '次回アクション')).toEqual(['name', 'nextCheck']);
  expect(fieldsOf('Company', 'Last Contact', 'Last Contact Date')).toEqual(['name', null, 'lastContact']);
});

test.each<[string, (ListField | null)[]]>([
  ['氏名,よみがな,会社名', ['contactName', null, 'name']],
  ['会社名,フリガナ,氏名,フリガナ', ['name', 'kana', 'contactName', null]],
  ['氏名,会社名,フリガナ', ['contactName', 'name', 'kana']],
  ['氏名,会社名カナ,会社名', ['contactName', 'kana', 'name']],
])('a reading belongs to the name in front of it: %s', (header, expected) =>
  expect(fieldsOf(header.split(','))).toEqual(expected),
);

test.each<[string, (ListField | null)[]]>([
  ['会社名,担当,,仕入先名,電話', ['name', 'owner', null, null, null]],
  ['会社名,,電話', ['name', null, 'phone']],
  [',会社名,電話', [null, 'name', 'phone']],
  ['番号,,会社名,電話', [null, null, 'name', 'phone']],
])(
  'a table behind an empty column, with companies of its own, is none of the list: %s',
  (header, expected) => {
    expect(fieldsOf(header.split(','))).toEqual(expected);
    expect(notesOf(header.split(',')).map(([, code, detail]) => [code, detail])).toEqual(
      header.includes('仕入先') ? [['OTHER_TABLE_BESIDE', '仕入先名 / 電話']] : [],
    );
  },
);

test.each(fields.flatMap(([field, headers]) => headers.map((header) => [header, field] as const)))(
  '%s is %s',
  (header, field) => {
    expect(fieldsOf(['あれこれ', header])).toEqual([null, field]);
  },
);

test.each(['別名', '屋号', 'ブランド名', 'Also Known As', 'DBA'])('%s stands beside a name', (header) => {
  expect(fieldsOf(['会社名', header])).toEqual(['name', 'otherNames']);
});

test.each<[string, (ListField | null)[]]>([
  ['Name,Website,Phone', ['name', 'domain', 'phone']],
  ['ID,Name,Owner', ['listId', 'name', 'owner']],
  ['名前,住所', ['name', 'address']],
  ['屋号,住所', ['name', 'address']],
  ['氏名,屋号', ['contactName', 'name']],
  ['店舗名,名前', ['name', 'contactName']],
  // Where another column is the company's, or the list is one of persons, it is a person's.
  ['Name,Customer', ['contactName', 'name']],
  ['会社,名前', ['name', 'contactName']],
  ['Name,Title', ['contactName', 'contactTitle']],
  ['名前,部署', ['contactName', 'contactDepartment']],
])('of %s what may be the name of the company is it', (header, expected) => {
  expect(fieldsOf(header.split(','))).toEqual(expected);
});

test('what a person says of a column stays, though the list has no name then', () => {
  expect(fieldsOf(['Name', '屋号'], { columns: { 0: 'contactName', 1: 'otherNames' } })).toEqual([
    'contactName',
    'otherNames',
  ]);
  expect(fieldsOf(['Name'], { columns: { 0: null } })).toEqual([null]);
});

test('of two headers for one field the first is read', () => {
  expect(fieldsOf(['社名', '会社名', '法人番号'])).toEqual(['name', null, 'corporateNumber']);
  expect(problemsOf(['社名', '会社名', '法人番号'])).toEqual([]);
});

test('a column mapping by a person wins over the table, by header and by position', () => {
  const header = ['会社名', '正式名称', '住所'];
  expect(fieldsOf(header, { headers: { name: '正式名称', note: ' 会社名' } })).toEqual([
    'note',
    'name',
    'address',
  ]);
  expect(fieldsOf(header, { columns: { 1: 'name', 2: null } })).toEqual([null, 'name', null]);
});

test.each<[string, ListMapping, string]>([
  ['a header that is not there', { headers: { note: 'ない列' } }, 'note: ない列'],
  ['one header for two fields', { headers: { name: '会社名', note: '会社名' } }, 'note: 会社名'],
  ['a position that is not there', { columns: { 7: 'note' } }, 'note: 7'],
  ['one field for two positions', { columns: { 0: 'note', 1: 'note' } }, 'note: 1'],
])('%s is a wrong mapping', (_, mapping, detail) => {
  expect(problemsOf(['会社名', '住所'], mapping)).toEqual([[3, 'MAPPING_WRONG', detail]]);
});

test('the same header twice is said, unless a mapping names both columns, and the first one is read', () => {
  const header = ['会社名', '会社 名', '住所'];
  expect(notesOf(header)).toEqual([[3, 'HEADER_DUPLICATE', '会社名']]);
  expect(fieldsOf(header)).toEqual(['name', null, 'address']);
  expect(notesOf(header, { columns: { 0: 'name', 1: 'note', 2: 'address' } })).toEqual([]);
  expect(notesOf(['会社名', '', ''])).toEqual([]);
});

test.each([
  [['株式会社甲'], true],
  [['(株)甲'], true],
  [['T5070001000715'], true],
  [['会社名', '法人番号'], false],
  [['109'], false],
])('a first row of %j looks like data: %p', (cells, isData) => {
  expect(looksLikeData(cells)).toBe(isData);
});

describe('columns that were shifted', () => {
  const columns: { header: string; field: ListField | null }[] = [
    { header: '会社名', field: 'name' },
    { header: '法人番号', field: 'corporateNumber' },
    { header: 'メモ', field: null },
  ];
  const found = (...rows: Partial<Record<ListField, string>>[]) =>
    findMisplacedColumns(columns, rows, 1).map(({ code, detail }) => [code, detail]);

  test('most of the values are of another kind', () => {
    const rows = [{ name: '5070001000715' }, { name: '6020001008662' }, { name: '甲社' }];
    expect(found(...rows)).toEqual([['COLUMN_LOOKS_WRONG', '会社名: 5070001000715 / 6020001008662']]);
    expect(found({ corporateNumber: '甲社' })).toEqual([['COLUMN_LOOKS_WRONG', '法人番号: 甲社']]);
  });

  test('half of them are not most, and numbers as people write them are numbers', () => {
    expect(found({ corporateNumber: 'なし' }, { corporateNumber: '5070001000715' })).toEqual([]);
    const written = ['T5070001000715', '5-0700-0100-0715', '1.23E+12', '５０７０００１０００７１５'];
    expect(found(...written.map((corporateNumber) => ({ corporateNumber })))).toEqual([]);
    expect(found()).toEqual([]);
  });
});

test.each<[string, readonly Partial<Record<ListField, string>>[], string[]]>([
  ['in every row', [{ name: '甲' }, { name: '乙' }], ['会社コード', '法人番号']],
  ['but for one row', [{ name: '甲' }, { name: '乙', listId: '7' }], ['法人番号']],
  ['of a list without rows', [], []],
])('a column of keys that is empty %s', (_, rows, told) => {
  const { columns } = mapColumns(['会社名', '会社コード', '法人番号', '備考'], {}, 2);
  expect(findEmptyKeyColumns(columns, rows, 2).map(({ line, code, detail }) => [line, code, detail])).toEqual(
    told.map((header) => [2, 'KEY_COLUMN_EMPTY', header]),
  );
});
