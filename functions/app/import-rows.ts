/** Import of a company list: the same file again, twice at once or after a crash gives the same accounts. */
import type { CompanyRow, ListIdentities } from '../company-list/company-rows';
import type { ListProblem } from '../company-list/list-problems';
import type { ImportBatch } from '../contract/import';
import { readEntriesOfRequests } from '../store/account-history';
import { readUnnumberedAccounts, type UnnumberedAccounts } from '../store/company-candidates';
import { retryOnContention } from '../store/contention';
import type { Database } from '../store/firestore';
import {
  type HeldBatch,
  joinImportBatch,
  readBatchesToCheck,
  readHeldBatch,
  saveImportBatch,
  startImportBatch,
} from '../store/import-batches';
import { saveRuledChoices } from '../store/row-choices';
import type { CommandContext } from './command-context';
import {
  asDoneByRun,
  decidedOf,
  type ImportRowResult,
  importRequestOf,
  importRowResultOf,
} from './import-row-result';
import { addRowResults, initialTotals, type ListedStatus } from './import-totals';
import { type DecidedRow, type ListChoices, ruledNow } from './list-choices';
import { withDropouts } from './list-dropouts';
import { isMatched, matchImportRows, type UndecidedRow } from './match-import-rows';
import { mapSteps } from './row-slices';
import type { SimilarRow } from './similar-rows';
import { submit } from './submit';

/** Each is one commit, which whoever else works meanwhile has to wait for. */
export const ROWS_PER_SLICE = 50;
const SLICES_PER_STEP = 8;
/** The batch's progress is saved behind so many rows. */
export const ROWS_PER_STEP = SLICES_PER_STEP * ROWS_PER_SLICE;

interface ImportRun {
  /** The batch's ID. */
  batch: string;
  /** The list's name. */
  list: string;
  /** Of a list that came again: all that it names, so that who has left it is known. Null fills in and adds only. */
  identities: ListIdentities | null;
  /** The list's statuses are applied to accounts that are here already. */
  appliesStatus: boolean;
  choices: ListChoices;
  /** Rows that are left out, since an earlier row of the file likely is theirs. */
  twice: number;
  /** True goes on where the batch stopped; false begins with the first row. */
  resume: boolean;
  /** Asked after each step; true ends the run, to be resumed from there. */
  isTimeUp: () => boolean;
}

export interface ImportResult {
  state: ImportBatch;
  /** Of the rows of this run. */
  problems: ListProblem[];
  notes: ListProblem[];
  undecided: UndecidedRow[];
  decided: DecidedRow[];
  statuses: ListedStatus[];
  /** Of a rehearsal alone: to look for them takes longer than to import a row. */
  similar: SimilarRow[];
}

/**
 * Imports the companies until all are done or the time is up. An account's ID comes from what its row is known by, so
 * that a second run finds the accounts of the first. Where the rows are not those that the batch stopped at, because
 * somebody has joined or left the team meanwhile, it begins anew: that changes nothing twice, and leaves no row out.
 */
export const importRows = async (
  db: Database,
  companies: readonly CompanyRow[],
  run: ImportRun,
  context: CommandContext,
): Promise<ImportResult> => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const undecided: UndecidedRow[] = [];
  const decided: DecidedRow[] = [];
  const statuses: ListedStatus[] = [];
  const saved = { by: context.actor.id, at: context.now };
  let held = await openBatch(db, companies.length, run, saved);
  const unnumbered = await readUnnumberedAccounts(db);
  // Somebody may read the file in another way, as when the team has changed meanwhile: the batch is theirs.
  const goesOn = (): boolean =>
    held.state.state === 'running' && held.state.total === companies.length && !run.isTimeUp();
  do {
    const steps = mapSteps(
      companies.slice(held.state.done),
      { rowsPerSlice: ROWS_PER_SLICE, slicesPerStep: SLICES_PER_STEP },
      (slice) => importSlice(db, slice, { ...run, unnumbered }, context),
    );
    for await (const results of steps) {
      const done = Math.min(held.state.done + ROWS_PER_STEP, companies.length);
      const remarks = addRowResults(held.state, results);
      problems.push(...remarks.problems);
      notes.push(...remarks.notes);
      undecided.push(...remarks.undecided);
      decided.push(...decidedOf(results));
      statuses.push(...remarks.statuses);
      const ruled = ruledNow(decidedOf(results));
      if (ruled.size > 0) await saveRuledChoices(db, run.list, run.batch, ruled);
      held = await saveStep(db, held, done - held.state.done, results, run, saved);
      // Where others who run the batch are further, this client goes on where they are.
      if (!goesOn() || held.state.done !== done) break;
    }
  } while (goesOn());
  return { state: held.state, problems, notes, undecided, decided, statuses, similar: [] };
};

/**
 * The batch to go on with, or a new one; that is saved at once, so that it keeps its mode when it is killed early. One that runs
 * already, or was stopped, is joined: all clients go on with its next step. So is one that is resumed, for nobody knows whether
 * the call before has ended: a client that waited too long sends the same again.
 */
const openBatch = (
  db: Database,
  total: number,
  { batch, list, identities, twice, resume }: ImportRun,
  saved: { by: string; at: string },
): Promise<HeldBatch> =>
  retryOnContention(`import ${batch}`, async () => {
    const held = await readHeldBatch(db, batch);
    const before = held === null || held.state.state === 'undone' ? null : held.state;
    if (held !== null && before?.total === total && before.twice === twice) {
      const isRunning = before.state === 'running';
      if (isRunning ? held.isShared : resume) return held;
      if (isRunning) return (await joinImportBatch(db, held)) ? readHeldBatch(db, batch) : null;
    }
    const mode = identities === null ? 'add' : 'changes';
    const totals = initialTotals(mode, before?.changes ?? null, twice);
    const started: ImportBatch = {
      ...{ id: batch, list, mode, total, done: 0, twice },
      ...totals,
      toCheck: false,
      state: 'running',
    };
    return (await startImportBatch(db, held, started, saved)) ? readHeldBatch(db, batch) : null;
  });

/**
 * The batch with a further step of so many rows, as it is stored then. Of several clients at one step the first one counts it, for
 * all of them: what it has found done already by another one is told by the history.
 */
const saveStep = (
  db: Database,
  first: HeldBatch,
  rowCount: number,
  results: readonly ImportRowResult[],
  run: ImportRun,
  saved: { by: string; at: string },
): Promise<HeldBatch> => {
  let held = first;
  return retryOnContention(`import ${run.batch}`, async () => {
    const { state } = held;
    if (state.state !== 'running' || state.done !== first.state.done || state.total !== first.state.total)
      return held;
    const told = held.isShared ? await asDoneByAll(db, results, held) : results;
    let next: ImportBatch = { ...state, ...addRowResults(state, told).totals, done: state.done + rowCount };
    // Finding who has left the list takes its time, too: where that is up with the last row, the next call does it.
    const mayFinish = run.identities === null || rowCount === 0 || !run.isTimeUp();
    if (next.done >= next.total && mayFinish) {
      const changes = await withDropouts(db, run.list, run.identities, next.changes);
      const toCheck = next.closed.length + (changes?.gone.length ?? 0) > 0;
      next = { ...next, changes, toCheck, state: 'done' };
    }
    const isSaved = await saveImportBatch(db, held, next, saved, await batchesSupersededBy(db, next));
    held = (await readHeldBatch(db, run.batch)) ?? held;
    return isSaved ? held : null;
  });
};

/** A list that came again whole says anew which of its companies are gone. */
const batchesSupersededBy = async (
  db: Database,
  { id, list, mode, state }: ImportBatch,
): Promise<ImportBatch[]> => {
  if (state !== 'done' || mode !== 'changes') return [];
  return (await readBatchesToCheck(db, list)).filter((earlier) => earlier.id !== id);
};

const asDoneByAll = async (
  db: Database,
  results: readonly ImportRowResult[],
  { startedAt }: HeldBatch,
): Promise<readonly ImportRowResult[]> => {
  if (startedAt === null) return results;
  const requests = results.flatMap((row) => {
    if (!('result' in row) || 'refusal' in row.result || row.result.effect !== 'none') return [];
    const { id: accountId, version } = row.result.row;
    return { requestId: row.requestId, accountId, version };
  });
  const entries = await readEntriesOfRequests(db, requests, startedAt);
  return results.map((row) => {
    const entry = 'result' in row ? entries.get(row.requestId) : undefined;
    return 'result' in row && entry !== undefined ? asDoneByRun(row, entry) : row;
  });
};

const importSlice = async (
  db: Database,
  slice: readonly CompanyRow[],
  run: ImportRun & { unnumbered: UnnumberedAccounts | null },
  context: CommandContext,
): Promise<ImportRowResult[]> => {
  const { batch, identities, appliesStatus, choices, unnumbered } = run;
  const { matches, holders } = await matchImportRows(db, slice, { choices, unnumbered });
  const matched = matches.filter(isMatched);
  const terms = { batch, revises: identities !== null, appliesStatus };
  const requests = matched.map((row) => importRequestOf(row, terms));
  const results = await submit(db, requests, context, holders);
  return [
    ...matched.flatMap((row, index) => {
      const result = results[index];
      return result === undefined ? [] : importRowResultOf(row, result, terms);
    }),
    ...matches.flatMap((match) => (isMatched(match) ? [] : match)),
  ];
};
