import { readLabelBlocks } from '../../../functions/company-list/label-blocks';
import { readCompanyList, readTable } from '../../../functions/company-list/read-list';

const TEXT = `名刺データ
会社名：株式会社甲
担当者：山田 太郎
TEL：03-1111-2222

■会社名：株式会社乙
TEL: 03-3333-4444
備考：10:00 に電話
`;

test('blocks of labelled lines are a table, with the line where each begins', () => {
  expect(readLabelBlocks(TEXT)).toEqual({
    records: [
      { line: 2, cells: ['会社名', '担当者', 'TEL', '備考'] },
      { line: 2, cells: ['株式会社甲', '山田 太郎', '03-1111-2222', ''] },
      { line: 6, cells: ['株式会社乙', '', '03-3333-4444', '10:00 に電話'] },
    ],
    leftOut: [{ line: 1, text: '名刺データ' }],
  });
  const list = readCompanyList(Buffer.from(TEXT));
  expect(list.rows.map(({ line, values }) => [line, values.name])).toEqual([
    [2, '株式会社甲'],
    [6, '株式会社乙'],
  ]);
  expect(list.notes.map(({ code }) => code)).toEqual(['BLOCKS_READ', 'LINES_LEFT_OUT']);
});

test.each([
  '会社名,備考\n株式会社甲,電話：03-1111-2222\n',
  '備考：社外秘\n会社名,電話\n株式会社甲,03-1111-2222\n',
  '会社名：\n株式会社甲\n株式会社乙\n',
  '会社名：電話\n株式会社甲：03-1111-2222\n',
  '会社名：株式会社甲\n',
  '会社名,区分\n会社1,ア\n会社2,イ\n会社3,ウ\n',
  '会社名,法人番号\n顧客,5070001000715\n顧客,5070001000715\n',
  '',
])('%j is no such list', (text) => {
  expect(readLabelBlocks(text)).toBeNull();
});

test.each(['\t', ','])('labels stand beside their values in two cells: %j', (between) => {
  const lines = [
    ['会社名', '株式会社甲'],
    ['電話', '03-1111-2222'],
    [],
    ['会社名', '株式会社乙'],
    ['電話', ''],
  ];
  const text = lines.map((cells) => cells.join(between)).join('\n');
  const list = readCompanyList(Buffer.from(text));
  expect(list.rows.map(({ values }) => values)).toEqual([
    { name: '株式会社甲', phone: '03-1111-2222' },
    { name: '株式会社乙' },
  ]);
});

test('in a sheet such blocks are no companies, and told', () => {
  const rows = [
    ['会社名', '株式会社甲'],
    ['電話', '03-1'],
    ['住所', '東京'],
    ['電話', '03-2'],
    ['住所', '大阪'],
  ];
  const list = readTable({ rows });
  expect(list.problems.map(({ code }) => code)).toEqual(['LIST_IS_SIDEWAYS']);
  expect(list.rows).toEqual([]);
});

test('a list that a mail quotes is read without the marks', () => {
  const list = readCompanyList(Buffer.from('> 会社名\t電話\n> 株式会社甲\t03-1111-2222\n'));
  expect(list.rows.map(({ values }) => values)).toEqual([{ name: '株式会社甲', phone: '03-1111-2222' }]);
});

test.each([
  ['区分', '会社1', '会社2', '会社3'],
  ['法人番号', '顧客', '顧客', '顧客'],
])('a sheet of names and %s is no such sheet, whatever the companies are called', (header, ...names) => {
  const list = readTable({ rows: [['会社名', header], ...names.map((name) => [name, 'ア'])] });
  expect(list.problems.map(({ code }) => code)).not.toContain('LIST_IS_SIDEWAYS');
});
