/** Keeps the facts of the dashboard: adds what has changed, and counts all of the history anew where somebody asks for it. */

import { isSameValue } from '../domain/account/account-change';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { HistoryFacts } from '../domain/statistics/account-facts';
import { ownerLoads } from '../domain/statistics/owner-loads';
import { retryOnContention } from '../store/contention';
import {
  type DashboardState,
  type FactsProgress,
  readDashboardState,
  saveDashboardState,
} from '../store/dashboard-state';
import type { Database } from '../store/firestore';
import { deleteOldFacts, FactsTooLargeError, partsForAll, StoredFacts } from '../store/history-facts';
import { UnreadableDocumentError } from '../store/unreadable-document';
import { countHistory, type HistoryCount } from './count-history';

export interface FactsRun {
  /** The facts of all accounts that the dashboard is made of now; null before the first count is done. */
  facts: readonly HistoryFacts[] | null;
  /** Documents that were read of what changed. */
  read: { accounts: number; entries: number };
  /** False where the time was up: the next run goes on. */
  isDone: boolean;
  /** What a whole count that ended in this run said of the facts that had been kept; null where none did. */
  recount: { compared: number; differing: string[] } | null;
  unreadable: UnreadableDocument[];
}

export interface FactsTask {
  db: Database;
  now: Date;
  /** Counts all of the history anew, unless such a count runs already. */
  recount: boolean;
  isTimeUp: () => boolean;
}

/** Brings the facts up to date. The result is the same however often, late or concurrently it runs, also after it was killed. */
export const keepFacts = (task: FactsTask): Promise<FactsRun> => {
  let isAsked = task.recount;
  return retryOnContention('the dashboard', async () => {
    const state = await readDashboardState(task.db);
    const isToStart = state.counting === null && (state.serving === null || isAsked);
    const started = isToStart ? await startCount(task.db, state, 1) : state;
    if (started === null) return null;
    isAsked = false;
    return advance(task, started);
  });
};

/** Null where another run was faster. */
const startCount = async (
  db: Database,
  state: DashboardState,
  minParts: number,
): Promise<DashboardState | null> => {
  const generation = state.newest + 1;
  const parts = Math.max(minParts, await partsForAll(db));
  const counting = { generation, parts, cursor: null, again: [], isFull: false };
  return saveDashboardState(db, { ...state, counting, newest: generation });
};

type Slot = 'serving' | 'counting';

/** Brings the serving facts up to date first, then goes on with a recount. Null where it is to be tried again: another run was faster, or a set was given up. */
const advance = async (task: FactsTask, start: DashboardState): Promise<FactsRun | null> => {
  const { db, now, isTimeUp } = task;
  let state = start;
  const madeAt = now.toISOString();
  const count = async (slot: Slot, progress: FactsProgress): Promise<HistoryCount | null> => {
    const save = async (next: FactsProgress, facts: StoredFacts): Promise<boolean> => {
      const saved = await saveDashboardState(db, {
        ...state,
        [slot]: next,
        ...(slot === 'serving' && { madeAt, loads: ownerLoads(facts.all()) }),
      });
      state = saved ?? state;
      return saved !== null;
    };
    try {
      return await countHistory(db, progress, { isTimeUp, save });
    } catch (error) {
      await giveUp(db, state, slot, error);
      return null;
    }
  };
  const { serving, counting } = state;
  const served = serving === null || serving.isFull ? null : await count('serving', serving);
  if (served === null && serving?.isFull === false) return null;
  if (counting === null) return runOf(served, null);
  const counted = await count('counting', counting);
  if (counted === null) return null;
  if (!counted.isDone)
    return { ...runOf(served, counted), facts: served?.isDone ? served.facts.all() : null };
  const facts = counted.facts.all();
  const next = {
    ...{ ...state, serving: counted.progress, counting: null, madeAt },
    loads: ownerLoads(facts),
  };
  if ((await saveDashboardState(db, next)) === null) return null;
  await deleteOldFacts(db, counted.progress);
  const recount = served === null ? null : compareFacts(served.facts, counted.facts);
  return { ...runOf(served, counted), facts, recount };
};

const runOf = (served: HistoryCount | null, counted: HistoryCount | null): FactsRun => {
  const runs = [served, counted].filter((run) => run !== null);
  const sum = (key: 'accounts' | 'entries'): number => runs.reduce((all, { read }) => all + read[key], 0);
  const documents = runs.flatMap(({ unreadable }) => unreadable);
  return {
    facts: served?.isDone ? served.facts.all() : null,
    read: { accounts: sum('accounts'), entries: sum('entries') },
    isDone: runs.every(({ isDone }) => isDone),
    recount: null,
    unreadable: [...new Map(documents.map((one) => [`${one.accountId} ${one.id}`, one])).values()],
  };
};

/** Gives up facts that cannot be read or have outgrown their documents, so that they are counted anew. Throws any other error on. */
const giveUp = async (db: Database, state: DashboardState, slot: Slot, error: unknown): Promise<void> => {
  const isFull = error instanceof FactsTooLargeError;
  if (!isFull && !(error instanceof UnreadableDocumentError && error.document.kind === 'historyFacts'))
    throw error;
  const { serving, counting } = state;
  const kept = slot === 'serving' ? (isFull && serving !== null ? { ...serving, isFull } : null) : serving;
  const next = { ...state, serving: kept };
  if (slot === 'serving' && counting !== null) await saveDashboardState(db, next);
  else await startCount(db, next, isFull ? 2 * (state[slot]?.parts ?? 1) : 1);
};

/** Compares the facts of accounts that both sets have at the same version. */
const compareFacts = (kept: StoredFacts, counted: StoredFacts): FactsRun['recount'] => {
  const pairs = counted.all().flatMap((facts) => {
    const known = kept.get(facts.id);
    return known?.version === facts.version ? { facts, known } : [];
  });
  const differing = pairs.flatMap(({ facts, known }) => (isSameValue(facts, known) ? [] : facts.id));
  return { compared: pairs.length, differing };
};

/** What the dashboard is made of now, and when it was brought up to date; null before the first count is done. */
export const readFacts = async (db: Database): Promise<{ facts: HistoryFacts[]; madeAt: string } | null> => {
  const { serving, madeAt } = await readDashboardState(db);
  if (serving === null || madeAt === null) return null;
  return { facts: (await StoredFacts.read(db, serving)).all(), madeAt };
};
