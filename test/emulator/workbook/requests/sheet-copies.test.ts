import { readValues, writeValues } from '../../../../emulator/workbook/values';
import {
  refusalOf,
  type SheetsApiScene,
  SPREADSHEET_ID,
  startSheetsApiScene,
} from '../../sheets-api/sheets-client';
import { area, fill } from './request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
  await suite.update(
    fill([['a', 'b']]),
    { mergeCells: { range: area(2, 4, 0, 2), mergeType: 'MERGE_ALL' } },
    { addProtectedRange: { protectedRange: { range: area(0, 1, 0, 2), protectedRangeId: 5 } } },
  );
});
afterEach(() => suite.stop());

test('a duplicate has everything that lies on the tab, under IDs of its own', async () => {
  const [reply] = await suite.update({
    duplicateSheet: { sourceSheetId: 0, newSheetId: 9, insertSheetIndex: 2 },
  });
  expect(reply?.duplicateSheet?.properties).toMatchObject({
    sheetId: 9,
    title: 'Copy of Accounts',
    index: 2,
  });
  expect(await suite.values("'Copy of Accounts'!A1:B1")).toEqual([['a', 'b']]);
  const copy = await suite.tab(9);
  expect(copy?.merges).toEqual([area(2, 4, 0, 2, 9)]);
  expect(copy?.protectedRanges).toMatchObject([{ range: area(0, 1, 0, 2, 9) }]);
  expect(copy?.protectedRanges?.[0]?.protectedRangeId).not.toBe(5);
});

test('of the same tab twice, the second has a number; a title that is taken is refused', async () => {
  const again = { duplicateSheet: { sourceSheetId: 0 } };
  const replies = await suite.update(again, again);
  expect(replies.map((reply) => reply.duplicateSheet?.properties?.title)).toEqual([
    'Copy of Accounts',
    'Copy of Accounts 2',
  ]);
  const taken = suite.update({ duplicateSheet: { sourceSheetId: 0, newSheetName: 'My queue' } });
  expect((await refusalOf(taken)).message).toContain('already exists');
});

test('a tab is copied to another spreadsheet, behind its tabs, and its formulas are computed there', async () => {
  suite.workbooks.create('another', { title: 'Another' });
  suite.workbooks.change(SPREADSHEET_ID, 'user', (draft) =>
    writeValues(draft, { range: 'Accounts!C1', values: [['=A1&B1']] }, 'USER_ENTERED'),
  );
  const copyTo = (sheetId: number) =>
    suite.client.spreadsheets.sheets.copyTo({
      spreadsheetId: SPREADSHEET_ID,
      sheetId,
      requestBody: { destinationSpreadsheetId: 'another' },
    });
  expect((await copyTo(0)).data).toMatchObject({ title: 'Copy of Accounts', index: 1 });
  expect(suite.workbooks.get('another').tabs[1]?.rows[0]?.[1]?.userEnteredValue).toEqual({
    stringValue: 'b',
  });
  suite.workbooks.change('another', 'user', (draft) =>
    writeValues(draft, { range: "'Copy of Accounts'!A1", values: [['new ']] }, 'USER_ENTERED'),
  );
  expect(readValues(suite.workbooks.get('another'), "'Copy of Accounts'!C1").values).toEqual([['new b']]);
  expect(await refusalOf(copyTo(123))).toMatchObject({ code: 404 });
});
