/** A1 notation: `'My tab'!A1:C3`, `Tab`, `A:C`, `2:5`, `A5:A`, `R1C1:R3C3`, and names of ranges, also behind a title. */
import type { Book, GridRange, WorkbookTab } from './model';
import { invalidRequest } from './refusal';

/** Cells by zero-based indexes; `bottom` and `right` are the first row and column after them. */
export interface Rect {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface TabRange {
  tab: WorkbookTab;
  /** As written: without an end, the range goes to the end of the grid. */
  range: GridRange;
}

const CORNER_PATTERN = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;

export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

interface Corner {
  column?: number;
  row?: number;
}

function parseCorner(text: string): Corner | undefined {
  const numbered = /^R([1-9]\d{0,7})C([1-9]\d{0,4})$/i.exec(text);
  if (numbered) return { row: Number(numbered[1]) - 1, column: Number(numbered[2]) - 1 };
  const match = CORNER_PATTERN.exec(text);
  if (!match || (!match[1] && !match[2])) return undefined;
  return {
    ...(match[1] ? { column: columnIndex(match[1]) } : {}),
    ...(match[2] ? { row: Number(match[2]) - 1 } : {}),
  };
}

/** Undefined when the text is not a range of cells. */
function parseCells(text: string): Omit<GridRange, 'sheetId'> | undefined {
  const parts = text.split(':');
  const first = parseCorner(parts[0] ?? '');
  if (!first || parts.length > 2) return undefined;
  if (parts.length === 1) {
    if (first.column === undefined || first.row === undefined) return undefined;
    return {
      startRowIndex: first.row,
      endRowIndex: first.row + 1,
      startColumnIndex: first.column,
      endColumnIndex: first.column + 1,
    };
  }
  const last = parseCorner(parts[1] ?? '');
  if (!last) return undefined;
  return {
    ...boundsOf(first.row, last.row, 'startRowIndex', 'endRowIndex'),
    ...boundsOf(first.column, last.column, 'startColumnIndex', 'endColumnIndex'),
  };
}

function boundsOf(
  a: number | undefined,
  b: number | undefined,
  start: 'startRowIndex' | 'startColumnIndex',
  end: 'endRowIndex' | 'endColumnIndex',
): Omit<GridRange, 'sheetId'> {
  if (a !== undefined && b !== undefined) return { [start]: Math.min(a, b), [end]: Math.max(a, b) + 1 };
  const only = a ?? b;
  return only === undefined ? {} : { [start]: only };
}

function tabNamed(book: Pick<Book, 'tabs'>, title: string): WorkbookTab | undefined {
  return (
    book.tabs.find(({ properties }) => properties.title === title) ??
    book.tabs.find(({ properties }) => properties.title.toLowerCase() === title.toLowerCase())
  );
}

function rangeNamed(book: Pick<Book, 'tabs' | 'namedRanges'>, text: string): TabRange | undefined {
  const range = book.namedRanges.find(({ name }) => name?.toLowerCase() === text.toLowerCase())?.range;
  const tab = book.tabs.find(({ properties }) => properties.sheetId === (range?.sheetId ?? 0));
  return range && tab && { tab, range };
}

/** A range of cells, a whole tab by its title, or a named range; without a title, cells of the first tab. */
export function parseA1(book: Pick<Book, 'tabs' | 'namedRanges'>, text: string): TabRange {
  const refusal = invalidRequest(`Unable to parse range: ${text}`);
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  const bang = text.lastIndexOf('!');
  if (quoted || bang >= 0) {
    const title = quoted ? (quoted[1] ?? '').replaceAll("''", "'") : text.slice(0, bang);
    const cells = quoted ? quoted[2] : text.slice(bang + 1);
    const tab = tabNamed(book, title);
    if (!tab) throw refusal;
    const range = cells === undefined ? {} : parseCells(cells);
    if (range) return { tab, range: { sheetId: tab.properties.sheetId, ...range } };
    const named = rangeNamed(book, cells ?? '');
    if (named) return named;
    throw refusal;
  }
  const cells = parseCells(text);
  const tab = cells ? book.tabs[0] : tabNamed(book, text);
  if (tab) return { tab, range: { sheetId: tab.properties.sheetId, ...cells } };
  const named = rangeNamed(book, text);
  if (!named) throw refusal;
  return named;
}

/** The title in A1 notation. As in Google, it is quoted where it could be read as cells. */
export function quoteTitle(title: string): string {
  const bare = /^[A-Za-z_]\w*$/.test(title) && !parseCorner(title) && !/^R\d*C\d*$/i.test(title);
  return bare ? title : `'${title.replaceAll("'", "''")}'`;
}

export function formatRange(tab: WorkbookTab, range: Omit<GridRange, 'sheetId'>): string {
  const row = range.startRowIndex ?? 0;
  const column = range.startColumnIndex ?? 0;
  const { endRowIndex, endColumnIndex } = range;
  const start = `${columnName(column)}${row + 1}`;
  const title = quoteTitle(tab.properties.title);
  if (endRowIndex === row + 1 && endColumnIndex === column + 1) return `${title}!${start}`;
  const end = `${endColumnIndex == null ? '' : columnName(endColumnIndex - 1)}${endRowIndex ?? ''}`;
  return `${title}!${start}${end ? `:${end}` : ''}`;
}

export const formatRect = (tab: WorkbookTab, { top, left, bottom, right }: Rect): string =>
  formatRange(tab, {
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: left,
    endColumnIndex: right,
  });
