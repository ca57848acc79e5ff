/** The dashboard job: brings the figures up to date. */
import { dateIn, minuteIn } from '../clock';
import { calendarOf } from '../domain/account/team';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { HistoryFacts } from '../domain/statistics/account-facts';
import type { DashboardQuestion } from '../domain/statistics/figures';
import { japanesePublicHolidays } from '../public-holidays';
import type { Database } from '../store/firestore';
import { loadTeam } from '../store/team';
import type { Team } from '../store/team-document';
import { type FactsRun, keepFacts, readFacts } from './dashboard-facts';

export interface DashboardJobDeps {
  db: Database;
  /** Counts all of the history anew, and says whether what had been kept is the same. */
  recount: boolean;
  isTimeUp: () => boolean;
}

export interface DashboardRun extends Pick<FactsRun, 'read' | 'recount'> {
  /** The team's day. */
  date: string;
  /** Whose history is counted; null before the first count is done. */
  accounts: number | null;
  /** False where the time was up: the next run goes on. */
  done: boolean;
  unreadable: UnreadableDocument[];
}

/** Reads what has changed since the last run. The same history gives the same figures, however often and whenever it runs. */
export const runDashboardJob = async (
  now: Date,
  { db, recount, isTimeUp }: DashboardJobDeps,
): Promise<DashboardRun> => {
  const team = await loadTeam(db);
  const run = await keepFacts({ db, now, recount, isTimeUp });
  return {
    date: dateIn(team.settings.zone, now),
    accounts: run.facts?.length ?? null,
    read: run.read,
    done: run.isDone,
    recount: run.recount,
    unreadable: run.unreadable,
  };
};

/** What the figures are made of, and what they are asked by; null before the first count is done. */
export const readDashboard = async (
  now: Date,
  db: Database,
  team: Team,
): Promise<{ facts: HistoryFacts[]; question: DashboardQuestion } | null> => {
  const read = await readFacts(db);
  if (read === null) return null;
  return { facts: read.facts, question: dashboardQuestion(now, team, new Date(read.madeAt)) };
};

const dashboardQuestion = (now: Date, { members, settings }: Team, madeAt: Date): DashboardQuestion => ({
  today: dateIn(settings.zone, now),
  settings,
  calendar: calendarOf(settings, japanesePublicHolidays()),
  members,
  leadPrice: null,
  madeAt: minuteIn(settings.zone, madeAt),
});
