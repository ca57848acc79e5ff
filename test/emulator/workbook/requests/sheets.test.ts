import type { UpdateRequest } from '../../../../emulator/workbook/model';
import {
  refusalOf,
  type SheetsApiScene,
  SPREADSHEET_ID,
  startSheetsApiScene,
} from '../../sheets-api/sheets-client';
import { fill } from './request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

const titles = async (): Promise<unknown[]> => {
  const { data } = await suite.client.spreadsheets.get({
    spreadsheetId: SPREADSHEET_ID,
    fields: 'sheets.properties.title',
  });
  return data.sheets?.map(({ properties }) => properties?.title) ?? [];
};

test('are added, named, moved and deleted', async () => {
  const [reply] = await suite.update({ addSheet: { properties: { title: 'First', index: 0 } } });
  const sheetId = reply?.addSheet?.properties?.sheetId ?? null;
  expect(reply?.addSheet?.properties).toMatchObject({ title: 'First', index: 0, sheetType: 'GRID' });
  expect(await titles()).toEqual(['First', 'Accounts', 'My queue']);
  await suite.update({
    updateSheetProperties: { properties: { sheetId, title: 'Last', index: 3 }, fields: 'title,index' },
  });
  expect(await titles()).toEqual(['Accounts', 'My queue', 'Last']);
  await suite.update({ deleteSheet: { sheetId: 7 } });
  expect(await titles()).toEqual(['Accounts', 'Last']);
  const error = await refusalOf(suite.update({ deleteSheet: { sheetId } }, { deleteSheet: { sheetId: 0 } }));
  expect(error.message).toBe(
    "Invalid requests[1].deleteSheet: You can't remove all the sheets in a document.",
  );
});

test('freeze, hide and shrink; what lies outside the smaller grid is gone', async () => {
  await suite.update(
    fill([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]),
    {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1, rowCount: 2, columnCount: 1 } },
        fields: 'gridProperties(frozenRowCount,rowCount,columnCount)',
      },
    },
  );
  expect((await suite.tab())?.properties?.gridProperties).toEqual({
    rowCount: 2,
    columnCount: 1,
    frozenRowCount: 1,
  });
  expect(await suite.values('Accounts')).toEqual([['a'], ['c']]);
  const hide: UpdateRequest = { updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } };
  await suite.update(hide);
  expect((await suite.tab())?.properties?.hidden).toBe(true);
});

test('the spreadsheet is renamed', async () => {
  await suite.update({ updateSpreadsheetProperties: { properties: { title: 'New' }, fields: 'title' } });
  const { data } = await suite.client.spreadsheets.get({ spreadsheetId: SPREADSHEET_ID });
  expect(data.properties).toMatchObject({ title: 'New', locale: 'ja_JP', timeZone: 'Asia/Tokyo' });
});
