/** How far the register's sheet is, and the lease of the run that writes it: two runs at once would append the same rows twice. */
import type { DocumentReference, Timestamp, WriteResult } from '@google-cloud/firestore';
import { z } from 'zod';
import { isContention } from './contention';
import { type Database, registerRef } from './firestore';

const stateFields = z.object({
  /** Changes up to here stand in the sheet; null before the first run. */
  cursor: z.string().nullable(),
  /** Of the team whose names and language the rows were written in. */
  teamVersion: z.int(),
  /** Version of the code's way of writing rows. */
  form: z.int(),
  /** Accounts that had a row when the last run ended. */
  rows: z.int(),
  /** Accounts whose rows could not be written whole. */
  again: z.array(z.string()),
  /** Also in the sheet, where it grows with all that is written: a lower one there is that of an older version. */
  stamp: z.int().default(0),
});
/** `running` grows with each renewal of a lease, since writing the same again would not renew the document's time; 0 without lease. */
export const registerDocument = stateFields.extend({ running: z.int() });
export type RegisterState = z.output<typeof stateFields>;

const INITIAL_STATE: RegisterState = { cursor: null, teamVersion: 0, form: 0, rows: 0, again: [], stamp: 0 };

export interface RegisterLease {
  state: RegisterState;
  /** False where another run has taken over, because this one did not renew its lease for too long. */
  renew: () => Promise<boolean>;
  /** Ends the lease, and saves the state where there is a new one. */
  release: (next?: RegisterState) => Promise<void>;
}

/** Longer than any one call to Sheets; a run that was killed blocks the next one for so long. */
const LEASE_MS = 24_000;

/** Null while another run has the lease. `leaseMs`: after so many milliseconds without renewal it is free. */
export const acquireRegisterLease = async (
  db: Database,
  spreadsheetId: string,
  leaseMs = LEASE_MS,
): Promise<RegisterLease | null> => {
  const ref = registerRef(db, spreadsheetId);
  const snapshot = await ref.get();
  const { running, ...state } = snapshot.exists
    ? registerDocument.parse(snapshot.data())
    : { ...INITIAL_STATE, running: 0 };
  const { updateTime, readTime } = snapshot;
  // Both times are the store's: no clock of ours, which may be set, is asked.
  if (running > 0 && updateTime !== undefined && readTime.toMillis() - updateTime.toMillis() < leaseMs)
    return null;
  const leased = { ...state, running: running + 1 };
  const acquired = await writeTimeOrNull(
    updateTime === undefined ? ref.create(leased) : ref.update(leased, { lastUpdateTime: updateTime }),
  );
  return acquired === null ? null : leaseSince(ref, leased, acquired);
};

/** Null where another run was faster. */
const writeTimeOrNull = async (write: Promise<WriteResult>): Promise<Timestamp | null> => {
  try {
    return (await write).writeTime;
  } catch (error) {
    if (isContention(error)) return null;
    throw error;
  }
};

const leaseSince = (
  ref: DocumentReference,
  { running: acquiredAs, ...state }: z.output<typeof registerDocument>,
  acquired: Timestamp,
): RegisterLease => {
  let running = acquiredAs;
  let lastUpdateTime = acquired;
  const update = async (document: z.output<typeof registerDocument>): Promise<boolean> => {
    const written = await writeTimeOrNull(ref.update(document, { lastUpdateTime }));
    if (written !== null) lastUpdateTime = written;
    return written !== null;
  };
  return {
    state,
    renew: () => {
      running += 1;
      return update({ ...state, running });
    },
    release: async (next = state) => {
      await update({ ...next, running: 0 });
    },
  };
};
