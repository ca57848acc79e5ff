import { readCompanyList } from '../../../functions/company-list/read-list';

const read = (text: string) => readCompanyList(Buffer.from(text));
const codes = (text: string) => read(text).problems.map(({ line, code }) => [line, code]);

test('a ditto mark is the value above it, told once for the list; below nothing it is a problem', () => {
  const list = read('会社名,住所,電話\n甲,東京,03\n〃,〃,04\n乙,同上,05\n');
  expect(list.rows.map(({ values }) => [values.name, values.address, values.phone])).toEqual([
    ['甲', '東京', '03'],
    ['甲', '東京', '04'],
    ['乙', '東京', '05'],
  ]);
  expect(list.notes.map(({ line, code }) => [line, code])).toEqual([
    [3, 'DITTO_READ'],
    [4, 'DITTO_READ'],
  ]);
  expect(read('会社名,住所\n甲,東京\nDitto,大阪\n').rows.map(({ values }) => values.name)).toEqual([
    '甲',
    'Ditto',
  ]);
  expect(codes('会社名,住所\n〃,東京\n甲,東京\n乙,大阪,x\n丙,同上\n')).toEqual([
    [2, 'DITTO_BELOW_NOTHING'],
    [4, 'ROW_TORN'],
    [5, 'DITTO_BELOW_NOTHING'],
  ]);
});

test.each(['不明', '個人', 'Freelance', '(該当なし)', 'N/A', 'unknown'])('%s names no company', (word) => {
  expect(codes(`会社名,住所\n${word},東京\n株式会社${word},東京\n`)[0]).toEqual([2, 'ROW_NAMES_NONE']);
});

test('two companies in one cell are a problem', () => {
  const list =
    '会社名,住所\nニチレイ;ニチレイフーズ,東京\n"株式会社甲\n株式会社乙",東京\nAT&amp;T Japan,東京\n';
  expect(codes(list)).toEqual([
    [2, 'ROW_NAMES_SEVERAL'],
    [3, 'ROW_NAMES_SEVERAL'],
  ]);
});

test('a torn row is a problem, also with an empty cell too many; a column without a header may lack', () => {
  expect(codes('会社名,住所\n甲,東京,\n乙,大阪,x\n丙\n')).toEqual([
    [2, 'ROW_TORN'],
    [3, 'ROW_TORN'],
    [4, 'ROW_TORN'],
  ]);
  expect(codes('会社名,住所,\n甲,東京\n')).toEqual([]);
});

test('a web address stands for a name that a CRM system does not have; the mail of a person does not', () => {
  const list = read(
    '会社名,ドメイン,メール\n,https://www.example.co.jp/about,\n,,a@example.com\n,gmail.com,\n',
  );
  expect(list.rows).toEqual([
    { line: 2, values: { name: 'example.co.jp', domain: 'https://www.example.co.jp/about' } },
  ]);
  expect(list.notes).toMatchObject([{ line: 2, code: 'NAME_FROM_DOMAIN', detail: 'example.co.jp' }]);
  expect(list.problems).toMatchObject([
    { line: 3, code: 'ROW_NO_NAME' },
    { line: 4, code: 'ROW_NO_NAME' },
  ]);
});

test('what a formula has failed to give is no value, and no company', () => {
  const list = readCompanyList(
    Buffer.from('会社名,電話,担当\n株式会社甲,#N/A,#REF!\n#N/A,03-1111-2222,佐藤\n'),
  );
  expect(list.rows).toEqual([{ line: 2, values: { name: '株式会社甲' } }]);
  expect(list.notes.map(({ line, code, detail }) => [line, code, detail])).toEqual([
    [2, 'VALUE_IS_ERROR', 'phone: #N/A'],
    [2, 'VALUE_IS_ERROR', 'owner: #REF!'],
  ]);
  expect(list.problems).toMatchObject([{ line: 3, code: 'SHEET_ERROR', detail: '#N/A' }]);
});

test.each([
  ['株式会社甲　御中', '株式会社甲'],
  ['甲株式会社様', '甲株式会社'],
  ['株式会社甲 様', '株式会社甲'],
  ['株式会社お客様', '株式会社お客様'],
])('%s is addressed, and called %s', (written, name) => {
  const list = readCompanyList(Buffer.from(`会社名,電話\n${written},03-1111-2222\n`));
  expect(list.rows[0]?.values.name).toBe(name);
});
