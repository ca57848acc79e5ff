/** How far the register's sheet is, and the lease of the run that writes it: two runs at once would append the same rows twice. */
import type { Timestamp } from '@google-cloud/firestore';
import * as z from 'zod';
import { type CheckedDocument, checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { type Database, registerRef, shownAccountsOf } from './firestore';
import { readShownAccounts, type ShownAccounts, stageShownAccounts } from './shown-accounts';
import { StoreWrite } from './store-write';

const stateFields = z.object({
  /** Changes up to here stand in the sheet; null before the first run. */
  cursor: z.string().nullable(),
  /** Version of the team whose names and language the rows were written in. */
  teamVersion: z.int(),
  /** Version of the code's way of writing rows. */
  form: z.int(),
  /** How many accounts had a row when the last run ended: all that a state of earlier versions tells of them. */
  rows: z.int(),
  /** Accounts whose rows could not be written whole. */
  again: z.array(z.string()),
  /** Also in the sheet, where it grows with all that is written: a lower one there is that of an older version. */
  stamp: z.int().default(0),
  /** Looks that Google refused in the last run, each once: what the API calls them, and why. */
  leftOut: z.array(z.object({ kind: z.string(), reason: z.string() })).default([]),
});
/** `running` grows with each renewal of a lease, since writing the same again would not renew the document's time; 0 without lease. */
const leaseFields = stateFields.extend({ running: z.int() });
export const REGISTER_DOCUMENT = documentKind({ kind: 'register', parse: (data) => leaseFields.parse(data) });

export interface RegisterState extends z.output<typeof stateFields> {
  /** Accounts that had a row when the last run ended; null where a run of an earlier version was the last one. */
  shown: ReadonlySet<string> | null;
}

const INITIAL_STATE: z.output<typeof stateFields> = {
  cursor: null,
  teamVersion: 0,
  form: 0,
  rows: 0,
  again: [],
  stamp: 0,
  leftOut: [],
};

export interface RegisterLease {
  state: RegisterState;
  /** False where another run has taken over, because this one did not renew its lease for too long. */
  renew: () => Promise<boolean>;
  /** Ends the lease, and saves the state where there is a new one. */
  release: (next?: RegisterState) => Promise<void>;
}

/** A run that was killed blocks the next one for so long. It is renewed several times in it, also while Sheets answers a call. */
const LEASE_MS = 24_000;
export const LEASE_RENEWAL_MS = 8_000;

/** Null while another run has the lease. `leaseMs`: after so many milliseconds without renewal it is free. */
export const acquireRegisterLease = async (
  db: Database,
  spreadsheetId: string,
  leaseMs = LEASE_MS,
): Promise<RegisterLease | null> => {
  const ref = registerRef(db, spreadsheetId);
  const snapshot = await ref.get();
  // Where it cannot be read, all accounts are read again, as at the first run.
  const place = { accountId: null, id: spreadsheetId };
  const { running, ...state } = readDocumentOrNull(REGISTER_DOCUMENT, place, snapshot.data()) ?? {
    ...INITIAL_STATE,
    running: 0,
  };
  const { updateTime, readTime } = snapshot;
  // Both times are the store's own, since our clock may be set to another day.
  if (running > 0 && updateTime !== undefined && readTime.toMillis() - updateTime.toMillis() < leaseMs)
    return null;
  const lease = { ...state, running: running + 1 };
  const write = new StoreWrite(db);
  const document = leaseDocument(spreadsheetId, lease);
  if (updateTime === undefined) write.createDocument(ref, document);
  else write.updateDocument(ref, document, { lastUpdateTime: updateTime });
  const acquiredAt = await write.commitTimeIfFirst();
  if (acquiredAt === null) return null;
  const shown = await readShownAccounts(db, spreadsheetId);
  return leaseOf({ db, spreadsheetId, lease, acquiredAt, shown });
};

const leaseDocument = (spreadsheetId: string, lease: z.output<typeof leaseFields>): CheckedDocument =>
  checkedDocument(REGISTER_DOCUMENT, { accountId: null, id: spreadsheetId }, lease);

interface AcquiredLease {
  db: Database;
  spreadsheetId: string;
  /** The lease as it was stored when it was acquired. */
  lease: z.output<typeof leaseFields>;
  acquiredAt: Timestamp;
  shown: ShownAccounts;
}

const leaseOf = ({ db, spreadsheetId, lease, acquiredAt, shown }: AcquiredLease): RegisterLease => {
  const ref = registerRef(db, spreadsheetId);
  const { running: firstRunning, ...state } = lease;
  let running = firstRunning;
  let lastUpdateTime = acquiredAt;
  /** Each write names the time of the one before, so that two at once would be taken for two runs. */
  let lastWrite: Promise<unknown> = Promise.resolve();
  const update = (next: z.output<typeof leaseFields>, ids: ReadonlySet<string> | null): Promise<boolean> => {
    const written = lastWrite.then(() => writeNow(next, ids));
    lastWrite = written.catch(() => undefined);
    return written;
  };
  const writeNow = async (
    next: z.output<typeof leaseFields>,
    ids: ReadonlySet<string> | null,
  ): Promise<boolean> => {
    const write = new StoreWrite(db);
    write.updateDocument(ref, leaseDocument(spreadsheetId, next), { lastUpdateTime });
    if (ids !== null) stageShownAccounts(write, shownAccountsOf(db, spreadsheetId), shown, ids);
    const written = await write.commitTimeIfFirst();
    if (written !== null) lastUpdateTime = written;
    return written !== null;
  };
  return {
    state: { ...state, shown: shown.ids },
    renew: () => {
      running += 1;
      return update({ ...state, running }, null);
    },
    release: async (next) => {
      if (next === undefined) await update({ ...state, running: 0 }, null);
      else {
        const { shown: ids, ...nextState } = next;
        await update({ ...nextState, running: 0 }, ids);
      }
    },
  };
};
