/** One pass of the register job: reads the sheet and the accounts, compares them, and writes what differs. */
import { sendableKeys } from '../domain/register/cell-origin';
import { isWithdrawnText, type RegisterView } from '../domain/register/cells';
import type { ClassifiedRow } from '../domain/register/classify-row';
import {
  displacedMirrorIds,
  unmirroredIds,
  withDisplacedMirrors,
} from '../domain/register/displaced-mirrors';
import type { LateJob } from '../domain/register/late-jobs';
import { classifyAmong, type RegisterPlan, reconcileRegister } from '../domain/register/reconcile-register';
import { markOf } from '../domain/register/request-marks';
import { inInitialOrder, type RegisterRow } from '../domain/register/row';
import type { MakeRowLink } from '../domain/register/row-target';
import { pendingKeys } from '../domain/register/sheet-row';
import { splitIntoCalls } from '../sheets/cell-blocks';
import type { SheetsRequest } from '../sheets/cells';
import type { SheetsClient } from '../sheets/client';
import { RegisterRefusedError } from '../sheets/register-refusal';
import { endOfRows } from '../sheets/register-rows';
import { stampRequest } from '../sheets/register-spreadsheet';
import { readNotedRows } from '../sheets/remove-rows';
import { type LeftOutRequest, writeRequests } from '../sheets/write-requests';
import type { Database } from '../store/firestore';
import type { RegisterLease, RegisterState } from '../store/register-state';
import type { Team } from '../store/team-document';
import { type AccountsToShow, readAccountsToShow } from './accounts-to-show';
import { readListFindings } from './list-findings';
import { type RegisterContent, readRegister } from './read-register';
import { registerRequests } from './register-requests';
import { countPlanned, countRows, type RegisterRun, type RowCounts } from './register-run';
import { sheetFindings } from './sheet-findings';
import { findVanished } from './vanished-rows';

/** Raised whenever the same account is to give other cells: then all rows are written anew. */
const ROW_FORM_VERSION = 1;
/** More than these, and all accounts are read again instead. */
const MAX_ACCOUNTS_TO_REVISIT = 1000;
/** Requests that may wait in an older version that was brought back: so few are looked at one by one. */
const MAX_RESTORED_REQUESTS = 3;

export interface RegisterPass {
  db: Database;
  sheets: SheetsClient;
  registerSheetId: string;
  links: MakeRowLink;
  lease: RegisterLease;
  team: Team;
  view: RegisterView;
  lateJobs: readonly LateJob[];
  /** Drops what waits to be sent: every cell shows its account. */
  discardRequests: boolean;
  isTimeUp: () => boolean;
}

/** Answers what was done, and the state to go on from. Throws as `runRegisterJob` does. */
export const refreshRegister = async (
  pass: RegisterPass,
): Promise<{ run: RegisterRun; state: RegisterState }> => {
  const { db, sheets, registerSheetId, team, view } = pass;
  const { state } = pass.lease;
  const write = (requests: SheetsRequest[]) => writeUnderLease(pass, requests);
  const read = await readRegister(sheets, registerSheetId, (ids) => findVanished(db, state, ids), write);
  const comparison = await compareWithAccounts(pass, read);
  const { plan, accounts, cursor } = comparison;
  const content = { ...read, rows: comparison.rows };
  const leaving = new Set(plan.removed);
  const counts = countRows(content.rows.filter(({ row }) => !leaving.has(row.row)));
  const { calls, repairs, stamp } = callsToWrite(pass, content, comparison, counts);
  const leftOut: LeftOutRequest[] = [];
  let written = 0;
  // At least one call is made, so that every run makes progress however short its time is.
  for (const requests of calls) {
    if (written > 0 && pass.isTimeUp()) break;
    leftOut.push(...(await write(requests)));
    written += 1;
  }
  const isDone = written === calls.length;
  return {
    run: {
      date: view.today,
      read: accounts.size,
      ...countPlanned(counts, plan),
      repaired: repairs,
      calls: written,
      ...(isDone ? {} : { unfinished: true as const }),
    },
    state: !isDone
      ? state
      : {
          cursor,
          teamVersion: team.version,
          form: ROW_FORM_VERSION,
          rows: plan.shown.size,
          shown: plan.shown,
          again: plan.again.slice(0, MAX_ACCOUNTS_TO_REVISIT + 1),
          stamp,
          leftOut: uniqueLooks(leftOut),
        },
  };
};

/** Sorted, since the order of the requests differs from run to run. */
const uniqueLooks = (leftOut: readonly LeftOutRequest[]): LeftOutRequest[] => {
  const byText = new Map(leftOut.map((one) => [`${one.kind} ${one.reason}`, one]));
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
};

interface Comparison extends Pick<AccountsToShow, 'accounts' | 'cursor'> {
  plan: RegisterPlan;
  /** As the accounts tell what they are. */
  rows: RegisterContent['rows'];
}

/** Throws where an older version of the file was brought back with many requests in it: a manager decides first. */
const compareWithAccounts = async (pass: RegisterPass, content: RegisterContent): Promise<Comparison> => {
  const { view, discardRequests } = pass;
  const { state } = pass.lease;
  const isRestored = isOlderVersion(content, state);
  const areAll = isRestored || needsAllAccounts(pass, content);
  const readIds = new Set([
    ...state.again,
    ...content.vanished,
    ...uncertainIds(content.rows),
    ...displacedMirrorIds(content.rows),
    ...unmirroredIds(content.rows),
  ]);
  const { accounts, unreadable, cursor } = await readPassAccounts(pass, content, areAll, readIds);
  const rows = withDisplacedMirrors(classifyAmong(content.rows, accounts), accounts, view);
  const plan = reconcileRegister(rows, accounts, {
    view,
    areAll,
    readIds,
    unreadableIds: unreadable,
    discardRequests,
    annotatedRows: await readAnnotatedRows(pass, content, accounts),
    listFindings: await readListFindings(pass.db),
    endRow: endOfRows(content.tab?.values ?? [], content.head) + 1,
  });
  if (isRestored && plan.pending > MAX_RESTORED_REQUESTS)
    throw new RegisterRefusedError({ code: 'REGISTER_RESTORED', pending: plan.pending });
  const findings = [...sheetFindings(content, state, pass.lateJobs), ...plan.findings];
  return { plan: { ...plan, findings }, rows, accounts, cursor };
};

/** What is written, call by call, with the stamp that the sheet then carries. */
const callsToWrite = (
  { view, links, lease: { state } }: RegisterPass,
  content: RegisterContent,
  { plan, cursor }: Comparison,
  counts: RowCounts,
): { calls: SheetsRequest[][]; repairs: number; stamp: number } => {
  const shownRows = counts.accounts - plan.unknown + plan.appended.length;
  const { groups, repairs } = registerRequests(content, plan, shownRows, { view, links });
  const isSame = groups.every((group) => group.length === 0);
  const stampBefore = content.formats.stamp ?? 0;
  const stamp = stampOfRun(stampBefore, state, cursor, isSame);
  const stampRequests = stamp === stampBefore ? [] : [stampRequest(content.head, stamp)];
  return { calls: splitIntoCalls([...groups, stampRequests]), repairs, stamp };
};

const writeUnderLease = async (
  { sheets, registerSheetId, lease }: RegisterPass,
  requests: SheetsRequest[],
): Promise<LeftOutRequest[]> => {
  if (!(await lease.renew())) throw new RegisterRefusedError({ code: 'REGISTER_BUSY' });
  return writeRequests(sheets, registerSheetId, requests);
};

/** Whether somebody has restored an older version of the whole file. */
const isOlderVersion = ({ tab, formats }: RegisterContent, state: RegisterState): boolean =>
  tab !== null && formats.stamp !== null && formats.stamp < state.stamp;

/** Where the changes since the last run do not tell what has to be written. */
const needsAllAccounts = (
  { lease: { state }, team, discardRequests }: RegisterPass,
  { tab, head, vanished, formats }: RegisterContent,
): boolean =>
  tab === null ||
  state.cursor === null ||
  state.form !== ROW_FORM_VERSION ||
  state.teamVersion !== team.version ||
  head.newColumns.size > 0 ||
  formats.stamp === null ||
  discardRequests ||
  state.shown === null ||
  state.again.length + vanished.length > MAX_ACCOUNTS_TO_REVISIT;

/**
 * The number that the sheet carries: it grows with all that is written, so that an older version has a lower one. Where
 * nothing has to be written it stays; a run that was broken off behind its last call has stamped the sheet already.
 */
const stampOfRun = (
  stampBefore: number,
  state: RegisterState,
  cursor: string | null,
  isSame: boolean,
): number => {
  const isNoted = stampBefore > state.stamp || (stampBefore === state.stamp && cursor === state.cursor);
  return isSame && isNoted ? stampBefore : Math.max(stampBefore, state.stamp) + 1;
};

/**
 * Accounts whose rows do not tell enough by themselves: not written yet, taken back, blocked when the last run ended, or with texts
 * that nobody is known to have put there. What carried these there, as a sort of some columns, may have moved other cells, too.
 */
const uncertainIds = (rows: readonly ClassifiedRow[]): string[] =>
  rows.flatMap(({ row, as }) =>
    as.kind === 'unwritten' ||
    (as.kind === 'account' &&
      (markOf(row.cell('requestState')) === 'blocked' ||
        isWithdrawnText(row.cell('pending')) ||
        sendableKeys(row).length < pendingKeys(row).length))
      ? as.accountId
      : [],
  );

/** All accounts or those to look at; in a new tab they stand in the order that a person would expect. */
const readPassAccounts = async (
  { db, lease: { state }, view }: RegisterPass,
  { tab }: RegisterContent,
  areAll: boolean,
  idsToRead: ReadonlySet<string>,
): Promise<AccountsToShow> => {
  const shown = await readAccountsToShow(db, areAll ? null : state.cursor, [...idsToRead], view.today);
  if (tab !== null) return shown;
  return {
    ...shown,
    accounts: new Map(inInitialOrder(shown.accounts.values()).map((row) => [row.id, row])),
  };
};

/** Rows in which people have written: in columns of their own or, asked only of rows that would leave, as notes on cells. */
const readAnnotatedRows = async (
  { sheets, registerSheetId }: RegisterPass,
  { tab, rows, annotatedRows }: RegisterContent,
  accounts: ReadonlyMap<string, RegisterRow>,
): Promise<ReadonlySet<number>> => {
  const leaving = rows.flatMap(({ row: { row }, as }) =>
    'accountId' in as && accounts.get(as.accountId)?.withdrawn && !annotatedRows.has(row) ? row : [],
  );
  if (tab === null || leaving.length === 0) return annotatedRows;
  return new Set([...annotatedRows, ...(await readNotedRows(sheets, registerSheetId, tab.title, leaving))]);
};
