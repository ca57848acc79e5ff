import { openSheets } from '../../../functions/sheets/client';
import { SheetsError } from '../../../functions/sheets/retry';
import { writeRequests } from '../../../functions/sheets/write-requests';
import {
  type SheetsApiScene,
  SPREADSHEET_ID,
  startSheetsApiScene,
} from '../../emulator/sheets-api/sheets-client';
import { area, fill } from '../../emulator/workbook/requests/request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

const write = (...requests: Parameters<typeof writeRequests>[2]) =>
  writeRequests(openSheets(suite.api.rootUrl), SPREADSHEET_ID, requests);

const WIDTH = (properties: object) => ({
  updateDimensionProperties: {
    range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
    properties,
    fields: 'pixelSize',
  },
});
const FILTER = { setBasicFilter: { filter: { range: { sheetId: 0 } } } };

test('all go through in one call where none is refused; nothing is no call', async () => {
  expect(await write(fill([['松']]), FILTER)).toEqual([]);
  expect(await write()).toEqual([]);
  expect(suite.api.counts().writes).toBe(1);
});

test('what is refused of the looks is left out, with the reason in words that do not depend on its place', async () => {
  await suite.update({ addTable: { table: { range: area(0, 2, 0, 2) } } });
  expect(await write(fill([['松']]), FILTER, WIDTH({ pixelSize: 60 }))).toEqual([
    { kind: 'setBasicFilter', reason: 'A filter cannot be created over a table.' },
  ]);
  expect(await suite.values('Accounts!A1')).toEqual([['松']]);
  expect(await write(FILTER)).toMatchObject([{ kind: 'setBasicFilter' }]);
});

test('many are refused: after some calls all that concerns looks is left out', async () => {
  await suite.update({ addTable: { table: { range: area(0, 2, 0, 2) } } });
  const before = suite.api.counts().writes;
  const leftOut = await write(
    ...Array.from({ length: 20 }, () => ({ ...FILTER })),
    WIDTH({ pixelSize: 60 }),
    fill([['松']]),
  );
  expect(leftOut).toHaveLength(21);
  expect(suite.api.counts().writes - before).toBe(7);
  expect(await suite.values('Accounts!A1')).toEqual([['松']]);
});

test.each([
  ['cells', fill([['松']], 5_000)],
  ['a grid', { updateSheetProperties: { properties: { sheetId: 9 }, fields: 'gridProperties.rowCount' } }],
  ['a format with values', { repeatCell: { range: { sheetId: 9 }, cell: {}, fields: '*' } }],
])('what carries data is not left out: %s', async (_, request) => {
  const refused = write(WIDTH({ pixelSize: 60 }), request);
  await expect(refused).rejects.toThrow(SheetsError);
  await expect(refused).rejects.toMatchObject({ status: 400 });
});

test('who may not write at all is told so, and nothing is tried a second time', async () => {
  suite.api.failNext({ status: 403, only: 'write' });
  await expect(write(FILTER)).rejects.toMatchObject({ isAccessDenied: true });
  expect(suite.api.counts().writes).toBe(1);
});
