/** The queue job: reads what needs somebody today, and replaces the queue's tabs. */
import { setTimeout } from 'node:timers/promises';
import { dateIn, minuteIn } from '../clock';
import { historyStamp } from '../domain/history/history-tab-texts';
import { approvalRows } from '../domain/queue/approvals';
import { queueStamp } from '../domain/queue/queue-stamp';
import type { Band } from '../domain/queue/queue-texts';
import { lateJobsLine } from '../domain/register/late-jobs';
import type { MakeRowLink } from '../domain/register/row-target';
import { activitiesPage } from '../sheets/activities-tab';
import type { SheetsClient } from '../sheets/client';
import { notesOf, writeQueueSpreadsheet } from '../sheets/queue-spreadsheet';
import { partTabMarkOf, readQueueSpreadsheet } from '../sheets/read-queue-spreadsheet';
import { retryOnMoved, type Wait, withRetry } from '../sheets/retry';
import type { Database } from '../store/firestore';
import { mergeQueueNotes } from '../store/queue-notes';
import { loadTeam } from '../store/team';
import { type PartTabFacts, partTabMark, readPartTabFacts } from './part-tab-facts';
import { readLateJobs } from './read-late-jobs';
import { readQueue } from './read-queue';
import { readSentBackCompanies } from './read-sent-back';
import { readTeamTabs } from './team-tabs';

export interface QueueJobDeps {
  db: Database;
  sheets: SheetsClient;
  queueSheetId: string;
  /** To the accounts' rows. */
  links: MakeRowLink;
  /** The scheduler runs it, not a person: it is not late then. */
  isScheduled?: boolean;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait | undefined;
}

export interface QueueRun {
  /** The team's day. */
  date: string;
  counts: Readonly<Record<Band, number>>;
  /** Rows on the tab. */
  listed: number;
  /** Accounts in the status QUARTERLY_CHECK, listed or not. */
  total: number;
  /** Accounts that are due, but too many to be listed. */
  unlisted: number;
}

/**
 * The same state gives the same sheet: running it twice, late, at once with another, or again after a crash is harmless.
 * Throws SheetsError where Sheets did not do what it was asked; the old sheet then stands as it was.
 */
export const runQueueJob = async (
  now: Date,
  { db, sheets, queueSheetId, links, isScheduled = false, wait = setTimeout }: QueueJobDeps,
): Promise<QueueRun> => {
  const team = await loadTeam(db);
  const { zone, language } = team.settings;
  const today = dateIn(zone, now);
  const queue = await readQueue(db, team, today);
  const { counts, rows, accounts, context, checks: total, unlisted } = queue;
  const approvals = approvalRows(accounts, { ...context, now: now.toISOString() });
  const checks = rows.filter(({ status }) => status === 'QUARTERLY_CHECK').length;
  const made = queueStamp({ madeAt: minuteIn(zone, now), zone, checks, total, unlisted })[language];
  const late = lateJobsLine(await readLateJobs(db, zone, now, isScheduled ? 'queue' : null));
  const stamp = late === null ? made : `${late[language]} ${made}`;
  const facts = { members: team.members, today };
  const [teamTabs, mark, sentBack] = await Promise.all([
    readTeamTabs(db, team, queue, now),
    partTabMark(db, team, today),
    readSentBackCompanies(db),
  ]);
  const madeAt = historyStamp(minuteIn(zone, now), zone);
  const reader = { language, members: team.members };
  const partsOf = ({ activities, ...parts }: PartTabFacts) => ({
    ...parts,
    ...{ mark, stamp: madeAt[language] },
    activities: activitiesPage({ ...activities, stamp: madeAt, reader, link: links }),
  });
  // A person who runs the job gets these tabs written anew in any case; the scheduler's runs write them only after a change.
  let parts = isScheduled ? null : partsOf(await readPartTabFacts(db, facts));
  const readSheet = () => readQueueSpreadsheet(sheets, queueSheetId, team.members);
  const replace = async (): Promise<void> => {
    // Read last, so that hardly anything can be typed between this and the write.
    let read = await readSheet();
    if (parts === null && partTabMarkOf(read) !== mark) {
      parts = partsOf(await readPartTabFacts(db, facts));
      read = await readSheet();
    }
    const notes = await mergeQueueNotes(db, notesOf(read));
    const book = {
      queue,
      approvals,
      parts,
      members: team.members,
      language,
      stamp,
      notes,
      today,
      link: links,
      sentBack,
      teamTabs,
    };
    await writeQueueSpreadsheet(sheets, queueSheetId, read, book);
  };
  await withRetry(() => retryOnMoved(replace), wait);
  return { date: today, counts, listed: rows.length, total, unlisted };
};
