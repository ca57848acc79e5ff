/** The retention job: ends erasures that were stopped, and deletes what is kept for a time only. */
import { dateIn } from '../clock';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { type DeletedDocuments, deleteExpired } from '../store/expired-documents';
import type { Database } from '../store/firestore';
import { loadTeam } from '../store/team';
import { type FinishedErasures, finishErasures } from './finish-erasures';

interface RetentionRun extends DeletedDocuments {
  /** The team's day. */
  date: CalendarDate;
  erasures: FinishedErasures;
}

/** Run late, twice, or again after a crash, it ends where one run does. `isTimeUp`: true ends it; the next run goes on. */
export const runRetentionJob = async (
  now: Date,
  db: Database,
  isTimeUp: () => boolean,
): Promise<RetentionRun> => {
  const { settings } = await loadTeam(db);
  const erasures = await finishErasures(db);
  return { date: dateIn(settings.zone, now), erasures, ...(await deleteExpired(db, now, isTimeUp)) };
};
