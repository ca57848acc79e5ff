/**
 * Rows whose mirrors were moved, as by a sort of some hidden columns, while ID and name stayed where they are. Nothing in such a row
 * tells what is a request; its account tells whether it is anything but the account's row.
 */
import { isAccountId } from '../account/account-id';
import { type RegisterView, rowCells } from './cells';
import type { ClassifiedRow } from './classify-row';
import { VALUE_KEYS } from './column-keys';
import type { RegisterRow } from './row';
import { cellText, comparableText, type SheetRow } from './sheet-row';

/** Rows in whose mirror of the name stands the name of another row. */
const displacedRows = (rows: readonly ClassifiedRow[]): ReadonlySet<SheetRow> => {
  const names = new Set(rows.map(({ row }) => cellText(row, 'name')));
  const isDisplaced = ({ row, as }: ClassifiedRow): boolean => {
    const [id, mirror] = [cellText(row, 'id'), cellText(row, 'mirror.name')];
    return (
      (as.kind === 'account' || as.kind === 'inconsistent') &&
      isAccountId(id) &&
      id === cellText(row, 'mirror.id') &&
      mirror !== '' &&
      mirror !== cellText(row, 'name') &&
      names.has(mirror)
    );
  };
  return new Set(rows.filter(isDisplaced).map(({ row }) => row));
};

/** Accounts that have to be read to judge such rows. */
export const displacedMirrorIds = (rows: readonly ClassifiedRow[]): string[] =>
  [...displacedRows(rows)].map((row) => cellText(row, 'id'));

/**
 * Accounts whose ID stands in a row while no mirror has it, as where a person has pasted over the mirrors: nothing in the sheet
 * tells their names any more, and a name that was moved to another row would pass for one that was typed there.
 */
export const unmirroredIds = (rows: readonly ClassifiedRow[]): string[] => {
  const mirrored = new Set(rows.map(({ row }) => cellText(row, 'mirror.id')));
  const ids = new Set(rows.map(({ row }) => cellText(row, 'id')));
  return [...ids].filter((id) => isAccountId(id) && !mirrored.has(id));
};

/**
 * The rows, in which such a one is to be written anew where its name and all that people edit are as the account has them, and is
 * inconsistent where it says anything else. It stays what it was where another row is the account's.
 */
export const withDisplacedMirrors = (
  rows: readonly ClassifiedRow[],
  accounts: ReadonlyMap<string, RegisterRow>,
  view: RegisterView,
): ClassifiedRow[] => {
  const displaced = displacedRows(rows);
  const shown = new Set(
    rows.flatMap(({ row, as }) =>
      (as.kind === 'account' || as.kind === 'unwritten') && !displaced.has(row) ? as.accountId : [],
    ),
  );
  return rows.map((classified) => {
    const { row } = classified;
    const accountId = cellText(row, 'id');
    const account = displaced.has(row) && !shown.has(accountId) ? accounts.get(accountId) : undefined;
    if (account === undefined || cellText(row, 'name') !== account.name) return classified;
    shown.add(accountId);
    return isAsStored(row, account, view)
      ? { row, as: { kind: 'unwritten', accountId } }
      : { row, as: { kind: 'inconsistent', accountId, ownCompany: cellText(row, 'mirror.name') } };
  });
};

/** Whether name and editable cells are as the account has them. An empty cell counts, too: a person may ask for it. */
const isAsStored = (row: SheetRow, account: RegisterRow, view: RegisterView): boolean => {
  const cells = rowCells(account, view);
  return VALUE_KEYS.every((key) => cellText(row, key) === comparableText(key, cells[key]));
};
