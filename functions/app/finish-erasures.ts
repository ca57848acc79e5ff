/** What remains of an erasure behind its commit: the older history, stored answers, notes. Goes on where another call stopped. */
import {
  completeErasure,
  eraseFromAnswers,
  eraseFromHistory,
  eraseFromQueueNotes,
  eraseFromSentBack,
} from '../store/erase-stored-data';
import type { Database } from '../store/firestore';
import { type PendingErasure, readPendingErasures } from '../store/pending-erasures';
import { UnreadableDocumentError } from '../store/unreadable-document';

export interface FinishedErasures {
  finished: number;
  /** Erasures that were stopped by an unreadable document; they go on once it is mended. */
  stopped: { accountId: string; error: UnreadableDocumentError }[];
}

/** Finishes every erasure that is committed, whoever gave it. */
export const finishErasures = async (db: Database): Promise<FinishedErasures> => {
  const result: FinishedErasures = { finished: 0, stopped: [] };
  for await (const erasure of readPendingErasures(db))
    try {
      await finishErasure(db, erasure);
      result.finished += 1;
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      result.stopped.push({ accountId: erasure.accountId, error });
    }
  return result;
};

const finishErasure = async (db: Database, erasure: PendingErasure): Promise<void> => {
  let done = 0;
  do {
    done = await eraseFromHistory(db, erasure, done);
    // The answers come after the history, so that requests which were decided meanwhile have theirs by now.
    await eraseFromAnswers(db, erasure);
    await eraseFromQueueNotes(db, erasure);
    await eraseFromSentBack(db, erasure);
  } while (!(await completeErasure(db, erasure, done)));
};
