/** A tab of a spreadsheet as a table of texts: somebody pasted a company list into it. */
import { isReservedTab } from '../domain/register/tabs';
import { quotedTitle } from './cells';
import type { SheetsClient } from './client';
import type { Range } from './register-ranges';
import { wrapErrors } from './retry';

interface MergedCells {
  firstRow: number;
  lastRow: number;
  /** The first column, as all places here counted from 0. */
  column: number;
}

export type ImportTab =
  | { rows: string[][]; merged: MergedCells[] }
  | { refused: 'TAB_UNKNOWN'; titles: string[] }
  | { refused: 'TAB_IS_OURS' };

/**
 * Two calls. Numbers come whole (a corporate number is not 1.23E+12), dates as they are shown. Throws SheetsError where
 * Sheets did not do what it was asked.
 */
export const readImportTab = (
  sheets: SheetsClient,
  spreadsheetId: string,
  title: string,
): Promise<ImportTab> =>
  wrapErrors(spreadsheetId, async (): Promise<ImportTab> => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets(properties(sheetId,title,sheetType),merges)',
    });
    const sheetsRead = data.sheets ?? [];
    const tabs = sheetsRead
      .map(({ properties }) => properties ?? {})
      .filter(({ sheetType }) => (sheetType ?? 'GRID') === 'GRID');
    const tab = tabs.find((properties) => properties.title === title);
    if (tab === undefined) {
      const lists = tabs.filter(({ sheetId }) => !isReservedTab(sheetId ?? 0));
      return { refused: 'TAB_UNKNOWN', titles: lists.map((properties) => properties.title ?? '') };
    }
    if (isReservedTab(tab.sheetId ?? 0)) return { refused: 'TAB_IS_OURS' };
    const values = await sheets.spreadsheets.values.get({
      spreadsheetId,
      range: quotedTitle(title),
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'FORMATTED_STRING',
    });
    const rows: unknown[][] = values.data.values ?? [];
    const { merges = [] } = sheetsRead.find(({ properties }) => properties?.sheetId === tab.sheetId) ?? {};
    return { rows: rows.map((row) => row.map((cell) => String(cell ?? ''))), merged: merges.map(blockOf) };
  });

const blockOf = ({ startRowIndex, endRowIndex, startColumnIndex }: Range): MergedCells => ({
  firstRow: startRowIndex ?? 0,
  lastRow: (endRowIndex ?? 1) - 1,
  column: startColumnIndex ?? 0,
});
