/** Ranges of cells within their grid, and how they change when rows or columns are inserted, deleted or moved. */
import { formatRange, type Rect } from './a1';
import type { GridRange, WorkbookTab } from './model';
import { invalidRequest } from './refusal';

export type Dimension = 'ROWS' | 'COLUMNS';

/** The part of the range within the grid. A range that starts outside is refused, as in Google. */
export function rectOf(tab: WorkbookTab, range: GridRange): Rect {
  const { rowCount, columnCount } = tab.properties.gridProperties;
  const top = range.startRowIndex ?? 0;
  const left = range.startColumnIndex ?? 0;
  const bottom = range.endRowIndex ?? rowCount;
  const right = range.endColumnIndex ?? columnCount;
  if (top >= rowCount || left >= columnCount) {
    throw invalidRequest(
      `Range (${formatRange(tab, range)}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`,
    );
  }
  if (top < 0 || left < 0) throw invalidRequest('Range indexes must not be negative.');
  if (bottom < top) throw invalidRequest(`endRowIndex[${bottom}] cannot be less than startRowIndex[${top}]`);
  if (right < left)
    throw invalidRequest(`endColumnIndex[${right}] cannot be less than startColumnIndex[${left}]`);
  return { top, left, bottom: Math.min(bottom, rowCount), right: Math.min(right, columnCount) };
}

/** Like `rectOf`, but refuses a range that ends outside the grid, too: for writing. */
export function exactRectOf(tab: WorkbookTab, range: GridRange): Rect {
  const rect = rectOf(tab, range);
  if ((range.endRowIndex ?? 0) > rect.bottom || (range.endColumnIndex ?? 0) > rect.right) {
    const { rowCount, columnCount } = tab.properties.gridProperties;
    throw invalidRequest(
      `Range (${formatRange(tab, range)}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`,
    );
  }
  return rect;
}

export const gridRangeOf = (sheetId: number, { top, left, bottom, right }: Rect): GridRange => ({
  sheetId,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

export const contains = (outer: Rect, inner: Rect): boolean =>
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;

export function* cellPositions({ top, left, bottom, right }: Rect): Generator<[row: number, column: number]> {
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) yield [row, column];
}

/** A span of indexes after the change; null when it is deleted. */
export type SpanShift = (start: number, end: number) => [number, number] | null;

export const shiftForInsert =
  (at: number, count: number): SpanShift =>
  (start, end) => [start >= at ? start + count : start, end > at ? end + count : end];

export const shiftForDelete =
  (from: number, to: number): SpanShift =>
  (start, end) => {
    const move = (index: number): number => (index <= from ? index : Math.max(from, index - (to - from)));
    return move(end) > move(start) ? [move(start), move(end)] : null;
  };

/** `before` is the destination in the API's sense: an index before the move. */
export function indexAfterMove(from: number, to: number, before: number): (index: number) => number {
  const count = to - from;
  return (index) => {
    if (index >= from && index < to) return before > from ? index + before - to : index + before - from;
    if (index >= to && index < before) return index - count;
    if (index >= before && index < from) return index + count;
    return index;
  };
}

/** A span of which only a part moves stays where it was. */
export const shiftForMove =
  (newIndex: (index: number) => number): SpanShift =>
  (start, end) => {
    const first = newIndex(start);
    return newIndex(end - 1) - first === end - 1 - start ? [first, first + end - start] : [start, end];
  };

type Plain = Record<string, unknown>;

/**
 * A copy of `value` in which every grid range and coordinate of the tab is shifted along one dimension. A deleted range
 * disappears from its list; an object loses its place with its `range`.
 */
export function shiftRanges<T>(
  value: T,
  sheetId: number,
  dimension: Dimension,
  shift: SpanShift,
): T | undefined {
  return shiftPlain(value, sheetId, dimension, shift) as T | undefined;
}

function shiftPlain(value: unknown, sheetId: number, dimension: Dimension, shift: SpanShift): unknown {
  if (Array.isArray(value)) {
    return value
      .map((each) => shiftPlain(each, sheetId, dimension, shift))
      .filter((each) => each !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Plain;
  const [start, end, point] =
    dimension === 'ROWS'
      ? ['startRowIndex', 'endRowIndex', 'rowIndex']
      : ['startColumnIndex', 'endColumnIndex', 'columnIndex'];
  const isOfTab = (fields.sheetId ?? 0) === sheetId;
  if (isOfTab && (typeof fields[start] === 'number' || typeof fields[end] === 'number')) {
    return shiftSpan(fields, start, end, shift);
  }
  if (isOfTab && 'sheetId' in fields && typeof fields[point] === 'number') {
    const [index] = shift(fields[point], fields[point] + 1) ?? [fields[point]];
    return { ...fields, [point]: index };
  }
  const result: Plain = {};
  for (const [name, below] of Object.entries(fields)) {
    const shifted = shiftPlain(below, sheetId, dimension, shift);
    if (shifted === undefined && name === 'range') return undefined;
    result[name] = shifted;
  }
  return result;
}

function shiftSpan(fields: Plain, start: string, end: string, shift: SpanShift): Plain | undefined {
  const open = 1e9;
  const from = typeof fields[start] === 'number' ? fields[start] : 0;
  const to = typeof fields[end] === 'number' ? fields[end] : open;
  const span = shift(from, to);
  if (!span) return undefined;
  return {
    ...fields,
    ...(typeof fields[start] === 'number' ? { [start]: span[0] } : {}),
    ...(to === open ? {} : { [end]: span[1] }),
  };
}
