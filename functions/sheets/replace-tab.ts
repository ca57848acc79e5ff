/** Replacing one tab of a spreadsheet as a whole. */
import type { Text } from '../domain/text/text';
import { type SheetsRequest, uniqueTitle } from './cells';
import type { SheetsClient } from './client';
import { type RegisterSpreadsheet, readRegisterSpreadsheet, type TabContent } from './register-spreadsheet';
import { retryOnMoved, type Wait, withRetry, wrapErrors } from './retry';

/** Where a tab that is not there yet comes to stand. */
export interface TabPlace {
  title: string;
  index: number;
}

/**
 * Reads the tab, and writes what `requestsFor` makes of it in one call: all of it, or nothing where the call fails. Answers how
 * many calls wrote: none where there was nothing to change. Throws a SheetsError.
 */
export const replaceTab = async (
  sheets: SheetsClient,
  spreadsheetId: string,
  { sheetId, title, language }: { sheetId: number; title: Text; language: keyof Text },
  requestsFor: (
    tab: TabContent | null,
    newTab: TabPlace,
    charts: RegisterSpreadsheet['charts'],
  ) => SheetsRequest[],
  wait: Wait,
): Promise<0 | 1> => {
  const replace = async (): Promise<0 | 1> => {
    const book = await readRegisterSpreadsheet(sheets, spreadsheetId, [sheetId]);
    const newTab = { title: uniqueTitle(title[language], book.titles), index: book.titles.length };
    const requests = requestsFor(book.tab(sheetId), newTab, book.charts);
    if (requests.length === 0) return 0;
    await wrapErrors(spreadsheetId, () =>
      sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }),
    );
    return 1;
  };
  return withRetry(() => retryOnMoved(replace), wait);
};
