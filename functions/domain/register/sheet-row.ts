/** One row of the register as it stands in the sheet, by column: the same for the functions and for the sheet's script. */
import { dateOfSheetSerial } from '../calendar/sheet-date';
import { keysOf } from '../status/table-keys';
import type { RegisterCellValue } from './cells';
import { type ColumnKey, EDITABLE, type EditableKey, type MirrorKey } from './column-keys';

export interface SheetRow {
  /** Counts from 1, as people do. */
  row: number;
  /** Dates as serial days; undefined where the sheet has no such column yet. */
  cell: (key: ColumnKey) => RegisterCellValue | undefined;
}

export type CellValues = Partial<Record<ColumnKey, RegisterCellValue>>;

export const mirrorKey = (key: EditableKey): MirrorKey => `mirror.${key}`;

/** Two cells that say the same have the same text: a day as YYYY-MM-DD, whether it was typed or is kept as a serial day. */
export const comparableText = (key: ColumnKey, value: RegisterCellValue | undefined): string => {
  const isDay = key === 'nextCheck' || key === 'mirror.nextCheck';
  return (isDay ? dateOfSheetSerial(value) : null) ?? String(value ?? '');
};

export const cellText = ({ cell }: SheetRow, key: ColumnKey): string => comparableText(key, cell(key));

/** The editable cells that say something else than their mirrors: what a person asks for and nobody has answered. */
export const pendingKeys = (row: SheetRow): EditableKey[] =>
  EDITABLE.filter(
    (key) =>
      row.cell(key) !== undefined &&
      row.cell(mirrorKey(key)) !== undefined &&
      cellText(row, key) !== cellText(row, mirrorKey(key)),
  );

/** Of the cells to be written, those that do not hold their values yet. */
export const differingCells = ({ cell }: SheetRow, wanted: CellValues): CellValues =>
  Object.fromEntries(
    keysOf(wanted).flatMap((key) => ((cell(key) ?? '') === wanted[key] ? [] : [[key, wanted[key]]])),
  );
