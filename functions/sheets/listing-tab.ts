/** A tab that lists what a person has to look at: a summary, a stamp, a header, rows; replaced where it says anything else. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { type Text, text } from '../domain/text';
import { type Cell, HEADER, type Request, saysOtherwise, words } from './cells';
import type { FoundTab } from './register-tab';

export interface ListColumn<Item> {
  label: Text;
  /** Pixels. */
  width: number;
  cell: (item: Item, language: keyof Text) => Cell;
}

export interface ListPage<Item> {
  summary: Text;
  stamp: Text;
  items: readonly Item[];
  language: keyof Text;
}

const WRAPPED: sheets_v4.Schema$CellFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };
export const plain = (value: string): Cell => ({ ...words(value), userEnteredFormat: WRAPPED });

/** A row of another tab, counted from 1, by its number and a link. */
export const rowLink = (row: number, uri: string, language: keyof Text): Cell => ({
  ...words(text(`${row} 行目`, `Row ${row}`)[language]),
  userEnteredFormat: { ...WRAPPED, textFormat: { link: { uri } } },
});

const FIRST_ROW = 3;

const cellsOf = <Item>(
  columns: readonly ListColumn<Item>[],
  { summary, stamp, items, language }: ListPage<Item>,
): Cell[][] => [
  [{ ...words(summary[language]), userEnteredFormat: { textFormat: { bold: true } } }],
  [words(stamp[language])],
  columns.map(({ label }) => ({ ...words(label[language]), userEnteredFormat: HEADER })),
  ...items.map((item) => columns.map(({ cell }) => cell(item, language))),
];

/** None where the tab says it already. `made` is for a tab that has to be made. */
export const listTabRequests = <Item>(
  sheetId: number,
  columns: readonly ListColumn<Item>[],
  tab: FoundTab | null,
  made: { title: string; index: number },
  page: ListPage<Item>,
): Request[] => {
  const cells = cellsOf(columns, page);
  if (tab !== null && !saysOtherwise(tab.values, cells)) return [];
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId,
    gridProperties: {
      // Sheets does not freeze every row that there is.
      rowCount: Math.max(cells.length, FIRST_ROW + 1),
      columnCount: columns.length,
      frozenRowCount: FIRST_ROW,
    },
  };
  return [
    ...(tab === null
      ? [{ addSheet: { properties: { ...properties, ...made } } }]
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
    {
      updateCells: {
        range: { sheetId },
        rows: cells.map((row) => ({ values: columns.map((_, column) => row[column] ?? {}) })),
        fields: 'userEnteredValue,userEnteredFormat,note,dataValidation',
      },
    },
    ...columns.map(({ width: pixelSize }, index) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize, hiddenByUser: false },
        fields: 'pixelSize,hiddenByUser',
      },
    })),
  ];
};
