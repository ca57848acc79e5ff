/** The dashboard job: brings the figures up to date, and writes them on their tabs of the queue's spreadsheet. */
import { setTimeout } from 'node:timers/promises';
import { dateIn, minuteIn } from '../clock';
import { calendarOf } from '../domain/account/team';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { MakeRowLink } from '../domain/register/row-target';
import type { HistoryFacts } from '../domain/statistics/account-facts';
import { breakdownExtract } from '../domain/statistics/breakdown';
import { figurePeriod } from '../domain/statistics/figure-period';
import { type DashboardQuestion, dashboardOf } from '../domain/statistics/figures';
import { japanesePublicHolidays } from '../public-holidays';
import { LISTED_PER_ROW } from '../sheets/breakdown-tab';
import type { SheetsClient } from '../sheets/client';
import { writeDashboard } from '../sheets/dashboard-spreadsheet';
import type { Wait } from '../sheets/retry';
import type { Database } from '../store/firestore';
import { loadTeam } from '../store/team';
import type { Team } from '../store/team-document';
import { type FactsRun, keepFacts, readFacts } from './dashboard-facts';

export interface DashboardJobDeps {
  db: Database;
  /** Counts all of the history anew, and says whether what had been kept is the same. */
  recount: boolean;
  isTimeUp: () => boolean;
  /** Where its tabs stand; null where there is no queue's spreadsheet: the figures are answered all the same. */
  tabs: DashboardTabs | null;
}

export interface DashboardTabs {
  sheets: SheetsClient;
  queueSheetId: string;
  /** To the accounts' rows. */
  links: MakeRowLink;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait | undefined;
}

export interface DashboardRun extends Pick<FactsRun, 'read' | 'recount'> {
  /** The team's day. */
  date: string;
  /** Whose history is counted; null before the first count is done. */
  accounts: number | null;
  /** False where the time was up: the next run goes on. */
  done: boolean;
  /** Calls that wrote the tabs: 0 where they said all of it already, and where the figures are not up to date yet. */
  calls: number;
  unreadable: UnreadableDocument[];
}

/**
 * Reads what has changed since the last run. The same history gives the same figures and tabs, however often and whenever it runs.
 * Throws a SheetsError where Sheets did not do what it was asked; the figures are up to date then, and the tabs stand as they were.
 */
export const runDashboardJob = async (
  now: Date,
  { db, recount, isTimeUp, tabs }: DashboardJobDeps,
): Promise<DashboardRun> => {
  const team = await loadTeam(db);
  const run = await keepFacts({ db, now, recount, isTimeUp });
  const calls =
    run.facts === null || tabs === null
      ? 0
      : await writeTabs(run.facts, dashboardQuestion(now, team, now), team, tabs);
  return {
    date: dateIn(team.settings.zone, now),
    accounts: run.facts?.length ?? null,
    read: run.read,
    done: run.isDone,
    calls,
    recount: run.recount,
    unreadable: run.unreadable,
  };
};

const writeTabs = async (
  facts: readonly HistoryFacts[],
  question: DashboardQuestion,
  { members, settings: { language } }: Team,
  { sheets, queueSheetId, links, wait = setTimeout }: DashboardTabs,
): Promise<number> => {
  const period = figurePeriod(facts, question, question.leadPrice);
  const breakdown = breakdownExtract(facts, period, LISTED_PER_ROW);
  const page = { dashboard: dashboardOf(facts, question), breakdown, members, language, links };
  return writeDashboard(sheets, queueSheetId, page, wait);
};

/** What the figures are made of, and what they are asked by; null before the first count is done. */
export const readDashboard = async (
  now: Date,
  db: Database,
  team: Team,
): Promise<{ facts: HistoryFacts[]; question: DashboardQuestion } | null> => {
  const read = await readFacts(db);
  if (read === null) return null;
  return {
    facts: read.facts,
    question: dashboardQuestion(now, team, new Date(read.madeAt)),
  };
};

const dashboardQuestion = (now: Date, { members, settings }: Team, madeAt: Date): DashboardQuestion => ({
  today: dateIn(settings.zone, now),
  settings,
  calendar: calendarOf(settings, japanesePublicHolidays()),
  members,
  leadPrice: settings.leadPrice === 0 ? null : settings.leadPrice,
  madeAt: minuteIn(settings.zone, madeAt),
});
