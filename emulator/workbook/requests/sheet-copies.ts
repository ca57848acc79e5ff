/** Copies of a tab, in its own spreadsheet and in another one. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { checkCellCount, type SpreadsheetDraft } from '../draft';
import type { UpdateReply, WorkbookTab } from '../model';
import { invalidRequest } from '../refusal';
import { tabPropertiesJson } from '../spreadsheet-json';
import { checkTitle, requireSheet } from './sheets';

const PLACE_FIELDS = [
  'startRowIndex',
  'endRowIndex',
  'startColumnIndex',
  'endColumnIndex',
  'rowIndex',
  'columnIndex',
];

/** A copy of `value` with everything on the tab `from` moved to the tab `to`. */
function onTab(value: unknown, from: number, to: number): unknown {
  if (Array.isArray(value)) return value.map((each) => onTab(each, from, to));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, below]): [string, unknown] => [
    name,
    onTab(below, from, to),
  ]);
  const copy: Record<string, unknown> = Object.fromEntries(fields);
  const isPlace = 'sheetId' in copy || PLACE_FIELDS.some((name) => name in copy);
  if (isPlace && (copy.sheetId ?? 0) === from) copy.sheetId = to;
  return copy;
}

/** A copy of the tab with another ID and title; items in it that have an ID get new ones. */
function copyOf(draft: SpreadsheetDraft, tab: WorkbookTab, sheetId: number, title: string): WorkbookTab {
  const { rows, properties, ...settings } = tab;
  const moved = onTab(settings, properties.sheetId, sheetId) as typeof settings;
  return {
    ...moved,
    rows,
    properties: { ...properties, sheetId, title },
    protectedRanges: moved.protectedRanges.map((each) => ({ ...each, protectedRangeId: draft.newId() })),
    bandedRanges: moved.bandedRanges.map((each) => ({ ...each, bandedRangeId: draft.newId() })),
    ...(moved.filterViews && {
      filterViews: moved.filterViews.map((each) => ({ ...each, filterViewId: draft.newId() })),
    }),
    ...(moved.tables && {
      tables: moved.tables.map((each) => ({ ...each, tableId: String(draft.newId()) })),
    }),
    charts: moved.charts.map((each) => ({ ...each, chartId: draft.newId() })),
  };
}

function copyTitle(draft: SpreadsheetDraft, title: string): string {
  const taken = new Set(draft.book.tabs.map(({ properties }) => properties.title.toLowerCase()));
  for (let number = 1; ; number++) {
    const copy = number === 1 ? `Copy of ${title}` : `Copy of ${title} ${number}`;
    if (!taken.has(copy.toLowerCase())) return copy;
  }
}

export function duplicateSheet(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$DuplicateSheetRequest,
): UpdateReply {
  const source = requireSheet(draft, body.sourceSheetId);
  const sheetId = body.newSheetId ?? draft.newId();
  if (draft.book.tabs.some(({ properties }) => properties.sheetId === sheetId)) {
    throw invalidRequest(`A sheet with the id ${sheetId} already exists.`);
  }
  const title = body.newSheetName ?? copyTitle(draft, source.properties.title);
  checkTitle(draft, title, sheetId);
  const index = body.insertSheetIndex ?? 0;
  if (index < 0 || index > draft.book.tabs.length) throw invalidRequest(`Invalid sheet index: ${index}`);
  const tab = copyOf(draft, source, sheetId, title);
  draft.book.tabs.splice(index, 0, tab);
  checkCellCount(draft.book);
  return { duplicateSheet: { properties: tabPropertiesJson(tab, index) } };
}

/** Adds a copy of a tab of another spreadsheet, as the last one. */
export function copySheetHere(
  draft: SpreadsheetDraft,
  source: WorkbookTab,
): sheets_v4.Schema$SheetProperties {
  const tab = copyOf(draft, source, draft.newId(), copyTitle(draft, source.properties.title));
  draft.book.tabs.push(tab);
  checkCellCount(draft.book);
  return tabPropertiesJson(tab, draft.book.tabs.length - 1);
}
