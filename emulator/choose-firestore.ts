/** Which Firestore the suite runs on: the embedded one, Google's emulator, or one that runs already. */
import { findOfficialFirestore, startOfficialFirestore } from './firestore/official';
import type { RunningFirestore } from './firestore/server';
import { suiteProblem } from './problems/suite-problem';

/** Starts it. Only the embedded one keeps its data in the folder; null keeps them in memory. */
export type FirestoreStart = (dataDir: string | null) => Promise<RunningFirestore>;

/** `embedded`, `official`, or HOST:PORT. Throws for anything else, and where there is no official one. */
export function chooseFirestore(choice: string): FirestoreStart {
  if (choice === 'embedded')
    // Loaded only where it is started: whoever chose wrongly is told at once.
    return async (dataDir) => (await import('./firestore/server')).startFirestore({ dataDir });
  if (choice === 'official') {
    if (findOfficialFirestore() === null) throw suiteProblem('FIRESTORE_NOT_FOUND');
    return () => startOfficialFirestore();
  }
  const port = Number(/^[^:]+:(\d{1,5})$/.exec(choice)?.[1]);
  if (!(port >= 1 && port <= 65_535)) throw suiteProblem('FIRESTORE_INVALID', choice);
  return async () => ({ host: choice, port, kind: 'official', stop: async () => undefined });
}
