/** The queue's tab: read for the notes that people typed, replaced in one atomic batchUpdate. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { isAccountId } from '../domain/account/account-id';
import { EMPTY_QUEUE } from '../domain/queue/queue-texts';
import {
  HEADER_FORMAT,
  quotedTitle,
  type SheetCell,
  type SheetsRequest,
  textCell,
  uniqueTitle,
} from './cells';
import type { SheetsClient } from './client';
import { QUEUE_COLUMNS, type QueuePage } from './queue-columns';
import { QUEUE_TITLE } from './queue-tab-texts';
import { wrapErrors } from './retry';
import { columnRequests } from './whole-tab';

/** The tab is found by its ID, so that people may rename it. */
const QUEUE_TAB = 8004;
const KEY_ROW = 1;
const FIRST_DATA_ROW = 3;

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
    return { title, others, notes: readNotes(values.data.values ?? []) };
  });

/**
 * The columns are found by their keys, wherever people have moved them, and by their labels where the row of keys is gone.
 * Of an account whose row was copied, the notes of all its rows.
 */
const readNotes = (rows: readonly unknown[][]): Record<string, string> => {
  const head = rows.findIndex((row) => columnIndexOf('id', row) >= 0 && columnIndexOf('note', row) >= 0);
  const [idAt, noteAt] = [columnIndexOf('id', rows[head] ?? []), columnIndexOf('note', rows[head] ?? [])];
  if (head < 0) return {};
  const notesById: Record<string, string[]> = {};
  for (const row of rows.slice(head + 1)) {
    const [id, note] = [String(row[idAt] ?? ''), String(row[noteAt] ?? '')];
    if (isAccountId(id)) notesById[id] = [...(notesById[id] ?? []), ...(note === '' ? [] : [note])];
  }
  return Object.fromEntries(
    Object.entries(notesById).map(([id, notes]) => [id, [...new Set(notes)].join('\n')]),
  );
};

const columnIndexOf = (key: 'id' | 'note', row: readonly unknown[]): number => {
  const column = QUEUE_COLUMNS.find((queueColumn) => queueColumn.key === key);
  return row.findIndex((cell) => cell === key || cell === column?.label.ja || cell === column?.label.en);
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
const OVERDUE_FORMAT: sheets_v4.Schema$CellFormat = {
  backgroundColorStyle: { rgbColor: { red: 0.99, green: 0.9, blue: 0.89 } },
};

const withFormat = (cell: SheetCell, format: sheets_v4.Schema$CellFormat): SheetCell => ({
  ...cell,
  userEnteredFormat: { ...format, ...cell.userEnteredFormat },
});

const queueRows = (page: QueuePage): SheetCell[][] =>
  page.queue.rows.length === 0
    ? [[textCell(EMPTY_QUEUE[page.language])]]
    : page.queue.rows.map((row) =>
        QUEUE_COLUMNS.map(({ cell }) =>
          row.lateness > 0 ? withFormat(cell(row, page), OVERDUE_FORMAT) : cell(row, page),
        ),
      );

const queueRequests = (page: QueuePage, newTitle: string | null): SheetsRequest[] => {
  const { language } = page;
  const cells: SheetCell[][] = [
    [withFormat(textCell(page.stamp), BOLD)],
    QUEUE_COLUMNS.map(({ key }) => textCell(key)),
    QUEUE_COLUMNS.map(({ label }) => withFormat(textCell(label[language]), HEADER_FORMAT)),
    ...queueRows(page),
  ];
  const rows = cells.map((row) => ({
    values: QUEUE_COLUMNS.map((_, index) => row[index] ?? {}),
  }));
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId: QUEUE_TAB,
    gridProperties: {
      rowCount: rows.length,
      columnCount: QUEUE_COLUMNS.length,
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
    ...columnRequests(
      QUEUE_TAB,
      QUEUE_COLUMNS.map(({ width, key }) => ({ width, isHidden: key === 'id' })),
    ),
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
