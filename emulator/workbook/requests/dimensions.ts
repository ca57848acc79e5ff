/** Rows and columns: inserting, deleting, moving, appending, sizing. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { displayText } from '../cell-value';
import { checkCellCount, type SpreadsheetDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import { type Dimension, indexAfterMove, shiftForDelete, shiftForInsert, shiftForMove } from '../grid-range';
import type { WorkbookTab } from '../model';
import { invalidRequest, notEmulated } from '../refusal';
import { textWidth } from '../text-width';
import {
  countField,
  frozenField,
  inheritLook,
  propertiesField,
  rearrangeItems,
  resizeGrid,
  shiftAllRanges,
  trimBlankEnd,
} from './dimension-changes';

interface DimensionSpan {
  tab: WorkbookTab;
  dimension: Dimension;
  start: number;
  end: number;
  /** Number of rows or columns in the grid. */
  size: number;
}

const noun = { ROWS: 'row', COLUMNS: 'column' } as const;

function dimensionOf(dimension: string | null | undefined): Dimension {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw invalidRequest('dimension must be specified.');
}

export function resolveSpan(
  draft: SpreadsheetDraft,
  range: sheets_v4.Schema$DimensionRange | undefined,
): DimensionSpan {
  const tab = draft.grid(range?.sheetId);
  const dimension = dimensionOf(range?.dimension);
  const size = tab.properties.gridProperties[countField[dimension]];
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? size;
  if (start < 0 || end <= start)
    throw invalidRequest('range.endIndex must be greater than range.startIndex.');
  return { tab, dimension, start, end, size };
}

export function insertDimension(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$InsertDimensionRequest,
): void {
  const { tab: before, dimension, start, end, size } = resolveSpan(draft, body.range);
  if (start > size) throw invalidRequest(`range.startIndex is larger than current grid size (${size})`);
  if (start === size && !body.inheritFromBefore) {
    throw invalidRequest(
      `range.startIndex must be less than the grid size (${size}) if inheritFromBefore is false.`,
    );
  }
  if (start === 0 && body.inheritFromBefore) {
    throw invalidRequest('range.startIndex must be greater than 0 if inheritFromBefore is true.');
  }
  const tab = draft.edit(before);
  const count = end - start;
  const model = body.inheritFromBefore ? start - 1 : start;
  rearrangeItems(tab, dimension, (items, blank) => {
    if (items.length <= start) return items;
    return [...items.slice(0, start), ...Array.from({ length: count }, blank), ...items.slice(start)];
  });
  const frozen = tab.properties.gridProperties[frozenField[dimension]] ?? 0;
  resizeGrid(tab, dimension, size + count, start < frozen ? frozen + count : undefined);
  shiftAllRanges(draft, tab, dimension, shiftForInsert(start, count));
  inheritLook(draft, tab, dimension, model >= start ? model + count : model, start, end);
  checkCellCount(draft.book);
}

export function deleteDimension(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$DeleteDimensionRequest,
): void {
  const { tab: before, dimension, start, end, size } = resolveSpan(draft, body.range);
  const name = noun[dimension];
  if (end > size) {
    const index = Math.max(start, size);
    throw invalidRequest(
      `Cannot delete a ${name} that doesn't exist. Tried to delete ${name} index ${index} but there are only ${size} ${name}s.`,
    );
  }
  const frozen = before.properties.gridProperties[frozenField[dimension]] ?? 0;
  if (end - start >= size) throw invalidRequest(`You can't delete all the ${name}s on the sheet.`);
  const left = size - frozen - (end - Math.max(start, Math.min(frozen, end)));
  if (left <= 0) throw invalidRequest(`Sorry, it is not possible to delete all non-frozen ${name}s.`);
  const tab = draft.edit(before);
  rearrangeItems(tab, dimension, (items) => [...items.slice(0, start), ...items.slice(end)]);
  const thawed = Math.max(0, Math.min(end, frozen) - start);
  resizeGrid(tab, dimension, size - (end - start), thawed > 0 ? frozen - thawed : undefined);
  shiftAllRanges(draft, tab, dimension, shiftForDelete(start, end));
}

export function moveDimension(draft: SpreadsheetDraft, body: sheets_v4.Schema$MoveDimensionRequest): void {
  const { tab: before, dimension, start, end, size } = resolveSpan(draft, body.source);
  const destination = body.destinationIndex ?? 0;
  if (end > size || destination > size || destination < 0) throw invalidRequest('Index is outside the grid.');
  if (destination > start && destination < end) {
    throw invalidRequest('destinationIndex must not be inside the source range.');
  }
  const place = indexAfterMove(start, end, destination);
  const [from, to] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  for (const merge of before.merges) {
    const [first, last] = [merge[from] ?? 0, merge[to] ?? size];
    if (place(last - 1) - place(first) !== last - 1 - first) {
      throw invalidRequest(
        `Sorry, it is not possible to move a ${noun[dimension]} to a position that crosses a merged cell. Please unmerge and try again.`,
      );
    }
  }
  const tab = draft.edit(before);
  rearrangeItems(tab, dimension, (items, blank) => {
    const padded = [...items];
    while (padded.length < Math.max(end, destination)) padded.push(blank());
    const result = [...padded];
    padded.forEach((item, index) => {
      result[place(index)] = item;
    });
    return result;
  });
  shiftAllRanges(draft, tab, dimension, shiftForMove(place));
}

export function appendDimension(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$AppendDimensionRequest,
): void {
  const tab = draft.edit(draft.grid(body.sheetId));
  const dimension = dimensionOf(body.dimension);
  if (!body.length || body.length < 0) throw invalidRequest('length must be greater than 0.');
  resizeGrid(tab, dimension, tab.properties.gridProperties[countField[dimension]] + body.length);
  checkCellCount(draft.book);
}

export function updateDimensionProperties(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateDimensionPropertiesRequest,
): void {
  const mask = requireUpdateMask(body.fields);
  if (body.dataSourceSheetRange) throw notEmulated('updateDimensionProperties.dataSourceSheetRange');
  if (body.properties?.developerMetadata) throw notEmulated('DimensionProperties.developerMetadata');
  const { tab: before, dimension, start, end, size } = resolveSpan(draft, body.range);
  if (start >= size) throw invalidRequest(`range.startIndex is larger than current grid size (${size})`);
  const tab = draft.edit(before);
  const properties = [...tab[propertiesField[dimension]]];
  for (let index = start; index < Math.min(end, size); index++) {
    while (properties.length <= index) properties.push(null);
    const next = assignFields(properties[index] ?? {}, body.properties ?? {}, mask);
    if (!next.hiddenByUser) delete next.hiddenByUser;
    properties[index] = Object.keys(next).length > 0 ? next : null;
  }
  tab[propertiesField[dimension]] = trimBlankEnd(properties, (each) => each === null);
}

/** Pixels between a text and the sides of its column. */
const TEXT_MARGIN = 7;

function fittingWidth({ rows }: WorkbookTab, column: number, locale: string): number | undefined {
  const widths = rows.flatMap((cells) => {
    const text = displayText(cells[column], locale);
    return text === '' ? [] : [textWidth(text, cells[column]?.userEnteredFormat)];
  });
  return widths.length > 0 ? Math.ceil(widths.reduce((a, b) => Math.max(a, b))) + TEXT_MARGIN : undefined;
}

/** A column becomes as wide as its widest text; one without any stays as it is. Rows get the height of one line. */
export function autoResizeDimensions(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$AutoResizeDimensionsRequest,
): void {
  if (body.dataSourceSheetDimensions) throw notEmulated('autoResizeDimensions.dataSourceSheetDimensions');
  const { tab: found, dimension, start, end, size } = resolveSpan(draft, body.dimensions);
  const tab = draft.edit(found);
  const properties = [...tab[propertiesField[dimension]]];
  for (let index = start; index < Math.min(end, size); index++) {
    const { pixelSize: before, ...others } = properties[index] ?? {};
    while (properties.length <= index) properties.push(null);
    const pixelSize =
      dimension === 'COLUMNS'
        ? (fittingWidth(tab, index, draft.book.properties.locale) ?? before)
        : undefined;
    const next = { ...others, ...(pixelSize != null && { pixelSize }) };
    properties[index] = Object.keys(next).length > 0 ? next : null;
  }
  tab[propertiesField[dimension]] = trimBlankEnd(properties, (each) => each === null);
}
