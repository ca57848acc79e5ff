/** Which jobs the scheduler has run before and does not run any more: told on each tab that they make, and in a window. */
import { minuteIn } from '../clock';
import { type Job, type LateJob, lateJobs } from '../domain/register/late-jobs';
import type { Database } from '../store/firestore';
import { readJobRuns } from '../store/job-runs';

/** `running` is the job that the scheduler runs at this moment. */
export const readLateJobs = async (
  db: Database,
  zone: string,
  now: Date,
  running: Job | null = null,
): Promise<LateJob[]> =>
  lateJobs(await readJobRuns(db), now.toISOString(), (instant) => minuteIn(zone, new Date(instant)), running);
