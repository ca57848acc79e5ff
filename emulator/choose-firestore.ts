/** Which Firestore the suite runs on: the embedded one, Google's emulator, or one that runs already. */
import { findOfficialFirestore, startOfficialFirestore } from './firestore/official';
import { type RunningFirestore, startFirestore } from './firestore/server';
import { suiteProblem } from './problems/suite-problem';

/** `embedded`, `official`, or HOST:PORT. Only the embedded one keeps its data in the folder; null keeps them in memory. */
export async function openFirestoreEmulator(
  choice: string,
  dataDir: string | null,
): Promise<RunningFirestore> {
  if (choice === 'embedded') return startFirestore({ dataDir });
  if (choice === 'official') {
    if (findOfficialFirestore() === null) throw suiteProblem('FIRESTORE_NOT_FOUND');
    return startOfficialFirestore();
  }
  const port = Number(/^[^:]+:(\d+)$/.exec(choice)?.[1]);
  if (!Number.isInteger(port)) throw suiteProblem('FIRESTORE_INVALID', choice);
  return { host: choice, port, kind: 'official', stop: async () => undefined };
}
