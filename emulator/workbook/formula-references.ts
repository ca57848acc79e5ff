/** Finds the references in a formula, and changes them with the grid or when the formula is moved. */
import { columnIndex, columnName, quoteTitle } from './a1';
import type { Dimension, SpanShift } from './grid-range';
import type { ExtendedValue } from './model';

/** A quoted text, or a reference with its tab's title; references within a name are left out. */
const REFERENCES =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$'!])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_]*)!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d*(?::\$?[A-Za-z]{1,3}\$?[1-9]\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)(?![\p{L}\p{N}_(.!])/gu;
const CORNER = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

interface Corner {
  column?: number;
  row?: number;
  fixedColumn: boolean;
  fixedRow: boolean;
}

function parseCorner(text: string): Corner {
  const [, first = '', letters = '', second = '', digits = ''] = CORNER.exec(text) ?? [];
  return {
    ...(letters && { column: columnIndex(letters) }),
    ...(digits && { row: Number(digits) - 1 }),
    fixedColumn: letters !== '' && first === '$',
    fixedRow: digits !== '' && (letters === '' ? first === '$' : second === '$'),
  };
}

const writeCorner = ({ column, row, fixedColumn, fixedRow }: Corner): string =>
  (column === undefined ? '' : `${fixedColumn ? '$' : ''}${columnName(column)}`) +
  (row === undefined ? '' : `${fixedRow ? '$' : ''}${row + 1}`);

interface Reference {
  /** The title of the tab as written, with its `!`; empty where the reference has none. */
  prefix: string;
  title: string | undefined;
  cells: string;
}

function replaceReferences(formula: string, replace: (reference: Reference) => string): string {
  return formula.replaceAll(REFERENCES, (whole, prefix: string | undefined, cells: string | undefined) => {
    if (cells === undefined) return whole;
    const title = prefix
      ?.slice(0, -1)
      .replace(/^'(.*)'$/s, '$1')
      .replaceAll("''", "'");
    return replace({ prefix: prefix ?? '', title, cells });
  });
}

/** Replaces each reference by the result of `change` for its corners; undefined becomes #REF!. */
function mapReferences(
  formula: string,
  change: (title: string | undefined, corners: Corner[]) => Corner[] | undefined,
): string {
  return replaceReferences(formula, ({ prefix, title, cells }) => {
    const corners = change(title, cells.split(':').map(parseCorner));
    return corners ? `${prefix}${corners.map(writeCorner).join(':')}` : '#REF!';
  });
}

/** The formula after copying its cell by that many rows down and columns to the right. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (_, corners) => {
    const moved = corners.map((corner) => ({
      ...corner,
      ...(corner.row !== undefined && { row: corner.row + (corner.fixedRow ? 0 : rows) }),
      ...(corner.column !== undefined && { column: corner.column + (corner.fixedColumn ? 0 : columns) }),
    }));
    return moved.some(({ row = 0, column = 0 }) => row < 0 || column < 0) ? undefined : moved;
  });
}

/** The cell after copying it by that many rows down and columns to the right; its formula reads cells at the same distance. */
export function offsetCell<Cell extends { readonly userEnteredValue?: ExtendedValue }>(
  cell: Cell,
  rows: number,
  columns: number,
): Cell {
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula == null) return cell;
  return { ...cell, userEnteredValue: { formulaValue: offsetFormula(formula, rows, columns) } };
}

/**
 * The formula after rows or columns of the tab `changed` were inserted, deleted or moved. `home` is the formula's own tab, to
 * which references without a title belong.
 */
export function shiftFormula(
  formula: string,
  home: string,
  changed: string,
  dimension: Dimension,
  shift: SpanShift,
): string {
  const name = dimension === 'ROWS' ? 'row' : 'column';
  return mapReferences(formula, (title, corners) => {
    const [first, last = first] = corners;
    if ((title ?? home).toLowerCase() !== changed.toLowerCase() || first?.[name] === undefined)
      return corners;
    const span = shift(first[name], (last?.[name] ?? first[name]) + 1);
    if (!span) return undefined;
    return corners.map((corner, index) => ({ ...corner, [name]: index === 0 ? span[0] : span[1] - 1 }));
  });
}

/** The formula after the tab `before` was renamed to `after`. */
export function renameInFormula(formula: string, before: string, after: string): string {
  return replaceReferences(formula, ({ prefix, title, cells }) =>
    title?.toLowerCase() === before.toLowerCase() ? `${quoteTitle(after)}!${cells}` : `${prefix}${cells}`,
  );
}

/** Whether a reference of the formula was deleted; a quoted text "#REF!" does not count. */
export const hasLostReference = (formula: string): boolean =>
  formula.replaceAll(/"(?:[^"]|"")*"/g, '').includes('#REF!');

/** The references of a formula in A1 notation, as they are written. */
export function referencesIn(formula: string): string[] {
  const found: string[] = [];
  for (const [whole, , cells] of formula.matchAll(REFERENCES)) if (cells !== undefined) found.push(whole);
  return found;
}
