/** Import of a company list: the same file again, twice at once or after a crash gives the same accounts. */
import type { CompanyRow, ListIdentities } from '../company-list/company-rows';
import { type ListProblem, listProblem } from '../company-list/list-problems';
import type { ImportBatch, ImportMode, ListChanges } from '../contract/import';
import { type Account, blankAccount, isRegistered, partById } from '../domain/account/account';
import { decide } from '../domain/commands/decide';
import { revisionOf } from '../domain/commands/import-revision';
import { registerRow } from '../domain/register/row';
import { listKey } from '../store/account-document';
import { readUnnumberedAccounts, type UnnumberedAccounts } from '../store/company-candidates';
import { accountsOf, type Database } from '../store/firestore';
import { readImportBatch, saveImportBatch } from '../store/import-batches';
import { findLikelyDuplicates } from '../store/likely-duplicates';
import { addRowResults, type ImportRowResult, initialChanges } from './import-totals';
import { findListDropouts } from './list-dropouts';
import { isMatched, type MatchedRow, matchImportRows, withAccountsMadeBefore } from './match-import-rows';
import { submit } from './submit';
import type { CommandContext, SubmitRequest, SubmitResult } from './submit-request';

const ROWS_PER_SLICE = 100;
/** Slices that are at work at once: while one waits for Firestore, another is decided. */
const PARALLEL_SLICES = 4;

interface ImportRun {
  batch: string;
  list: string;
  /** For a list that comes again: all that it has, so that who has left it is known. Null fills in and adds only. */
  listed: ListIdentities | null;
  /** True goes on where the batch stopped; false begins with the first row. */
  resume: boolean;
  total: number;
  /** Called after every few slices; true ends the run, to be resumed from there. */
  enough: () => boolean;
}

export interface ImportResult {
  state: ImportBatch;
  problems: ListProblem[];
  notes: ListProblem[];
}

/**
 * Imports placed rows slice by slice, until done or enough. Every row's account ID comes from what the row is known by, so
 * that a second run finds the accounts of the first. Where the rows are not those that the batch stopped at, because
 * somebody has joined or left the team meanwhile, it begins anew: that changes nothing twice, and leaves no row out.
 */
export const importRows = async (
  db: Database,
  placed: readonly CompanyRow[],
  run: ImportRun,
  frame: CommandContext,
): Promise<ImportResult> => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const before = await readImportBatch(db, run.batch);
  const standing = before?.state === 'undone' ? null : before;
  const resumed = run.resume && standing?.total === run.total ? standing : null;
  let state: ImportBatch = resumed ?? newBatch(run, standing);
  // A batch keeps its mode, also when it is killed with its first rows.
  if (resumed === null) await saveImportBatch(db, state, { by: frame.actor.id, at: frame.now });
  const unnumbered = await readUnnumberedAccounts(db);
  do {
    const rows = placed.slice(state.done, state.done + PARALLEL_SLICES * ROWS_PER_SLICE);
    const lanes = Array.from({ length: PARALLEL_SLICES }, (_, lane) =>
      rows.slice(lane * ROWS_PER_SLICE, (lane + 1) * ROWS_PER_SLICE),
    );
    const outcomes = (
      await Promise.all(
        lanes.map((slice) => (slice.length === 0 ? [] : importSlice(db, slice, run, unnumbered, frame))),
      )
    ).flat();
    const added = addRowResults(state, outcomes);
    problems.push(...added.problems);
    notes.push(...added.notes);
    const done = state.done + rows.length;
    state = { ...state, ...added.sums, done };
    // The time may be up with the last row: who has left the list is then found by the next call.
    if (done >= placed.length && (run.listed === null || rows.length === 0 || !run.enough()))
      state = await finishedBatch(db, run, state);
    await saveImportBatch(db, state, { by: frame.actor.id, at: frame.now });
  } while (state.state === 'running' && !run.enough());
  return { state, problems, notes };
};

const newBatch = ({ batch, list, listed, total }: ImportRun, before: ImportBatch | null): ImportBatch => ({
  id: batch,
  list,
  mode: listed === null ? 'add' : 'changes',
  total,
  done: 0,
  counts: { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0 },
  changes: listed === null ? null : initialChanges(before?.changes ?? null),
  state: 'running',
});

const finishedBatch = async (db: Database, run: ImportRun, state: ImportBatch): Promise<ImportBatch> => ({
  ...state,
  changes: await withDropouts(db, run, state.changes),
  state: 'done',
});

const withDropouts = async (
  db: Database,
  { list, listed }: Pick<ImportRun, 'list' | 'listed'>,
  changes: ListChanges | null,
): Promise<ListChanges | null> => {
  if (changes === null || listed === null) return changes;
  const { count, gone } = await findListDropouts(db, list, listed);
  return { ...changes, counts: { ...changes.counts, gone: count }, gone };
};

const importSlice = async (
  db: Database,
  slice: readonly CompanyRow[],
  { batch, listed }: ImportRun,
  unnumbered: UnnumberedAccounts | null,
  frame: CommandContext,
): Promise<ImportRowResult[]> => {
  const { locations, holders } = await matchImportRows(db, slice, unnumbered);
  const located = locations.filter(isMatched);
  const asked = located.map((one) => importRequestOf(one, batch, listed !== null));
  const results = await submit(db, asked, frame, holders);
  return [
    ...located.flatMap((one, index) => {
      const result = results[index];
      return result === undefined ? [] : rowResultOf(one, result, listed !== null);
    }),
    ...locations.flatMap((one) => (isMatched(one) ? [] : one)),
  ];
};

const importRequestOf = (
  { row, line, accountId }: MatchedRow,
  batch: string,
  revises: boolean,
): SubmitRequest => ({
  requestId: `${batch}:${line}`,
  accountId,
  expectedVersion: null,
  command: { type: 'import', row: revises ? { ...row, revises } : row },
  batch,
});

const rowResultOf = (
  { line, row, account }: MatchedRow,
  result: SubmitResult,
  revises: boolean,
): ImportRowResult => ({
  line,
  name: row.details.name,
  before: account,
  revision: account === null ? null : revisionOf(account, { ...row, revises }),
  result,
});

/** What a real run would do, without writing anything. */
export const dryRunImport = async (
  db: Database,
  placed: readonly CompanyRow[],
  { list, listed }: Pick<ImportRun, 'list' | 'listed'>,
  frame: CommandContext,
): Promise<Pick<ImportResult, 'problems' | 'notes'> & Pick<ImportBatch, 'counts' | 'changes'>> => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  let sums: Pick<ImportBatch, 'counts' | 'changes'> = newBatch(
    { batch: '', list, listed, resume: false, total: 0, enough: () => false },
    null,
  );
  const unnumbered = await readUnnumberedAccounts(db);
  for (let from = 0; from < placed.length; from += PARALLEL_SLICES * ROWS_PER_SLICE) {
    const lanes = Array.from({ length: PARALLEL_SLICES }, (_, lane) =>
      placed.slice(from + lane * ROWS_PER_SLICE, Math.min(from + (lane + 1) * ROWS_PER_SLICE, placed.length)),
    );
    const outcomes = await Promise.all(
      lanes.map((slice) =>
        slice.length === 0 ? [] : dryRunSlice(db, slice, listed !== null, unnumbered, frame),
      ),
    );
    const added = addRowResults(sums, outcomes.flat());
    sums = added.sums;
    problems.push(...added.problems);
    notes.push(...added.notes, ...(await likelyDuplicateNotes(db, outcomes.flat(), lanes.flat())));
  }
  return {
    counts: sums.counts,
    changes: await withDropouts(db, { list, listed }, sums.changes),
    problems,
    notes,
  };
};

/** New companies that are likely here already: told while nothing is written yet. */
const likelyDuplicateNotes = async (
  db: Database,
  outcomes: readonly ImportRowResult[],
  placed: readonly CompanyRow[],
): Promise<ListProblem[]> => {
  const made = new Set(
    outcomes.flatMap((one) =>
      'result' in one && one.result.status === 'accepted' && one.result.created ? one.line : [],
    ),
  );
  const rows = placed.filter(({ line }) => made.has(line));
  const likely = await findLikelyDuplicates(
    db,
    rows.map(({ row }) => row.details),
  );
  return rows.flatMap(({ line }, index) => {
    const account = likely[index];
    return account == null ? [] : listProblem(line, 'LIKELY_DUPLICATE', account.name);
  });
};

const dryRunSlice = async (
  db: Database,
  slice: readonly CompanyRow[],
  revises: boolean,
  unnumbered: UnnumberedAccounts | null,
  frame: CommandContext,
): Promise<ImportRowResult[]> => {
  const { locations } = await matchImportRows(db, slice, unnumbered);
  return (await withAccountsMadeBefore(db, locations)).map((location): ImportRowResult => {
    if (!isMatched(location)) return location;
    const before = location.account ?? blankAccount(location.accountId);
    const { command } = importRequestOf(location, 'dry-run', revises);
    const verdict = decide(before, command, { ...frame, links: {}, history: [] });
    if ('refusal' in verdict)
      return rowResultOf(location, { status: 'refused', refusal: verdict.refusal, row: null }, revises);
    return rowResultOf(location, acceptedResult(before, verdict.account), revises);
  });
};

const acceptedResult = (before: Account, after: Account): SubmitResult => ({
  status: 'accepted',
  row: registerRow(after),
  replayed: false,
  changed: after !== before,
  created: after !== before && !isRegistered(before),
});

/** So many rows, from all over the list, tell whether it came before. */
const SAMPLE_ROWS = 300;

/** The list was imported before under this name, and more than half of its companies are known from it. */
export const detectImportMode = async (
  db: Database,
  placed: readonly CompanyRow[],
  list: string,
): Promise<ImportMode> => {
  const { empty } = await accountsOf(db).where('knownBy', 'array-contains', listKey(list)).limit(1).get();
  if (empty || placed.length === 0) return 'add';
  const step = Math.max(1, placed.length / SAMPLE_ROWS);
  const sample = Array.from(
    { length: Math.min(SAMPLE_ROWS, placed.length) },
    (_, index) => placed[Math.floor(index * step)],
  ).filter((row) => row !== undefined);
  const { locations } = await matchImportRows(db, sample, await readUnnumberedAccounts(db));
  const known = (await withAccountsMadeBefore(db, locations)).filter(
    (one) =>
      isMatched(one) &&
      one.account !== null &&
      isRegistered(one.account) &&
      partById(one.account.sources, list) !== undefined,
  );
  return known.length * 2 > sample.length ? 'changes' : 'add';
};
