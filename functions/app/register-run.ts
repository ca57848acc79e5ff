/** What a run of the register job did. */
import { type ClassifiedRow, isBlocked, type RowClass } from '../domain/register/classify-row';
import type { RegisterPlan } from '../domain/register/reconcile-register';

export interface RegisterRun {
  /** The team's day. */
  date: string;
  /** Accounts read from the store. */
  read: number;
  /** Rows that stood there and were changed. */
  written: number;
  appended: number;
  /** Rows of accounts that were taken back: deleted. */
  removed: number;
  /** Rows that were right already. */
  unchanged: number;
  /** Rows in which what a person typed waits to be sent: that stays. */
  pending: number;
  /** Rows whose ID does not fit: inconsistent after a sort, copied, typed over, or of no account. */
  leftAlone: number;
  /** What the job cannot repair: those, drafts, registrations taken back, and requests that contradict a later change. */
  toCheck: number;
  /** Rows that somebody typed and nobody has registered yet. */
  drafts: number;
  /** Requests that put the layout, the help and what is to check right; 0 when nothing was wrong with them. */
  repaired: number;
  /** Atomic calls that wrote: 0 when nothing differs, 1 unless it is far more than Google takes in one. */
  calls: number;
  /** The time was up: each call left whole rows, and the next run writes what is left. */
  unfinished?: true;
}

/** How many rows stand in the register: of accounts, blocked ones, and drafts. */
export interface RowCounts {
  accounts: number;
  blocked: number;
  drafts: number;
}

export const countRows = (rows: readonly ClassifiedRow[]): RowCounts => {
  const count = (isCounted: (rowClass: RowClass) => boolean): number =>
    rows.filter(({ as }) => isCounted(as)).length;
  return {
    accounts: count(({ kind }) => kind === 'account' || kind === 'unwritten'),
    blocked: count(isBlocked),
    drafts: count(({ kind }) => kind === 'draft'),
  };
};

/** What the plan does with the rows. */
export const countPlanned = (
  { accounts, blocked, drafts }: RowCounts,
  { written, appended, removed, pending, unknown, findings }: RegisterPlan,
): Pick<
  RegisterRun,
  'written' | 'appended' | 'removed' | 'unchanged' | 'pending' | 'leftAlone' | 'toCheck' | 'drafts'
> => ({
  written,
  appended: appended.length,
  removed: removed.length,
  unchanged: accounts - written - unknown,
  pending,
  leftAlone: blocked + unknown,
  toCheck: findings.length,
  drafts,
});
