/** The tab of what a person has to look at: replaced where it says anything else. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { CalendarDate } from '../domain/calendar';
import { REGISTER_TAB, TO_CHECK_TAB } from '../domain/register-tabs';
import { type Text, text } from '../domain/text';
import { foundWords, stamp, summary, TO_CHECK_KINDS, type ToCheck } from '../domain/to-check';
import { type Cell, HEADER, type Request, saysOtherwise, words } from './cells';
import type { FoundTab } from './register-tab';

interface Column {
  label: Text;
  /** Pixels. */
  width: number;
  cell: (item: ToCheck, language: keyof Text) => Cell;
}

const WRAPPED: sheets_v4.Schema$CellFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };
const plain = (value: string): Cell => ({ ...words(value), userEnteredFormat: WRAPPED });

const COLUMNS: readonly Column[] = [
  {
    label: text('種類', 'Kind'),
    width: 150,
    cell: ({ kind }, language) => plain(TO_CHECK_KINDS[kind].label[language]),
  },
  {
    label: text('行', 'Row'),
    width: 80,
    cell: ({ row }, language) => ({
      ...words(text(`${row} 行目`, `Row ${row}`)[language]),
      userEnteredFormat: {
        ...WRAPPED,
        textFormat: { link: { uri: `#gid=${REGISTER_TAB}&range=${row}:${row}` } },
      },
    }),
  },
  { label: text('会社名', 'Company'), width: 220, cell: ({ company }) => plain(company) },
  { label: text('アカウント ID', 'Account ID'), width: 120, cell: ({ accountId }) => plain(accountId) },
  {
    label: text('見つかったこと', 'What was found'),
    width: 360,
    cell: (item, language) => plain(foundWords(item, language)),
  },
  {
    label: text('次にすること', 'What to do next'),
    width: 360,
    cell: ({ kind }, language) => plain(TO_CHECK_KINDS[kind].next[language]),
  },
];

const FIRST_ROW = 3;
/** With more, something has gone wrong with the whole sheet: the first ones tell it. */
const MOST_LISTED = 500;

export interface ToCheckPage {
  /** From the top. */
  items: readonly ToCheck[];
  /** Accounts in the register. */
  rows: number;
  today: CalendarDate;
  language: keyof Text;
}

const cellsOf = ({ items, rows, today, language }: ToCheckPage): Cell[][] => {
  const listed = items.slice(0, MOST_LISTED);
  return [
    [
      {
        ...words(summary(items.length, listed.length)[language]),
        userEnteredFormat: { textFormat: { bold: true } },
      },
    ],
    [words(stamp(today, rows)[language])],
    COLUMNS.map(({ label }) => ({ ...words(label[language]), userEnteredFormat: HEADER })),
    ...listed.map((item) => COLUMNS.map(({ cell }) => cell(item, language))),
  ];
};

/** `made` is for a tab that has to be made. */
export const toCheckRequests = (
  tab: FoundTab | null,
  made: { title: string; index: number },
  page: ToCheckPage,
): Request[] => {
  const cells = cellsOf(page);
  if (tab !== null && !saysOtherwise(tab.values, cells)) return [];
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId: TO_CHECK_TAB,
    gridProperties: {
      // Sheets does not freeze every row that there is.
      rowCount: Math.max(cells.length, FIRST_ROW + 1),
      columnCount: COLUMNS.length,
      frozenRowCount: FIRST_ROW,
    },
  };
  return [
    ...(tab === null
      ? [{ addSheet: { properties: { ...properties, ...made } } }]
      : [
          { unmergeCells: { range: { sheetId: TO_CHECK_TAB } } },
          { clearBasicFilter: { sheetId: TO_CHECK_TAB } },
          {
            updateSheetProperties: {
              properties,
              fields: 'gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)',
            },
          },
        ]),
    {
      updateCells: {
        range: { sheetId: TO_CHECK_TAB },
        rows: cells.map((row) => ({ values: COLUMNS.map((_, column) => row[column] ?? {}) })),
        fields: 'userEnteredValue,userEnteredFormat,note,dataValidation',
      },
    },
    ...COLUMNS.map(({ width: pixelSize }, index) => ({
      updateDimensionProperties: {
        range: { sheetId: TO_CHECK_TAB, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize, hiddenByUser: false },
        fields: 'pixelSize,hiddenByUser',
      },
    })),
  ];
};
