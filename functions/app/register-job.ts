/** The register job: lays the tab out, and writes what differs between the accounts and their rows. */
import { setTimeout } from 'node:timers/promises';
import { dateIn } from '../clock';
import type { RegisterView } from '../domain/register/cells';
import { type ClassifiedRow, classifyRows, isBlocked, type RowClass } from '../domain/register/classify-row';
import { FINDINGS_TITLE } from '../domain/register/findings-text';
import { accountIdsIn, reconcileRegister } from '../domain/register/reconcile-register';
import { markOf } from '../domain/register/request-marks';
import { inInitialOrder } from '../domain/register/row';
import { FINDINGS_TAB, HELP_TAB, REGISTER_TAB } from '../domain/register/tabs';
import { cellWriteRequests, splitIntoCalls } from '../sheets/cell-blocks';
import { type SheetsRequest, uniqueTitle } from '../sheets/cells';
import type { SheetsClient } from '../sheets/client';
import { findingsTabRequests } from '../sheets/findings-tab';
import { helpTabRequests } from '../sheets/help-tab';
import { HELP_TITLE } from '../sheets/help-tab-texts';
import { FORMATTED_COLUMNS } from '../sheets/register-formats';
import { findHead, type RegisterHead } from '../sheets/register-head';
import { insertRowRequests, layoutRequests } from '../sheets/register-layout';
import { RegisterRefusedError } from '../sheets/register-refusal';
import { cellWrites, endOfRows, sheetRows } from '../sheets/register-rows';
import {
  NO_FORMATS,
  type RegisterSpreadsheet,
  readRegisterFormats,
  readRegisterSpreadsheet,
  stampRequest,
  type TabContent,
} from '../sheets/register-spreadsheet';
import { REGISTER_TITLE } from '../sheets/register-texts';
import { retryOnMoved, type Wait, withRetry, wrapErrors } from '../sheets/retry';
import type { Database } from '../store/firestore';
import { acquireRegisterLease, type RegisterLease, type RegisterState } from '../store/register-state';
import { loadTeam, type Team } from '../store/team';
import { readAccountsToShow } from './accounts-to-show';

export interface RegisterJobDeps {
  db: Database;
  sheets: SheetsClient;
  registerSheetId: string;
  /** Drops what waits to be sent: every cell shows the truth. */
  discardRequests?: boolean;
  /** Between two tries at what is out of order or busy for a moment; real time unless given. */
  wait?: Wait | undefined;
}

export interface RegisterRun {
  date: string;
  /** Accounts read from the store. */
  read: number;
  /** Rows that stood there and were changed. */
  written: number;
  appended: number;
  /** Rows that were right already. */
  unchanged: number;
  /** Rows in which what a person typed waits to be sent: that stays. */
  pending: number;
  /** Rows whose ID does not fit: torn by a sort, copied, typed over, or of no account. */
  leftAlone: number;
  /** What the job cannot repair: those, drafts, registrations taken back, and requests that contradict a later change. */
  toCheck: number;
  /** Rows that somebody typed and nobody has registered yet. */
  drafts: number;
  /** Requests that put the layout, the help and what is to check right; 0 when nothing was wrong with them. */
  repaired: number;
  /** Atomic calls that wrote: 0 when nothing differs, 1 unless it is far more than Google takes in one. */
  calls: number;
}

/** Rows are written anew when it changes: whenever the same account is to give other cells. */
const ROW_FORM_VERSION = 1;
/** So many vanished rows at once are an accident. */
const MAX_VANISHED_SHARE = 0.2;
/** More than these, and all accounts are read again instead. */
const MAX_ACCOUNTS_TO_REVISIT = 1000;
/** Rows that may wait in an older version that was brought back: so few are looked at one by one. */
const MAX_RESTORED_REQUESTS = 3;

/**
 * The same state gives the same sheet, and the second run writes nothing. Where it takes several calls, each leaves whole
 * rows, and a run that is broken off between two of them is completed by the next one. Throws RegisterRefusedError where a
 * person has to put something right, and SheetsError where Sheets did not do what it was asked.
 */
export const runRegisterJob = async (
  now: Date,
  { db, sheets, registerSheetId, discardRequests = false, wait = setTimeout }: RegisterJobDeps,
): Promise<RegisterRun> => {
  const turn = await waitForLease(db, registerSheetId, wait);
  let next: RegisterState | undefined;
  try {
    const team = await loadTeam(db);
    const view = viewOf(team, now);
    const done = await withRetry(
      () =>
        retryOnMoved(() =>
          refreshRegister({ db, sheets, registerSheetId, turn, team, view, discardRequests }),
        ),
      wait,
    );
    next = done.state;
    return done.run;
  } finally {
    await turn.release(next);
  }
};

/** In milliseconds: longer in all than a run that was killed keeps its turn. */
const LEASE_PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 10_000];

const waitForLease = async (db: Database, registerSheetId: string, wait: Wait): Promise<RegisterLease> => {
  for (const pause of LEASE_PAUSES_MS) {
    const turn = await acquireRegisterLease(db, registerSheetId);
    if (turn !== null) return turn;
    await wait(pause);
  }
  const turn = await acquireRegisterLease(db, registerSheetId);
  if (turn === null) throw new RegisterRefusedError({ code: 'REGISTER_BUSY' });
  return turn;
};

const viewOf = ({ members, settings }: Team, now: Date): RegisterView => ({
  members,
  language: settings.language,
  today: dateIn(settings.zone, now),
});

interface FoundRegister {
  book: RegisterSpreadsheet;
  tab: TabContent | null;
  head: RegisterHead;
  rows: readonly ClassifiedRow[];
}

interface RefreshInput {
  db: Database;
  sheets: SheetsClient;
  registerSheetId: string;
  turn: RegisterLease;
  team: Team;
  view: RegisterView;
  discardRequests: boolean;
}

const refreshRegister = async ({
  db,
  sheets,
  registerSheetId,
  turn,
  team,
  view,
  discardRequests,
}: RefreshInput): Promise<{ run: RegisterRun; state: RegisterState }> => {
  const { state } = turn;
  const write = async (requests: SheetsRequest[]): Promise<void> => {
    if (!(await turn.renew())) throw new RegisterRefusedError({ code: 'REGISTER_BUSY' });
    await wrapErrors(registerSheetId, () =>
      sheets.spreadsheets.batchUpdate({ spreadsheetId: registerSheetId, requestBody: { requests } }),
    );
  };
  const { book, tab, head, rows } = await readRegister(sheets, registerSheetId, state, write);

  const looks =
    tab === null
      ? NO_FORMATS
      : await readRegisterFormats(sheets, registerSheetId, tab, head, FORMATTED_COLUMNS);
  const ids = accountIdsIn(rows);
  const isRestored = tab !== null && looks.stamp !== null && looks.stamp < state.stamp;
  const isNewForm = state.form !== ROW_FORM_VERSION || state.teamVersion !== team.version;
  const areAll =
    tab === null ||
    state.cursor === null ||
    isNewForm ||
    head.made.size > 0 ||
    isRestored ||
    looks.stamp === null ||
    discardRequests ||
    ids.size < state.rows ||
    state.again.length > MAX_ACCOUNTS_TO_REVISIT;
  const idsToRead = new Set([...state.again, ...doubtfulIds(rows)]);
  const { accounts: found, cursor } = await readAccountsToShow(db, areAll ? null : state.cursor, [
    ...idsToRead,
  ]);
  const accounts = tab === null ? new Map(inInitialOrder(found.values()).map((row) => [row.id, row])) : found;

  const values = tab?.values ?? [];
  const plan = reconcileRegister(rows, accounts, { view, areAll, readIds: idsToRead, discardRequests });
  if (isRestored && plan.pending > MAX_RESTORED_REQUESTS)
    throw new RegisterRefusedError({ code: 'REGISTER_RESTORED', pending: plan.pending });
  const appendAt = endOfRows(values, head);
  const appended = plan.appended.length;
  const end = appendAt + appended;
  const title = uniqueTitle(REGISTER_TITLE[view.language], book.titles);
  const { room, rest } = layoutRequests({ head, tab, values, looks, end, title, view });
  const helpTitle = uniqueTitle(HELP_TITLE[view.language], book.titles);
  const help = helpTabRequests(book.tab(HELP_TAB), helpTitle, view.language);
  const { written, pending, unknown, again } = plan;
  const counts = countKinds(rows);
  const besideIt = {
    title: uniqueTitle(FINDINGS_TITLE[view.language], book.titles),
    index: (tab?.sheet.properties?.index ?? 0) + 1,
  };
  const toCheck = findingsTabRequests(book.tab(FINDINGS_TAB), besideIt, {
    items: plan.findings,
    rows: counts.own - unknown + appended,
    today: view.today,
    language: view.language,
  });
  const cells = cellWrites(
    plan,
    rows.map(({ row }) => row),
    head,
    appendAt,
  );
  const groups = [room, ...cellWriteRequests(REGISTER_TAB, cells), rest, help, toCheck];
  const isSame = groups.every((group) => group.length === 0);
  // A run that was broken off behind its last call has stamped the sheet already.
  const stamped = looks.stamp ?? 0;
  const isStamped = isSame && (stamped > state.stamp || (stamped === state.stamp && cursor === state.cursor));
  const stamp = isStamped ? stamped : Math.max(stamped, state.stamp) + 1;
  const parts = splitIntoCalls([...groups, isStamped ? [] : [stampRequest(head, stamp)]]);
  for (const part of parts) await write(part);

  return {
    run: {
      date: view.today,
      read: accounts.size,
      written,
      appended,
      unchanged: counts.own - written - unknown,
      pending,
      leftAlone: counts.blocked + unknown,
      toCheck: plan.findings.length,
      drafts: counts.drafts,
      repaired: room.length + rest.length + help.length + toCheck.length,
      calls: parts.length,
    },
    state: {
      cursor,
      teamVersion: team.version,
      form: ROW_FORM_VERSION,
      rows: ids.size + appended,
      again: again.slice(0, MAX_ACCOUNTS_TO_REVISIT + 1),
      stamp,
    },
  };
};

/** Accounts whose rows do not tell enough by themselves: not written yet, or blocked when the last run ended. */
const doubtfulIds = (rows: readonly ClassifiedRow[]): string[] =>
  rows.flatMap(({ row, as }) =>
    as.kind === 'unwritten' || (as.kind === 'account' && markOf(row.cell('requestState')) === 'blocked')
      ? as.accountId
      : [],
  );

const countKinds = (rows: readonly ClassifiedRow[]): Record<'own' | 'blocked' | 'drafts', number> => {
  const count = (is: (as: RowClass) => boolean): number => rows.filter(({ as }) => is(as)).length;
  return {
    own: count(({ kind }) => kind === 'account' || kind === 'unwritten'),
    blocked: count(isBlocked),
    drafts: count(({ kind }) => kind === 'draft'),
  };
};

/** A head that lacks one of its rows gets it first, and everything is read once more. */
const readRegister = async (
  sheets: SheetsClient,
  registerSheetId: string,
  state: RegisterState,
  write: (requests: SheetsRequest[]) => Promise<void>,
): Promise<FoundRegister> => {
  for (;;) {
    const book = await readRegisterSpreadsheet(sheets, registerSheetId, [
      REGISTER_TAB,
      HELP_TAB,
      FINDINGS_TAB,
    ]);
    const tab = book.tab(REGISTER_TAB);
    if (tab !== null && tab.values.length === 0) refuseVanished(0, state.rows);
    const head = findHead(tab?.values ?? []);
    if ('insertRowAt' in head) {
      await write(insertRowRequests(head));
      continue;
    }
    const rows = classifyRows(sheetRows(tab?.values ?? [], head));
    // A tab that was deleted is made again, whole.
    if (tab !== null) refuseVanished(accountIdsIn(rows).size, state.rows);
    return { book, tab, head, rows };
  }
};

const refuseVanished = (left: number, before: number): void => {
  if (before - left > before * MAX_VANISHED_SHARE)
    throw new RegisterRefusedError({ code: 'REGISTER_ROWS_VANISHED', before, left });
};
