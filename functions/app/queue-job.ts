/** The queue job: queries which checks and decisions are due, orders them, and replaces the queue's tab. */
import { setTimeout } from 'node:timers/promises';
import { dateIn, minuteIn } from '../clock';
import { addDays } from '../domain/calendar/calendar-date';
import { buildQueue } from '../domain/queue/queue';
import { queueStamp } from '../domain/queue/queue-stamp';
import type { Bucket } from '../domain/queue/queue-texts';
import type { MakeRowLink } from '../domain/register/row-target';
import type { SheetsClient } from '../sheets/client';
import { readQueueTab, writeQueueTab } from '../sheets/queue-tab';
import { retryOnMoved, type Wait, withRetry } from '../sheets/retry';
import { readDueChecks, readDueDecisions } from '../store/accounts';
import type { Database } from '../store/firestore';
import { mergeQueueNotes } from '../store/queue-notes';
import { loadTeam } from '../store/team';

/** Checks later than this many days ahead are counted, not listed: what is read stays what is due. */
const HORIZON_DAYS = 92;

export interface QueueJobDeps {
  db: Database;
  sheets: SheetsClient;
  queueSheetId: string;
  /** To the accounts' rows. */
  links: MakeRowLink;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait | undefined;
}

export interface QueueRun {
  /** The team's day. */
  date: string;
  counts: Readonly<Record<Bucket, number>>;
  /** Rows on the tab. */
  listed: number;
  /** Accounts in the status QUARTERLY_CHECK, listed or not. */
  total: number;
}

/**
 * The same state gives the same sheet: running it twice, late, at once with another, or again after a crash is harmless.
 * Throws SheetsError where Sheets did not do what it was asked; the old sheet then stands as it was.
 */
export const runQueueJob = async (
  now: Date,
  { db, sheets, queueSheetId, links, wait = setTimeout }: QueueJobDeps,
): Promise<QueueRun> => {
  const { members, settings } = await loadTeam(db);
  const today = dateIn(settings.zone, now);
  const [{ due, total }, decisions] = await Promise.all([
    readDueChecks(db, addDays(today, HORIZON_DAYS)),
    readDueDecisions(db, today),
  ]);
  const queue = buildQueue([...decisions.accounts, ...due], today, members, settings);
  const { counts, rows } = queue;
  const { zone, language } = settings;
  const stamp = queueStamp({
    madeAt: minuteIn(zone, now),
    zone,
    counts,
    checks: rows.length - counts.decide,
    total,
  })[language];
  const replace = async (): Promise<void> => {
    // Read last, so that hardly anything can be typed between this and the write.
    const tab = await readQueueTab(sheets, queueSheetId);
    const notes = await mergeQueueNotes(db, tab.notes);
    const page = { queue, language, stamp, notes, link: links };
    await writeQueueTab(sheets, queueSheetId, tab, page);
  };
  await withRetry(() => retryOnMoved(replace), wait);
  return { date: today, counts, listed: rows.length, total };
};
