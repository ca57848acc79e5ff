/** The spreadsheet's own properties and its tabs. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { changeFormulas, checkCellCount, type SpreadsheetDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import { renameInFormula } from '../formula-references';
import { blankTab, type UpdateReply, type WorkbookTab, type WorkbookTabProperties } from '../model';
import { invalidRequest, notEmulated } from '../refusal';
import { tabPropertiesJson } from '../spreadsheet-json';
import { shiftCharts } from './charts';
import { cropToGrid } from './dimension-changes';

/** Grid properties that are not stored when they are 0 or false. */
const UNSET_WHEN_FALSE = [
  'frozenRowCount',
  'frozenColumnCount',
  'hideGridlines',
  'rowGroupControlAfter',
  'columnGroupControlAfter',
] as const;

export function requireSheet(draft: SpreadsheetDraft, sheetId: number | null | undefined): WorkbookTab {
  const tab = draft.book.tabs.find(({ properties }) => properties.sheetId === (sheetId ?? 0));
  if (!tab) throw invalidRequest(`No sheet with id: ${sheetId ?? 0}`);
  return tab;
}

export function checkTitle(draft: SpreadsheetDraft, title: string, sheetId: number): void {
  if (title === '') throw invalidRequest('The sheet name cannot be empty.');
  if (title.length > 100) throw invalidRequest('The sheet name cannot be greater than 100 characters.');
  const taken = draft.book.tabs.some(
    ({ properties }) =>
      properties.sheetId !== sheetId && properties.title.toLowerCase() === title.toLowerCase(),
  );
  if (taken)
    throw invalidRequest(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

/** Refuses a grid without cells, or one of which everything is frozen. */
function checkGrid({ gridProperties: grid }: WorkbookTabProperties): void {
  if (grid.rowCount < 1 || grid.columnCount < 1) {
    throw invalidRequest('gridProperties.rowCount and gridProperties.columnCount must be greater than 0.');
  }
  if ((grid.frozenRowCount ?? 0) >= grid.rowCount && grid.frozenRowCount) {
    throw invalidRequest("You can't freeze all visible rows on the sheet.");
  }
  if ((grid.frozenColumnCount ?? 0) >= grid.columnCount && grid.frozenColumnCount) {
    throw invalidRequest("You can't freeze all visible columns on the sheet.");
  }
}

function unusedTitle(draft: SpreadsheetDraft): string {
  const titles = new Set(draft.book.tabs.map(({ properties }) => properties.title));
  let number = draft.book.tabs.length + 1;
  while (titles.has(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}

export function addSheet(draft: SpreadsheetDraft, body: sheets_v4.Schema$AddSheetRequest): UpdateReply {
  const newProperties = body.properties ?? {};
  if (newProperties.sheetType && newProperties.sheetType !== 'GRID')
    throw notEmulated(`addSheet of type ${newProperties.sheetType}`);
  const sheetId = newProperties.sheetId ?? draft.newId();
  if (sheetId < 0) throw invalidRequest('sheetId must be non-negative.');
  if (draft.book.tabs.some(({ properties }) => properties.sheetId === sheetId)) {
    throw invalidRequest(`A sheet with the id ${sheetId} already exists.`);
  }
  const title = newProperties.title ?? unusedTitle(draft);
  checkTitle(draft, title, sheetId);
  const tab = blankTab({ ...newProperties, sheetId, title });
  checkGrid(tab.properties);
  const index = newProperties.index ?? draft.book.tabs.length;
  if (index < 0 || index > draft.book.tabs.length) throw invalidRequest(`Invalid sheet index: ${index}`);
  draft.book.tabs.splice(index, 0, tab);
  checkCellCount(draft.book);
  return { addSheet: { properties: tabPropertiesJson(tab, index) } };
}

export function deleteSheet(draft: SpreadsheetDraft, body: sheets_v4.Schema$DeleteSheetRequest): void {
  const { sheetId } = requireSheet(draft, body.sheetId).properties;
  const rest = draft.book.tabs.filter(({ properties }) => properties.sheetId !== sheetId);
  if (!rest.some(({ properties }) => !properties.hidden)) {
    throw invalidRequest("You can't remove all the sheets in a document.");
  }
  draft.book.tabs = rest;
  shiftCharts(draft, sheetId, 'ROWS', () => null);
  shiftCharts(draft, sheetId, 'COLUMNS', () => null);
  draft.book.namedRanges = draft.book.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheetId);
  draft.book.developerMetadata = draft.book.developerMetadata.filter(
    ({ location }) => (location?.sheetId ?? location?.dimensionRange?.sheetId) !== sheetId,
  );
}

export function updateSheetProperties(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateSheetPropertiesRequest,
): void {
  const mask = requireUpdateMask(body.fields);
  const update = body.properties ?? {};
  const before = requireSheet(draft, update.sheetId);
  const current = tabPropertiesJson(before, draft.book.tabs.indexOf(before));
  const next = assignFields(current, update, mask);
  const grid = { ...next.gridProperties };
  for (const name of UNSET_WHEN_FALSE) {
    if (!grid[name]) delete grid[name];
  }
  const old = before.properties.gridProperties;
  const { index, ...rest } = next;
  const properties: WorkbookTabProperties = {
    ...rest,
    sheetId: before.properties.sheetId,
    title: next.title ?? '',
    gridProperties: {
      ...grid,
      rowCount: grid.rowCount ?? old.rowCount,
      columnCount: grid.columnCount ?? old.columnCount,
    },
  };
  if (!properties.hidden) delete properties.hidden;
  checkTitle(draft, properties.title, properties.sheetId);
  checkGrid(properties);
  const tab = draft.edit(before);
  tab.properties = properties;
  const oldTitle = before.properties.title;
  if (properties.title !== oldTitle)
    changeFormulas(draft, (formula) => renameInFormula(formula, oldTitle, properties.title));
  const hasView = draft.book.tabs.some((each) => !each.properties.hidden);
  if (!hasView) throw invalidRequest("You can't hide all the sheets in a document.");
  if (
    properties.gridProperties.rowCount < old.rowCount ||
    properties.gridProperties.columnCount < old.columnCount
  ) {
    cropToGrid(draft, tab);
  }
  checkCellCount(draft.book);
  if (mask?.has('index') && index != null) moveTab(draft, properties.sheetId, index);
}

/** `index` counts tabs as before the move: it is one more than the target when moving right. */
function moveTab(draft: SpreadsheetDraft, sheetId: number, index: number): void {
  const { tabs } = draft.book;
  const from = tabs.findIndex(({ properties }) => properties.sheetId === sheetId);
  if (index < 0 || index > tabs.length) throw invalidRequest(`Invalid sheet index: ${index}`);
  const [tab] = tabs.splice(from, 1);
  if (tab) tabs.splice(index > from ? index - 1 : index, 0, tab);
}

function checkTimeZone(timeZone: string | null | undefined): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'Etc/GMT' });
  } catch {
    throw invalidRequest(`Invalid time zone: ${timeZone}. Time Zones must be of the format America/New_York`);
  }
}

function checkLocale(locale: string | null | undefined): void {
  if (locale != null && !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale))
    throw invalidRequest(`Unsupported locale: ${locale}`);
}

export function updateSpreadsheetProperties(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateSpreadsheetPropertiesRequest,
): void {
  const mask = requireUpdateMask(body.fields);
  const { properties } = draft.book;
  const next = assignFields(properties, body.properties ?? {}, mask);
  checkTimeZone(next.timeZone);
  checkLocale(next.locale);
  draft.book.properties = {
    ...next,
    title: next.title ?? '',
    locale: next.locale ?? properties.locale,
    timeZone: next.timeZone ?? properties.timeZone,
  };
}
