/** The duplicates job: compares the whole register, and lists on a tab of it what may be one company. */
import { setTimeout } from 'node:timers/promises';
import { dateIn } from '../clock';
import type { Account } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import { type DuplicateKind, isUnresolvedPair } from '../domain/company/duplicates';
import { duplicatePairOf } from '../domain/company/find-duplicates';
import { DUPLICATE_KINDS, type DuplicateRow, duplicateRows } from '../domain/register/duplicate-groups';
import { DUPLICATES_TITLE } from '../domain/register/duplicates-text';
import type { MakeRowLink } from '../domain/register/row-target';
import { DUPLICATES_TAB } from '../domain/register/tabs';
import type { SheetsClient } from '../sheets/client';
import { type DuplicatesPage, duplicatesTabRequests } from '../sheets/duplicates-tab';
import { replaceTab } from '../sheets/replace-tab';
import type { Wait } from '../sheets/retry';
import { readAccounts } from '../store/accounts';
import {
  type DuplicateSearch,
  NEW_DUPLICATE_SEARCH,
  readDuplicateSearch,
  saveDuplicateSearch,
} from '../store/duplicate-searches';
import type { Database } from '../store/firestore';
import { loadTeam } from '../store/team';
import type { Team } from '../store/team-document';
import { searchNextPage } from './search-duplicates';

export interface DuplicatesJobDeps {
  db: Database;
  sheets: SheetsClient;
  registerSheetId: string;
  /** To the accounts' rows. */
  links: MakeRowLink;
  /** Goes on where an earlier run stopped or was killed; else it begins anew. */
  resume?: boolean;
  /** After so many pages it saves how far it is. */
  pagesPerSave?: number;
  /** Asked behind every page; true ends the run, which a later one resumes. */
  isTimeUp?: () => boolean;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait | undefined;
}

export interface DuplicatesRun {
  /** The team's day. */
  date: string;
  /** Accounts compared so far. */
  read: number;
  /** Ask again with it: the tab is written when all are compared. Null when it is. */
  next: number | null;
  /** Groups on the tab by kind. */
  groups: Readonly<Record<DuplicateKind, number>>;
  /** Names that so many accounts have that they are one line each. */
  many: number;
  /** Rows on the tab. */
  rows: number;
  /** Calls that wrote: 0 when the tab said all of it already. */
  calls: number;
}

/**
 * The same register gives the same tab; a second run writes nothing. Throws SheetsError where Sheets did not do what it was
 * asked; the old tab then stands as it was.
 */
export const runDuplicatesJob = async (
  now: Date,
  {
    db,
    sheets,
    registerSheetId,
    links,
    resume = false,
    pagesPerSave = 10,
    isTimeUp = () => false,
    wait = setTimeout,
  }: DuplicatesJobDeps,
): Promise<DuplicatesRun> => {
  const { members, settings } = await loadTeam(db);
  const date = dateIn(settings.zone, now);
  const started = resume ? await readDuplicateSearch(db, registerSheetId) : NEW_DUPLICATE_SEARCH;
  let hasSaved = resume;
  const save = async (search: DuplicateSearch): Promise<void> => {
    await saveDuplicateSearch(db, registerSheetId, search);
    hasSaved = true;
  };
  const { search, isComplete } = await searchPages(db, started, { isTimeUp, pagesPerSave, save });
  const { read } = search;
  if (!isComplete) {
    await save(search);
    return { date, read, next: read, groups: { number: 0, likely: 0, name: 0 }, many: 0, rows: 0, calls: 0 };
  }
  const { rows, groups, many } = await currentDuplicates(db, search, members);
  const page: DuplicatesPage = {
    rows,
    groups: DUPLICATE_KINDS.reduce((sum, kind) => sum + groups[kind], many),
    accounts: read,
    today: date,
    language: settings.language,
    links,
  };
  const calls = await replaceTab(
    sheets,
    registerSheetId,
    { sheetId: DUPLICATES_TAB, title: DUPLICATES_TITLE, language: page.language },
    (tab, newTab) => duplicatesTabRequests(tab, newTab, page),
    wait,
  );
  if (hasSaved) await saveDuplicateSearch(db, registerSheetId, NEW_DUPLICATE_SEARCH);
  return { date, read, next: null, groups, many, rows: rows.length, calls };
};

/** Page by page until the register is at its end or the time is up. */
const searchPages = async (
  db: Database,
  started: DuplicateSearch,
  {
    isTimeUp,
    pagesPerSave,
    save,
  }: { isTimeUp: () => boolean; pagesPerSave: number; save: (search: DuplicateSearch) => Promise<void> },
): Promise<{ search: DuplicateSearch; isComplete: boolean }> => {
  let search = started;
  for (let pages = 1; ; pages += 1) {
    const next = await searchNextPage(db, search);
    if (next === null) return { search, isComplete: true };
    search = next;
    if (isTimeUp()) return { search, isComplete: false };
    if (pages % pagesPerSave === 0) await save(search);
  }
};

/** What the search has found, compared with the accounts as they are now: it may have taken several calls. */
const currentDuplicates = async (
  db: Database,
  { pairs, namesakes }: DuplicateSearch,
  members: Team['members'],
): Promise<{ rows: DuplicateRow[] } & Pick<DuplicatesRun, 'groups' | 'many'>> => {
  const accounts = await readPresentAccounts(
    db,
    [...pairs, ...namesakes].flatMap(({ ids }) => ids),
  );
  const unresolved = pairs.flatMap(({ ids: [firstId, secondId] }) => {
    const [first, second] = [accounts.get(firstId), accounts.get(secondId)];
    if (first === undefined || second === undefined || !isUnresolvedPair(first, second)) return [];
    return duplicatePairOf(first, second) ?? [];
  });
  const rows = duplicateRows(unresolved, namesakes, accounts, { members });
  const countGroups = (kind: DuplicateRow['kind']): number =>
    new Set(rows.flatMap((row) => (row.kind === kind ? row.group : []))).size;
  return {
    rows,
    groups: { number: countGroups('number'), likely: countGroups('likely'), name: countGroups('name') },
    many: countGroups('many'),
  };
};

/** By ID, without those that are withdrawn or for which another account stands by now. */
const readPresentAccounts = async (db: Database, ids: readonly string[]): Promise<Map<string, Account>> => {
  const { accounts } = await readAccounts(db, [...new Set(ids)]);
  const present = accounts.filter((account) => successorIdOf(account) === null && !account.withdrawn);
  return new Map(present.map((account) => [account.id, account]));
};
