/** Writes the newest entries of the history that fit a filter on its tab of the queue's spreadsheet. */
import { setTimeout } from 'node:timers/promises';
import { dateIn, minuteIn } from '../clock';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { HistoryRow } from '../domain/history/history-columns';
import { HISTORY_TITLE } from '../domain/history/history-tab-texts';
import { HISTORY_TAB } from '../domain/register/tabs';
import { historyTabRequests } from '../sheets/history-tab';
import { replaceTab } from '../sheets/replace-tab';
import type { ProblemResult } from './problem-result';
import { type HistoryQuestion, readHistory } from './read-history';
import type { TabJobDeps } from './tab-job-deps';

export interface HistoryTabRun {
  /** The team's day. */
  date: string;
  rows: number;
  more: boolean;
  unreadable: UnreadableDocument[];
  calls: number;
}

/**
 * Reads first and writes once: fewer rows than `limit` where the time is up, which the tab then says. Throws a SheetsError where Sheets
 * did not do what it was asked; the old tab then stands as it was.
 */
export const runHistoryJob = async (
  now: Date,
  question: HistoryQuestion,
  limit: number,
  { db, team, sheets, queueSheetId, links, isTimeUp, wait = setTimeout }: TabJobDeps,
  entriesPerPage = 500,
): Promise<HistoryTabRun | ProblemResult> => {
  const { members, settings } = team;
  const { zone, language } = settings;
  const fitting: HistoryRow[] = [];
  const unreadable: UnreadableDocument[] = [];
  let cursor: string | null | undefined;
  // One more than the tab has tells that there are others.
  while (cursor !== null && fitting.length <= limit && (cursor === undefined || !isTimeUp())) {
    const pageLimit = Math.min(entriesPerPage, limit + 1 - fitting.length);
    const page = await readHistory(db, question, team, cursor, pageLimit);
    if ('problem' in page) return page;
    fitting.push(...page.rows);
    unreadable.push(...page.unreadable);
    ({ cursor } = page);
  }
  const rows = fitting.slice(0, limit);
  const more = cursor !== null || rows.length < fitting.length;
  const page = {
    rows,
    more,
    madeAt: minuteIn(zone, now),
    zone,
    filter: question,
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
