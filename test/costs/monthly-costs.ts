/** What a team costs in a month at Google, from what each use of the functions reads and writes. */
import type { StoreUse } from '../count-reads';

/** Each is measured; those of a whole register are of one account of it. */
export interface MeasuredUse {
  readonly command: StoreUse;
  readonly lookup: StoreUse;
  readonly accountView: StoreUse;
  readonly layoutOfChange: StoreUse;
  readonly queueOfDue: StoreUse;
  readonly checkOfAccount: StoreUse;
  readonly checkOfCommand: StoreUse;
  readonly duplicatesOfAccount: StoreUse;
  readonly dashboardOfChange: StoreUse;
}

/** What we take a rep to do on a working day, and to own. */
export const HABITS = {
  commands: 20,
  lookups: 10,
  accountsOpened: 15,
  accounts: 200,
  /** In the history of each, after some years. */
  entriesOfAccount: 20,
  /** Of the accounts, in the queue at once. */
  dueShare: 0.05,
  queueRuns: 24,
  workingDays: 21,
  days: 30,
};

/** Of Tokyo, in USD, without tax; not verified. */
export const PRICES = {
  reads: 0.038 / 100_000,
  writes: 0.115 / 100_000,
  freeReads: 50_000,
  freeWrites: 20_000,
  /** A job of Cloud Scheduler beyond the third, in a month. */
  job: 0.1,
  jobs: 7,
  freeJobs: 3,
};

export interface MonthlyCosts {
  readonly reps: number;
  readonly accounts: number;
  /** Of a working day. */
  readonly reads: number;
  readonly writes: number;
  readonly usd: number;
}

export const monthlyCosts = (reps: number, use: MeasuredUse): MonthlyCosts => {
  const accounts = reps * HABITS.accounts;
  const [commands, lookups, opened] = [
    reps * HABITS.commands,
    reps * HABITS.lookups,
    reps * HABITS.accountsOpened,
  ];
  const byPeople = (kind: keyof StoreUse): number =>
    commands * (use.command[kind] + use.layoutOfChange[kind] + use.dashboardOfChange[kind]) +
    lookups * use.lookup[kind] +
    opened * use.accountView[kind];
  const byJobs = (kind: keyof StoreUse): number =>
    accounts * (use.checkOfAccount[kind] + use.duplicatesOfAccount[kind]) +
    accounts * HABITS.entriesOfAccount * use.checkOfCommand[kind] +
    HABITS.queueRuns * accounts * HABITS.dueShare * use.queueOfDue[kind];
  const reads = byPeople('reads') + byJobs('reads');
  const writes = byPeople('writes') + byJobs('writes');
  const idle = HABITS.days - HABITS.workingDays;
  const charged = (working: number, resting: number, free: number): number =>
    HABITS.workingDays * Math.max(0, working - free) + idle * Math.max(0, resting - free);
  const usd =
    PRICES.reads * charged(reads, byJobs('reads'), PRICES.freeReads) +
    PRICES.writes * charged(writes, byJobs('writes'), PRICES.freeWrites) +
    PRICES.job * (PRICES.jobs - PRICES.freeJobs);
  return { reps, accounts, reads: Math.round(reads), writes: Math.round(writes), usd };
};
