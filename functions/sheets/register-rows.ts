/** The rows of the register: from the values of the tab to the rows that the domain compares, and back to cells to write. */
import type { RegisterCellValue } from '../domain/register/cells';
import { DAY_COUNTS } from '../domain/register/column-keys';
import type { RowWrite } from '../domain/register/reconcile-register';
import type { CellValues, SheetRow } from '../domain/register/sheet-row';
import { keysOf } from '../domain/status/table-keys';
import { cellAt, type RegisterHead, type SheetValues } from './register-head';

const cellValue = (value: unknown): RegisterCellValue => (typeof value === 'number' ? value : String(value));

/** The rows below the header. */
export const sheetRows = (values: SheetValues, { at, headerRow, newColumns }: RegisterHead): SheetRow[] =>
  Array.from({ length: Math.max(0, values.length - headerRow - 1) }, (_, below) => {
    const index = headerRow + 1 + below;
    return {
      row: index + 1,
      cell: (key) => (newColumns.has(key) ? undefined : cellValue(cellAt(values, index, at[key]))),
    };
  });

/** Of the rows below the header, those in which people have typed something into columns of their own; a formula is no note. */
export const annotatedRows = (values: SheetValues, { at, headerRow }: RegisterHead): ReadonlySet<number> => {
  const ours = new Set(Object.values(at));
  const isNote = (cell: unknown, column: number): boolean =>
    !ours.has(column) && cell !== '' && cell !== false && !String(cell ?? '').startsWith('=');
  return new Set(values.flatMap((row, index) => (index > headerRow && row.some(isNote) ? index + 1 : [])));
};

/** Index of the first row below all that is written anywhere. */
export const endOfRows = (values: SheetValues, { headerRow }: RegisterHead): number =>
  Math.max(values.length, headerRow + 1);

export interface CellWrite {
  /** Of the row, from 0. */
  index: number;
  /** By column. */
  cells: ReadonlyMap<number, RegisterCellValue>;
}

/** From the top; new rows stand from `end` on. */
export const cellWrites = (
  { writes, appended }: { writes: readonly RowWrite[]; appended: readonly CellValues[] },
  rows: readonly SheetRow[],
  { at, headerRow }: RegisterHead,
  end: number,
): CellWrite[] => {
  const byColumn = (cells: CellValues): CellWrite['cells'] =>
    new Map(
      keysOf(cells).flatMap((key): [number, RegisterCellValue][] => {
        const value = cells[key];
        return value === undefined ? [] : [[at[key], value]];
      }),
    );
  return [
    ...writes.map(({ row, cells }) => ({
      index: row - 1,
      cells: byColumn(withAllDayCounts(cells, rows[row - headerRow - 2])),
    })),
    ...appended.map((cells, added) => ({ index: end + added, cells: byColumn(cells) })),
  ];
};

/** They change together every day: in one block of cells for many rows. */
const withAllDayCounts = (cells: CellValues, row: SheetRow | undefined): CellValues => {
  if (!DAY_COUNTS.some((key) => cells[key] !== undefined)) return cells;
  const present = Object.fromEntries(DAY_COUNTS.map((key) => [key, row?.cell(key) ?? '']));
  return { ...present, ...cells };
};
