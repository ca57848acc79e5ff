import { type SheetsApi, startSheetsApi } from '../../../emulator/sheets-api/server';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';
import { openSheets } from '../../../functions/sheets/client';
import { readIsHidden } from '../../../functions/sheets/hidden-row';

const TAB = 7;
let workbooks: Workbooks;
let api: SheetsApi;
let books = 0;
beforeAll(async () => {
  workbooks = openWorkbooks({ dataDir: null });
  api = await startSheetsApi({ workbooks });
});
afterAll(async () => {
  await api.stop();
  workbooks.close();
});

/** A header and three companies, and what was done to them. */
const aBook = (requests: UpdateRequest[]): string => {
  const book = `book-${++books}`;
  workbooks.create(book, { title: book }, [{ title: '台帳', sheetId: TAB }]);
  const rows = ['会社名', '甲', '乙', '丙'].map((stringValue) => ({
    values: [{ userEnteredValue: { stringValue } }],
  }));
  const typed = { updateCells: { start: { sheetId: TAB }, rows, fields: 'userEnteredValue' } };
  workbooks.batchUpdate(book, [typed, ...requests], 'user');
  return book;
};
const hides = (...hiddenValues: string[]): UpdateRequest => ({
  setBasicFilter: { filter: { range: { sheetId: TAB }, criteria: { 0: { hiddenValues } } } },
});
const hiddenByHand = (startIndex: number): UpdateRequest => ({
  updateDimensionProperties: {
    range: { sheetId: TAB, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
});

test.each<[string, UpdateRequest[], number[]]>([
  ['nothing', [], []],
  ['a filter', [hides('甲', '丙')], [2, 4]],
  ['a filter that was changed', [hides('甲'), hides('乙')], [3]],
  ['a person', [hiddenByHand(2)], [3]],
  ['both', [hides('甲'), hiddenByHand(3)], [2, 4]],
])('the rows that %s hides', async (_, requests, hidden) => {
  const book = aBook(requests);
  const sheets = openSheets(api.rootUrl);
  const rows = [1, 2, 3, 4, 5];
  const isHidden = await Promise.all(rows.map((row) => readIsHidden(sheets, book, "'台帳'", row)));
  expect(rows.filter((_row, index) => isHidden[index])).toEqual(hidden);
});
