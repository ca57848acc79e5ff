/** What stands in the register's spreadsheet: its tabs, their cells, and how the register looks. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { ColumnKey } from '../domain/register-columns';
import { REGISTER_TAB } from '../domain/register-tabs';
import { columnLetters, quoted, type Request } from './cells';
import type { Sheets } from './client';
import { asked } from './failures';
import type { Head, Values } from './register-head';

export interface FoundTab {
  /** As the API tells it, without cells. */
  sheet: sheets_v4.Schema$Sheet;
  title: string;
  rowCount: number;
  columnCount: number;
  values: Values;
}

export interface RegisterBook {
  titles: readonly string[];
  /** Null where there is none. */
  tab: (sheetId: number) => FoundTab | null;
}

const STRUCTURE = 'sheets(properties,merges,protectedRanges,basicFilter.range,conditionalFormats)';

/** Two calls: how the tabs are made, and all cells of those that are asked for. */
export const readRegisterBook = (
  sheets: Sheets,
  spreadsheetId: string,
  sheetIds: readonly number[],
): Promise<RegisterBook> =>
  asked(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({ spreadsheetId, fields: STRUCTURE });
    const all = data.sheets ?? [];
    const wanted = all.filter(({ properties }) => sheetIds.includes(properties?.sheetId ?? 0));
    const ranges = wanted.map(({ properties }) => quoted(properties?.title ?? ''));
    const answer =
      ranges.length === 0
        ? null
        : await sheets.spreadsheets.values.batchGet({
            spreadsheetId,
            ranges,
            valueRenderOption: 'FORMULA',
            dateTimeRenderOption: 'SERIAL_NUMBER',
          });
    const tabs = new Map(
      wanted.map((sheet, index): [number, FoundTab] => {
        const { sheetId, title, gridProperties } = sheet.properties ?? {};
        const found: FoundTab = {
          sheet,
          title: title ?? '',
          rowCount: gridProperties?.rowCount ?? 0,
          columnCount: gridProperties?.columnCount ?? 0,
          values: (answer?.data.valueRanges?.[index]?.values ?? []) as unknown[][],
        };
        return [sheetId ?? 0, found];
      }),
    );
    return {
      titles: all.map(({ properties }) => properties?.title ?? ''),
      tab: (sheetId) => tabs.get(sheetId) ?? null,
    };
  });

/** How a cell is to be filled in. */
export interface CellLook {
  /** Type of the number format. */
  format: string | null;
  /** Type of the validation's condition. */
  choice: string | null;
}

export interface Looks {
  keyRowHidden: boolean;
  /** Of the last run that wrote it; null where there is none. */
  stamp: number | null;
  hidden: readonly boolean[];
  /** Of the header, by column. */
  notes: readonly string[];
  /** What the first row below the header lets people choose from, by column. */
  choices: readonly (sheets_v4.Schema$DataValidationRule | undefined)[];
  /** Of the rows below the header. */
  cells: ReadonlyMap<ColumnKey, readonly CellLook[]>;
}

export const NO_LOOKS: Looks = {
  keyRowHidden: false,
  stamp: null,
  hidden: [],
  notes: [],
  choices: [],
  cells: new Map(),
};

const STAMP = /^Hachi: (\d{1,15})$/;

/** In a note on the hidden key of the ID: nobody sees it, it moves with its column, and an older version has an older one. */
export const stampRequest = ({ keyRow, at }: Head, stamp: number): Request => ({
  updateCells: {
    start: { sheetId: REGISTER_TAB, rowIndex: keyRow, columnIndex: at.id },
    rows: [{ values: [{ note: `Hachi: ${stamp}` }] }],
    fields: 'note',
  },
});

const stampIn = (note: string | null | undefined): number | null => {
  const [, digits] = STAMP.exec(note ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
};

/** Two calls: the head whole, and of the columns that need it how each cell is formatted and validated. */
export const readLooks = (
  sheets: Sheets,
  spreadsheetId: string,
  { title, rowCount }: FoundTab,
  { keyRow, headerRow, at, made }: Head,
  keys: readonly ColumnKey[],
): Promise<Looks> =>
  asked(spreadsheetId, async () => {
    if (rowCount <= keyRow) return NO_LOOKS;
    const head = await sheets.spreadsheets.get({
      spreadsheetId,
      ranges: [`${quoted(title)}!${keyRow + 1}:${headerRow + 2}`],
      fields:
        'sheets.data(rowData.values(note,dataValidation),rowMetadata.hiddenByUser,columnMetadata.hiddenByUser)',
    });
    const { rowData = [], rowMetadata = [], columnMetadata = [] } = head.data.sheets?.[0]?.data?.[0] ?? {};
    const cellsOf = (row: number) => rowData[row - keyRow]?.values ?? [];
    const there = rowCount > headerRow + 1 ? keys.filter((key) => !made.has(key)) : [];
    const columns =
      there.length === 0
        ? null
        : await sheets.spreadsheets.get({
            spreadsheetId,
            ranges: there.map((key) => {
              const letters = columnLetters(at[key]);
              return `${quoted(title)}!${letters}${headerRow + 2}:${letters}`;
            }),
            fields:
              'sheets.data.rowData.values(userEnteredFormat.numberFormat.type,dataValidation.condition.type)',
          });
    const data = columns?.data.sheets?.[0]?.data ?? [];
    return {
      keyRowHidden: rowMetadata[0]?.hiddenByUser ?? false,
      stamp: stampIn(cellsOf(keyRow)[at.id]?.note),
      hidden: columnMetadata.map(({ hiddenByUser }) => hiddenByUser ?? false),
      notes: cellsOf(headerRow).map(({ note }) => note ?? ''),
      choices: cellsOf(headerRow + 1).map(({ dataValidation }) => dataValidation ?? undefined),
      cells: new Map(
        there.map((key, index) => [
          key,
          (data[index]?.rowData ?? []).map(({ values: [cell] = [] }): CellLook => {
            return {
              format: cell?.userEnteredFormat?.numberFormat?.type ?? null,
              choice: cell?.dataValidation?.condition?.type ?? null,
            };
          }),
        ]),
      ),
    };
  });
