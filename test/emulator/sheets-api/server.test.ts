import type { SpreadsheetChange } from '../../../emulator/workbook/workbook';
import {
  refusalOf,
  type SheetsApiScene,
  SPREADSHEET_ID,
  sheetsClientFor,
  startSheetsApiScene,
} from './sheets-client';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene((token) => token !== 'a-bad-token');
});
afterEach(() => suite.stop());

const title = (text: string): Promise<unknown> =>
  suite.update({ updateSpreadsheetProperties: { properties: { title: text }, fields: 'title' } });
const titleNow = (): string => suite.workbooks.get(SPREADSHEET_ID).properties.title;

describe('tokens', () => {
  test.each([
    ['no token', '', 'Request is missing required authentication credential.'],
    ['a bad token', 'a-bad-token', 'Request had invalid authentication credentials.'],
  ])('%s is refused', async (_, token, message) => {
    const error = await refusalOf(
      sheetsClientFor(suite.api.rootUrl, token).spreadsheets.get({ spreadsheetId: SPREADSHEET_ID }),
    );
    expect(error).toMatchObject({ code: 401, status: 'UNAUTHENTICATED' });
    expect(error.message).toContain(message);
    expect(suite.api.counts()).toEqual({ reads: 0, writes: 0 });
  });
});

test('a spreadsheet is created and found', async () => {
  const { data } = await suite.client.spreadsheets.create({
    requestBody: {
      properties: { title: 'Queue', timeZone: 'Asia/Tokyo' },
      sheets: [{ properties: { title: 'Today' } }],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? '';
  expect(data.spreadsheetUrl).toContain(spreadsheetId);
  const got = await suite.client.spreadsheets.get({ spreadsheetId });
  expect(got.data).toEqual(data);
  expect(got.data.sheets?.[0]?.properties).toMatchObject({
    title: 'Today',
    index: 0,
    gridProperties: { rowCount: 1000, columnCount: 26 },
  });
});

test.each([
  ['True', 200, true],
  ['false', 200, false],
  ['yes', 400, false],
])('a parameter that is %s answers %i', async (value, status, hasData) => {
  const address = `${suite.api.rootUrl}v4/spreadsheets/${SPREADSHEET_ID}?includeGridData=${value}`;
  const response = await fetch(address, { headers: { authorization: 'Bearer a-token' } });
  expect(response.status).toBe(status);
  expect((await response.text()).includes('"rowMetadata"')).toBe(hasData);
});

describe('what is read of a spreadsheet', () => {
  beforeEach(async () => {
    const values = [['a', 1]];
    await suite.client.spreadsheets.values.update({
      spreadsheetId: SPREADSHEET_ID,
      range: 'B2',
      valueInputOption: 'RAW',
      requestBody: { values },
    });
  });

  test('cells are answered only on request', async () => {
    const { data } = await suite.client.spreadsheets.get({ spreadsheetId: SPREADSHEET_ID });
    expect(data.sheets?.map((sheet) => sheet.data)).toEqual([undefined, undefined]);
  });

  test('ranges: their tabs and cells only', async () => {
    const query = {
      spreadsheetId: SPREADSHEET_ID,
      ranges: ['Accounts!B2:C3', 'Accounts!C2'],
      includeGridData: true,
    };
    const { data } = await suite.client.spreadsheets.get(query);
    expect(data.sheets).toHaveLength(1);
    const [block, single] = data.sheets?.[0]?.data ?? [];
    expect(block).toMatchObject({
      startRow: 1,
      startColumn: 1,
      rowData: [{ values: [{ formattedValue: 'a' }, { formattedValue: '1' }] }],
    });
    expect(block?.rowMetadata).toHaveLength(2);
    expect(single?.rowData).toMatchObject([{ values: [{ effectiveValue: { numberValue: 1 } }] }]);
  });

  test('a mask of fields decides about the cells', async () => {
    const fields = 'spreadsheetId,sheets(properties/title,data.rowData.values.formattedValue)';
    const { data } = await suite.client.spreadsheets.get({ spreadsheetId: SPREADSHEET_ID, fields });
    expect(data).toEqual({
      spreadsheetId: SPREADSHEET_ID,
      sheets: [
        {
          properties: { title: 'Accounts' },
          data: [{ rowData: [{}, { values: [{}, { formattedValue: 'a' }, { formattedValue: '1' }] }] }],
        },
        { properties: { title: 'My queue' }, data: [{}] },
      ],
    });
  });

  test('the answer of a batch may carry the spreadsheet', async () => {
    const requests = [{ addSheet: { properties: { title: 'New' } } }];
    const requestBody = { requests, includeSpreadsheetInResponse: true };
    const { data } = await suite.client.spreadsheets.batchUpdate({
      spreadsheetId: SPREADSHEET_ID,
      requestBody,
    });
    expect(data.updatedSpreadsheet?.sheets).toHaveLength(3);
  });
});

describe('failures that a test orders', () => {
  test('a quota that is used up, as often as ordered', async () => {
    suite.api.failNext({ status: 429, times: 2, only: 'write' });
    for (let round = 0; round < 2; round++) {
      const error = await refusalOf(title('refused'));
      expect(error).toMatchObject({ code: 429, status: 'RESOURCE_EXHAUSTED' });
      expect(error.details?.[0]?.reason).toBe('RATE_LIMIT_EXCEEDED');
      await suite.values('A1');
    }
    await title('served');
    expect(titleNow()).toBe('served');
    expect(suite.api.counts()).toEqual({ reads: 2, writes: 3 });
  });

  test('a call held before it is applied', async () => {
    const hold = suite.api.holdNext('before');
    const call = title('late');
    await hold.reached;
    expect(titleNow()).toBe('Register');
    hold.release();
    await call;
    expect(titleNow()).toBe('late');
  });

  test('an answer that is lost after the call was applied', async () => {
    const hold = suite.api.holdNext('after', 'write');
    const call = title('applied');
    await hold.reached;
    hold.drop();
    await expect(call).rejects.toThrow();
    expect(titleNow()).toBe('applied');
  });
});

test('listeners hear of a change, with its author, once it is applied', async () => {
  const changes: SpreadsheetChange[] = [];
  const stop = suite.workbooks.onChange((change) => changes.push(change));
  await suite.client.spreadsheets.values.update({
    spreadsheetId: SPREADSHEET_ID,
    range: 'A3',
    valueInputOption: 'RAW',
    requestBody: { values: [['x']] },
  });
  await suite.client.spreadsheets.values.update({
    spreadsheetId: SPREADSHEET_ID,
    range: 'A2',
    valueInputOption: 'RAW',
    requestBody: { values: [['y']] },
  });
  suite.workbooks.batchUpdate(SPREADSHEET_ID, [{ deleteSheet: { sheetId: 7 } }], 'script');
  stop();
  await title('unheard');
  expect(
    changes.map(({ author, tabs }) => [
      author,
      tabs.map(({ sheetId, settings, splice, rows }) => ({ sheetId, settings, splice, rows })),
    ]),
  ).toEqual([
    ['api', [{ sheetId: 0, settings: false, splice: { at: 0, removed: 0, inserted: 3 }, rows: [] }]],
    ['api', [{ sheetId: 0, settings: false, splice: undefined, rows: [1] }]],
    ['script', [{ sheetId: 7, settings: true, splice: undefined, rows: [] }]],
  ]);
  expect(changes[1]?.before?.tabs[0]?.rows[1]).toEqual([]);
});
