import type { UpdateRequest } from '../../../emulator/workbook/model';
import { fill, span } from '../workbook/requests/request-parts';
import { refusalOf, type SheetsApiScene, SPREADSHEET_ID, startSheetsApiScene } from './sheets-client';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

test('a batch is applied whole or not at all', async () => {
  const before = suite.workbooks.get(SPREADSHEET_ID);
  const good: UpdateRequest[] = [
    fill([['a']]),
    { addSheet: { properties: { title: 'New' } } },
    { deleteSheet: { sheetId: 7 } },
    { insertDimension: { range: span('ROWS', 0, 1) } },
  ];
  const error = await refusalOf(suite.update(...good, { deleteSheet: { sheetId: 7 } }));
  expect(error.message).toBe('Invalid requests[4].deleteSheet: No sheet with id: 7');
  expect(suite.workbooks.get(SPREADSHEET_ID)).toBe(before);
  await suite.update(...good);
  expect(suite.workbooks.get(SPREADSHEET_ID)).not.toBe(before);
});
