/** The cells of the register that tell which account each row is, and no others: as few reads as a click may cost. */
import type { RegisterCellValue } from '../domain/register/cells';
import type { ColumnKey } from '../domain/register/column-keys';
import type { SheetRow } from '../domain/register/sheet-row';
import { REGISTER_TAB } from '../domain/register/tabs';
import { columnLetters, quotedTitle } from './cells';
import type { SheetsClient } from './client';
import { findHead, HEAD_SEARCH_ROWS, type RegisterHead, type SheetValues } from './register-head';
import { wrapErrors } from './retry';

const IDENTITY_KEYS = [
  'id',
  'name',
  'mirror.id',
  'mirror.name',
  'mirror.version',
] as const satisfies ColumnKey[];

/** Keys and header lie within so many rows each, one behind the other. */
const HEAD_ROWS = 2 * HEAD_SEARCH_ROWS;

const AS_ENTERED = { valueRenderOption: 'FORMULA', dateTimeRenderOption: 'SERIAL_NUMBER' } as const;

export interface RowIdentities {
  /** The register's tab in A1 notation. */
  tab: string;
  rows: SheetRow[];
}

/**
 * Three calls. Null where there is no register, or one whose head has lost a row: the register job makes it anew. Throws
 * RegisterRefusedError where a person has to say which column is which, and SheetsError.
 */
export const readRowIdentities = async (
  sheets: SheetsClient,
  spreadsheetId: string,
): Promise<RowIdentities | null> => {
  const top = await readTopRows(sheets, spreadsheetId);
  if (top === null) return null;
  const head = findHead(top.values);
  if ('insertRowAt' in head) return null;
  return { tab: top.range, rows: await readRowsBelow(sheets, spreadsheetId, top.range, head) };
};

const readTopRows = (
  sheets: SheetsClient,
  spreadsheetId: string,
): Promise<{ range: string; values: SheetValues } | null> =>
  wrapErrors(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties(sheetId,title)',
    });
    const properties = (data.sheets ?? []).map((sheet) => sheet.properties ?? {});
    const title = properties.find(({ sheetId }) => sheetId === REGISTER_TAB)?.title;
    if (title == null) return null;
    const range = quotedTitle(title);
    const top = await sheets.spreadsheets.values.get({
      spreadsheetId,
      range: `${range}!1:${HEAD_ROWS}`,
      ...AS_ENTERED,
    });
    const values: unknown[][] = top.data.values ?? [];
    return { range, values };
  });

const readRowsBelow = (
  sheets: SheetsClient,
  spreadsheetId: string,
  range: string,
  { at, newColumns, headerRow }: RegisterHead,
): Promise<SheetRow[]> =>
  wrapErrors(spreadsheetId, async () => {
    const keys = IDENTITY_KEYS.filter((key) => !newColumns.has(key));
    const firstRow = headerRow + 2;
    const columns = await sheets.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges: keys.map((key) => {
        const letters = columnLetters(at[key]);
        return `${range}!${letters}${firstRow}:${letters}`;
      }),
      ...AS_ENTERED,
    });
    const cells = new Map<ColumnKey, SheetValues>(
      keys.map((key, index) => [key, columns.data.valueRanges?.[index]?.values ?? []]),
    );
    const rowCount = Math.max(0, ...[...cells.values()].map(({ length }) => length));
    return Array.from({ length: rowCount }, (_, index) => ({
      row: firstRow + index,
      cell: (key) => (newColumns.has(key) ? undefined : cellValue(cells.get(key)?.[index]?.[0])),
    }));
  });

const cellValue = (value: unknown): RegisterCellValue =>
  typeof value === 'number' ? value : String(value ?? '');
