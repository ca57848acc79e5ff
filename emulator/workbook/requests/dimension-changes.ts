/** What happens to a tab's rows and columns, and to everything that refers to them, when some are inserted, deleted or moved. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { changeFormulas, type SpreadsheetDraft, type TabDraft } from '../draft';
import { shiftFormula } from '../formula-references';
import { type Dimension, type SpanShift, shiftForDelete, shiftRanges } from '../grid-range';
import type { DimensionProperties, WorkbookCell, WorkbookRow } from '../model';
import { shiftCharts } from './charts';

export const countField = { ROWS: 'rowCount', COLUMNS: 'columnCount' } as const;
export const frozenField = { ROWS: 'frozenRowCount', COLUMNS: 'frozenColumnCount' } as const;
export const groupsField = { ROWS: 'rowGroups', COLUMNS: 'columnGroups' } as const;
export const propertiesField = { ROWS: 'rowProperties', COLUMNS: 'columnProperties' } as const;

/** A filter's criteria move with their column. */
const shiftedSpecs = <Filter extends { filterSpecs?: sheets_v4.Schema$FilterSpec[] } | undefined>(
  filter: Filter,
  dimension: Dimension,
  shift: SpanShift,
): Filter => {
  if (filter?.filterSpecs === undefined || dimension === 'ROWS') return filter;
  const filterSpecs = filter.filterSpecs.flatMap((spec) => {
    const columnIndex = spec.columnIndex ?? 0;
    const [shifted] = shift(columnIndex, columnIndex + 1) ?? [];
    return shifted === undefined ? [] : [{ ...spec, columnIndex: shifted }];
  });
  return { ...filter, filterSpecs };
};

/** Moves ranges, charts, metadata and rules of the whole spreadsheet with a change of one tab. */
export function shiftAllRanges(
  draft: SpreadsheetDraft,
  tab: TabDraft,
  dimension: Dimension,
  shift: SpanShift,
): void {
  const { sheetId } = tab.properties;
  const shifted = <T>(value: T): T | undefined => shiftRanges(value, sheetId, dimension, shift);
  tab.merges = shifted(tab.merges) ?? [];
  tab.protectedRanges = shifted(tab.protectedRanges) ?? [];
  tab.conditionalFormats = (shifted(tab.conditionalFormats) ?? []).filter((rule) => rule.ranges?.length);
  const basicFilter = shiftedSpecs(shifted(tab.basicFilter), dimension, shift);
  if (basicFilter) tab.basicFilter = basicFilter;
  else delete tab.basicFilter;
  const filterViews = shifted(tab.filterViews)
    ?.filter(({ range }) => range)
    .map((view) => shiftedSpecs(view, dimension, shift));
  if (filterViews?.length) tab.filterViews = filterViews;
  else delete tab.filterViews;
  const tables = shifted(tab.tables);
  if (tables?.length) tab.tables = tables;
  else delete tab.tables;
  tab.bandedRanges = shifted(tab.bandedRanges) ?? [];
  shiftCharts(draft, sheetId, dimension, shift);
  shiftGroups(tab, dimension, shift);
  changeFormulas(draft, (formula, home) =>
    shiftFormula(formula, home, tab.properties.title, dimension, shift),
  );
  draft.book.namedRanges = shifted(draft.book.namedRanges) ?? [];
  draft.book.developerMetadata = draft.book.developerMetadata.flatMap((metadata) => {
    const span = metadata.location?.dimensionRange;
    if (!span || span.sheetId !== sheetId || span.dimension !== dimension) return [metadata];
    const indexes = shift(span.startIndex ?? 0, span.endIndex ?? 0);
    if (!indexes) return [];
    const dimensionRange = { ...span, startIndex: indexes[0], endIndex: indexes[1] };
    return [{ ...metadata, location: { ...metadata.location, dimensionRange } }];
  });
}

/** Moves the groups of a tab with its rows or columns. */
function shiftGroups(tab: TabDraft, dimension: Dimension, shift: SpanShift): void {
  const groups = tab[groupsField[dimension]];
  if (!groups?.length) return;
  tab[groupsField[dimension]] = groups.flatMap((group) => {
    const span = shift(group.range?.startIndex ?? 0, group.range?.endIndex ?? 0);
    return span ? [{ ...group, range: { ...group.range, startIndex: span[0], endIndex: span[1] } }] : [];
  });
}

/** Replaces the rows, or the cells of each row, by what `change` makes of them. */
export function rearrangeItems(
  tab: TabDraft,
  dimension: Dimension,
  change: <T>(items: T[], blank: () => T) => T[],
): void {
  if (dimension === 'ROWS')
    tab.rows = trimBlankEnd(
      change<WorkbookRow>(tab.rows, () => []),
      (row) => row.length === 0,
    );
  else {
    tab.rows = tab.rows.map((row) =>
      trimBlankEnd(
        change<WorkbookCell | undefined>([...row], () => undefined),
        (cell) => cell === undefined,
      ),
    );
  }
  const field = propertiesField[dimension];
  tab[field] = trimBlankEnd(
    change<DimensionProperties | null>([...tab[field]], () => null),
    (each) => each === null,
  );
}

export function trimBlankEnd<T>(items: T[], isBlank: (item: T) => boolean): T[] {
  let length = items.length;
  while (length > 0 && isBlank(items[length - 1] as T)) length--;
  return items.slice(0, length);
}

export function resizeGrid(tab: TabDraft, dimension: Dimension, size: number, frozen?: number): void {
  const gridProperties = { ...tab.properties.gridProperties, [countField[dimension]]: size };
  if (frozen !== undefined) gridProperties[frozenField[dimension]] = frozen;
  tab.properties = { ...tab.properties, gridProperties };
}

/** Cuts off the content outside a grid that was made smaller. */
export function cropToGrid(draft: SpreadsheetDraft, tab: TabDraft): void {
  const { rowCount, columnCount } = tab.properties.gridProperties;
  tab.rows = tab.rows.slice(0, rowCount);
  if (tab.rows.some((row) => row.length > columnCount)) {
    tab.rows = tab.rows.map((row) => trimBlankEnd(row.slice(0, columnCount), (cell) => cell === undefined));
  }
  tab.rowProperties = tab.rowProperties.slice(0, rowCount);
  tab.columnProperties = tab.columnProperties.slice(0, columnCount);
  const { sheetId } = tab.properties;
  shiftCharts(draft, sheetId, 'ROWS', shiftForDelete(rowCount, Number.POSITIVE_INFINITY));
  shiftCharts(draft, sheetId, 'COLUMNS', shiftForDelete(columnCount, Number.POSITIVE_INFINITY));
}

/** Gives new rows and columns the formats and validations of their neighbour `model`, not its values. */
export function inheritLook(
  draft: SpreadsheetDraft,
  tab: TabDraft,
  dimension: Dimension,
  model: number,
  start: number,
  end: number,
): void {
  const withoutContent = (cell: WorkbookCell | undefined): WorkbookCell | undefined => {
    if (!cell?.userEnteredFormat && !cell?.dataValidation) return undefined;
    const { userEnteredFormat, dataValidation } = cell;
    return { ...(userEnteredFormat && { userEnteredFormat }), ...(dataValidation && { dataValidation }) };
  };
  for (let index = start; index < end; index++) {
    if (dimension === 'ROWS') {
      tab.rows[model]?.forEach((cell, column) => {
        draft.setCell(tab, index, column, withoutContent(cell));
      });
    } else {
      tab.rows.forEach((row, at) => {
        draft.setCell(tab, at, index, withoutContent(row[model]));
      });
    }
  }
}
