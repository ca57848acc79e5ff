/** The duplicates job: compares the whole register, and lists on a tab of it what may be one company. */
import { setTimeout } from 'node:timers/promises';
import { dateIn } from '../clock';
import type { Account } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import { type DuplicateKind, isUnresolvedPair } from '../domain/company/duplicates';
import { DUPLICATE_KINDS, duplicatePairOf, duplicateRows } from '../domain/register/duplicate-groups';
import { DUPLICATES_TITLE } from '../domain/register/duplicates-text';
import { DUPLICATES_TAB } from '../domain/register/tabs';
import { uniqueTitle } from '../sheets/cells';
import type { SheetsClient } from '../sheets/client';
import { duplicatesTabRequests } from '../sheets/duplicates-tab';
import { readRegisterLinks } from '../sheets/register-links';
import { readRegisterSpreadsheet } from '../sheets/register-spreadsheet';
import { retryOnMoved, type Wait, withRetry, wrapErrors } from '../sheets/retry';
import { readAccounts } from '../store/accounts';
import {
  type DuplicateSearch,
  NEW_DUPLICATE_SEARCH,
  readDuplicateSearch,
  saveDuplicateSearch,
  searchNextPage,
} from '../store/duplicate-search';
import type { Database } from '../store/firestore';
import { loadTeam } from '../store/team';

export interface DuplicatesJobDeps {
  db: Database;
  sheets: SheetsClient;
  registerSheetId: string;
  /** Goes on where an earlier run stopped; else it begins anew. */
  goesOn?: boolean;
  /** Asked behind every page; true ends the run, to be gone on with. */
  enough?: () => boolean;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait | undefined;
}

export interface DuplicatesRun {
  date: string;
  /** Accounts compared so far. */
  read: number;
  /** Ask again with it: the tab is written when all are compared. Null when it is. */
  next: number | null;
  /** Groups on the tab by kind, and names that are so common that they are one line each. */
  groups: Readonly<Record<DuplicateKind, number>>;
  many: number;
  /** Rows on the tab. */
  rows: number;
  /** 0 when the tab said all of it already. */
  calls: number;
}

const ACCOUNTS_PER_READ = 300;

/** The same register gives the same tab; a second run writes nothing. */
export const runDuplicatesJob = async (
  now: Date,
  { db, sheets, registerSheetId, goesOn = false, enough = () => false, wait = setTimeout }: DuplicatesJobDeps,
): Promise<DuplicatesRun> => {
  const { members, settings } = await loadTeam(db);
  const date = dateIn(settings.zone, now);
  let state = goesOn ? await readDuplicateSearch(db, registerSheetId) : NEW_DUPLICATE_SEARCH;
  for (;;) {
    const further = await searchNextPage(db, state);
    if (further === null) break;
    state = further;
    if (!enough()) continue;
    await saveDuplicateSearch(db, registerSheetId, state);
    const { read } = state;
    return { date, read, next: read, groups: { number: 0, likely: 0, name: 0 }, many: 0, rows: 0, calls: 0 };
  }
  const { rows, groups, many } = await currentDuplicates(db, state, members);
  const { language } = settings;
  let calls = 0;
  const write = async (): Promise<void> => {
    const book = await readRegisterSpreadsheet(sheets, registerSheetId, [DUPLICATES_TAB]);
    const made = { title: uniqueTitle(DUPLICATES_TITLE[language], book.titles), index: book.titles.length };
    const requests = duplicatesTabRequests(book.tab(DUPLICATES_TAB), made, {
      rows,
      groups: DUPLICATE_KINDS.reduce((sum, kind) => sum + groups[kind], many),
      accounts: state.read,
      today: date,
      language,
      links: await readRegisterLinks(sheets, registerSheetId),
    });
    if (requests.length === 0) return;
    await wrapErrors(registerSheetId, () =>
      sheets.spreadsheets.batchUpdate({ spreadsheetId: registerSheetId, requestBody: { requests } }),
    );
    calls = 1;
  };
  await withRetry(() => retryOnMoved(write), wait);
  if (goesOn) await saveDuplicateSearch(db, registerSheetId, NEW_DUPLICATE_SEARCH);
  return { date, read: state.read, next: null, groups, many, rows: rows.length, calls };
};

/** What was found, held against the accounts as they are now: it may have taken several calls. */
const currentDuplicates = async (
  db: Database,
  { pairs, namesakes }: DuplicateSearch,
  members: Parameters<typeof duplicateRows>[3]['members'],
) => {
  const ids = [...new Set([...pairs, ...namesakes].flatMap((found) => found.ids))];
  const accounts = new Map<string, Account>();
  for (let from = 0; from < ids.length; from += ACCOUNTS_PER_READ)
    for (const account of await readAccounts(db, ids.slice(from, from + ACCOUNTS_PER_READ)))
      if (successorIdOf(account) === null && !account.withdrawn) accounts.set(account.id, account);
  const open = pairs.flatMap(({ ids: [one, other] }) => {
    const [a, b] = [accounts.get(one), accounts.get(other)];
    return a === undefined || b === undefined || !isUnresolvedPair(a, b) ? [] : (duplicatePairOf(a, b) ?? []);
  });
  const rows = duplicateRows(open, namesakes, accounts, { members });
  const count = (kind: string): number =>
    new Set(rows.flatMap((row) => (row.kind === kind ? row.group : []))).size;
  const groups = { number: count('number'), likely: count('likely'), name: count('name') };
  return { rows, groups, many: count('many') };
};
