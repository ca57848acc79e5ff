/** Whether people see a row of a tab, or only the rows around it. */
import type { SheetsClient } from './client';
import { wrapErrors } from './retry';

/** `tab` in A1 notation; the row is counted from 1. One call. Throws SheetsError. */
export const readIsHidden = (
  sheets: SheetsClient,
  spreadsheetId: string,
  tab: string,
  row: number,
): Promise<boolean> =>
  wrapErrors(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.data.rowMetadata(hiddenByFilter,hiddenByUser)',
      ranges: [`${tab}!A${row}`],
    });
    const [metadata] = (data.sheets ?? [])
      .flatMap((sheet) => sheet.data ?? [])
      .flatMap((part) => part.rowMetadata ?? []);
    return metadata?.hiddenByFilter === true || metadata?.hiddenByUser === true;
  });
