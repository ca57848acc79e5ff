/**
 * The version cell of a row. It says which version of the account the row shows; a request that waited while the row was
 * written was made on an older one, which stands behind it: `v7 owner=5`. So each request is held to the version that
 * its editor saw, however often others, or the same person, change other cells of the row meanwhile.
 */
import type { RegisterCellValue } from './cells';
import type { EditableKey } from './column-keys';
import { cellText, type SheetRow } from './sheet-row';

/** Null in a row that shows no account: a draft, or one that is not written yet. */
export const shownVersion = (row: SheetRow): number | null => {
  const [, digits] = /^v?(\d+)(?: |$)/.exec(cellText(row, 'mirror.version')) ?? [];
  return digits === undefined ? null : Number(digits);
};

/** The version that a request in that cell is made on. */
export const baseVersion = (row: SheetRow, key: EditableKey): number | null => {
  const [, digits] = new RegExp(` ${key}=(\\d+)`).exec(cellText(row, 'mirror.version')) ?? [];
  return digits === undefined ? shownVersion(row) : Number(digits);
};

/** The version cell of a row that is to show this version while the requests in these cells wait on. */
export const versionCell = (
  row: SheetRow,
  version: number,
  waiting: readonly EditableKey[],
): RegisterCellValue => {
  const older = waiting.flatMap((key) => {
    const base = baseVersion(row, key) ?? version;
    return base === version ? [] : [`${key}=${base}`];
  });
  return older.length === 0 ? version : [`v${version}`, ...older].join(' ');
};
