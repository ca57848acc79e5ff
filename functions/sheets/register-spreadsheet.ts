/** What stands in the register's spreadsheet: its tabs, their cells, and how the register looks. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { ColumnKey } from '../domain/register/column-keys';
import { REGISTER_TAB } from '../domain/register/tabs';
import { columnLetters, quotedTitle, type SheetsRequest } from './cells';
import type { SheetsClient } from './client';
import type { RegisterHead, SheetValues } from './register-head';
import { wrapErrors } from './retry';

export interface TabContent {
  /** As the API tells it, without cells. */
  sheet: sheets_v4.Schema$Sheet;
  title: string;
  rowCount: number;
  columnCount: number;
  values: SheetValues;
}

export interface RegisterSpreadsheet {
  titles: readonly string[];
  /** IDs of the charts on all its tabs: people may have moved one to a tab of theirs. */
  charts: ReadonlySet<number>;
  /** Null where there is none. */
  tab: (sheetId: number) => TabContent | null;
}

const STRUCTURE_FIELDS =
  'sheets(properties,merges,protectedRanges,basicFilter,filterViews,conditionalFormats,charts.chartId,tables(name,range,columnProperties))';

/** Two calls: how the tabs are made up, and all cells of those that are asked for. */
export const readRegisterSpreadsheet = (
  sheets: SheetsClient,
  spreadsheetId: string,
  sheetIds: readonly number[],
): Promise<RegisterSpreadsheet> =>
  wrapErrors(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({ spreadsheetId, fields: STRUCTURE_FIELDS });
    const all = data.sheets ?? [];
    const tabsToRead = all.filter(({ properties }) => sheetIds.includes(properties?.sheetId ?? 0));
    const ranges = tabsToRead.map(({ properties }) => quotedTitle(properties?.title ?? ''));
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
      tabsToRead.map((sheet, index): [number, TabContent] => {
        const { sheetId, title, gridProperties } = sheet.properties ?? {};
        const content: TabContent = {
          sheet,
          title: title ?? '',
          rowCount: gridProperties?.rowCount ?? 0,
          columnCount: gridProperties?.columnCount ?? 0,
          values: answer?.data.valueRanges?.[index]?.values ?? [],
        };
        return [sheetId ?? 0, content];
      }),
    );
    return {
      titles: all.map(({ properties }) => properties?.title ?? ''),
      charts: new Set(all.flatMap(({ charts }) => (charts ?? []).map(({ chartId }) => chartId ?? 0))),
      tab: (sheetId) => tabs.get(sheetId) ?? null,
    };
  });

/** How a cell is to be filled in. */
export interface RegisterCellFormat {
  /** Type of the number format. */
  format: string | null;
  /** Type of the validation's condition. */
  choice: string | null;
}

export interface RegisterFormats {
  keyRowHidden: boolean;
  /** Of the last run that wrote it; null where there is none. */
  stamp: number | null;
  hidden: readonly boolean[];
  /** Of the header, by column. */
  notes: readonly string[];
  /** What the first row below the header lets people choose from, by column. */
  choices: readonly (sheets_v4.Schema$DataValidationRule | undefined)[];
  /** Of the rows below the header. */
  cells: ReadonlyMap<ColumnKey, readonly RegisterCellFormat[]>;
}

export const NO_FORMATS: RegisterFormats = {
  keyRowHidden: false,
  stamp: null,
  hidden: [],
  notes: [],
  choices: [],
  cells: new Map(),
};

const STAMP_PATTERN = /^Hachi: (\d{1,15})$/;

/** In a note on the hidden key of the ID: nobody sees it, it moves with its column, and an older version has an older one. */
export const stampRequest = ({ keyRow, at }: RegisterHead, stamp: number): SheetsRequest => ({
  updateCells: {
    start: { sheetId: REGISTER_TAB, rowIndex: keyRow, columnIndex: at.id },
    rows: [{ values: [{ note: `Hachi: ${stamp}` }] }],
    fields: 'note',
  },
});

const stampOfNote = (note: string | null | undefined): number | null => {
  const [, digits] = STAMP_PATTERN.exec(note ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
};

/** Two calls: the head whole, and of the columns that need it how each cell is formatted and validated. */
export const readRegisterFormats = (
  sheets: SheetsClient,
  spreadsheetId: string,
  { title, rowCount }: TabContent,
  { keyRow, headerRow, at, newColumns }: RegisterHead,
  keys: readonly ColumnKey[],
): Promise<RegisterFormats> =>
  wrapErrors(spreadsheetId, async () => {
    if (rowCount <= keyRow) return NO_FORMATS;
    const head = await sheets.spreadsheets.get({
      spreadsheetId,
      ranges: [`${quotedTitle(title)}!${keyRow + 1}:${headerRow + 2}`],
      fields:
        'sheets.data(rowData.values(note,dataValidation),rowMetadata.hiddenByUser,columnMetadata.hiddenByUser)',
    });
    const { rowData = [], rowMetadata = [], columnMetadata = [] } = head.data.sheets?.[0]?.data?.[0] ?? {};
    const cellsOf = (row: number) => rowData[row - keyRow]?.values ?? [];
    const keysToRead = rowCount > headerRow + 1 ? keys.filter((key) => !newColumns.has(key)) : [];
    const columns =
      keysToRead.length === 0
        ? null
        : await sheets.spreadsheets.get({
            spreadsheetId,
            ranges: keysToRead.map((key) => {
              const letters = columnLetters(at[key]);
              return `${quotedTitle(title)}!${letters}${headerRow + 2}:${letters}`;
            }),
            fields:
              'sheets.data.rowData.values(userEnteredFormat.numberFormat.type,dataValidation.condition.type)',
          });
    const data = columns?.data.sheets?.[0]?.data ?? [];
    return {
      keyRowHidden: rowMetadata[0]?.hiddenByUser ?? false,
      stamp: stampOfNote(cellsOf(keyRow)[at.id]?.note),
      hidden: columnMetadata.map(({ hiddenByUser }) => hiddenByUser ?? false),
      notes: cellsOf(headerRow).map(({ note }) => note ?? ''),
      choices: cellsOf(headerRow + 1).map(({ dataValidation }) => dataValidation ?? undefined),
      cells: new Map(
        keysToRead.map((key, index) => [
          key,
          (data[index]?.rowData ?? []).map(
            ({ values: [cell] = [] }): RegisterCellFormat => ({
              format: cell?.userEnteredFormat?.numberFormat?.type ?? null,
              choice: cell?.dataValidation?.condition?.type ?? null,
            }),
          ),
        ]),
      ),
    };
  });
