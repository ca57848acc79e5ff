/** The quarterly-check queue job: queries what is due, orders it, and replaces the queue's tab. */
import { setTimeout } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { dateIn } from '../clock';
import type { Settings } from '../domain/account/team';
import { addDays } from '../domain/calendar/calendar-date';
import { buildQueue, type Queue } from '../domain/queue/queue';
import { BUCKETS, type Bucket } from '../domain/queue/queue-texts';
import type { SheetsClient } from '../sheets/client';
import { readQueueTab, writeQueueTab } from '../sheets/queue-tab';
import { readRegisterLinks } from '../sheets/register-links';
import { retryOnMoved, type Wait, withRetry } from '../sheets/retry';
import { readDueChecks } from '../store/accounts';
import type { Database } from '../store/firestore';
import { mergeQueueNotes } from '../store/queue-notes';
import { loadTeam } from '../store/team';

/** Checks later than this many days ahead are counted, not listed: what is read stays what is due. */
const HORIZON_DAYS = 92;

export interface QueueJobDeps {
  db: Database;
  sheets: SheetsClient;
  queueSheetId: string;
  registerSheetId: string | null;
  /** Between two tries at a Google Sheets that is out of order for a moment; real time unless given. */
  wait?: Wait | undefined;
}

export interface QueueRun {
  date: string;
  counts: Readonly<Record<Bucket, number>>;
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
  { db, sheets, queueSheetId, registerSheetId, wait = setTimeout }: QueueJobDeps,
): Promise<QueueRun> => {
  const { members, settings } = await loadTeam(db);
  const today = dateIn(settings.zone, now);
  const { due, total } = await readDueChecks(db, addDays(today, HORIZON_DAYS));
  const queue = buildQueue(due, today, members, settings);
  const stamp = stampText(queue, total, now, settings);
  const replace = async (): Promise<void> => {
    const links = registerSheetId === null ? {} : await readRegisterLinks(sheets, registerSheetId);
    // Read last, so that hardly anything can be typed between this and the write.
    const tab = await readQueueTab(sheets, queueSheetId);
    const notes = await mergeQueueNotes(db, tab.notes);
    const page = { queue, language: settings.language, stamp, notes, links };
    await writeQueueTab(sheets, queueSheetId, tab, page);
  };
  await withRetry(() => retryOnMoved(replace), wait);
  return { date: today, counts: queue.counts, listed: queue.rows.length, total };
};

const stampText = (
  { counts, rows }: Queue,
  total: number,
  now: Date,
  { language, zone }: Settings,
): string => {
  const at = DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd HH:mm');
  const parts = (Object.keys(BUCKETS) as Bucket[]).map(
    (bucket) => `${BUCKETS[bucket][language]} ${counts[bucket]}`,
  );
  return language === 'ja'
    ? `作成 ${at}(${zone})/四半期チェック ${total} 社のうち ${rows.length} 社を表示/${parts.join('・')}`
    : `Made ${at} (${zone}) / ${rows.length} of ${total} quarterly-check accounts listed / ${parts.join(' · ')}`;
};
