/** Compares every row of the register with the accounts: what has to be written, and what a person has to look at. */
import { isAccountId } from '../account/account-id';
import { isWithdrawnText, type RegisterView, type RowCells, rowCells } from './cells';
import { type ClassifiedRow, isBlocked, type RowClass } from './classify-row';
import type { RegisterFinding } from './findings';
import { contradictionsIn, reconcileRow, reconcileUnreadRow } from './reconcile-row';
import { markOf, markText, type RequestMark } from './request-marks';
import type { RegisterRow } from './row';
import { baseVersion } from './row-version';
import { type CellValues, cellText, type SheetRow } from './sheet-row';

export interface RowWrite {
  /** Counts from 1. */
  row: number;
  /** Those that differ from what stands there. */
  cells: CellValues;
}

export interface RegisterPlan {
  /** From the top; by the rows as they stand now. */
  writes: readonly RowWrite[];
  /** Rows to be deleted once all else is written, from the top: of accounts that were taken back. */
  removed: readonly number[];
  /** Rows to be put below all others, in their order. */
  appended: readonly RowCells[];
  /** Rows of accounts that stand there and change. */
  written: number;
  /** Rows in which what a person typed waits to be sent. */
  pending: number;
  /** Rows of accounts that do not exist. */
  unknown: number;
  /** Accounts that have a row when the plan is carried out, and are known to exist as far as they were read. */
  shown: ReadonlySet<string>;
  /** Accounts that could not be shown whole: to be looked at again. */
  again: readonly string[];
  /** From the top; by the rows as they stand when the plan is carried out. */
  findings: readonly RegisterFinding[];
}

export interface ReconcileRegisterOptions {
  view: RegisterView;
  /** Whether every account was read. */
  areAll: boolean;
  /** Accounts that were read by their IDs, whether there are such or not. */
  readIds: ReadonlySet<string>;
  /** Those of them that are stored and cannot be read. */
  unreadableIds: ReadonlySet<string>;
  /** What waits to be sent is dropped: every cell shows its account. */
  discardRequests: boolean;
  /** Rows in which people have written something of their own, beside Hachi's columns. */
  annotatedRows: ReadonlySet<number>;
}

/** Every account that stands somewhere, also in a row that is left alone. */
export const accountIdsIn = (rows: readonly ClassifiedRow[]): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap(({ row }) => [cellText(row, 'id'), cellText(row, 'mirror.id')])
      .filter((id) => isAccountId(id)),
  );

/** What becomes of one row. */
interface RowPlan {
  cells: CellValues;
  findings: readonly RegisterFinding[];
  /** Set for a row of an account: whether that exists, as far as it was read. */
  isKnown?: boolean;
  isPending?: boolean;
  /** The row is to be deleted. */
  isRemoved?: boolean;
  /** The account could not be shown whole. */
  isAgain?: boolean;
}

/**
 * `accounts` are those that changed, or all, in the order in which new ones are to stand. A request that waits keeps its cell
 * and what it was based on; of an account that was not read, only what its own row tells is put right. The row of an account
 * that was taken back is deleted, unless something of people's own stands in it.
 */
export const reconcileRegister = (
  rows: readonly ClassifiedRow[],
  accounts: ReadonlyMap<string, RegisterRow>,
  options: ReconcileRegisterOptions,
): RegisterPlan => {
  const leaving = leavingAccounts(rows, accounts, options);
  const plans = rows.map((classified) => ({
    ...classified,
    plan: planRow(classified, accounts, leaving, options),
  }));
  const kept = plans.filter(({ plan }) => !plan.isRemoved);
  const removed = plans.flatMap(({ row, plan }) => (plan.isRemoved ? row.row : []));
  const idsWhere = (matches: (plan: RowPlan) => boolean): string[] =>
    plans.flatMap(({ as, plan }) => ('accountId' in as && matches(plan) ? as.accountId : []));
  const judged = new Set(idsWhere(({ isKnown }) => isKnown !== undefined));
  const present = accountIdsIn(rows);
  const unreadableWithoutRow = [...options.unreadableIds].filter((id) => !present.has(id));
  const missing = [...accounts.values()].filter(({ id }) => !judged.has(id));
  const appended = missing.filter(({ id, withdrawn }) => !present.has(id) && !withdrawn);
  const unknown = new Set(idsWhere(({ isKnown }) => isKnown === false));
  const shown = [...accountIdsIn(kept)].filter((id) => !unknown.has(id));
  return {
    writes: kept.flatMap(({ row, plan: { cells } }) =>
      Object.keys(cells).length === 0 ? [] : { row: row.row, cells },
    ),
    removed,
    appended: appended.map((account) => rowCells(account, options.view)),
    written: kept.filter(({ plan }) => plan.isKnown && Object.keys(plan.cells).length > 0).length,
    pending: kept.filter(({ plan }) => plan.isPending).length,
    unknown: kept.filter(({ plan }) => plan.isKnown === false).length,
    shown: new Set([...shown, ...appended.map(({ id }) => id)]),
    again: [
      ...idsWhere(({ isAgain }) => isAgain === true),
      ...missing.flatMap(({ id }) => (present.has(id) ? id : [])),
      ...unreadableWithoutRow,
    ],
    findings: [
      ...movedUp(
        kept.flatMap(({ plan }) => plan.findings),
        removed,
      ),
      ...unreadableWithoutRow.map(
        (accountId): RegisterFinding => ({ row: null, accountId, company: '', kind: 'unreadable' }),
      ),
    ],
  };
};

/** By the rows as they stand when those that are removed are gone. */
const movedUp = (findings: readonly RegisterFinding[], removed: readonly number[]): RegisterFinding[] => {
  if (removed.length === 0) return [...findings];
  const moved = <Row extends number | null>(row: Row) =>
    row === null ? row : row - removed.filter((other) => other < row).length;
  return findings.map((finding) => {
    const place = { ...finding, row: moved(finding.row) };
    return place.kind === 'copied' ? { ...place, above: moved(place.above) } : place;
  });
};

/**
 * Accounts that were taken back and whose rows leave, copies along with them: a copy that stayed would become the row. Where
 * something of people's own stands in one of them, or another row is judged by its name, all stay.
 */
const leavingAccounts = (
  rows: readonly ClassifiedRow[],
  accounts: ReadonlyMap<string, RegisterRow>,
  { view, discardRequests, annotatedRows }: ReconcileRegisterOptions,
): ReadonlySet<string> => {
  const namesElsewhere = new Set(
    rows.flatMap(({ row, as }) => (as.kind === 'inconsistent' ? cellText(row, 'name') : [])),
  );
  const isHeld = (row: SheetRow, account: RegisterRow, kind: RowClass['kind']): boolean =>
    annotatedRows.has(row.row) ||
    namesElsewhere.has(cellText(row, 'mirror.name')) ||
    (kind === 'account' &&
      reconcileRow(row, account, view, { isWritten: true, discardRequests }).pending.length > 0);
  const held = rows.flatMap(({ row, as }) => {
    const account = 'accountId' in as ? accounts.get(as.accountId) : undefined;
    return account?.withdrawn && isHeld(row, account, as.kind) ? account.id : [];
  });
  const heldIds = new Set(held);
  return new Set(
    [...accounts.values()].flatMap(({ id, withdrawn }) => (withdrawn && !heldIds.has(id) ? id : [])),
  );
};

const planRow = (
  { row, as }: ClassifiedRow,
  accounts: ReadonlyMap<string, RegisterRow>,
  leaving: ReadonlySet<string>,
  options: ReconcileRegisterOptions,
): RowPlan => {
  const { view } = options;
  if (as.kind === 'empty') return { cells: changedMark(row, null, [null], view), findings: [] };
  if (as.kind === 'draft')
    return {
      cells: changedMark(row, 'draft', ['draft', 'unsent', 'refused'], view),
      findings: [{ ...placeOf(row, ''), kind: 'draft' }],
    };
  const isLeaving = leaving.has(as.accountId);
  if (!isBlocked(as))
    return isLeaving
      ? { cells: {}, findings: [], isKnown: true, isRemoved: true }
      : planAccountRow(row, as, accounts.get(as.accountId), options);
  if (as.kind === 'copied' && isLeaving) return { cells: {}, findings: [], isRemoved: true };
  return {
    cells: changedMark(row, 'blocked', ['blocked'], view),
    findings: [{ ...placeOf(row, as.accountId), ...as }],
  };
};

const planAccountRow = (
  row: SheetRow,
  { kind, accountId }: Extract<RowClass, { kind: 'account' | 'unwritten' }>,
  account: RegisterRow | undefined,
  { view, areAll, readIds, unreadableIds, discardRequests }: ReconcileRegisterOptions,
): RowPlan => {
  const isWritten = kind === 'account';
  const company = account?.name ?? (cellText(row, 'mirror.name') || cellText(row, 'name'));
  const place = { ...placeOf(row, accountId), company };
  if (unreadableIds.has(accountId))
    return {
      cells: changedMark(row, 'blocked', ['blocked'], view),
      findings: [{ ...place, kind: 'unreadable' }],
      isKnown: true,
    };
  if (account === undefined && (!isWritten || areAll || readIds.has(accountId)))
    return {
      cells: changedMark(row, 'blocked', ['blocked'], view),
      findings: [{ ...place, kind: 'unknown' }],
      isKnown: false,
    };
  const how = { isWritten, discardRequests };
  const { cells, pending } =
    account === undefined ? reconcileUnreadRow(row, view, how) : reconcileRow(row, account, view, how);
  const contradictions = account === undefined ? [] : contradictionsIn(row, account, pending, view);
  const isWithdrawn = account?.withdrawn ?? isWithdrawnText(row.cell('pending'));
  return {
    cells,
    findings: [
      ...(contradictions.length > 0 ? [{ ...place, kind: 'conflict' as const, contradictions }] : []),
      ...(isWithdrawn ? [{ ...place, kind: 'withdrawn' as const }] : []),
    ],
    isKnown: true,
    isPending: pending.length > 0,
    isAgain: account !== undefined && pending.some((key) => baseVersion(row, key) !== account.version),
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
