/**
 * Where the text of a cell comes from that waits to be sent, as the version cell of its row tells: `contact!1a2b3c4d`, the last
 * part being the text's digest. A sort of some columns carries texts to the rows of other accounts, where they are requests of
 * nobody, and nothing but the row itself tells so for good: sent is only what is known to have been put there.
 */
import { shortDigest } from '../text/text-digest';
import type { RegisterCellValue } from './cells';
import { type EditableKey, ROW_VERSION } from './column-keys';
import { shownVersion, type VersionEntry, versionCellOf, versionEntries } from './row-version';
import { cellText, mirrorKey, pendingKeys, type SheetRow } from './sheet-row';

const SIGNS = {
  /** By a person, as the trigger that Google calls for edits has seen. */
  typed: '!',
  /** By a program, or by an edit that called no trigger: when the layout job saw it first, it was no other row's. */
  written: '+',
  /** The text was written for another row, and was moved here. */
  moved: '~',
} as const;
export type CellOrigin = keyof typeof SIGNS;

/** Of what was typed into a cell one after another and not sent, so many texts are known: each may have been moved since. */
const MAX_TYPED = 4;

const originEntries = (row: SheetRow, key: EditableKey): VersionEntry[] =>
  versionEntries(row).filter((entry) => entry.key === key && entry.sign !== '=');

const isTyped = ({ sign }: VersionEntry): boolean => sign === SIGNS.typed;

/** Where the text of the cell comes from; null where the row does not tell yet. */
export const cellOrigin = (row: SheetRow, key: EditableKey): CellOrigin | null => {
  const digest = shortDigest(cellText(row, key));
  const entry = originEntries(row, key).find(({ value }) => value === digest);
  if (entry === undefined) return null;
  if (isTyped(entry)) return 'typed';
  return entry.sign === SIGNS.moved ? 'moved' : 'written';
};

/** What waits in a row and is a request of somebody's for its account. */
export const sendableKeys = (row: SheetRow): EditableKey[] =>
  pendingKeys(row).filter((key) => {
    const origin = cellOrigin(row, key);
    return origin === 'typed' || origin === 'written';
  });

/** The version cell of the row with that origin of the texts that stand in these cells; as it is in a row of no account. */
export const withOrigin = (
  row: SheetRow,
  origin: CellOrigin,
  keys: readonly EditableKey[],
): RegisterCellValue => {
  const version = shownVersion(row);
  if (version === null) return row.cell(ROW_VERSION) || '';
  const others = versionEntries(row).filter(
    ({ key, sign }) => sign === '=' || !keys.some((one) => one === key),
  );
  const entries = keys.flatMap((key): VersionEntry[] => {
    const value = shortDigest(cellText(row, key));
    const typed = originEntries(row, key).filter((entry) => isTyped(entry) && entry.value !== value);
    const latest = { key, sign: SIGNS[origin], value };
    return [latest, ...typed].slice(0, MAX_TYPED);
  });
  return versionCellOf(version, [...others, ...entries]);
};

/**
 * Digests of the texts that were in this cell, as its row tells, and are not shown in it now: the one that was written last, and
 * those that were typed. Where another row shows one of them, it may have been moved there.
 */
export const tracesIn = (row: SheetRow, key: EditableKey): string[] => {
  const [shown, mirror] = [cellText(row, key), cellText(row, mirrorKey(key))];
  const typed = originEntries(row, key).filter(isTyped);
  if ((shown === mirror && typed.length === 0) || shownVersion(row) === null) return [];
  const digest = shortDigest(shown);
  return [shortDigest(mirror), ...typed.map(({ value }) => value)].filter((trace) => trace !== digest);
};
