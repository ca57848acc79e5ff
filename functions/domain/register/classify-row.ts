/** Which account a row is: told by its ID, by what Hachi wrote into its mirrors, and by the other rows. */
import { isAccountId } from '../account/account-id';
import { EDITABLE } from './column-keys';
import { shownVersion } from './row-version';
import { cellText, type SheetRow } from './sheet-row';

export type RowClass =
  /** No ID, no name, and nothing that people edit. */
  | { kind: 'empty' }
  /** A company that somebody typed and nobody has registered yet. */
  | { kind: 'draft' }
  /** The row of this account, as Hachi wrote it. */
  | { kind: 'account'; accountId: string }
  /** An ID in a row that Hachi has not written: nothing tells what is a request in it. */
  | { kind: 'unwritten'; accountId: string }
  /** A copy of an account's row, which is further up. */
  | { kind: 'copied'; accountId: string; above: number }
  /** The row of one company under the name of another: a part of the columns was sorted. */
  | { kind: 'inconsistent'; accountId: string; ownCompany: string }
  /** `accountId` is the ID that Hachi wrote; `typed` is empty where it was deleted. */
  | { kind: 'idTypedOver'; accountId: string; typed: string }
  /** What stands in the ID column is no ID. */
  | { kind: 'unknown'; accountId: string }
  /** Something that people edit, in a row without ID and name; `accountId` is empty. */
  | { kind: 'nameless'; accountId: '' };

/** A row that is neither sent nor written until a person has looked at it. */
export type BlockedClass = Exclude<RowClass, { kind: 'empty' | 'draft' | 'account' | 'unwritten' }>;

export const isBlocked = (as: RowClass): as is BlockedClass =>
  as.kind !== 'empty' && as.kind !== 'draft' && as.kind !== 'account' && as.kind !== 'unwritten';

/** What a row's class depends on in the other rows; asked for only where it decides. */
export interface OtherRows {
  /** Whether a mirror of any row has the company name. */
  isMirroredName: (name: string) => boolean;
  /** The topmost row of this account, this one included, whose own cells belong together; null where that is not known. */
  topmostRow: (accountId: string) => number | null;
}

/** What a row is, as far as it can be told without looking for copies further up. */
export const classifyRowAlone = (
  row: SheetRow,
  { isMirroredName }: Pick<OtherRows, 'isMirroredName'>,
): Exclude<RowClass, { kind: 'copied' }> => {
  const [id, name, ownCompany] = [cellText(row, 'id'), cellText(row, 'name'), cellText(row, 'mirror.name')];
  // Where the column of mirrors has just been made, nothing contradicts the IDs.
  const mirror = row.cell('mirror.id') === undefined ? id : cellText(row, 'mirror.id');
  if (id === '' && mirror === '') {
    if (name.trim() !== '') return { kind: 'draft' };
    const isEmpty = EDITABLE.every((key) => cellText(row, key).trim() === '');
    return isEmpty ? { kind: 'empty' } : { kind: 'nameless', accountId: '' };
  }
  // A name that is no other row's was typed over here: that is an edit, and no sort.
  if (name !== '' && ownCompany !== '' && name !== ownCompany && isMirroredName(name))
    return { kind: 'inconsistent', accountId: mirror || id, ownCompany };
  if (mirror !== '' && mirror !== id) return { kind: 'idTypedOver', accountId: mirror, typed: id };
  if (!isAccountId(id)) return { kind: 'unknown', accountId: id };
  const isWritten = mirror !== '' && shownVersion(row) !== null;
  return { kind: isWritten ? 'account' : 'unwritten', accountId: id };
};

export const isDraftRow = (row: SheetRow): boolean =>
  classifyRowAlone(row, { isMirroredName: () => false }).kind === 'draft';

export const classifyRow = (row: SheetRow, others: OtherRows): RowClass => {
  const alone = classifyRowAlone(row, others);
  if (alone.kind !== 'account' && alone.kind !== 'unwritten') return alone;
  const { accountId } = alone;
  const above = others.topmostRow(accountId);
  return above === null || above >= row.row ? alone : { kind: 'copied', accountId, above };
};

/** The topmost of these rows whose own cells belong together; null where there is none. They all have the same ID. */
export const topmostOwnRow = (
  rows: readonly SheetRow[],
  others: Pick<OtherRows, 'isMirroredName'>,
): number | null => {
  const own = rows.filter((row) => {
    const { kind } = classifyRowAlone(row, others);
    return kind === 'account' || kind === 'unwritten';
  });
  return own.length === 0 ? null : Math.min(...own.map(({ row }) => row));
};

export interface ClassifiedRow {
  row: SheetRow;
  as: RowClass;
}

/** Every row of the register, from the top; `otherNames` are of companies whose rows are about to be written. */
export const classifyRows = (
  rows: readonly SheetRow[],
  otherNames: readonly string[] = [],
): ClassifiedRow[] => {
  const names = new Set([...rows.map((row) => cellText(row, 'mirror.name')), ...otherNames]);
  const topmost = new Map<string, number>();
  return rows.map((row) => {
    const as = classifyRow(row, {
      isMirroredName: (name) => names.has(name),
      topmostRow: (id) => topmost.get(id) ?? null,
    });
    if (as.kind === 'account' || as.kind === 'unwritten') topmost.set(as.accountId, row.row);
    return { row, as };
  });
};
