/** Writes the newest entries of the history that fit a filter on its tab of the queue's spreadsheet. */
import { setTimeout } from 'node:timers/promises';
import { dateIn, minuteIn } from '../clock';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { HistoryRow } from '../domain/history/history-columns';
import { HISTORY_TITLE } from '../domain/history/history-tab-texts';
import type { MakeRowLink } from '../domain/register/row-target';
import { HISTORY_TAB } from '../domain/register/tabs';
import type { SheetsClient } from '../sheets/client';
import { historyTabRequests } from '../sheets/history-tab';
import { replaceTab } from '../sheets/replace-tab';
import type { Wait } from '../sheets/retry';
import type { Database } from '../store/firestore';
import type { Team } from '../store/team-document';
import type { ProblemResult } from './problem-result';
import { type HistoryQuestion, readHistory } from './read-history';

/** What a job needs that writes a tab of the queue's spreadsheet when a manager asks. */
export interface TabJobDeps {
  db: Database;
  team: Team;
  sheets: SheetsClient;
  queueSheetId: string;
  /** To the accounts' rows. */
  links: MakeRowLink;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait | undefined;
}

export interface HistoryTabRun {
  /** The team's day. */
  date: string;
  rows: number;
  more: boolean;
  unreadable: UnreadableDocument[];
  calls: number;
}

const ENTRIES_PER_PAGE = 500;

/** Throws a SheetsError where Sheets did not do what it was asked; the old tab then stands as it was. */
export const runHistoryJob = async (
  now: Date,
  question: HistoryQuestion,
  limit: number,
  { db, team, sheets, queueSheetId, links, wait = setTimeout }: TabJobDeps,
): Promise<HistoryTabRun | ProblemResult> => {
  const { members, settings } = team;
  const { zone, language } = settings;
  const rows: HistoryRow[] = [];
  const unreadable: UnreadableDocument[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && rows.length < limit) {
    const pageLimit = Math.min(ENTRIES_PER_PAGE, limit - rows.length);
    const page = await readHistory(db, question, team, cursor, pageLimit);
    if ('problem' in page) return page;
    rows.push(...page.rows);
    unreadable.push(...page.unreadable);
    ({ cursor } = page);
  }
  const more = cursor !== null;
  const page = {
    rows,
    more,
    madeAt: minuteIn(zone, now),
    zone,
    filter: Object.entries(question)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
    reader: { language, members },
    links,
  };
  const calls = await replaceTab(
    sheets,
    queueSheetId,
    { sheetId: HISTORY_TAB, title: HISTORY_TITLE, language },
    (tab, newTab) => historyTabRequests(tab, newTab, page),
    wait,
  );
  return { date: dateIn(zone, now), rows: rows.length, more, unreadable, calls };
};
