/** What the answers leave out and what they do not, as recorded of Google. */
import { leaveOutDefaults } from '../../../emulator/sheets-api/left-out-defaults';
import { startSheetsApi } from '../../../emulator/sheets-api/server';
import { openWorkbooks } from '../../../emulator/workbook/workbook';
import { area } from '../workbook/requests/request-parts';
import { sheetsClientFor } from './sheets-client';

test.each<[string, string, object, object]>([
  ['the tab of a range', 'GridRange', { sheetId: 0, startRowIndex: 0 }, { startRowIndex: 0 }],
  ['but not the ID of a tab', 'SheetProperties', { sheetId: 0, index: 0 }, { sheetId: 0, index: 0 }],
  ['false', 'SheetProperties', { title: 'x', hidden: false }, { title: 'x' }],
  ['but not in a text format', 'TextFormat', { bold: false }, { bold: false }],
  ['nor as a value', 'ExtendedValue', { boolValue: false }, { boolValue: false }],
  ['empty lists', 'Editors', { users: [], groups: ['x'] }, { groups: ['x'] }],
  ['an empty message stays', 'ProtectedRange', { editors: { users: [] } }, { editors: {} }],
  ['values are not looked into', 'ValueRange', { values: [[], [0, false]] }, { values: [[], [0, false]] }],
])('%s (%s)', (_, schema, answer, expected) => {
  expect(leaveOutDefaults(answer, schema)).toEqual(expected);
});

test('who protects a range is one of its editors, though the answer to the request does not say so', async () => {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('x', { title: 'X' });
  const api = await startSheetsApi({ workbooks, emailOf: (token) => `${token}@example.jp` });
  const client = sheetsClientFor(api.rootUrl, 'ito');
  const protectedRange = { range: area(0, 2, 0, 2), warningOnly: false, editors: { users: [] } };
  const { data } = await client.spreadsheets.batchUpdate({
    spreadsheetId: 'x',
    requestBody: { requests: [{ addProtectedRange: { protectedRange } }] },
  });
  const reply = data.replies?.[0]?.addProtectedRange?.protectedRange;
  expect(reply).toEqual({
    protectedRangeId: expect.any(Number),
    range: area(0, 2, 0, 2),
    requestingUserCanEdit: true,
    editors: {},
  });
  const book = await client.spreadsheets.get({ spreadsheetId: 'x' });
  expect(book.data.sheets?.[0]?.protectedRanges).toEqual([
    { ...reply, editors: { users: ['ito@example.jp'] } },
  ]);
  expect(book.data.properties?.spreadsheetTheme?.themeColors).toHaveLength(9);
  await api.stop();
  workbooks.close();
});
