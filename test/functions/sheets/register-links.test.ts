import { type SheetsApi, startSheetsApi } from '../../../emulator/sheets-api/server';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';
import { openSheets } from '../../../functions/sheets/client';
import { readRegisterLinks } from '../../../functions/sheets/register-links';

let workbooks: Workbooks;
let api: SheetsApi;
beforeEach(async () => {
  workbooks = openWorkbooks({ dataDir: null });
  api = await startSheetsApi({ workbooks });
});
afterEach(async () => {
  await api.stop();
  workbooks.close();
});

const links = () => readRegisterLinks(openSheets(api.rootUrl), 'book');
const aBook = (...tabs: { title: string; sheetId: number; column?: number; ids: string[] }[]) => {
  workbooks.create(
    'book',
    { title: 'Register' },
    tabs.map(({ title, sheetId }) => ({ title, sheetId, gridProperties: { rowCount: 20, columnCount: 60 } })),
  );
  for (const { sheetId, column = 0, ids } of tabs)
    workbooks.batchUpdate(
      'book',
      [
        {
          updateCells: {
            start: { sheetId, columnIndex: column },
            rows: ids.map((id) => ({ values: [{ userEnteredValue: { stringValue: id } }] })),
            fields: 'userEnteredValue',
          },
        },
      ],
      'user',
    );
};
const to = (gid: number, row: number) =>
  `https://docs.google.com/spreadsheets/d/book/edit#gid=${gid}&range=${row}:${row}`;

test('no tab with the ID column yet: no links', async () => {
  aBook({ title: 'Sheet1', sheetId: 0, ids: [] }, { title: 'Notes', sheetId: 4, ids: ['identity', 'a_1'] });
  expect(await links()).toEqual({});
});

test.each([
  ['the first column', 0],
  ['the last of one letter', 25],
  ['the first of two', 26],
  ['far out', 53],
])('the ID column is %s', async (_, column) => {
  aBook({ title: "It's A1", sheetId: 9, column, ids: ['id', 'ID', 'a_1', '', 'a_2'] });
  expect(await links()).toEqual({ ID: to(9, 2), a_1: to(9, 3), a_2: to(9, 5) });
});

test('the tab is found by the key, and other tabs do not matter', async () => {
  aBook({ title: 'Help', sheetId: 0, ids: ['How to'] }, { title: '台帳', sheetId: 7, ids: ['id', 'a_1'] });
  expect(await links()).toEqual({ a_1: to(7, 2) });
});

test('a register without rows', async () => {
  aBook({ title: '台帳', sheetId: 7, ids: ['id'] });
  expect(await links()).toEqual({});
});

test('three calls, however many rows', async () => {
  aBook({ title: '台帳', sheetId: 7, ids: ['id', ...Array.from({ length: 19 }, (_, n) => `a_${n}`)] });
  expect(Object.keys(await links())).toHaveLength(19);
  expect(api.counts()).toEqual({ reads: 3, writes: 0 });
});
