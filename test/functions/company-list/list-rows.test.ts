import { readCompanyList } from '../../../functions/company-list/read-list';

const read = (text: string) => readCompanyList(Buffer.from(text));
const names = (text: string) => read(text).rows.map(({ values }) => values.name);
const codes = (text: string) => read(text).problems.map(({ line, code }) => [line, code]);
const leftOut = (text: string) => read(text).leftOut.map(({ line }) => line);

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

test('a line that has nothing in the columns that are read is no row', () => {
  const list = readCompanyList(Buffer.from('No.,会社名,電話\n1,株式会社甲,03-1111-2222\n2,,\n3,,\n'));
  expect(list).toMatchObject({
    rows: [{ line: 2 }],
    problems: [],
    leftOut: [{ line: 3, text: '2' }, { line: 4 }],
  });
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
