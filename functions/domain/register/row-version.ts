/**
 * The version cell of a row. It says which version of the account the row shows, and behind it, by column, what has to be known of
 * cells in which something waits to be sent: `v7 owner=5 contact!1a2b3c4d`. After `=` stands the version of the account that the
 * request was made on, where the row was written while it waited. So each request is held to the version that its editor saw,
 * however often others, or the same person, change other cells of the row meanwhile. The other signs say where a text comes
 * from (cell-origin.ts); those of texts that were typed over stay until the row is next changed.
 */
import type { RegisterCellValue } from './cells';
import { type EditableKey, ROW_VERSION } from './column-keys';
import { cellText, type SheetRow } from './sheet-row';

/** Null in a row that shows no account: a draft, or one that is not written yet. */
export const shownVersion = (row: SheetRow): number | null => {
  const [, digits] = /^v?(\d+)(?: |$)/.exec(cellText(row, ROW_VERSION)) || [];
  return digits === undefined ? null : Number(digits);
};

/** What stands behind the version of one column: `contact!1a2b3c4d` has the key `contact`, the sign `!` and the value `1a2b3c4d`. */
export interface VersionEntry {
  key: string;
  sign: string;
  value: string;
}

export const versionEntries = (row: SheetRow): VersionEntry[] =>
  cellText(row, ROW_VERSION)
    .split(' ')
    .slice(1)
    .flatMap((entry) => {
      const [, key, sign, value] = /^(\w+)([=!+~])(\w+)$/.exec(entry) || [];
      return key === undefined || sign === undefined || value === undefined ? [] : { key, sign, value };
    });

export const versionCellOf = (version: number, entries: readonly VersionEntry[]): RegisterCellValue =>
  entries.length === 0
    ? version
    : [`v${version}`, ...entries.map(({ key, sign, value }) => key + sign + value)].join(' ');

/** The version that a request in that cell is made on. */
export const baseVersion = (row: SheetRow, key: EditableKey): number | null => {
  const entry = versionEntries(row).find((one) => one.key === key && one.sign === '=');
  return entry === undefined ? shownVersion(row) : Number(entry.value);
};

/**
 * The version cell of a row that is to show this version while the requests in the cells `waiting` wait on. What was put into the cells
 * `retyped` since is made on this version.
 */
export const versionCell = (
  row: SheetRow,
  version: number,
  waiting: readonly EditableKey[],
  retyped: readonly EditableKey[] = [],
): RegisterCellValue => {
  const bases = waiting.flatMap((key): VersionEntry[] => {
    const base = baseVersion(row, key) ?? version;
    return base === version ? [] : [{ key, sign: '=', value: String(base) }];
  });
  const kept: readonly string[] = [...waiting, ...retyped];
  const origins = versionEntries(row).filter(({ key, sign }) => sign !== '=' && kept.indexOf(key) >= 0);
  return versionCellOf(version, [...bases, ...origins]);
};
