/** Compares every row of the register with the accounts: what has to be written, and what a person has to look at. */
import { isAccountId } from '../account/account-id';
import { isWithdrawnText, type RegisterView, type RowCells, rowCells } from './cells';
import { type ClassifiedRow, isBlocked } from './classify-row';
import type { RegisterFinding } from './findings';
import { contradictionsIn, reconcileRow, reconcileUnreadRow } from './reconcile-row';
import { markOf, markText, type RequestMark } from './request-marks';
import type { RegisterRow } from './row';
import { type CellValues, cellText, type SheetRow } from './sheet-row';

export interface RowWrite {
  /** Counts from 1. */
  row: number;
  /** Those that differ from what stands there. */
  cells: CellValues;
}

export interface RegisterPlan {
  /** From the top. */
  writes: readonly RowWrite[];
  /** Rows to be put below all others, in their order. */
  appended: readonly RowCells[];
  /** Rows of accounts that stand there and change. */
  written: number;
  /** Rows in which what a person typed waits to be sent. */
  pending: number;
  /** Rows of accounts that do not exist. */
  unknown: number;
  /** Accounts that could not be shown whole: to be looked at again. */
  again: readonly string[];
  /** From the top. */
  findings: readonly RegisterFinding[];
}

export interface ReconcileRegisterOptions {
  view: RegisterView;
  /** Whether every account was read. */
  areAll: boolean;
  /** Accounts that were read by their IDs, whether there are such or not. */
  readIds: ReadonlySet<string>;
  /** What waits to be sent is dropped: every cell shows its account. */
  discardRequests: boolean;
}

/** Every account that stands somewhere, also in a row that is left alone. */
export const accountIdsIn = (rows: readonly ClassifiedRow[]): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap(({ row }) => [cellText(row, 'id'), cellText(row, 'mirror.id')])
      .filter((id) => isAccountId(id)),
  );

/**
 * `accounts` are those that changed, or all, in the order in which new ones are to stand. A request that waits keeps its cell
 * and what it was based on; of an account that was not read, only what its own row tells is put right.
 */
export const reconcileRegister = (
  rows: readonly ClassifiedRow[],
  accounts: ReadonlyMap<string, RegisterRow>,
  { view, areAll, readIds, discardRequests }: ReconcileRegisterOptions,
): RegisterPlan => {
  const writes: RowWrite[] = [];
  const again: string[] = [];
  const findings: RegisterFinding[] = [];
  const shown = new Set<string>();
  let [written, pending, unknown] = [0, 0, 0];
  const write = ({ row }: SheetRow, cells: CellValues): void => {
    if (Object.keys(cells).length > 0) writes.push({ row, cells });
  };
  for (const { row, as } of rows) {
    if (as.kind === 'empty') write(row, changedMark(row, null, [null], view));
    else if (as.kind === 'draft') {
      findings.push({ ...placeOf(row, ''), kind: 'draft' });
      write(row, changedMark(row, 'draft', ['draft', 'unsent', 'refused'], view));
    } else if (isBlocked(as)) {
      findings.push({ ...placeOf(row, as.accountId), ...as });
      write(row, changedMark(row, 'blocked', ['blocked'], view));
    } else {
      const { accountId } = as;
      const account = accounts.get(accountId);
      const isWritten = as.kind === 'account';
      shown.add(accountId);
      const company = account?.name ?? (cellText(row, 'mirror.name') || cellText(row, 'name'));
      const place = { ...placeOf(row, accountId), company };
      if (account === undefined && (!isWritten || areAll || readIds.has(accountId))) {
        unknown += 1;
        findings.push({ ...place, kind: 'unknown' });
        write(row, changedMark(row, 'blocked', ['blocked'], view));
        continue;
      }
      const options = { isWritten, discardRequests };
      const next =
        account === undefined
          ? reconcileUnreadRow(row, view, options)
          : reconcileRow(row, account, view, options);
      if (account !== undefined && next.pending.length > 0) {
        const contradictions = contradictionsIn(row, account, next.pending, view);
        if (contradictions.length > 0) findings.push({ ...place, kind: 'conflict', contradictions });
        if (row.cell('mirror.version') !== account.version) again.push(accountId);
      }
      if (account?.withdrawn ?? isWithdrawnText(row.cell('pending')))
        findings.push({ ...place, kind: 'withdrawn' });
      if (next.pending.length > 0) pending += 1;
      if (Object.keys(next.cells).length > 0) written += 1;
      write(row, next.cells);
    }
  }
  const present = accountIdsIn(rows);
  const missing = [...accounts.values()].filter(({ id }) => !shown.has(id));
  return {
    writes,
    appended: missing
      .filter(({ id, withdrawn }) => !present.has(id) && !withdrawn)
      .map((account) => rowCells(account, view)),
    written,
    pending,
    unknown,
    again: [...again, ...missing.flatMap(({ id }) => (present.has(id) ? id : []))],
    findings,
  };
};

const placeOf = (row: SheetRow, accountId: string) => ({
  row: row.row,
  accountId,
  company: cellText(row, 'name'),
});

const changedMark = (
  { cell }: SheetRow,
  mark: RequestMark | null,
  unless: readonly (RequestMark | null)[],
  { language }: RegisterView,
): CellValues =>
  unless.includes(markOf(cell('requestState')))
    ? {}
    : { requestState: mark === null ? '' : markText(mark, language) };
