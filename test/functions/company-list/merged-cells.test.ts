import {
  mergedBlocksIn,
  mergedIntoRows,
  withMergedCells,
} from '../../../functions/company-list/merged-cells';
import { readListFile } from '../../../functions/company-list/read-list-file';
import { type XlsxCell, xlsx } from './xlsx';

const read = async (rows: XlsxCell[][], merged: string[]) => {
  const list = await readListFile(xlsx({ 一覧: rows }, { merged }));
  return {
    rows: list.rows.map(({ line, values, continues }) => ({
      line,
      ...values,
      ...(continues && { continues }),
    })),
    problems: list.problems.map(({ line, code, detail }) => [line, code, detail]),
    notes: list.notes.map(({ code, detail }) => [code, detail]),
    header: list.header,
  };
};

test('a company merged over the rows of its contacts: each row is its own, and that is told', async () => {
  const list = await read(
    [
      ['会社名', '住所', '先方担当者', '部署'],
      ['株式会社甲', '東京都港区1', '山田', '営業部'],
      [null, null, '佐藤', '総務部'],
      [null, null, '鈴木', null],
      ['株式会社乙', '大阪市北区2', '高橋', null],
    ],
    ['A2:A4', 'B2:B4'],
  );
  expect(list.problems).toEqual([]);
  expect(list.rows).toEqual([
    { line: 2, name: '株式会社甲', address: '東京都港区1', contactName: '山田', contactDepartment: '営業部' },
    {
      line: 3,
      name: '株式会社甲',
      address: '東京都港区1',
      contactName: '佐藤',
      contactDepartment: '総務部',
      continues: 2,
    },
    { line: 4, name: '株式会社甲', address: '東京都港区1', contactName: '鈴木', continues: 2 },
    { line: 5, name: '株式会社乙', address: '大阪市北区2', contactName: '高橋' },
  ]);
  expect(list.notes).toEqual([['COMPANY_FROM_ABOVE', '3: 株式会社甲 / 4: 株式会社甲']]);
});

test('also where it is the only one, and stands behind its people', async () => {
  const list = await read(
    [
      ['先方担当者', '部署', '会社名'],
      ['山田', '営業部', '甲商事'],
      ['佐藤', '総務部', null],
      ['鈴木', '営業部', '乙物産'],
    ],
    ['C2:C3'],
  );
  expect(list.rows.map(({ name, contactName }) => [name, contactName])).toEqual([
    ['甲商事', '山田'],
    ['甲商事', '佐藤'],
    ['乙物産', '鈴木'],
  ]);
});

test('what companies have in common, merged beside them, is of each', async () => {
  const list = await read(
    [
      ['担当営業', 'ステータス', '会社名'],
      ['高橋', 'コールド', '甲'],
      [null, null, '乙'],
      [null, '失注', '丙'],
      ['佐藤', null, '丁'],
    ],
    ['A2:A4', 'B2:B3', 'B4:B5'],
  );
  expect(list.rows.map(({ owner, status, name }) => [owner, status, name])).toEqual([
    ['高橋', 'コールド', '甲'],
    ['高橋', 'コールド', '乙'],
    ['高橋', '失注', '丙'],
    ['佐藤', '失注', '丁'],
  ]);
  expect(list.notes).toEqual([]);
});

test('headers merged over two columns and two lines', async () => {
  const list = await read(
    [
      ['取引先一覧', null, null, null],
      ['会社名', '先方', null, '住所'],
      [null, '氏名', '部署', null],
      ['株式会社甲', '山田', '営業部', '東京都港区1'],
      [null, '佐藤', '総務部', null],
    ],
    ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3', 'A4:A5', 'D4:D5'],
  );
  expect(list.rows).toMatchObject([
    { line: 4, name: '株式会社甲', contactName: '山田', contactDepartment: '営業部' },
    { line: 5, name: '株式会社甲', contactName: '佐藤', address: '東京都港区1', continues: 4 },
  ]);
  expect(list.problems).toEqual([]);
});

test('rows of two lines each that are merged whole are one row', async () => {
  const list = await read(
    [
      ['会社名', '住所'],
      ['甲商事', '東京'],
      [null, null],
      ['乙物産', '大阪'],
      [null, null],
    ],
    ['A2:A3', 'B2:B3', 'A4:A5', 'B4:B5'],
  );
  expect(list.rows.map(({ line, name }) => [line, name])).toEqual([
    [2, '甲商事'],
    [4, '乙物産'],
  ]);
});

test('a row of a company that is left out is left out with it', async () => {
  const list = await read(
    [
      ['会社名', '先方担当者'],
      ['甲商事', '\ue000'],
      [null, '佐藤'],
      ['乙物産', '鈴木'],
    ],
    ['A2:A3'],
  );
  expect(list.problems).toEqual([
    [2, 'PRIVATE_CHARACTER', '先方担当者'],
    [3, 'FIRST_ROW_LEFT_OUT', '3 < 2'],
  ]);
  expect(list.rows.map(({ line }) => line)).toEqual([4]);
});

test('the blocks of a worksheet, whatever stands there', () => {
  expect(mergedBlocksIn(Buffer.from('<worksheet><sheetData/></worksheet>'))).toEqual([]);
  const part = Buffer.from(
    '<x:mergeCells count="3"><x:mergeCell ref="B2:B3"/><x:mergeCell ref="#REF!"/><x:mergeCell ref="A1:C1"/></x:mergeCells>',
  );
  expect(mergedBlocksIn(part)).toEqual([{ firstRow: 1, lastRow: 2, column: 1 }]);
});

test('a block that ends below the table is no longer than it; one without a value says nothing', () => {
  const rows = [
    ['a', ''],
    ['', ''],
    ['', ''],
  ];
  const merged = mergedIntoRows(rows, [
    { firstRow: 0, lastRow: 1_000_000, column: 0 },
    { firstRow: 1, lastRow: 2, column: 1 },
    { firstRow: 9, lastRow: 12, column: 0 },
  ]);
  expect([...merged.keys()]).toEqual([1, 2]);
  expect(merged.get(2)).toEqual(new Map([[0, { value: 'a', line: 1 }]]));
});

test('a header is not merged into the rows below it', () => {
  const merged = new Map([[0, { value: '会社名', line: 2 }]]);
  const record = { line: 3, cells: ['', 'x'], merged };
  expect(withMergedCells(record, 2)).toMatchObject({ cells: ['', 'x'] });
  expect(withMergedCells(record, 1)).toMatchObject({ cells: ['会社名', 'x'] });
});
