/** Makes requests of the Sheets API from what a person does to the selected rows and columns. */
import type { Rect } from '../../workbook/a1';
import type { UpdateRequest } from '../../workbook/model';
import type { FilterView, TabView } from '../protocol';

type Dimension = 'ROWS' | 'COLUMNS';

const spanOf = ({ top, left, bottom, right }: Rect, dimension: Dimension): [number, number] =>
  dimension === 'ROWS' ? [top, bottom] : [left, right];

const rangeOf = (tab: TabView, rect: Rect, dimension: Dimension) => {
  const [startIndex, endIndex] = spanOf(rect, dimension);
  return { sheetId: tab.id, dimension, startIndex, endIndex };
};

/** Inserts as many rows or columns as are selected, before or after them. */
export function insertDimensions(
  tab: TabView,
  rect: Rect,
  dimension: Dimension,
  after: boolean,
): UpdateRequest[] {
  const [start, end] = spanOf(rect, dimension);
  const startIndex = after ? end : start;
  const range = { sheetId: tab.id, dimension, startIndex, endIndex: startIndex + end - start };
  return [{ insertDimension: { range, inheritFromBefore: after } }];
}

/** Deletes from the end, so that the indexes of the remaining spans stay valid. */
export function deleteDimensions(
  tab: TabView,
  rects: readonly Rect[],
  dimension: Dimension,
): UpdateRequest[] {
  return spansFromTheEnd(rects, dimension).map(([startIndex, endIndex]) => ({
    deleteDimension: { range: { sheetId: tab.id, dimension, startIndex, endIndex } },
  }));
}

function spansFromTheEnd(rects: readonly Rect[], dimension: Dimension): [number, number][] {
  const spans = rects.map((rect) => spanOf(rect, dimension)).sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined.reverse();
}

export function setHidden(
  tab: TabView,
  rects: readonly Rect[],
  dimension: Dimension,
  hiddenByUser: boolean,
): UpdateRequest[] {
  return rects.map((rect) => ({
    updateDimensionProperties: {
      range: rangeOf(tab, rect, dimension),
      properties: { hiddenByUser },
      fields: 'hiddenByUser',
    },
  }));
}

/** Moves the columns past the next visible one; at the edge there is no request. */
export function moveColumns(tab: TabView, rect: Rect, by: -1 | 1): UpdateRequest[] {
  const source = rangeOf(tab, rect, 'COLUMNS');
  const isVisible = (column: number): boolean => !tab.hiddenColumns.includes(column);
  if (by < 0) {
    let destinationIndex = rect.left - 1;
    while (destinationIndex > 0 && !isVisible(destinationIndex)) destinationIndex -= 1;
    return destinationIndex < 0 ? [] : [{ moveDimension: { source, destinationIndex } }];
  }
  let neighbour = rect.right;
  while (neighbour < tab.columns - 1 && !isVisible(neighbour)) neighbour += 1;
  return neighbour >= tab.columns ? [] : [{ moveDimension: { source, destinationIndex: neighbour + 1 } }];
}

const sortRequest = (tab: TabView, rect: Rect, column: number, down: boolean): UpdateRequest => ({
  sortRange: {
    range: {
      sheetId: tab.id,
      startRowIndex: rect.top,
      endRowIndex: rect.bottom,
      startColumnIndex: rect.left,
      endColumnIndex: rect.right,
    },
    sortSpecs: [{ dimensionIndex: column, sortOrder: down ? 'DESCENDING' : 'ASCENDING' }],
  },
});

/** Sorts everything below the frozen rows. */
export const sortSheet = (tab: TabView, column: number, down: boolean): UpdateRequest[] => [
  sortRequest(tab, { top: tab.frozenRows, left: 0, bottom: tab.rows, right: tab.columns }, column, down),
];

/** Sorts only the selected cells: the other cells of their rows stay, so that rows are mixed up. */
export const sortSelection = (tab: TabView, rect: Rect, down: boolean): UpdateRequest[] => [
  sortRequest(tab, rect, rect.left, down),
];

/** A filter of the whole table, whose header is the last frozen row. */
export const makeFilter = (tab: TabView): UpdateRequest[] => [
  {
    setBasicFilter: {
      filter: { range: { sheetId: tab.id, startRowIndex: Math.max(0, tab.frozenRows - 1) } },
    },
  },
];

export const removeFilter = (tab: TabView): UpdateRequest[] => [{ clearBasicFilter: { sheetId: tab.id } }];

export function clearFilterCriteria(tab: TabView, { rect }: FilterView): UpdateRequest[] {
  const range = {
    sheetId: tab.id,
    startRowIndex: rect.top,
    endRowIndex: rect.bottom,
    startColumnIndex: rect.left,
    endColumnIndex: rect.right,
  };
  return [{ setBasicFilter: { filter: { range } } }];
}

export const setColumnWidths = (
  tab: TabView,
  column: number,
  count: number,
  pixelSize: number,
): UpdateRequest[] => [
  {
    updateDimensionProperties: {
      range: { sheetId: tab.id, dimension: 'COLUMNS', startIndex: column, endIndex: column + count },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  },
];
