/** What becomes of one row of the register: what is written in it, and what a person has to look at. */
import { cellOrigin, withOrigin } from './cell-origin';
import { isWithdrawnText, type RegisterView, rowCells } from './cells';
import { type ClassifiedRow, isBlocked, type RowClass } from './classify-row';
import { QUICK_ENTRY, VALUE_KEYS } from './column-keys';
import type { ListFinding, RegisterFinding } from './findings';
import type { CellOrigins } from './moved-cells';
import { contradictionsIn, reconcileRow, reconcileUnreadRow } from './reconcile-row';
import { markOf, markText, type RequestMark } from './request-marks';
import { isDecisionDue, type RegisterRow } from './row';
import { baseVersion, shownVersion } from './row-version';
import { type CellValues, cellText, comparableText, differingCells, type SheetRow } from './sheet-row';

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
  /** The row, counted from 1, below all others. */
  endRow: number;
  /** By account what lists say of the end of companies. */
  listFindings: ReadonlyMap<string, readonly ListFinding[]>;
}

export interface RowPlan {
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

/** What the plan of one row depends on in the other rows. */
export interface PlanContext extends ReconcileRegisterOptions {
  /** Accounts whose rows leave. */
  leaving: ReadonlySet<string>;
  /** Of the cells that wait, by row. */
  origins: ReadonlyMap<number, CellOrigins>;
}

export const planRow = (
  { row, as }: ClassifiedRow,
  accounts: ReadonlyMap<string, RegisterRow>,
  context: PlanContext,
): RowPlan => {
  const { view, leaving } = context;
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
      : planAccountRow(row, as, accounts.get(as.accountId), context);
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
  { view, areAll, readIds, unreadableIds, discardRequests, origins, listFindings }: PlanContext,
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
  if (account !== undefined && !isWritten && !discardRequests && saysOtherwise(row, account, view))
    return {
      cells: changedMark(row, 'blocked', ['blocked'], view),
      findings: [{ ...place, kind: 'unwritten' }],
      isKnown: true,
    };
  const how = { isWritten, discardRequests };
  const known = withKnownOrigins(row, origins.get(row.row) ?? new Map());
  const { cells, pending } =
    account === undefined ? reconcileUnreadRow(known, view, how) : reconcileRow(known, account, view, how);
  const contradictions = account === undefined ? [] : contradictionsIn(row, account, pending, view);
  const moved = pending.filter((key) => cellOrigin(known, key) === 'moved');
  const isAllMoved = moved.length > 0 && moved.length === pending.length;
  const isWithdrawn = account?.withdrawn ?? isWithdrawnText(row.cell('pending'));
  return {
    cells: {
      ...differingCells(row, { 'mirror.version': known.cell('mirror.version') ?? '' }),
      ...(isAllMoved ? blockedCells(row, cells, view) : cells),
    },
    findings: [
      ...(moved.length > 0 ? [{ ...place, kind: 'moved' as const, keys: moved }] : []),
      ...(contradictions.length > 0 ? [{ ...place, kind: 'conflict' as const, contradictions }] : []),
      ...(isWithdrawn ? [{ ...place, kind: 'withdrawn' as const }] : []),
      ...decisionFindings(account, place, view),
      ...listFindingsFor(listFindings, place, account?.version ?? shownVersion(row)),
    ],
    isKnown: true,
    isPending: pending.length > moved.length,
    isAgain: account !== undefined && pending.some((key) => baseVersion(row, key) !== account.version),
  };
};

/** The row, whose version cell says of every cell that waits where its text comes from. */
const withKnownOrigins = (row: SheetRow, origins: CellOrigins): SheetRow => {
  let known = row;
  for (const [key, origin] of origins)
    if (cellOrigin(known, key) === null) {
      const version = withOrigin(known, origin, [key]);
      known = { row: row.row, cell: (one) => (one === 'mirror.version' ? version : row.cell(one)) };
    }
  return known;
};

/** The finding of a client whose next status is to be decided. */
export const decisionFindings = (
  account: RegisterRow | undefined,
  place: ReturnType<typeof placeOf>,
  { today }: RegisterView,
): RegisterFinding[] => {
  const since = account?.withdrawn === false && isDecisionDue(account, today) ? account.decisionDueOn : null;
  return since === null ? [] : [{ ...place, kind: 'decide', since }];
};

/** What lists say of the account's end, until somebody changes the account or notes something: then it has been looked at. */
export const listFindingsFor = (
  listFindings: ReadonlyMap<string, readonly ListFinding[]>,
  place: ReturnType<typeof placeOf>,
  version: number | null,
): RegisterFinding[] =>
  (listFindings.get(place.accountId) ?? [])
    .filter((one) => one.version === version)
    .map(({ finding }) => ({ ...place, ...finding }));

/** Whether a cell that people may edit holds something else than the account has. */
const saysOtherwise = (row: SheetRow, account: RegisterRow, view: RegisterView): boolean => {
  const cells = rowCells(account, view);
  return (
    cellText(row, QUICK_ENTRY) !== '' ||
    VALUE_KEYS.some((key) => !['', comparableText(key, cells[key])].includes(cellText(row, key)))
  );
};

/** The cells to write in a blocked row: its mark and what differs, without a mark that the row waits to be sent. */
const blockedCells = (
  row: SheetRow,
  { requestState: _, ...others }: CellValues,
  view: RegisterView,
): CellValues => ({ ...others, ...changedMark(row, 'blocked', ['blocked'], view) });

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
