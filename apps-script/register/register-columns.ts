/** Whole columns of the register, each read from the sheet at most once and only where it decides: on them depends what a row is. */
import { type OtherRows, topmostOwnRow } from '../../functions/domain/register/classify-row';
import type { EditableKey } from '../../functions/domain/register/column-keys';
import { mirrorKey } from '../../functions/domain/register/sheet-row';
import { columnTexts, type Register, readColumn, readRowsAt } from './register-sheet';

export interface RegisterColumns extends OtherRows {
  /** Rows, from 1 and from the top, whose ID column holds this ID, whatever else they hold. */
  rowsWithId: (accountId: string) => readonly number[];
  /** Whether a row was written for this account, whatever its ID column holds. */
  isMirroredId: (accountId: string) => boolean;
  /** What stands in the column and is not what its row was written with. */
  pendingTexts: (key: EditableKey) => readonly string[];
}

/** Reads each column once. Rows that are inserted, moved or written afterwards are not seen: to be made anew then. */
export const registerColumns = (register: Register): RegisterColumns => {
  let names: Set<string> | undefined;
  let mirroredIds: Set<string> | undefined;
  let rowsById: Map<string, number[]> | undefined;
  const isMirroredName = (name: string): boolean => {
    names = names ?? new Set(readColumn(register, 'mirror.name').map(String));
    return names.has(name);
  };
  const rowsWithId = (accountId: string): readonly number[] => {
    rowsById = rowsById ?? rowsByValue(readColumn(register, 'id'), register.headerRow + 1);
    return rowsById.get(accountId) || [];
  };
  const topmostRow = (accountId: string): number | null => {
    const rows = rowsWithId(accountId);
    return rows.length <= 1
      ? (rows[0] ?? null)
      : topmostOwnRow(readRowsAt(register, rows), { isMirroredName });
  };
  const isMirroredId = (accountId: string): boolean => {
    mirroredIds = mirroredIds ?? new Set(readColumn(register, 'mirror.id').map(String));
    return mirroredIds.has(accountId);
  };
  const texts = new Map<EditableKey, string[]>();
  const pendingTexts: RegisterColumns['pendingTexts'] = (key) => {
    const known = texts.get(key) ?? pendingCells(register, key).map(({ text }) => text);
    texts.set(key, known);
    return known;
  };
  return { pendingTexts, isMirroredName, topmostRow, rowsWithId, isMirroredId };
};

/** What stands in the column and is not what its row was written with, with the row. */
export const pendingCells = (register: Register, key: EditableKey): { row: number; text: string }[] => {
  const mirrors = columnTexts(register, mirrorKey(key));
  return columnTexts(register, key).flatMap((text, index) =>
    text === mirrors[index] ? [] : { row: register.headerRow + 1 + index, text },
  );
};

const rowsByValue = (column: readonly unknown[], first: number): Map<string, number[]> => {
  const rows = new Map<string, number[]>();
  column.forEach((cell, index) => {
    const value = String(cell);
    const same = rows.get(value);
    if (same === undefined) rows.set(value, [first + index]);
    else same.push(first + index);
  });
  return rows;
};
