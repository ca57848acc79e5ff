import { findHeaderRow } from '../../../functions/company-list/header-row';

const headOf = (...lines: string[]) =>
  lines.flatMap((text, index) => (text === '' ? [] : { line: index + 1, cells: text.split(',') }));

test.each<[string, string[], number, string]>([
  ['the first line', ['会社名,住所', '甲,東京'], 1, '会社名,住所'],
  ['behind a title', ['顧客一覧', '', '会社名,住所', '甲,東京'], 3, '会社名,住所'],
  ['behind a title in a table', ['顧客一覧,', '会社名,住所', '甲,東京'], 2, '会社名,住所'],
  [
    'behind title, day and note',
    ['顧客一覧', '出力日時: 2026/11/29 10:00', '※社外秘', '', '取引先名,電話,担当', '甲,03,佐藤'],
    5,
    '取引先名,電話,担当',
  ],
  [
    'below a line of groups',
    ['基本情報,,連絡先,', '会社名,住所,TEL,URL', '甲,東京,03,'],
    2,
    '会社名,住所,TEL,URL',
  ],
  [
    "a name that need not be a company's, behind lines of a title",
    ['Accounts,2026,all', '', 'Name,Website,Phone', 'Foo,foo.com,03'],
    3,
    'Name,Website,Phone',
  ],
  ['a title that is a header elsewhere', ['取引先,', '名称,住所', '甲,東京'], 2, '名称,住所'],
  ['headers that nobody knows', ['呼び名,番号', '甲,1'], 1, '呼び名,番号'],
  ['headers that nobody knows, behind a title', ['一覧', '呼び名,番号', '甲,1', '乙,2'], 2, '呼び名,番号'],
  ['one column', ['会社名', '甲', '乙'], 1, '会社名'],
  ['a value that is a header elsewhere', ['会社名,状態', '甲,担当', '乙,メモ'], 1, '会社名,状態'],
])('%s', (_, lines, line, cells) => {
  expect(findHeaderRow(headOf(...lines))).toMatchObject({ line, cells: cells.split(','), isData: false });
});

test.each([
  [
    ['会社名,所在地,,担当者,', ',都道府県,市区町村,氏名,TEL', '甲,東京,港,山田,03'],
    '会社名,都道府県,市区町村,氏名,TEL',
  ],
  [['会社名,本社,,備考', ',住所,TEL,', '甲,東京,03,'], '会社名,住所,TEL,備考'],
])('headers in two lines: %j', (lines, cells) => {
  expect(findHeaderRow(headOf(...lines))).toMatchObject({ cells: cells.split(','), end: 2 });
});

test.each([
  [['会社情報,,担当,', '会社名,住所,当社,先方', '甲,東京,佐藤,山田'], '会社名,住所,当社担当,先方担当'],
  [['No,会社情報,,備考', ',会社名,TEL,', '1,甲,03,既存'], 'No,会社名,TEL,備考'],
  [['顧客一覧,,,', ',住所,会社名,備考', '1,東京,甲,'], ',住所,会社名,備考'],
  [['顧客一覧,,,', '会社名,住所,種別,備考', '甲,東京,A,'], '会社名,住所,種別,備考'],
])('headers that mean something with the group above them: %j', (lines, cells) => {
  expect(findHeaderRow(headOf(...lines))).toMatchObject({ line: 2, cells: cells.split(','), end: 2 });
});

test('a company with little is no second line of headers', () => {
  expect(findHeaderRow(headOf('会社名,住所,,TEL', ',東京,,'))).toMatchObject({ end: 1 });
});

test('a row of values is seen to be one', () => {
  expect(findHeaderRow(headOf('株式会社甲,5070001000715'))).toMatchObject({ isData: true, start: 0 });
});

test('of a list without headers, a first row with little in it is not taken for a title', () => {
  const head = headOf(
    '1,株式会社甲,,,,,',
    '2,株式会社乙,東京,03,佐藤,済,既存',
    '3,株式会社丙,東京,03,佐藤,済,既存',
  );
  expect(findHeaderRow(head)).toMatchObject({ line: 1, isData: true });
});

test('where a person says that it stands', () => {
  const head = headOf('会社名,住所', '名前,場所', '甲,東京');
  expect(findHeaderRow(head, 2)).toMatchObject({ line: 2, cells: ['名前', '場所'], start: 1, end: 2 });
  expect(findHeaderRow(head, 9)).toBeNull();
  expect(findHeaderRow([])).toBeNull();
});
