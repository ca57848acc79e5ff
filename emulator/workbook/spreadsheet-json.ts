/** A spreadsheet as `spreadsheets.get` returns it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { parseA1, type TabRange } from './a1';
import { displayText, effectiveValue } from './cell-value';
import { DEFAULT_COLUMN_PIXELS, DEFAULT_FORMAT, DEFAULT_ROW_PIXELS, DEFAULT_THEME } from './default-look';
import { knownRowFilter } from './filtered-rows';
import { evaluateFormula } from './formula';
import { overlaps, rectOf } from './grid-range';
import type {
  Book,
  CellFormat,
  DeveloperMetadata,
  DimensionProperties,
  GridRange,
  WorkbookCell,
  WorkbookTab,
} from './model';

interface JsonOptions {
  includeGridData?: boolean;
  /** In A1 notation; only the tabs of these ranges are returned. */
  ranges?: readonly string[];
}

export function spreadsheetJson(book: Book, options: JsonOptions = {}): sheets_v4.Schema$Spreadsheet {
  const areas = options.ranges?.length ? options.ranges.map((range) => parseA1(book, range)) : undefined;
  const sheets = book.tabs.flatMap((tab, index) => {
    const own: TabRange[] | undefined = areas?.filter((area) => area.tab === tab);
    if (own?.length === 0) return [];
    const ranges: readonly GridRange[] = own?.map(({ range }) => range) ?? [{}];
    const data = options.includeGridData ? ranges.map((range) => gridData(book, tab, range)) : undefined;
    return [{ ...tabJson(book, tab, index, ranges), ...(data && { data }) }];
  });
  const developerMetadata = book.developerMetadata.filter(({ location }) => location?.spreadsheet);
  return {
    spreadsheetId: book.spreadsheetId,
    properties: {
      autoRecalc: 'ON_CHANGE',
      defaultFormat: DEFAULT_FORMAT,
      spreadsheetTheme: DEFAULT_THEME,
      ...book.properties,
    },
    sheets,
    ...(book.namedRanges.length > 0 ? { namedRanges: [...book.namedRanges] } : {}),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.spreadsheetId}/edit`,
    ...(developerMetadata.length > 0 ? { developerMetadata } : {}),
  };
}

export function tabPropertiesJson(tab: WorkbookTab, index: number): sheets_v4.Schema$SheetProperties {
  const { sheetId, title, ...rest } = tab.properties;
  return { sheetId, title, index, ...rest };
}

function tabJson(
  book: Book,
  tab: WorkbookTab,
  index: number,
  ranges: readonly GridRange[],
): sheets_v4.Schema$Sheet {
  const { merges, protectedRanges, conditionalFormats, bandedRanges, charts, basicFilter, tables = [] } = tab;
  const { filterViews = [], rowGroups = [], columnGroups = [] } = tab;
  const rects = ranges.map((range) => rectOf(tab, range));
  const own = merges.filter((merge) => rects.some((rect) => overlaps(rect, rectOf(tab, merge))));
  const developerMetadata = book.developerMetadata.filter(
    ({ location }) => location?.sheetId === tab.properties.sheetId,
  );
  return {
    properties: tabPropertiesJson(tab, index),
    ...(own.length > 0 ? { merges: own } : {}),
    ...(protectedRanges.length > 0 ? { protectedRanges: [...protectedRanges] } : {}),
    ...(conditionalFormats.length > 0 ? { conditionalFormats: [...conditionalFormats] } : {}),
    ...(bandedRanges.length > 0 ? { bandedRanges: [...bandedRanges] } : {}),
    ...(charts.length > 0 ? { charts: [...charts] } : {}),
    ...(basicFilter ? { basicFilter } : {}),
    ...(filterViews.length > 0 ? { filterViews: [...filterViews] } : {}),
    ...(tables.length > 0 ? { tables: [...tables] } : {}),
    ...(developerMetadata.length > 0 ? { developerMetadata } : {}),
    ...(rowGroups.length > 0 ? { rowGroups: [...rowGroups] } : {}),
    ...(columnGroups.length > 0 ? { columnGroups: [...columnGroups] } : {}),
  };
}

function gridData(book: Book, tab: WorkbookTab, range: GridRange): sheets_v4.Schema$GridData {
  const { top, left, bottom, right } = rectOf(tab, range);
  const { locale } = book.properties;
  const rowData: sheets_v4.Schema$RowData[] = [];
  for (let row = top; row < Math.min(bottom, tab.rows.length); row++) {
    const values = (tab.rows[row] ?? []).slice(left, right).map((cell) => cellJson(cell, locale));
    rowData.push(values.length > 0 ? { values } : {});
  }
  while (rowData.length > 0 && !rowData[rowData.length - 1]?.values) rowData.pop();
  const marks = metadataByDimension(book, tab);
  const isHidden = knownRowFilter(book, tab);
  return {
    ...(top > 0 ? { startRow: top } : {}),
    ...(left > 0 ? { startColumn: left } : {}),
    ...(rowData.length > 0 ? { rowData } : {}),
    rowMetadata: dimensionJson(tab.rowProperties, marks.ROWS, top, bottom, DEFAULT_ROW_PIXELS).map(
      (row, index) => (isHidden(top + index) ? { ...row, hiddenByFilter: true } : row),
    ),
    columnMetadata: dimensionJson(tab.columnProperties, marks.COLUMNS, left, right, DEFAULT_COLUMN_PIXELS),
  };
}

function metadataByDimension(
  book: Book,
  tab: WorkbookTab,
): Record<'ROWS' | 'COLUMNS', Map<number, DeveloperMetadata[]>> {
  const marks = {
    ROWS: new Map<number, DeveloperMetadata[]>(),
    COLUMNS: new Map<number, DeveloperMetadata[]>(),
  };
  for (const metadata of book.developerMetadata) {
    const at = metadata.location?.dimensionRange;
    if (at?.sheetId !== tab.properties.sheetId) continue;
    const byIndex = marks[at.dimension === 'ROWS' ? 'ROWS' : 'COLUMNS'];
    const index = at.startIndex ?? 0;
    byIndex.set(index, [...(byIndex.get(index) ?? []), metadata]);
  }
  return marks;
}

function dimensionJson(
  properties: readonly (DimensionProperties | null)[],
  marks: ReadonlyMap<number, DeveloperMetadata[]>,
  start: number,
  end: number,
  pixelSize: number,
): DimensionProperties[] {
  return Array.from({ length: end - start }, (_, i) => {
    const developerMetadata = marks.get(start + i);
    return { pixelSize, ...properties[start + i], ...(developerMetadata && { developerMetadata }) };
  });
}

function cellJson(cell: WorkbookCell | undefined, locale: string): sheets_v4.Schema$CellData {
  if (!cell) return {};
  const value = effectiveValue(cell);
  const formula = cell.userEnteredValue?.formulaValue;
  const hyperlink =
    formula == null ? cell.userEnteredFormat?.textFormat?.link?.uri : evaluateFormula(formula).hyperlink;
  return {
    ...cell,
    ...(value ? { effectiveValue: value, formattedValue: displayText(cell, locale) } : {}),
    ...(cell.userEnteredFormat
      ? { effectiveFormat: effectiveFormat(cell.userEnteredFormat) }
      : value
        ? { effectiveFormat: DEFAULT_FORMAT }
        : {}),
    ...(hyperlink ? { hyperlink } : {}),
  };
}

/** Conditional formats are left out: they are stored and not evaluated. */
function effectiveFormat(entered: CellFormat): CellFormat {
  const textFormat = { ...DEFAULT_FORMAT.textFormat, ...entered.textFormat };
  return { ...DEFAULT_FORMAT, ...entered, textFormat };
}
