/** Writing without locks: whoever was slower reads and decides again, after a random pause. */
import { setTimeout as pause } from 'node:timers/promises';

const ABORTED = 10;
/** gRPC codes that say "somebody was faster": ALREADY_EXISTS, FAILED_PRECONDITION, ABORTED. */
const CONTENTION_CODES: readonly unknown[] = [6, 9, ABORTED];

export const isContention = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CONTENTION_CODES.includes(error.code);

/** Too many writers at once; nothing was written, and the caller may send the same again. */
export class ContentionError extends Error {
  /** gRPC's, so that it is answered like a store that is busy for the moment. */
  readonly code = ABORTED;

  constructor(what: string) {
    super(`${what} kept changing while it was being written`);
  }
}

const MAX_TRIES = 30;
/** The pause grows with every try, up to a second. */
const PAUSE_MS = 33;

/**
 * Repeats the attempt, which answers null when somebody was faster, until it has gone through. `what` names what is written;
 * throws ContentionError after too many tries.
 */
export const retryOnContention = <T>(what: string, attempt: () => Promise<T | null>): Promise<T> =>
  runInTurn(what, async () => {
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const written = await attempt();
      if (written !== null) return written;
      await pause(Math.random() * PAUSE_MS * tries);
    }
    throw new ContentionError(what);
  });

/** Attempts of one process to write the same document take turns, since at once they would only make each other fail. */
const lastTurns = new Map<string, Promise<unknown>>();

const runInTurn = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
  const turn = (lastTurns.get(what) ?? Promise.resolve()).then(act, act);
  lastTurns.set(what, turn);
  try {
    return await turn;
  } finally {
    if (lastTurns.get(what) === turn) lastTurns.delete(what);
  }
};
