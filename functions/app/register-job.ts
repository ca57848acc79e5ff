/** The register job: lays the tab out, and writes what differs between the accounts and their rows. */
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { dateIn } from '../clock';
import type { RegisterView } from '../domain/register/cells';
import type { MakeRowLink } from '../domain/register/row-target';
import type { SheetsClient } from '../sheets/client';
import { RegisterRefusedError } from '../sheets/register-refusal';
import { retryOnMoved, type Wait, withRetry } from '../sheets/retry';
import type { Database } from '../store/firestore';
import {
  acquireRegisterLease,
  LEASE_RENEWAL_MS,
  type RegisterLease,
  type RegisterState,
} from '../store/register-state';
import { loadTeam } from '../store/team';
import type { Team } from '../store/team-document';
import { readLateJobs } from './read-late-jobs';
import { refreshRegister } from './refresh-register';
import type { RegisterRun } from './register-run';

export interface RegisterJobDeps {
  db: Database;
  sheets: SheetsClient;
  registerSheetId: string;
  /** To the rows of findings. */
  links: MakeRowLink;
  /** Drops what waits to be sent: every cell shows its account. */
  discardRequests?: boolean;
  /** The scheduler runs it, not a person: it is not late then. */
  isScheduled?: boolean;
  /** No further call of Sheets is begun once it is true; never unless given. */
  isTimeUp?: () => boolean;
  /** Between two tries at what is out of order or busy for a moment; real time unless given. */
  wait?: Wait | undefined;
}

/**
 * The same state gives the same sheet, and the second run writes nothing. Where it takes several calls, each leaves whole
 * rows, and a run that is broken off between two of them is completed by the next one. Throws RegisterRefusedError where a
 * person has to put something right, and SheetsError where Sheets did not do what it was asked.
 */
export const runRegisterJob = async (
  now: Date,
  {
    db,
    sheets,
    registerSheetId,
    links,
    discardRequests = false,
    isScheduled = false,
    isTimeUp = () => false,
    wait = setTimeout,
  }: RegisterJobDeps,
): Promise<RegisterRun> => {
  const lease = await waitForLease(db, registerSheetId, wait);
  let next: RegisterState | undefined;
  // One call of Sheets may take longer than the lease lasts. Whether it was lost meanwhile is asked before each write.
  const renewal = setInterval(() => void lease.renew().catch(() => undefined), LEASE_RENEWAL_MS);
  try {
    const team = await loadTeam(db);
    const view = viewOf(team, now);
    const late = await readLateJobs(db, team.settings.zone, now, isScheduled ? 'layout' : null);
    const refresh = (state: RegisterState) => {
      const pass = {
        ...{ db, sheets, registerSheetId, links, team, view },
        ...{ lateJobs: late, discardRequests, isTimeUp },
      };
      return withRetry(
        () => retryOnMoved(() => refreshRegister({ ...pass, lease: { ...lease, state } })),
        wait,
      );
    };
    const first = await refresh(lease.state);
    let told = first;
    let calls = first.run.calls;
    next = first.state;
    // Google's refusals are known only after the writes, and the tab that tells them may have formats refused in turn.
    for (
      let before = lease.state, passes = 1;
      passes < MAX_PASSES && !isDeepStrictEqual(told.state.leftOut, before.leftOut);
      passes += 1
    ) {
      before = told.state;
      told = await refresh(before);
      calls += told.run.calls;
      next = told.state;
    }
    return { ...first.run, toCheck: told.run.toCheck, calls };
  } finally {
    clearInterval(renewal);
    await lease.release(next);
  }
};

/** Three passes: one writes, one tells what Google refused, one tells what was refused of that. */
const MAX_PASSES = 3;

/** In milliseconds; together longer than the lease of a run that was killed. */
const LEASE_PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 10_000];

const waitForLease = async (db: Database, registerSheetId: string, wait: Wait): Promise<RegisterLease> => {
  for (const pause of LEASE_PAUSES_MS) {
    const lease = await acquireRegisterLease(db, registerSheetId);
    if (lease !== null) return lease;
    await wait(pause);
  }
  const lease = await acquireRegisterLease(db, registerSheetId);
  if (lease === null) throw new RegisterRefusedError({ code: 'REGISTER_BUSY' });
  return lease;
};

const viewOf = ({ members, settings }: Team, now: Date): RegisterView => ({
  members,
  language: settings.language,
  today: dateIn(settings.zone, now),
});
