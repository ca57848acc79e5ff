/** The real googleapis client on an emulator of its own. */
import { auth as google, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { type SheetsApi, startSheetsApi } from '../../../emulator/sheets-api/server';
import type { UpdateReply, UpdateRequest } from '../../../emulator/workbook/model';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';

export const SPREADSHEET_ID = 'a-spreadsheet';

/** Without a token when it is empty. Node's own fetch: jest cannot load the client's, an ES module. */
export function sheetsClientFor(rootUrl: string, token = 'a-token'): sheets_v4.Sheets {
  const auth = new google.OAuth2();
  auth.setCredentials({ access_token: token });
  const options = { version: 'v4' as const, rootUrl, retry: false, fetchImplementation: fetch };
  return sheets(token ? { ...options, auth } : options);
}

export interface SheetsApiScene {
  workbooks: Workbooks;
  api: SheetsApi;
  client: sheets_v4.Sheets;
  /** Applies requests to the spreadsheet `ID` and gives the replies. */
  update(...requests: UpdateRequest[]): Promise<UpdateReply[]>;
  /** The tab's values, unformatted. */
  values(range: string): Promise<unknown[][] | null | undefined>;
  tab(sheetId?: number): Promise<sheets_v4.Schema$Sheet | undefined>;
  stop(): Promise<void>;
}

/** A spreadsheet `ID` with two tabs: "Accounts" (ID 0, 100 × 10) and "My queue" (ID 7, 50 × 5). */
export async function startSheetsApiScene(accept?: (token: string) => boolean): Promise<SheetsApiScene> {
  let lastId = 1000;
  const workbooks = openWorkbooks({ dataDir: null, newId: () => ++lastId });
  workbooks.create(SPREADSHEET_ID, { title: 'Register' }, [
    { title: 'Accounts', sheetId: 0, gridProperties: { rowCount: 100, columnCount: 10 } },
    { title: 'My queue', sheetId: 7, gridProperties: { rowCount: 50, columnCount: 5 } },
  ]);
  const api = await startSheetsApi({ workbooks, checkAnswers: true, ...(accept && { accept }) });
  const client = sheetsClientFor(api.rootUrl);
  return {
    workbooks,
    api,
    client,
    async update(...requests) {
      const { data } = await client.spreadsheets.batchUpdate({
        spreadsheetId: SPREADSHEET_ID,
        requestBody: { requests },
      });
      return data.replies ?? [];
    },
    async values(range) {
      const query = { spreadsheetId: SPREADSHEET_ID, range, valueRenderOption: 'UNFORMATTED_VALUE' };
      return (await client.spreadsheets.values.get(query)).data.values;
    },
    async tab(sheetId = 0) {
      const { data } = await client.spreadsheets.get({ spreadsheetId: SPREADSHEET_ID });
      return data.sheets?.find(({ properties }) => properties?.sheetId === sheetId);
    },
    async stop() {
      await api.stop();
      workbooks.close();
    },
  };
}

export interface GoogleError {
  code: number;
  message: string;
  status: string;
  details?: { fieldViolations?: { field: string; description: string }[]; reason?: string }[];
}

/** The error that Google's JSON carries; fails when the call went well. */
export async function refusalOf(call: Promise<unknown>): Promise<GoogleError> {
  try {
    await call;
  } catch (error) {
    const { response } = error as { response?: { data?: { error?: GoogleError } } };
    if (response?.data?.error) return response.data.error;
    throw error;
  }
  throw new Error('The call was not refused.');
}
