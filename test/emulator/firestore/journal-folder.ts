/** A folder of its own for each test, with the journal of an embedded Firestore, which is started on it as often as one likes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Firestore } from '@google-cloud/firestore';
import { startFirestore } from '../../../emulator/firestore/server';
import { freshClient } from '../../firestores';

export const JOURNAL_PROJECT = 'demo-journal';

/** To be called at the top of a test file. */
export const usingJournalFolder = () => {
  let current = '';
  const folder = (): string => current;
  const journal = (): string => join(current, 'firestore.jsonl');

  beforeEach(() => {
    current = mkdtempSync(join(tmpdir(), 'hachi-journal-'));
  });
  afterEach(() => rmSync(current, { recursive: true }));

  return {
    folder,
    journal,
    lines: (): string[] => readFileSync(journal(), 'utf8').split('\n').slice(0, -1),
    /** With a server on the folder, which is stopped behind it. */
    async running<T>(use: (firestore: Firestore) => Promise<T>): Promise<T> {
      const server = await startFirestore({ dataDir: current });
      const firestore = journalClient(server.host);
      try {
        return await use(firestore);
      } finally {
        await firestore.terminate();
        await server.stop();
      }
    },
  };
};

export const journalClient = (host: string): Firestore =>
  freshClient(host, { projectId: JOURNAL_PROJECT, useBigInt: true });
