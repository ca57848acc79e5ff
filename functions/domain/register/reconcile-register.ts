/** Compares every row of the register with the accounts: what has to be written, and what a person has to look at. */
import { isAccountId } from '../account/account-id';
import { type RowCells, rowCells } from './cells';
import { type ClassifiedRow, classifyRows, type RowClass } from './classify-row';
import { type EditableKey, QUICK_ENTRY } from './column-keys';
import type { RegisterFinding } from './findings';
import { waitingCellOrigins } from './moved-cells';
import {
  decisionFindings,
  listFindingsFor,
  planRow,
  type ReconcileRegisterOptions,
  type RowPlan,
} from './plan-row';
import { reconcileRow } from './reconcile-row';
import type { RegisterRow } from './row';
import { type CellValues, cellText, comparableText, pendingKeys, type SheetRow } from './sheet-row';

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

/** Every account that stands somewhere, also in a row that is left alone. */
export const accountIdsIn = (rows: readonly ClassifiedRow[]): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap(({ row }) => [cellText(row, 'id'), cellText(row, 'mirror.id')])
      .filter((id) => isAccountId(id)),
  );

/**
 * The rows as they will be judged once all of these accounts have theirs: what was merely typed over a company's name may be the
 * name of another then, and what was a copy of that row the account's own.
 */
export const classifyAmong = (
  rows: readonly ClassifiedRow[],
  accounts: ReadonlyMap<string, RegisterRow>,
): ClassifiedRow[] =>
  classifyRows(
    rows.map(({ row }) => row),
    [...accounts.values()].flatMap(({ name, withdrawn }) => (withdrawn ? [] : name)),
  );

/**
 * `rows` are judged among `accounts`. Those are the accounts that changed, or all, in the order in which new ones are to stand. A request that waits keeps its cell
 * and what it was based on; of an account that was not read, only what its own row tells is put right. The row of an account
 * that was taken back is deleted, unless something of people's own stands in it.
 */
export const reconcileRegister = (
  rows: readonly ClassifiedRow[],
  accounts: ReadonlyMap<string, RegisterRow>,
  options: ReconcileRegisterOptions,
): RegisterPlan => {
  const present = accountIdsIn(rows);
  const appended = [...accounts.values()].filter(({ id, withdrawn }) => !present.has(id) && !withdrawn);
  const leaving = leavingAccounts(rows, accounts, options);
  const gone = [...options.readIds].flatMap((id) => (present.has(id) ? [] : (accounts.get(id) ?? [])));
  const origins = waitingCellOrigins(
    rows,
    (row) => stillPending(row, accounts, options),
    (key) =>
      key === QUICK_ENTRY
        ? []
        : gone.map((account) => comparableText(key, rowCells(account, options.view)[key])),
  );
  const plans = rows.map((classified) => ({
    ...classified,
    plan: planRow(classified, accounts, { ...options, leaving, origins }),
  }));
  const kept = plans.filter(({ plan }) => !plan.isRemoved);
  const removed = plans.flatMap(({ row, plan }) => (plan.isRemoved ? row.row : []));
  const idsWhere = (matches: (plan: RowPlan) => boolean): string[] =>
    plans.flatMap(({ as, plan }) => ('accountId' in as && matches(plan) ? as.accountId : []));
  const judged = new Set(idsWhere(({ isKnown }) => isKnown !== undefined));
  const unreadableWithoutRow = [...options.unreadableIds].filter((id) => !present.has(id));
  const missing = [...accounts.values()].filter(({ id }) => !judged.has(id));
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
        [
          ...kept.flatMap(({ plan }) => plan.findings),
          ...appended.flatMap((account, index) => {
            const place = { row: options.endRow + index, accountId: account.id, company: account.name };
            return [
              ...decisionFindings(account, place, options.view),
              ...listFindingsFor(options.listFindings, place, account.version),
            ];
          }),
        ],
        removed,
      ),
      ...unreadableWithoutRow.map(
        (accountId): RegisterFinding => ({ row: null, accountId, company: '', kind: 'unreadable' }),
      ),
    ],
  };
};

/** The findings with row numbers as they are once the removed rows are gone. */
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

/** The cells of a row that ask for what its account does not have. */
const stillPending = (
  { row, as }: ClassifiedRow,
  accounts: ReadonlyMap<string, RegisterRow>,
  { view, discardRequests }: ReconcileRegisterOptions,
): readonly EditableKey[] => {
  const keys = as.kind === 'account' && !discardRequests ? pendingKeys(row) : [];
  const account = as.kind === 'account' ? accounts.get(as.accountId) : undefined;
  return keys.length === 0 || account === undefined
    ? keys
    : reconcileRow(row, account, view, { isWritten: true }).pending;
};
