/** The duplicates job: compares the whole register, and lists on a tab of it what may be one company. */
import { setTimeout } from 'node:timers/promises';
import { dateIn } from '../clock';
import type { Account } from '../domain/account';
import { DUPLICATES_TITLE, duplicateRows, LIKENESSES, pairOf } from '../domain/duplicate-groups';
import { isOpenPair, type Likeness } from '../domain/duplicates';
import { DUPLICATES_TAB } from '../domain/register-tabs';
import { freeTitle } from '../sheets/cells';
import type { Sheets } from '../sheets/client';
import { duplicatesRequests } from '../sheets/duplicates-sheet';
import { againIfMoved, asked, patiently, type Wait } from '../sheets/failures';
import { registerLinks } from '../sheets/register-sheet';
import { readRegisterBook } from '../sheets/register-tab';
import { readAccounts } from '../store/accounts';
import {
  type DuplicateSearch,
  keepSearch,
  NEW_SEARCH,
  readSearch,
  searchOn,
} from '../store/duplicate-search';
import type { Database } from '../store/firestore';
import { readTeam } from '../store/team';

export interface DuplicatesDeps {
  db: Database;
  sheets: Sheets;
  registerSheetId: string;
  /** Goes on where an earlier run stopped; else it begins anew. */
  goesOn?: boolean;
  /** Asked behind every page; true ends the run, to be gone on with. */
  enough?: () => boolean;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait;
}

export interface DuplicatesRun {
  date: string;
  /** Accounts compared so far. */
  read: number;
  /** Ask again with it: the tab is written when all are compared. Null when it is. */
  next: number | null;
  /** Groups on the tab by kind, and names that are so common that they are one line each. */
  groups: Readonly<Record<Likeness, number>>;
  many: number;
  /** Rows on the tab. */
  rows: number;
  /** 0 when the tab said all of it already. */
  calls: number;
}

const PAGE = 300;

/** The same register gives the same tab; a second run writes nothing. */
export const runDuplicates = async (
  now: Date,
  { db, sheets, registerSheetId, goesOn = false, enough = () => false, wait = setTimeout }: DuplicatesDeps,
): Promise<DuplicatesRun> => {
  const { members, settings } = await readTeam(db);
  const date = dateIn(settings.zone, now);
  let state = goesOn ? await readSearch(db, registerSheetId) : NEW_SEARCH;
  for (;;) {
    const further = await searchOn(db, state);
    if (further === null) break;
    state = further;
    if (!enough()) continue;
    await keepSearch(db, registerSheetId, state);
    const { read } = state;
    return { date, read, next: read, groups: { number: 0, likely: 0, name: 0 }, many: 0, rows: 0, calls: 0 };
  }
  const { rows, groups, many } = await standing(db, state, members);
  const { language } = settings;
  let calls = 0;
  const write = async (): Promise<void> => {
    const book = await readRegisterBook(sheets, registerSheetId, [DUPLICATES_TAB]);
    const made = { title: freeTitle(DUPLICATES_TITLE[language], book.titles), index: book.titles.length };
    const requests = duplicatesRequests(book.tab(DUPLICATES_TAB), made, {
      rows,
      groups: LIKENESSES.reduce((sum, kind) => sum + groups[kind], many),
      accounts: state.read,
      today: date,
      language,
      links: await registerLinks(sheets, registerSheetId),
    });
    if (requests.length === 0) return;
    await asked(registerSheetId, () =>
      sheets.spreadsheets.batchUpdate({ spreadsheetId: registerSheetId, requestBody: { requests } }),
    );
    calls = 1;
  };
  await patiently(() => againIfMoved(write), wait);
  if (goesOn) await keepSearch(db, registerSheetId, NEW_SEARCH);
  return { date, read: state.read, next: null, groups, many, rows: rows.length, calls };
};

/** What was found, held against the accounts as they are now: it may have taken several calls. */
const standing = async (
  db: Database,
  { pairs, namesakes }: DuplicateSearch,
  members: Parameters<typeof duplicateRows>[3]['members'],
) => {
  const ids = [...new Set([...pairs, ...namesakes].flatMap((found) => found.ids))];
  const accounts = new Map<string, Account>();
  for (let from = 0; from < ids.length; from += PAGE)
    for (const account of await readAccounts(db, ids.slice(from, from + PAGE)))
      if (account.onFile?.successorId == null && !account.withdrawn) accounts.set(account.id, account);
  const open = pairs.flatMap(({ ids: [one, other] }) => {
    const [a, b] = [accounts.get(one), accounts.get(other)];
    return a === undefined || b === undefined || !isOpenPair(a, b) ? [] : (pairOf(a, b) ?? []);
  });
  const rows = duplicateRows(open, namesakes, accounts, { members });
  const count = (kind: string): number =>
    new Set(rows.flatMap((row) => (row.kind === kind ? row.group : []))).size;
  const groups = { number: count('number'), likely: count('likely'), name: count('name') };
  return { rows, groups, many: count('many') };
};
