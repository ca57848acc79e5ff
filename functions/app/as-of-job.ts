/** Writes the register of a past day on its tab of the queue's spreadsheet. */
import { setTimeout } from 'node:timers/promises';
import { minuteIn } from '../clock';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { AS_OF_TITLE } from '../domain/history/as-of-texts';
import { type RegisterRow, registerRow } from '../domain/register/row';
import { AS_OF_TAB } from '../domain/register/tabs';
import { asOfTabRequests } from '../sheets/as-of-tab';
import { replaceTab } from '../sheets/replace-tab';
import type { ProblemResult } from './problem-result';
import { type AsOfQuestion, readAsOf } from './read-as-of';
import type { TabJobDeps } from './tab-job-deps';

/** On the tab: Google takes one call of that size, and no person reads more. */
const MAX_ROWS = 10_000;

interface AsOfTabRun {
  date: string;
  rows: number;
  more: boolean;
  unreadable: UnreadableDocument[];
  calls: number;
}

/**
 * Reads first and writes once: the first accounts by their IDs where there are more than a tab has, or where the time is up, which
 * the tab then says. Throws a SheetsError where Sheets did not do what it was asked; the old tab then stands as it was.
 */
export const runAsOfJob = async (
  now: Date,
  question: AsOfQuestion,
  { db, team, sheets, queueSheetId, links, isTimeUp, wait = setTimeout }: TabJobDeps,
  { accountsPerPage, maxRows } = { accountsPerPage: 1000, maxRows: MAX_ROWS },
): Promise<AsOfTabRun | ProblemResult> => {
  const { members, settings } = team;
  const { zone, language } = settings;
  const { date, ...filter } = question;
  const read: RegisterRow[] = [];
  const unreadable: UnreadableDocument[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && read.length <= maxRows && (cursor === undefined || !isTimeUp())) {
    const page = await readAsOf(db, question, team, now, cursor, accountsPerPage);
    if ('problem' in page) return page;
    read.push(...page.accounts.map(registerRow));
    unreadable.push(...page.unreadable);
    ({ cursor } = page);
  }
  const rows = read.slice(0, maxRows);
  const more = cursor !== null || rows.length < read.length;
  const page = {
    ...{ rows, more },
    view: { language, members, today: date },
    madeAt: minuteIn(zone, now),
    zone,
    filter,
    links,
  };
  const calls = await replaceTab(
    sheets,
    queueSheetId,
    { sheetId: AS_OF_TAB, title: AS_OF_TITLE, language },
    (tab, newTab) => asOfTabRequests(tab, newTab, page),
    wait,
  );
  return { date, rows: rows.length, more, unreadable, calls };
};
