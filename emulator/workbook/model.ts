/**
 * The spreadsheet as plain data, in the form of the Sheets API's `Spreadsheet`. A Book and all within it are never changed
 * in place: a change makes new objects where it must, so that an earlier Book stays as it was.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';

export type UpdateRequest = sheets_v4.Schema$Request;
export type UpdateReply = sheets_v4.Schema$Response;
export type GridRange = sheets_v4.Schema$GridRange;
export type ExtendedValue = sheets_v4.Schema$ExtendedValue;
export type CellFormat = sheets_v4.Schema$CellFormat;
export type NumberFormat = sheets_v4.Schema$NumberFormat;
export type DeveloperMetadata = sheets_v4.Schema$DeveloperMetadata;
export type DimensionGroup = sheets_v4.Schema$DimensionGroup;
export type DimensionProperties = sheets_v4.Schema$DimensionProperties;

/**
 * What was entered into a cell. Only the effective value of a formula that the engine computes is kept with it; all others, and the
 * formatted values, are computed when they are read.
 */
export type WorkbookCell = Readonly<
  Pick<
    sheets_v4.Schema$CellData,
    'userEnteredValue' | 'userEnteredFormat' | 'dataValidation' | 'note' | 'textFormatRuns' | 'effectiveValue'
  >
>;
export type WorkbookRow = readonly (WorkbookCell | undefined)[];

export type WorkbookTabProperties = Omit<sheets_v4.Schema$SheetProperties, 'index' | 'gridProperties'> & {
  sheetId: number;
  title: string;
  gridProperties: sheets_v4.Schema$GridProperties & { rowCount: number; columnCount: number };
};

export interface WorkbookTab {
  properties: WorkbookTabProperties;
  /** Up to the last row with content, each up to its last cell with content: usually less than the grid. */
  rows: readonly WorkbookRow[];
  rowProperties: readonly (DimensionProperties | null)[];
  columnProperties: readonly (DimensionProperties | null)[];
  merges: readonly GridRange[];
  protectedRanges: readonly sheets_v4.Schema$ProtectedRange[];
  conditionalFormats: readonly sheets_v4.Schema$ConditionalFormatRule[];
  basicFilter?: sheets_v4.Schema$BasicFilter;
  /** Left out where there is none. */
  filterViews?: readonly sheets_v4.Schema$FilterView[];
  /** Left out where there is none. */
  tables?: readonly sheets_v4.Schema$Table[];
  bandedRanges: readonly sheets_v4.Schema$BandedRange[];
  charts: readonly sheets_v4.Schema$EmbeddedChart[];
  /** Sorted by first row, outer groups before inner ones; left out where there is none. */
  rowGroups?: readonly DimensionGroup[];
  columnGroups?: readonly DimensionGroup[];
  /** Left out where no cell has had a formula. */
  hasFormulas?: true;
}

export type BookProperties = sheets_v4.Schema$SpreadsheetProperties & {
  title: string;
  locale: string;
  timeZone: string;
};

export interface Book {
  spreadsheetId: string;
  properties: BookProperties;
  /** In the order of the tab strip. */
  tabs: readonly WorkbookTab[];
  namedRanges: readonly sheets_v4.Schema$NamedRange[];
  /** Metadata of the spreadsheet, its tabs, rows and columns; `location` says where each belongs. */
  developerMetadata: readonly DeveloperMetadata[];
}

export const MAX_CELLS = 10_000_000;
export const MAX_CELL_CHARACTERS = 50_000;

export function blankTab(
  properties: sheets_v4.Schema$SheetProperties & { sheetId: number; title: string },
): WorkbookTab {
  const { index: _, gridProperties, ...rest } = properties;
  return {
    properties: {
      sheetType: 'GRID',
      ...rest,
      gridProperties: {
        ...gridProperties,
        rowCount: gridProperties?.rowCount ?? 1000,
        columnCount: gridProperties?.columnCount ?? 26,
      },
    },
    rows: [],
    rowProperties: [],
    columnProperties: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    bandedRanges: [],
    charts: [],
  };
}
