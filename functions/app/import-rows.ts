/** Import of a company list: the same file again, twice at once or after a crash gives the same accounts. */
import type { CompanyRow, ListIdentities } from '../company-list/company-rows';
import type { ListProblem } from '../company-list/list-problems';
import type { ImportBatch } from '../contract/import';
import { readUnnumberedAccounts, type UnnumberedAccounts } from '../store/company-candidates';
import type { Database } from '../store/firestore';
import { readImportBatch, saveImportBatch } from '../store/import-batches';
import type { CommandContext } from './command-context';
import { type ImportRowResult, importRequestOf, importRowResultOf } from './import-row-result';
import { addRowResults, initialTotals } from './import-totals';
import { withDropouts } from './list-dropouts';
import { isMatched, matchImportRows } from './match-import-rows';
import { mapSlices } from './row-slices';
import { submit } from './submit';

export const ROWS_PER_SLICE = 100;
/** The batch's progress is saved behind so many rows. */
export const ROWS_PER_STEP = 4 * ROWS_PER_SLICE;

interface ImportRun {
  /** The batch's ID. */
  batch: string;
  /** The list's name. */
  list: string;
  /** Of a list that came again: all that it names, so that who has left it is known. Null fills in and adds only. */
  identities: ListIdentities | null;
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
  const saved = { by: context.actor.id, at: context.now };
  let state = await startedBatch(db, companies.length, run, saved);
  const unnumbered = await readUnnumberedAccounts(db);
  do {
    const rows = companies.slice(state.done, state.done + ROWS_PER_STEP);
    const results = await mapSlices(rows, ROWS_PER_SLICE, (slice) =>
      importSlice(db, slice, run, unnumbered, context),
    );
    const added = addRowResults(state, results);
    problems.push(...added.problems);
    notes.push(...added.notes);
    state = { ...state, ...added.totals, done: state.done + rows.length };
    // Finding who has left the list takes its time, too: where that is up with the last row, the next call does it.
    const mayFinish = run.identities === null || rows.length === 0 || !run.isTimeUp();
    if (state.done >= companies.length && mayFinish)
      state = {
        ...state,
        changes: await withDropouts(db, run.list, run.identities, state.changes),
        state: 'done',
      };
    await saveImportBatch(db, state, saved);
  } while (state.state === 'running' && !run.isTimeUp());
  return { state, problems, notes };
};

/** The batch to go on with, or a new one; that is saved at once, so that it keeps its mode when it is killed early. */
const startedBatch = async (
  db: Database,
  total: number,
  { batch, list, identities, resume }: ImportRun,
  saved: { by: string; at: string },
): Promise<ImportBatch> => {
  const stored = await readImportBatch(db, batch);
  const before = stored?.state === 'undone' ? null : stored;
  if (resume && before?.total === total) return before;
  const mode = identities === null ? 'add' : 'changes';
  const totals = initialTotals(mode, before?.changes ?? null);
  const started: ImportBatch = { id: batch, list, mode, total, done: 0, ...totals, state: 'running' };
  await saveImportBatch(db, started, saved);
  return started;
};

const importSlice = async (
  db: Database,
  slice: readonly CompanyRow[],
  { batch, identities }: ImportRun,
  unnumbered: UnnumberedAccounts | null,
  context: CommandContext,
): Promise<ImportRowResult[]> => {
  const { matches, holders } = await matchImportRows(db, slice, unnumbered);
  const matched = matches.filter(isMatched);
  const revises = identities !== null;
  const requests = matched.map((row) => importRequestOf(row, batch, revises));
  const results = await submit(db, requests, context, holders);
  return [
    ...matched.flatMap((row, index) => {
      const result = results[index];
      return result === undefined ? [] : importRowResultOf(row, result, revises);
    }),
    ...matches.flatMap((match) => (isMatched(match) ? [] : match)),
  ];
};
