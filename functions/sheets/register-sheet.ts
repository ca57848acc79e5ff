/** The register's tab: where an account stands in it. */
import type { Sheets } from './client';
import { asked } from './failures';

/** Key of the account ID's column in the hidden first row. */
const ID_KEY = 'id';

/**
 * A link to each account's row, by account ID, as the rows stand now; empty where no tab has the ID column yet. The tab
 * and the column are found by the key, never by position.
 */
export const registerLinks = (sheets: Sheets, spreadsheetId: string): Promise<Record<string, string>> =>
  asked(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties(sheetId,title,sheetType)',
    });
    const tabs = (data.sheets ?? []).flatMap(({ properties: { sheetId, title, sheetType } = {} }) =>
      title == null || (sheetType ?? 'GRID') !== 'GRID'
        ? []
        : { sheetId: sheetId ?? 0, range: `'${title.replaceAll("'", "''")}'` },
    );
    const headers = await sheets.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges: tabs.map(({ range }) => `${range}!1:1`),
    });
    const columns = (headers.data.valueRanges ?? []).map(({ values }) => values?.[0]?.indexOf(ID_KEY) ?? -1);
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
      ((ids.data.values ?? []) as unknown[][])
        .map((row, index): [string, string] => [String(row[0] ?? ''), `${url}${index + 1}:${index + 1}`])
        .filter(([id]) => id !== '' && id !== ID_KEY),
    );
  });

const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
