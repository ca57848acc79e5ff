/** The cases on the local Sheets API; and on Google's, where `npm run test:google` names a spreadsheet. */
import { auth, sheets } from 'googleapis/build/src/apis/sheets';
import { startSheetsApi } from '../../emulator/sheets-api/server';
import { openWorkbooks } from '../../emulator/workbook/workbook';
import { openSheets, type SheetsClient } from '../../functions/sheets/client';
import { type ContractCase, SHEETS_CASES } from './sheets-cases';

interface Side {
  readonly client: SheetsClient;
  readonly spreadsheetId: string;
  readonly stop: () => Promise<void>;
}

const local = async (): Promise<Side> => {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('contract', { title: 'Contract' });
  const { rootUrl, stop } = await startSheetsApi({ workbooks, checkAnswers: true });
  return { client: openSheets(rootUrl), spreadsheetId: 'contract', stop };
};

/** As whoever `npm run test:google` has found signed in. */
const google = async (): Promise<Side> => {
  const { HACHI_TEST_SPREADSHEET: spreadsheetId = '', HACHI_TEST_TOKEN: token = '' } = process.env;
  const signedIn = new auth.OAuth2();
  signedIn.setCredentials({ access_token: token });
  const client = sheets({ version: 'v4', auth: signedIn, retry: false, fetchImplementation: fetch });
  return { client, spreadsheetId, stop: async () => undefined };
};

const holdsOn = (name: string, start: () => Promise<Side>, cases: readonly ContractCase[]): void =>
  describe(name, () => {
    let side: Side | undefined;
    beforeAll(async () => {
      side = await start();
    });
    afterAll(() => side?.stop());

    test.each(cases)('$name', async ({ run }) => {
      if (side === undefined) throw new Error('It runs only within tests.');
      const { client, spreadsheetId } = side;
      const title = `contract ${Date.now()}`;
      const requests = [{ addSheet: { properties: { title } } }];
      const { data } = await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
      const sheetId = data.replies?.[0]?.addSheet?.properties?.sheetId;
      if (sheetId == null) throw new Error('No tab was made.');
      try {
        await run({ client, spreadsheetId, sheetId, title });
      } finally {
        const gone = [{ deleteSheet: { sheetId } }];
        await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: gone } });
      }
    });
  });

holdsOn(
  'the local Sheets API',
  local,
  SHEETS_CASES.filter(({ onlyGoogle }) => !onlyGoogle),
);
if (process.env.HACHI_TEST_SPREADSHEET) holdsOn('Google Sheets', google, SHEETS_CASES);
