import { readCompanyList } from '../../../functions/company-list/read-list';

const read = (text: string) => readCompanyList(Buffer.from(text));
const names = (text: string) => read(text).rows.map(({ values }) => values.name);
const codes = (text: string) => read(text).problems.map(({ line, code }) => [line, code]);
const leftOut = (text: string) => read(text).leftOut.map(({ line }) => line);

test('what stands behind the table is left out, and told once', () => {
  const list = read(
    '一覧,\n会社名,件数\n甲,1\n乙,2\n\n合計,3\n\n取引先レポート\nCopyright (c) 2026 Example. All rights reserved.\n株式会社サンプル\n',
  );
  expect(list.rows.map(({ values }) => values.name)).toEqual(['甲', '乙']);
  expect(list.problems).toEqual([]);
  expect(list.leftOut.map(({ line }) => line)).toEqual([1, 6, 8, 9, 10]);
  expect(list.notes).toMatchObject([
    { line: 2, code: 'COLUMNS_NOT_READ', detail: '件数' },
    { line: 1, code: 'LINES_LEFT_OUT', detail: expect.stringMatching(/^1: 一覧 \/ 6: 合計 3 \/ 8: /) },
  ]);
});

test.each([
  ['as on each page of a report', '会社名,住所\n甲,東京\n会社名,住所\n乙,大阪\n', [3]],
  ['in other words, below the keys of columns', 'id,name,status\nID,会社名,ステータス\n1,甲,\n2,乙,\n', [2]],
  ['of a single column', '会社名\n甲\n会社名\n乙\n', [3]],
])('headers once more are no company: %s', (_, text, lines) => {
  expect([names(text), leftOut(text)]).toEqual([['甲', '乙'], lines]);
});

test('a company that is called as a header is one', () => {
  expect(names('会社名,住所\nカナ,東京\n名称,大阪\n')).toEqual(['カナ', '名称']);
});

test('sums between the rows are left out, the rows behind them are not', () => {
  expect(names('会社名,金額\n甲,1\n小計,1\n乙,2\n小計,2\n合計,3\n')).toEqual(['甲', '乙']);
});

test.each([
  ['a name alone below a gap, where it is the only column', '会社名\n甲\n\n乙\n', ['甲', '乙']],
  ['a company that has its name alone', '会社名,住所\n甲,東京\n乙,\n', ['甲', '乙']],
  ['a company below a gap that goes on', '会社名,住所\n甲,東京\n\n乙,\n丙,大阪\n', ['甲', '乙', '丙']],
  ['one that says what it is', '会社名,住所\n甲,東京\n\n株式会社乙,\n', ['甲', '株式会社乙']],
])('no company is taken for a note: %s', (_, text, expected) => {
  expect(names(text)).toEqual(expected);
  expect(leftOut(text)).toEqual([]);
});

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

test('a line that has nothing in the columns that are read is no row', () => {
  const list = readCompanyList(Buffer.from('No.,会社名,電話\n1,株式会社甲,03-1111-2222\n2,,\n3,,\n'));
  expect(list).toMatchObject({
    rows: [{ line: 2 }],
    problems: [],
    leftOut: [{ line: 3, text: '2' }, { line: 4 }],
  });
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

test('19 MB of quotation marks, or of commas, are read in no time', () => {
  for (const filling of ['"', ',']) {
    const bytes = Buffer.alloc(19 * 1024 * 1024, filling);
    expect(readCompanyList(bytes).rows).toEqual([]);
  }
});

test.each([
  [
    'of other things',
    '会社名,電話,住所\n甲,03-1,東京\n乙,03-2,大阪\n,,\n製品名,単価,数量\nハチ,1000,3\n',
    ['甲', '乙'],
    5,
    '製品名 単価 数量 (×1)',
  ],
  [
    'below a title',
    '会社名,電話,住所\n甲,03-1,東京\n,,\n■案件,,\n案件名,担当,金額\n更新,佐藤,1\n増設,佐藤,2\n',
    ['甲'],
    5,
    '案件名 担当 金額 (×2)',
  ],
  [
    'of companies in other columns',
    '会社名,電話,住所\n甲,03-1,東京\n会社名,住所,電話\n乙,大阪,06-1\n',
    ['甲'],
    3,
    '会社名 住所 電話 (×1)',
  ],
  [
    'in English',
    'Company,Phone,City\nA,03-1,Tokyo\n,,\nUnit name,Unit price,Quantity\nB,1,2\n',
    ['A'],
    4,
    'Unit name Unit price Quantity (×1)',
  ],
])(
  'another table below the list is read by nobody, and is a problem: %s',
  (_, text, expected, line, detail) => {
    const list = read(text);
    expect(list.rows.map(({ values }) => values.name)).toEqual(expected);
    expect(list.problems).toMatchObject([{ line, code: 'OTHER_TABLE', detail }]);
  },
);

test('the same headers again behind empty lines may be in other words, with a title above: the list goes on', () => {
  const text = '会社名,電話,住所\n甲,03-1,東京\n,,\n【関西】,,\n企業名,TEL,所在地\n乙,06-1,大阪\n';
  expect([names(text), codes(text), leftOut(text)]).toEqual([['甲', '乙'], [], [4, 5]]);
});

test('headers that a person says are none are read as a row, and so are the companies below them', () => {
  const text = '顧客コード,会社名,住所\n1,甲,東京\n';
  const list = readCompanyList(Buffer.from(text), { noHeader: true, mapping: { columns: { 1: 'name' } } });
  expect([list.rows.map(({ values }) => values.name), list.problems]).toEqual([['会社名', '甲'], []]);
});
