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

interface ReplacedTab {
  sheetId: number;
  title: Text;
  language: keyof Text;
  /** The tab behind which a new one comes to stand, in front of all where that is not there; behind all unless given. */
  behind?: Text;
}

/** A tab of ours has its title in the team's language, also after that was changed; one that people have named stays as it is. */
export const titleRequests = (
  sheetId: number,
  current: TabContent | null,
  { title, language }: { title: Text; language: keyof Text },
  titles: readonly string[],
): SheetsRequest[] => {
  const isOurs = current !== null && Object.values(title).includes(current.title);
  if (!isOurs || current.title === title[language]) return [];
  const others = titles.filter((other) => other !== current.title);
  const properties = { sheetId, title: uniqueTitle(title[language], others) };
  return [{ updateSheetProperties: { properties, fields: 'title' } }];
};

/**
 * Reads the tab, and writes what `requestsFor` makes of it in one call: all of it, or nothing where the call fails. Answers how
 * many calls wrote: none where there was nothing to change. Throws a SheetsError.
 */
export const replaceTab = async (
  sheets: SheetsClient,
  spreadsheetId: string,
  { sheetId, title, language, behind }: ReplacedTab,
  requestsFor: (
    tab: TabContent | null,
    newTab: TabPlace,
    charts: RegisterSpreadsheet['charts'],
  ) => SheetsRequest[],
  wait: Wait,
): Promise<0 | 1> => {
  const replace = async (): Promise<0 | 1> => {
    const book = await readRegisterSpreadsheet(sheets, spreadsheetId, [sheetId]);
    const isBefore = (other: string): boolean =>
      behind === undefined || Object.values(behind).includes(other);
    const newTab = {
      title: uniqueTitle(title[language], book.titles),
      index: book.titles.findLastIndex(isBefore) + 1,
    };
    const tab = book.tab(sheetId);
    const requests = [
      ...titleRequests(sheetId, tab, { title, language }, book.titles),
      ...requestsFor(tab, newTab, book.charts),
    ];
    if (requests.length === 0) return 0;
    await wrapErrors(spreadsheetId, () =>
      sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }),
    );
    return 1;
  };
  return withRetry(() => retryOnMoved(replace), wait);
};
