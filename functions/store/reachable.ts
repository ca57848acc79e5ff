/** Whether Firestore answers, by one read of a document that may not be there. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, teamRef } from './firestore';

/** Has a limit of its own, since the client would try for a minute. */
export const isReachable = async (db: Database, withinMilliseconds: number): Promise<boolean> => {
  const ended = new AbortController();
  const answer = teamRef(db)
    .get()
    .then(
      () => true,
      () => false,
    );
  const timeUp = pause(withinMilliseconds, false, { signal: ended.signal }).catch(() => false);
  try {
    return await Promise.race([answer, timeUp]);
  } finally {
    ended.abort();
  }
};
