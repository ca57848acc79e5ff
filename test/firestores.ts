/**
 * One suite, two Firestores: `eachFirestore('accounts', (firestore) => { test('…', () => firestore().doc('a/b').set({})) })`
 * runs it on the embedded server and, where it is found, on Google's emulator; every test has an empty project of its own.
 */
import { randomUUID } from 'node:crypto';
import { Firestore, type Settings } from '@google-cloud/firestore';
import { type RunningFirestore, startFirestore } from '../emulator/firestore/server';
import { isOfficialFirestoreOffered, officialFirestore } from './official-firestore';

const givenHost = process.env.FIRESTORE_EMULATOR_HOST;
/** The client would prefer this host to the one that it is given. */
delete process.env.FIRESTORE_EMULATOR_HOST;
/** No test runs on Google Cloud: the client need not look for its metadata server. */
process.env.METADATA_SERVER_DETECTION ??= 'none';

type Kind = RunningFirestore['kind'];

/** A client with a project that nobody else uses. Whoever asks for it terminates it. */
export function freshClient(host: string, settings: Settings = {}): Firestore {
  return new Firestore({ projectId: `demo-${randomUUID()}`, host, ssl: false, ...settings });
}

export const hasOfficialFirestore = givenHost !== undefined || isOfficialFirestoreOffered();

/** The embedded one is started once a test file, on first use, and stopped behind the last suite that uses it. */
const started = new Map<Kind, Promise<RunningFirestore>>();
const users = new Map<Kind, number>();

function start(kind: Kind): Promise<RunningFirestore> {
  if (kind === 'embedded') return startFirestore();
  if (givenHost === undefined) return officialFirestore();
  const port = Number(givenHost.slice(givenHost.lastIndexOf(':') + 1));
  return Promise.resolve({ host: givenHost, port, kind, stop: async () => {} });
}

/** To be called in a describe block: answers how to reach the Firestore within its tests. */
export function usingFirestore(kind: Kind): () => RunningFirestore {
  let running: RunningFirestore | undefined;
  users.set(kind, (users.get(kind) ?? 0) + 1);
  beforeAll(async () => {
    const starting = started.get(kind) ?? start(kind);
    started.set(kind, starting);
    running = await starting;
  });
  afterAll(async () => {
    const left = (users.get(kind) ?? 1) - 1;
    users.set(kind, left);
    if (left === 0) await running?.stop();
  });
  return () => {
    if (!running) throw new Error('The Firestore runs only within tests.');
    return running;
  };
}

/**
 * Runs the suite on both kinds. `firestore()` is the running test's own client, which is terminated behind the test;
 * `running()` tells the host and the kind.
 */
export function eachFirestore(
  name: string,
  suite: (firestore: () => Firestore, running: () => RunningFirestore) => void,
): void {
  for (const kind of ['embedded', 'official'] as const) {
    if (kind === 'official' && !hasOfficialFirestore) {
      officialNotFound(name);
      continue;
    }
    describe(`${name} (${kind} Firestore)`, () => {
      const running = usingFirestore(kind);
      let client: Firestore | undefined;
      beforeEach(() => {
        client = freshClient(running().host);
      });
      suite(() => {
        if (!client) throw new Error('The Firestore client exists only within tests.');
        return client;
      }, running);
      // Behind what the suite itself does after each test.
      afterEach(() => client?.terminate());
    });
  }
}

/** What is not verified is seen in the report. */
export function officialNotFound(name: string): void {
  describe(name, () => {
    test.skip('official Firestore emulator not found: skipped', () => {});
  });
}
