/**
 * The connection to Google Sheets. Only the single API is imported: the whole of googleapis starts 17 times slower.
 * Not verified against Google: how long Sheets takes for tabs of 30,000 rows.
 */
import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets';

export type SheetsClient = sheets_v4.Sheets;

/** In milliseconds: a whole tab of 30,000 rows can take Google half a minute; a function's own limit is 300 seconds. */
const CALL_TIMEOUT_MS = 90_000;

/** With a root URL, a Sheets API on this machine under a fake token; else Google's, as the service account it runs as. */
export const openSheets = (rootUrl: string | null, timeout = CALL_TIMEOUT_MS): SheetsClient => {
  // The caller decides what is sent again (retry.ts): the client itself would repeat reads only, and at its own pace.
  const options = { version: 'v4', timeout, retry: false, fetchImplementation: fetch } as const;
  if (rootUrl === null) {
    const scopes = ['https://www.googleapis.com/auth/spreadsheets'];
    return sheets({ ...options, auth: new auth.GoogleAuth({ scopes }) });
  }
  const local = new auth.OAuth2();
  local.setCredentials({ access_token: 'local' });
  return sheets({ ...options, auth: local, rootUrl });
};
