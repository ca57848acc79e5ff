/** A tab that lists what a person has to look at: a summary, a stamp, a header, rows; replaced where it says anything else. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { Text } from '../domain/text/text';
import { differsFromCells, HEADER_FORMAT, type SheetCell, type SheetsRequest, textCell } from './cells';
import type { TabContent } from './register-spreadsheet';
import { allCellsRequest, columnRequests, type TabPage } from './whole-tab';

export interface ReportColumn<Item> {
  label: Text;
  /** Pixels. */
  width: number;
  cell: (item: Item, language: keyof Text) => SheetCell;
}

export interface ReportPage<Item> {
  summary: Text;
  stamp: Text;
  items: readonly Item[];
  language: keyof Text;
}

const WRAPPED: sheets_v4.Schema$CellFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };
export const wrappedTextCell = (value: string): SheetCell => ({
  ...textCell(value),
  userEnteredFormat: WRAPPED,
});

/** Text that leads to a row of the register, where there is a link to it. */
export const linkedTextCell = (value: string, uri: string | undefined): SheetCell => ({
  ...textCell(value),
  userEnteredFormat: uri === undefined ? WRAPPED : { ...WRAPPED, textFormat: { link: { uri } } },
});

/** Index of the row of the first item. */
export const FIRST_ITEM_ROW = 3;

const reportCells = <Item>(
  columns: readonly ReportColumn<Item>[],
  { summary, stamp, items, language }: ReportPage<Item>,
): SheetCell[][] => [
  [{ ...textCell(summary[language]), userEnteredFormat: { textFormat: { bold: true } } }],
  [textCell(stamp[language])],
  columns.map(({ label }) => ({ ...textCell(label[language]), userEnteredFormat: HEADER_FORMAT })),
  ...items.map((item) => columns.map(({ cell }) => cell(item, language))),
];

/** The same cells, for a tab that is written together with others; the first column stays in sight. */
export const reportPage = <Item>(
  columns: readonly ReportColumn<Item>[],
  page: ReportPage<Item>,
): TabPage => ({
  cells: reportCells(columns, page),
  columns: columns.map(({ width }) => ({ width })),
  frozenRows: FIRST_ITEM_ROW,
  frozenColumns: 1,
  hiddenRow: null,
});

/** None where the tab says it already. `newTab` is for a tab that is not there yet. */
export const reportTabRequests = <Item>(
  sheetId: number,
  columns: readonly ReportColumn<Item>[],
  tab: TabContent | null,
  newTab: { title: string; index: number },
  page: ReportPage<Item>,
): SheetsRequest[] => {
  const cells = reportCells(columns, page);
  if (tab !== null && !differsFromCells(tab.values, cells)) return [];
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId,
    gridProperties: {
      // Sheets does not freeze every row that there is.
      rowCount: Math.max(cells.length, FIRST_ITEM_ROW + 1),
      columnCount: columns.length,
      frozenRowCount: FIRST_ITEM_ROW,
    },
  };
  return [
    ...(tab === null
      ? [{ addSheet: { properties: { ...properties, ...newTab } } }]
      : [
          { unmergeCells: { range: { sheetId } } },
          { clearBasicFilter: { sheetId } },
          {
            updateSheetProperties: {
              properties,
              fields: 'gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)',
            },
          },
        ]),
    allCellsRequest(sheetId, cells, columns.length),
    ...columnRequests(sheetId, columns),
  ];
};
