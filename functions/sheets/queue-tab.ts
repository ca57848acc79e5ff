/** The queue's tab: read for the notes that people typed, replaced in one atomic batchUpdate. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { isAccountId } from '../domain/account/account-id';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { sheetSerial } from '../domain/calendar/sheet-date';
import type { Queue, QueueRow } from '../domain/queue/queue';
import { BUCKETS } from '../domain/queue/queue-texts';
import { type Text, text } from '../domain/text/text';
import {
  HEADER_FORMAT,
  numberCell,
  quotedTitle,
  type SheetCell,
  type SheetsRequest,
  textCell,
  uniqueTitle,
} from './cells';
import type { SheetsClient } from './client';
import { wrapErrors } from './retry';

type Language = keyof Text;

interface QueueColumn {
  key: string;
  label: Text;
  /** Pixels. */
  width: number;
  cell: (row: QueueRow, page: QueuePage) => SheetCell;
}

export interface QueuePage {
  queue: Queue;
  language: Language;
  /** One line: when it was made and from how many accounts. */
  stamp: string;
  /** What people typed in the note column, by account ID. */
  notes: Readonly<Record<string, string>>;
  /** Where the account's row stands in the register, by account ID. */
  links: Readonly<Record<string, string>>;
}

const dateCell = (date: CalendarDate | null): SheetCell =>
  date === null
    ? {}
    : {
        userEnteredValue: { numberValue: sheetSerial(date) },
        userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
      };
/** Plain text: what is typed here stays as it was typed, were it a date or a formula. */
const noteCell = (value: string): SheetCell => ({
  ...textCell(value),
  userEnteredFormat: { numberFormat: { type: 'TEXT' }, wrapStrategy: 'WRAP' },
});
const linkCell = (value: string, uri: string | undefined): SheetCell =>
  uri === undefined
    ? textCell(value)
    : { ...textCell(value), userEnteredFormat: { textFormat: { link: { uri } } } };

const COLUMNS: readonly QueueColumn[] = [
  {
    key: 'bucket',
    label: text('期限', 'When'),
    width: 90,
    cell: ({ bucket }, { language }) => textCell(BUCKETS[bucket][language]),
  },
  {
    key: 'name',
    label: text('会社名', 'Company'),
    width: 220,
    cell: ({ name, accountId }, { links }) => linkCell(name, links[accountId]),
  },
  {
    key: 'owners',
    label: text('担当', 'Owner(s)'),
    width: 140,
    cell: ({ owners }, { language }) => textCell(owners.map((owner) => owner[language]).join(', ')),
  },
  { key: 'due', label: text('次回確認日', 'Next check'), width: 100, cell: ({ due }) => dateCell(due) },
  {
    key: 'daysOverdue',
    label: text('超過日数', 'Days overdue'),
    width: 80,
    cell: ({ daysOverdue }) => numberCell(daysOverdue),
  },
  { key: 'missed', label: text('見送り回数', 'Missed'), width: 80, cell: ({ missed }) => numberCell(missed) },
  {
    key: 'lastContact',
    label: text('最終連絡日', 'Last contact'),
    width: 100,
    cell: ({ lastContact }) => dateCell(lastContact),
  },
  {
    key: 'lastContactWith',
    label: text('連絡の相手', 'With'),
    width: 120,
    cell: ({ lastContactWith }) => textCell(lastContactWith),
  },
  {
    key: 'lacks',
    label: text('足りない BANT', 'BANT missing'),
    width: 180,
    cell: ({ lacks }, { language }) => textCell(lacks.map((lack) => lack[language]).join(', ')),
  },
  {
    key: 'condition',
    label: text('待っている条件', 'Awaited condition'),
    width: 240,
    cell: ({ condition }) => textCell(condition),
  },
  {
    key: 'next',
    label: text('次にすること', 'What to do next'),
    width: 260,
    cell: ({ next }, { language }) => textCell(next[language]),
  },
  {
    key: 'note',
    label: text('メモ(自由記入・次回も残ります)', 'Note (yours; survives the next run)'),
    width: 260,
    cell: ({ accountId }, { notes }) => noteCell(notes[accountId] ?? ''),
  },
  {
    key: 'id',
    label: text('アカウント ID', 'Account ID'),
    width: 120,
    cell: ({ accountId }) => textCell(accountId),
  },
];

/** The tab is found by its ID, so that people may rename it. */
const QUEUE_TAB = 8004;
const QUEUE_TITLE = text('四半期チェック', 'Quarterly checks');
const KEY_ROW = 1;
const FIRST_DATA_ROW = 3;

const EMPTY_QUEUE = text('予定されている四半期チェックはありません。', 'No quarterly check is due.');

export interface QueueTab {
  /** Null where there is no tab yet. */
  title: string | null;
  /** Titles of the other tabs. */
  others: readonly string[];
  /** By account ID, as they stand in the tab; empty for a row without a note. */
  notes: Readonly<Record<string, string>>;
}

export const readQueueTab = (sheets: SheetsClient, spreadsheetId: string): Promise<QueueTab> =>
  wrapErrors(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties(sheetId,title)',
    });
    const tabs = (data.sheets ?? []).map(({ properties }) => properties ?? {});
    const title = tabs.find(({ sheetId }) => sheetId === QUEUE_TAB)?.title ?? null;
    const others = tabs.flatMap((tab) => (tab.sheetId === QUEUE_TAB ? [] : (tab.title ?? [])));
    if (title === null) return { title, others, notes: {} };
    const values = await sheets.spreadsheets.values.get({ spreadsheetId, range: quotedTitle(title) });
    return { title, others, notes: readNotes((values.data.values ?? []) as unknown[][]) };
  });

/**
 * The columns are found by their keys, wherever people have moved them, and by their labels where the row of keys is gone.
 * Of an account whose row was copied, all that was noted.
 */
const readNotes = (rows: readonly unknown[][]): Record<string, string> => {
  const head = rows.findIndex((row) => columnIndexOf('id', row) >= 0 && columnIndexOf('note', row) >= 0);
  const [idAt, noteAt] = [columnIndexOf('id', rows[head] ?? []), columnIndexOf('note', rows[head] ?? [])];
  if (head < 0) return {};
  const found: Record<string, string[]> = {};
  for (const row of rows.slice(head + 1)) {
    const [id, note] = [String(row[idAt] ?? ''), String(row[noteAt] ?? '')];
    if (isAccountId(id)) found[id] = [...(found[id] ?? []), ...(note === '' ? [] : [note])];
  }
  return Object.fromEntries(Object.entries(found).map(([id, notes]) => [id, [...new Set(notes)].join('\n')]));
};

const columnIndexOf = (wanted: 'id' | 'note', row: readonly unknown[]): number => {
  const column = COLUMNS.find(({ key }) => key === wanted);
  return row.findIndex((cell) => cell === wanted || cell === column?.label.ja || cell === column?.label.en);
};

/** Replaces the tab as it was read, in one request: all of it, or nothing where the request fails. */
export const writeQueueTab = (
  sheets: SheetsClient,
  spreadsheetId: string,
  tab: QueueTab,
  page: QueuePage,
): Promise<void> =>
  wrapErrors(spreadsheetId, async () => {
    const newTitle = tab.title === null ? uniqueTitle(QUEUE_TITLE[page.language], tab.others) : null;
    const requests = queueRequests(page, newTitle);
    await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  });

const BOLD: sheets_v4.Schema$CellFormat = { textFormat: { bold: true } };
const OVERDUE: sheets_v4.Schema$CellFormat = {
  backgroundColorStyle: { rgbColor: { red: 0.99, green: 0.9, blue: 0.89 } },
};

const withFormat = (cell: SheetCell, tint: sheets_v4.Schema$CellFormat): SheetCell => ({
  ...cell,
  userEnteredFormat: { ...tint, ...cell.userEnteredFormat },
});

const queueRows = (page: QueuePage): SheetCell[][] =>
  page.queue.rows.length === 0
    ? [[textCell(EMPTY_QUEUE[page.language])]]
    : page.queue.rows.map((row) =>
        COLUMNS.map(({ cell }) =>
          row.bucket === 'overdue' ? withFormat(cell(row, page), OVERDUE) : cell(row, page),
        ),
      );

const queueRequests = (page: QueuePage, newTitle: string | null): SheetsRequest[] => {
  const { language } = page;
  const cells: SheetCell[][] = [
    [withFormat(textCell(page.stamp), BOLD)],
    COLUMNS.map(({ key }) => textCell(key)),
    COLUMNS.map(({ label }) => withFormat(textCell(label[language]), HEADER_FORMAT)),
    ...queueRows(page),
  ];
  const rows = cells.map((row) => ({
    values: COLUMNS.map((_, index) => row[index] ?? {}),
  }));
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId: QUEUE_TAB,
    gridProperties: {
      rowCount: rows.length,
      columnCount: COLUMNS.length,
      frozenRowCount: FIRST_DATA_ROW,
      frozenColumnCount: 2,
    },
  };
  return [
    ...(newTitle === null
      ? [
          // A merge would swallow rows, a filter would hide them.
          { unmergeCells: { range: { sheetId: QUEUE_TAB } } },
          { clearBasicFilter: { sheetId: QUEUE_TAB } },
          {
            updateSheetProperties: {
              properties,
              fields: 'gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)',
            },
          },
        ]
      : [{ addSheet: { properties: { ...properties, title: newTitle } } }]),
    {
      updateCells: {
        start: { sheetId: QUEUE_TAB, rowIndex: 0, columnIndex: 0 },
        rows,
        // A comment on a cell would come to stand at another account.
        fields: 'userEnteredValue,userEnteredFormat,note',
      },
    },
    ...COLUMNS.map(({ width, key }, index) => ({
      updateDimensionProperties: {
        range: { sheetId: QUEUE_TAB, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize: width, hiddenByUser: key === 'id' },
        fields: 'pixelSize,hiddenByUser',
      },
    })),
    // A row that was inserted above has moved the hidden one.
    ...[
      { startIndex: 0, endIndex: rows.length, hiddenByUser: false },
      { startIndex: KEY_ROW, endIndex: KEY_ROW + 1, hiddenByUser: true },
    ].map(({ hiddenByUser, ...range }) => ({
      updateDimensionProperties: {
        range: { sheetId: QUEUE_TAB, dimension: 'ROWS', ...range },
        properties: { hiddenByUser },
        fields: 'hiddenByUser',
      },
    })),
  ];
};
