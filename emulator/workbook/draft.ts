/** A spreadsheet while it is changed: only what changes is copied, so that a refused batch leaves no trace. */
import {
  type Book,
  MAX_CELL_CHARACTERS,
  MAX_CELLS,
  type WorkbookCell,
  type WorkbookRow,
  type WorkbookTab,
} from './model';
import { invalidRequest } from './refusal';

type Editable<T> = { -readonly [K in keyof T]: T[K] };
export type TabDraft = Omit<Editable<WorkbookTab>, 'rows'> & { rows: WorkbookRow[] };

export interface SpreadsheetDraft {
  readonly book: Omit<Book, 'tabs'> & { tabs: WorkbookTab[] };
  /** A free positive 31-bit number, as the ID of a tab, chart, protection or metadata. */
  newId(): number;
  /** The tab of a range. Without an ID it is tab 0, as in the API; an unknown ID is refused with Google's message. */
  grid(sheetId: number | null | undefined): WorkbookTab;
  /** The draft's own copy of the tab, which may be changed. */
  edit(tab: WorkbookTab): TabDraft;
  setCell(tab: TabDraft, row: number, column: number, cell: WorkbookCell | undefined): void;
}

export function draftSpreadsheet(before: Book, newId: () => number): SpreadsheetDraft {
  const book: SpreadsheetDraft['book'] = { ...before, tabs: [...before.tabs] };
  const ownedTabs = new Set<WorkbookTab>();
  const ownedRows = new WeakSet<WorkbookRow>();

  function edit(tab: WorkbookTab): TabDraft {
    const current = book.tabs.find((each) => each.properties.sheetId === tab.properties.sheetId) ?? tab;
    if (ownedTabs.has(current)) return current as TabDraft;
    const copy: TabDraft = { ...current, rows: [...current.rows] };
    ownedTabs.add(copy);
    book.tabs[book.tabs.indexOf(current)] = copy;
    return copy;
  }

  function ownRow(tab: TabDraft, index: number): (WorkbookCell | undefined)[] {
    while (tab.rows.length <= index) tab.rows.push([]);
    const current = tab.rows[index] ?? [];
    if (ownedRows.has(current)) return current as (WorkbookCell | undefined)[];
    const copy = [...current];
    ownedRows.add(copy);
    tab.rows[index] = copy;
    return copy;
  }

  return {
    book,
    newId,
    grid(sheetId) {
      const tab = book.tabs.find((each) => each.properties.sheetId === (sheetId ?? 0));
      if (!tab) throw invalidRequest(`No grid with id: ${sheetId ?? 0}`);
      return tab;
    },
    edit,
    setCell(tab, row, column, cell) {
      if (cell?.userEnteredValue?.formulaValue != null) tab.hasFormulas = true;
      if (cell === undefined && tab.rows[row]?.[column] === undefined) return;
      const cells = ownRow(tab, row);
      while (cells.length < column) cells.push(undefined);
      cells[column] = cell;
      while (cells.length > 0 && cells[cells.length - 1] === undefined) cells.pop();
      while (tab.rows.length > 0 && tab.rows[tab.rows.length - 1]?.length === 0) tab.rows.pop();
    },
  };
}

/** The draft of the tab that has the item. */
export function editTabWith(
  draft: SpreadsheetDraft,
  has: (tab: WorkbookTab) => boolean,
  refusal: string,
): TabDraft {
  const tab = draft.book.tabs.find(has);
  if (!tab) throw invalidRequest(refusal);
  return draft.edit(tab);
}

/** Rewrites the formulas of all tabs; `home` is the title of the formula's own tab. */
export function changeFormulas(
  draft: SpreadsheetDraft,
  change: (formula: string, home: string) => string,
): void {
  for (const tab of draft.book.tabs.filter(({ hasFormulas }) => hasFormulas))
    tab.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        const before = cell?.userEnteredValue?.formulaValue;
        if (before == null) return;
        const formulaValue = change(before, tab.properties.title);
        if (formulaValue !== before)
          draft.setCell(draft.edit(tab), row, column, { ...cell, userEnteredValue: { formulaValue } });
      });
    });
}

export function checkCellCount(book: Pick<Book, 'tabs'>): void {
  const cells = book.tabs.reduce((sum, { properties: { gridProperties } }) => {
    return sum + gridProperties.rowCount * gridProperties.columnCount;
  }, 0);
  if (cells > MAX_CELLS) {
    throw invalidRequest(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
  }
}

/** The cell without empty parts; undefined where nothing is left. Refuses a text that is too long. */
export function normalizeCell(cell: WorkbookCell): WorkbookCell | undefined {
  const value = cell.userEnteredValue;
  const text = value?.stringValue ?? value?.formulaValue;
  if (text != null && text.length > MAX_CELL_CHARACTERS) {
    throw invalidRequest(
      `Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`,
    );
  }
  const normalized: { -readonly [K in keyof WorkbookCell]: WorkbookCell[K] } = {};
  if (value && text !== '' && Object.values(value).some((each) => each != null))
    normalized.userEnteredValue = value;
  if (cell.userEnteredFormat && Object.keys(cell.userEnteredFormat).length > 0) {
    normalized.userEnteredFormat = cell.userEnteredFormat;
  }
  if (cell.dataValidation?.condition) normalized.dataValidation = cell.dataValidation;
  if (cell.note) normalized.note = cell.note;
  if (cell.textFormatRuns?.length && normalized.userEnteredValue?.stringValue != null) {
    normalized.textFormatRuns = cell.textFormatRuns;
  }
  return Object.keys(normalized).length > 0 ? normalized : undefined;
}
