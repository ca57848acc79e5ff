/** The register job: lays the tab out, and writes what differs between the accounts and their rows. */
import { setTimeout } from 'node:timers/promises';
import { dateIn } from '../clock';
import type { Account } from '../domain/account';
import type { RegisterView } from '../domain/register-cells';
import { inFirstOrder, type RegisterRow, registerRow } from '../domain/register-row';
import { HELP_TAB, REGISTER_TAB, TO_CHECK_TAB } from '../domain/register-tabs';
import { TO_CHECK_TITLE } from '../domain/to-check';
import { cellBlocks, inParts } from '../sheets/cell-blocks';
import { freeTitle, type Request } from '../sheets/cells';
import type { Sheets } from '../sheets/client';
import { againIfMoved, asked, patiently, type Wait } from '../sheets/failures';
import { HELP_TITLE, helpRequests } from '../sheets/help-sheet';
import { findHead, type Head } from '../sheets/register-head';
import { insertedRow, layoutRequests, REGISTER_TITLE } from '../sheets/register-layout';
import { RegisterRefused } from '../sheets/register-refused';
import { planRows, type Survey, surveyRows } from '../sheets/register-rows';
import { LOOKED_AFTER } from '../sheets/register-rules';
import {
  type FoundTab,
  NO_LOOKS,
  type RegisterBook,
  readLooks,
  readRegisterBook,
  stampRequest,
} from '../sheets/register-tab';
import { toCheckRequests } from '../sheets/to-check-sheet';
import { changedAccounts, readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import { type RegisterState, type Turn, takeTurn } from '../store/register-state';
import { readTeam, type Team } from '../store/team';

export interface RegisterDeps {
  db: Database;
  sheets: Sheets;
  registerSheetId: string;
  /** Drops what waits to be sent: every cell shows the truth. */
  discardRequests?: boolean;
  /** Between two tries at what is out of order or busy for a moment; real time unless given. */
  wait?: Wait;
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
const FORM = 1;
/** So many vanished rows at once are an accident. */
const MOST_VANISHED = 0.2;
const PAGE = 500;
/** More than these, and all accounts are read again instead. */
const MOST_AGAIN = 1000;
/** Rows that may wait in an older version that was brought back: so few are looked at one by one. */
const MOST_RESTORED = 3;

/**
 * The same state gives the same sheet, and the second run writes nothing. Where it takes several calls, each leaves whole
 * rows, and a run that is broken off between two of them is completed by the next one. Throws RegisterRefused where a
 * person has to put something right, and SheetsFailed where Sheets did not do what it was asked.
 */
export const runRegister = async (
  now: Date,
  { db, sheets, registerSheetId, discardRequests = false, wait = setTimeout }: RegisterDeps,
): Promise<RegisterRun> => {
  const turn = await ownTurn(db, registerSheetId, wait);
  let next: RegisterState | undefined;
  try {
    const team = await readTeam(db);
    const view = viewOf(team, now);
    const done = await patiently(
      () => againIfMoved(() => refresh({ db, sheets, registerSheetId, turn, team, view, discardRequests })),
      wait,
    );
    next = done.state;
    return done.run;
  } finally {
    await turn.end(next);
  }
};

/** In milliseconds: longer in all than a run that was killed keeps its turn. */
const TURN_PAUSES = [1_000, 2_000, 4_000, 8_000, 10_000];

const ownTurn = async (db: Database, registerSheetId: string, wait: Wait): Promise<Turn> => {
  for (const pause of TURN_PAUSES) {
    const turn = await takeTurn(db, registerSheetId);
    if (turn !== null) return turn;
    await wait(pause);
  }
  const turn = await takeTurn(db, registerSheetId);
  if (turn === null) throw new RegisterRefused('REGISTER_BUSY');
  return turn;
};

const viewOf = ({ members, settings }: Team, now: Date): RegisterView => ({
  members,
  language: settings.language,
  today: dateIn(settings.zone, now),
});

interface Found {
  book: RegisterBook;
  tab: FoundTab | null;
  head: Head;
  survey: Survey;
}

interface Refresh {
  db: Database;
  sheets: Sheets;
  registerSheetId: string;
  turn: Turn;
  team: Team;
  view: RegisterView;
  discardRequests: boolean;
}

const refresh = async ({
  db,
  sheets,
  registerSheetId,
  turn,
  team,
  view,
  discardRequests,
}: Refresh): Promise<{ run: RegisterRun; state: RegisterState }> => {
  const { state } = turn;
  const write = async (requests: Request[]): Promise<void> => {
    if (!(await turn.goesOn())) throw new RegisterRefused('REGISTER_BUSY');
    await asked(registerSheetId, () =>
      sheets.spreadsheets.batchUpdate({ spreadsheetId: registerSheetId, requestBody: { requests } }),
    );
  };
  const { book, tab, head, survey } = await findRegister(sheets, registerSheetId, state, write);

  const looks = tab === null ? NO_LOOKS : await readLooks(sheets, registerSheetId, tab, head, LOOKED_AFTER);
  const isRestored = tab !== null && looks.stamp !== null && looks.stamp < state.stamp;
  const isNewForm = state.form !== FORM || state.teamVersion !== team.version;
  const areAll =
    tab === null ||
    state.cursor === null ||
    isNewForm ||
    head.made.size > 0 ||
    isRestored ||
    looks.stamp === null ||
    discardRequests ||
    survey.ids.size < state.rows ||
    state.again.length > MOST_AGAIN;
  const doubtful = survey.rows.filter(({ mirrored, wasFrozen }) => !mirrored || wasFrozen);
  const askedFor = new Set([...state.again, ...doubtful.map(({ id }) => id)]);
  const { accounts: found, cursor } = await accountsToShow(db, areAll ? null : state.cursor, [...askedFor]);
  const accounts = tab === null ? new Map(inFirstOrder(found.values()).map((row) => [row.id, row])) : found;

  const values = tab?.values ?? [];
  const plan = planRows(values, head, survey, accounts, {
    ...view,
    areAll,
    asked: askedFor,
    discardRequests,
  });
  if (isRestored && plan.pending > MOST_RESTORED)
    throw new RegisterRefused('REGISTER_RESTORED', { pending: plan.pending });
  const end = survey.end + plan.appended;
  const title = freeTitle(REGISTER_TITLE[view.language], book.titles);
  const { room, rest } = layoutRequests({ head, tab, values, looks, end, title, view });
  const helpTitle = freeTitle(HELP_TITLE[view.language], book.titles);
  const help = helpRequests(book.tab(HELP_TAB), helpTitle, view.language);
  const { written, appended, pending, unknown, again } = plan;
  const besideIt = {
    title: freeTitle(TO_CHECK_TITLE[view.language], book.titles),
    index: (tab?.sheet.properties?.index ?? 0) + 1,
  };
  const toCheck = toCheckRequests(book.tab(TO_CHECK_TAB), besideIt, {
    items: plan.toCheck,
    rows: survey.rows.length - unknown + appended,
    today: view.today,
    language: view.language,
  });
  const groups = [room, ...cellBlocks(REGISTER_TAB, plan.writes), rest, help, toCheck];
  const isSame = groups.every((group) => group.length === 0);
  // A run that was broken off behind its last call has stamped the sheet already.
  const stamped = looks.stamp ?? 0;
  const isStamped = isSame && (stamped > state.stamp || (stamped === state.stamp && cursor === state.cursor));
  const stamp = isStamped ? stamped : Math.max(stamped, state.stamp) + 1;
  const parts = inParts([...groups, isStamped ? [] : [stampRequest(head, stamp)]]);
  for (const part of parts) await write(part);

  return {
    run: {
      date: view.today,
      read: accounts.size,
      written,
      appended,
      unchanged: survey.rows.length - written - unknown,
      pending,
      leftAlone: survey.leftAlone.length + unknown,
      toCheck: plan.toCheck.length,
      drafts: survey.drafts.length,
      repaired: room.length + rest.length + help.length + toCheck.length,
      calls: parts.length,
    },
    state: {
      cursor,
      teamVersion: team.version,
      form: FORM,
      rows: survey.ids.size + appended,
      again: again.slice(0, MOST_AGAIN + 1),
      stamp,
    },
  };
};

/** A head that lacks one of its rows gets it first, and everything is read once more. */
const findRegister = async (
  sheets: Sheets,
  registerSheetId: string,
  state: RegisterState,
  write: (requests: Request[]) => Promise<void>,
): Promise<Found> => {
  for (;;) {
    const book = await readRegisterBook(sheets, registerSheetId, [REGISTER_TAB, HELP_TAB, TO_CHECK_TAB]);
    const tab = book.tab(REGISTER_TAB);
    if (tab !== null && tab.values.length === 0) refuseVanished(0, state.rows);
    const head = findHead(tab?.values ?? []);
    if ('insertRowAt' in head) {
      await write(insertedRow(head));
      continue;
    }
    const survey = surveyRows(tab?.values ?? [], head);
    // A tab that was deleted is made again, whole.
    if (tab !== null) refuseVanished(survey.ids.size, state.rows);
    return { book, tab, head, survey };
  }
};

const refuseVanished = (left: number, before: number): void => {
  if (before - left > before * MOST_VANISHED)
    throw new RegisterRefused('REGISTER_ROWS_VANISHED', { before, left });
};

/** All accounts where there is no cursor; else those that changed since, and those asked for by ID. */
const accountsToShow = async (
  db: Database,
  since: string | null,
  ids: readonly string[],
): Promise<{ accounts: Map<string, RegisterRow>; cursor: string | null }> => {
  const accounts = new Map<string, RegisterRow>();
  const keep = (found: readonly Account[]): void => {
    for (const account of found) accounts.set(account.id, registerRow(account));
  };
  if (since !== null)
    for (let from = 0; from < ids.length; from += PAGE)
      keep(await readAccounts(db, ids.slice(from, from + PAGE)));
  let cursor = since;
  for (let found = PAGE; found === PAGE; ) {
    const page = await changedAccounts(db, cursor ?? undefined, PAGE);
    if (page === null) return accountsToShow(db, null, ids);
    keep(page.accounts);
    found = page.accounts.length;
    cursor = page.cursor;
  }
  return { accounts, cursor };
};
