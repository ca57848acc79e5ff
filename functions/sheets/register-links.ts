/** The register's tab: where an account stands in it. */
import { REGISTER_TAB } from '../domain/register/tabs';
import { columnLetters, quotedTitle } from './cells';
import type { SheetsClient } from './client';
import { wrapErrors } from './retry';

/** Key of the account ID's column in the hidden first row. */
const ID_KEY = 'id';
/** The keys are looked for in so many rows: people may have inserted some above. */
export const HEAD_SEARCH_ROWS = 10;

/**
 * A link to each account's row, by account ID, as the rows stand now; empty where no tab has the ID column yet. The column
 * is found by its key, never by position, and the tab by its ID or, where that is gone, by the column.
 */
export const readRegisterLinks = (
  sheets: SheetsClient,
  spreadsheetId: string,
): Promise<Record<string, string>> =>
  wrapErrors(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties(sheetId,title,sheetType)',
    });
    const tabs = (data.sheets ?? [])
      .flatMap(({ properties: { sheetId, title, sheetType } = {} }) =>
        title == null || (sheetType ?? 'GRID') !== 'GRID'
          ? []
          : { sheetId: sheetId ?? 0, range: quotedTitle(title) },
      )
      .sort((a, b) => Number(b.sheetId === REGISTER_TAB) - Number(a.sheetId === REGISTER_TAB));
    const heads = await sheets.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges: tabs.map(
        ({ sheetId, range }) => `${range}!1:${sheetId === REGISTER_TAB ? HEAD_SEARCH_ROWS : 1}`,
      ),
    });
    const columns = (heads.data.valueRanges ?? []).map(
      ({ values }) =>
        (values ?? []).map((row: unknown[]) => row.indexOf(ID_KEY)).find((column) => column >= 0) ?? -1,
    );
    const found = columns.findIndex((column) => column >= 0);
    const tab = tabs[found];
    if (tab === undefined) return {};
    const letters = columnLetters(columns[found] ?? 0);
    const ids = await sheets.spreadsheets.values.get({
      spreadsheetId,
      range: `${tab.range}!${letters}:${letters}`,
    });
    const url = `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit#gid=${tab.sheetId}&range=`;
    return Object.fromEntries(
      (ids.data.values ?? [])
        .map((row: unknown[], index): [string, string] => [
          String(row[0] ?? ''),
          `${url}${index + 1}:${index + 1}`,
        ])
        .filter(([id]) => id !== '' && id !== ID_KEY)
        // Of a row and its copy below, the row.
        .reverse(),
    );
  });
