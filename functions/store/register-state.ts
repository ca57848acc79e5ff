/** How far the register's sheet is, and whose turn it is to write it: two runs at once would append the same rows twice. */
import type { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { isContention } from './contention';
import { type Database, registerRef } from './firestore';

const stateFields = z.object({
  /** Changes up to here stand in the sheet; null before the first run. */
  cursor: z.string().nullable(),
  /** Of the team whose names and language the rows were written in. */
  teamVersion: z.int(),
  /** Which way of writing rows it was. */
  form: z.int(),
  /** Accounts that had a row when the last run ended. */
  rows: z.int(),
  /** Accounts whose rows could not be written whole. */
  again: z.array(z.string()),
  /** Also in the sheet, where it grows with all that is written: a lower one there is that of an older version. */
  stamp: z.int().default(0),
});
/** `running` grows while a run is at it, since writing the same again would not renew the document's time; 0 when none is. */
const registerDocument = stateFields.extend({ running: z.int() });
export type RegisterState = z.output<typeof stateFields>;

const INITIAL_STATE: RegisterState = { cursor: null, teamVersion: 0, form: 0, rows: 0, again: [], stamp: 0 };

export interface RegisterLease {
  state: RegisterState;
  /** False where another run has taken over, because this one had not been heard of for too long. */
  renew: () => Promise<boolean>;
  /** Ends the turn, and keeps the state where there is a new one. */
  release: (next?: RegisterState) => Promise<void>;
}

/** In milliseconds, longer than any one call to Sheets; a run that was killed blocks the next one for so long. */
const LEASE_MS = 24_000;

/** Null while another run is at it. */
export const acquireRegisterLease = async (
  db: Database,
  spreadsheetId: string,
  unheard = LEASE_MS,
): Promise<RegisterLease | null> => {
  const ref = registerRef(db, spreadsheetId);
  const snapshot = await ref.get();
  const { running, ...kept } = snapshot.exists
    ? registerDocument.parse(snapshot.data())
    : { ...INITIAL_STATE, running: 0 };
  const since = snapshot.updateTime;
  // Both times are the store's: no clock of ours, which may be set, is asked.
  if (running > 0 && since !== undefined && snapshot.readTime.toMillis() - since.toMillis() < unheard)
    return null;
  let beat = running + 1;
  let at: Timestamp;
  try {
    const { writeTime } = await (since === undefined
      ? ref.create({ ...kept, running: beat })
      : ref.update({ ...kept, running: beat }, { lastUpdateTime: since }));
    at = writeTime;
  } catch (error) {
    if (isContention(error)) return null;
    throw error;
  }
  const keep = async (value: z.output<typeof registerDocument>): Promise<boolean> => {
    try {
      at = (await ref.update(value, { lastUpdateTime: at })).writeTime;
      return true;
    } catch (error) {
      if (isContention(error)) return false;
      throw error;
    }
  };
  return {
    state: kept,
    renew: () => {
      beat += 1;
      return keep({ ...kept, running: beat });
    },
    release: async (next = kept) => {
      await keep({ ...next, running: 0 });
    },
  };
};
