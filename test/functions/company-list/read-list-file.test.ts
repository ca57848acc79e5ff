import { readListFile } from '../../../functions/company-list/read-list-file';
import { xlsx } from './xlsx';

const LIST = [
  ['顧客一覧'],
  [],
  ['会社名', '所在地', null, '最終連絡日', '法人番号'],
  [null, '都道府県', '市区町村', null, null],
  ['株式会社甲', '東京都', '港区', { date: 46113 }, 5070001000715],
  ['合計', null, null, null, 1],
];

test('a workbook with a title and two lines of headers', async () => {
  const list = await readListFile(xlsx({ 表紙: [['このブックについて']], 一覧: LIST }));
  expect(list).toMatchObject({
    encoding: 'xlsx',
    sheets: ['表紙', '一覧'],
    sheet: '一覧',
    headerLine: 3,
    problems: [],
  });
  expect(list.rows).toEqual([
    {
      line: 5,
      values: {
        name: '株式会社甲',
        address: '東京都港区',
        lastContact: '2026-04-01',
        corporateNumber: '5070001000715',
      },
    },
  ]);
  expect(list.leftOut.map(({ line }) => line)).toEqual([1, 6]);
});

test('the sheet that a person chooses, also where another one has a list', async () => {
  const bytes = xlsx({ 一: [['会社名'], ['甲']], 二: [['会社名'], ['乙']] });
  expect((await readListFile(bytes, { sheet: '二' })).rows).toEqual([{ line: 2, values: { name: '乙' } }]);
  expect(await readListFile(bytes, { sheet: '三' })).toMatchObject({
    sheets: ['一', '二'],
    problems: [{ code: 'SHEET_UNKNOWN', detail: '一 / 二' }],
  });
});

test('what is no list is named; an encoding that a person names makes it a text', async () => {
  const html = Buffer.from('<table><tr><td>会社名</td></tr></table>');
  expect((await readListFile(html)).problems).toMatchObject([{ line: null, code: 'FILE_IS_HTML' }]);
  const named = await readListFile(Buffer.from('<div>,会社名\na,甲\n'), { encoding: 'utf-8' });
  expect(named.rows).toEqual([{ line: 2, values: { name: '甲' } }]);
});

test('cut at any byte, a workbook is no surprise', async () => {
  const bytes = xlsx({ 一: LIST });
  for (let length = 1; length < bytes.length; length += 97)
    expect((await readListFile(bytes.subarray(0, length))).problems).not.toEqual([]);
});

test('rows that a filter hides are read and named, and so are sheets that are not read unless a person has chosen one', async () => {
  const list = [['会社名'], ['甲'], ['乙'], ['丙']];
  const notesOf = async (bytes: Uint8Array, options = {}) =>
    (await readListFile(bytes, options)).notes.map(({ code, detail }) => `${code} ${detail}`);
  expect(await notesOf(xlsx({ 一: list }, { hiddenRows: [1, 3, 4] }))).toEqual(['ROWS_HIDDEN 3 / 4']);
  const two = xlsx({ 一: list, 二: list });
  expect(await notesOf(two)).toEqual(['SHEETS_NOT_READ 二']);
  expect(await notesOf(two, { sheet: '一' })).toEqual([]);
});
