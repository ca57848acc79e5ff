/** The queue's tab: read for the notes that people typed, replaced in one atomic batchUpdate. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { CalendarDate } from '../domain/calendar';
import { BUCKETS, type Queue, type QueueRow } from '../domain/queue';
import { serialDay } from '../domain/serial-day';
import { type Text, text } from '../domain/text';
import { ACCOUNT_ID, type Cell, freeTitle, HEADER, quoted, type Request, whole, words } from './cells';
import type { Sheets } from './client';
import { asked } from './failures';

type Language = keyof Text;

interface Column {
  key: string;
  label: Text;
  /** Pixels. */
  width: number;
  cell: (row: QueueRow, page: QueuePage) => Cell;
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

const day = (date: CalendarDate | null): Cell =>
  date === null
    ? {}
    : {
        userEnteredValue: { numberValue: serialDay(date) },
        userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
      };
/** Plain text: what is typed here stays as it was typed, were it a date or a formula. */
const typed = (value: string): Cell => ({
  ...words(value),
  userEnteredFormat: { numberFormat: { type: 'TEXT' }, wrapStrategy: 'WRAP' },
});
const linked = (value: string, uri: string | undefined): Cell =>
  uri === undefined
    ? words(value)
    : { ...words(value), userEnteredFormat: { textFormat: { link: { uri } } } };

const COLUMNS: readonly Column[] = [
  {
    key: 'bucket',
    label: text('期限', 'When'),
    width: 90,
    cell: ({ bucket }, { language }) => words(BUCKETS[bucket][language]),
  },
  {
    key: 'name',
    label: text('会社名', 'Company'),
    width: 220,
    cell: ({ name, accountId }, { links }) => linked(name, links[accountId]),
  },
  {
    key: 'owners',
    label: text('担当', 'Owner(s)'),
    width: 140,
    cell: ({ owners }, { language }) => words(owners.map((owner) => owner[language]).join(', ')),
  },
  { key: 'due', label: text('次回確認日', 'Next check'), width: 100, cell: ({ due }) => day(due) },
  {
    key: 'daysOverdue',
    label: text('超過日数', 'Days overdue'),
    width: 80,
    cell: ({ daysOverdue }) => whole(daysOverdue),
  },
  { key: 'missed', label: text('見送り回数', 'Missed'), width: 80, cell: ({ missed }) => whole(missed) },
  {
    key: 'lastContact',
    label: text('最終連絡日', 'Last contact'),
    width: 100,
    cell: ({ lastContact }) => day(lastContact),
  },
  {
    key: 'lastContactWith',
    label: text('連絡の相手', 'With'),
    width: 120,
    cell: ({ lastContactWith }) => words(lastContactWith),
  },
  {
    key: 'lacks',
    label: text('足りない BANT', 'BANT missing'),
    width: 180,
    cell: ({ lacks }, { language }) => words(lacks.map((lack) => lack[language]).join(', ')),
  },
  {
    key: 'condition',
    label: text('待っている条件', 'Awaited condition'),
    width: 240,
    cell: ({ condition }) => words(condition),
  },
  {
    key: 'next',
    label: text('次にすること', 'What to do next'),
    width: 260,
    cell: ({ next }, { language }) => words(next[language]),
  },
  {
    key: 'note',
    label: text('メモ(自由記入・次回も残ります)', 'Note (yours; survives the next run)'),
    width: 260,
    cell: ({ accountId }, { notes }) => typed(notes[accountId] ?? ''),
  },
  {
    key: 'id',
    label: text('アカウント ID', 'Account ID'),
    width: 120,
    cell: ({ accountId }) => words(accountId),
  },
];

/** The tab is found by its ID, so that people may rename it. */
const SHEET_ID = 8004;
const TITLE = text('四半期チェック', 'Quarterly checks');
const KEY_ROW = 1;
const FIRST_ROW = 3;

const EMPTY = text('予定されている四半期チェックはありません。', 'No quarterly check is due.');

export interface QueueTab {
  /** Null where there is no tab yet. */
  title: string | null;
  /** Titles of the other tabs. */
  others: readonly string[];
  /** By account ID, as they stand in the tab; empty for a row without a note. */
  notes: Readonly<Record<string, string>>;
}

export const readQueueTab = (sheets: Sheets, spreadsheetId: string): Promise<QueueTab> =>
  asked(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties(sheetId,title)',
    });
    const tabs = (data.sheets ?? []).map(({ properties }) => properties ?? {});
    const title = tabs.find(({ sheetId }) => sheetId === SHEET_ID)?.title ?? null;
    const others = tabs.flatMap((tab) => (tab.sheetId === SHEET_ID ? [] : (tab.title ?? [])));
    if (title === null) return { title, others, notes: {} };
    const values = await sheets.spreadsheets.values.get({ spreadsheetId, range: quoted(title) });
    return { title, others, notes: notesIn((values.data.values ?? []) as unknown[][]) };
  });

/**
 * The columns are found by their keys, wherever people have moved them, and by their labels where the row of keys is gone.
 * Of an account whose row was copied, all that was noted.
 */
const notesIn = (rows: readonly unknown[][]): Record<string, string> => {
  const head = rows.findIndex((row) => columnOf('id', row) >= 0 && columnOf('note', row) >= 0);
  const [idAt, noteAt] = [columnOf('id', rows[head] ?? []), columnOf('note', rows[head] ?? [])];
  if (head < 0) return {};
  const found: Record<string, string[]> = {};
  for (const row of rows.slice(head + 1)) {
    const [id, note] = [String(row[idAt] ?? ''), String(row[noteAt] ?? '')];
    if (ACCOUNT_ID.test(id)) found[id] = [...(found[id] ?? []), ...(note === '' ? [] : [note])];
  }
  return Object.fromEntries(Object.entries(found).map(([id, notes]) => [id, [...new Set(notes)].join('\n')]));
};

const columnOf = (wanted: 'id' | 'note', row: readonly unknown[]): number => {
  const column = COLUMNS.find(({ key }) => key === wanted);
  return row.findIndex((cell) => cell === wanted || cell === column?.label.ja || cell === column?.label.en);
};

/** Replaces the tab as it was read, in one request: all of it, or nothing where the request fails. */
export const writeQueueTab = (
  sheets: Sheets,
  spreadsheetId: string,
  tab: QueueTab,
  page: QueuePage,
): Promise<void> =>
  asked(spreadsheetId, async () => {
    const newTitle = tab.title === null ? freeTitle(TITLE[page.language], tab.others) : null;
    const requests = queueRequests(page, newTitle);
    await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  });

const BOLD: sheets_v4.Schema$CellFormat = { textFormat: { bold: true } };
const OVERDUE: sheets_v4.Schema$CellFormat = {
  backgroundColorStyle: { rgbColor: { red: 0.99, green: 0.9, blue: 0.89 } },
};

const tinted = (cell: Cell, tint: sheets_v4.Schema$CellFormat): Cell => ({
  ...cell,
  userEnteredFormat: { ...tint, ...cell.userEnteredFormat },
});

const dataRows = (page: QueuePage): Cell[][] =>
  page.queue.rows.length === 0
    ? [[words(EMPTY[page.language])]]
    : page.queue.rows.map((row) =>
        COLUMNS.map(({ cell }) =>
          row.bucket === 'overdue' ? tinted(cell(row, page), OVERDUE) : cell(row, page),
        ),
      );

const queueRequests = (page: QueuePage, newTitle: string | null): Request[] => {
  const { language } = page;
  const cells: Cell[][] = [
    [tinted(words(page.stamp), BOLD)],
    COLUMNS.map(({ key }) => words(key)),
    COLUMNS.map(({ label }) => tinted(words(label[language]), HEADER)),
    ...dataRows(page),
  ];
  const rows = cells.map((row) => ({
    values: COLUMNS.map((_, index) => row[index] ?? {}),
  }));
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId: SHEET_ID,
    gridProperties: {
      rowCount: rows.length,
      columnCount: COLUMNS.length,
      frozenRowCount: FIRST_ROW,
      frozenColumnCount: 2,
    },
  };
  return [
    ...(newTitle === null
      ? [
          // A merge would swallow rows, a filter would hide them.
          { unmergeCells: { range: { sheetId: SHEET_ID } } },
          { clearBasicFilter: { sheetId: SHEET_ID } },
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
        start: { sheetId: SHEET_ID, rowIndex: 0, columnIndex: 0 },
        rows,
        // A comment on a cell would come to stand at another account.
        fields: 'userEnteredValue,userEnteredFormat,note',
      },
    },
    ...COLUMNS.map(({ width, key }, index) => ({
      updateDimensionProperties: {
        range: { sheetId: SHEET_ID, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
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
        range: { sheetId: SHEET_ID, dimension: 'ROWS', ...range },
        properties: { hiddenByUser },
        fields: 'hiddenByUser',
      },
    })),
  ];
};
