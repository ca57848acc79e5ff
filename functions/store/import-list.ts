/** Import of a company list: the same file again, twice at once or after a crash gives the same accounts. */
import type { Listed, Placed } from '../company-list/place-rows';
import { type ListProblem, problem } from '../company-list/problems';
import type { ImportBatch, ImportMode, ListChanges } from '../contract';
import { type Account, blankAccount, exists, partOf } from '../domain/account';
import { decide } from '../domain/decide';
import { revision } from '../domain/import-row';
import { registerRow } from '../domain/register-row';
import { listing } from './account-document';
import { keepBatch, readBatch } from './batches';
import { findUnnumbered, type Unnumbered } from './find-companies';
import { accountsOf, type Database } from './firestore';
import { goneCompanies } from './gone-companies';
import { addedUp, changesSoFar, type Outcome } from './import-outcomes';
import { findLikely } from './like-accounts';
import { isLocated, type Located, locateRows, withMadeBefore } from './locate-rows';
import { type Asked, type Frame, type Result, submit } from './submit';

const SLICE = 100;
/** Slices that are at work at once: while one waits for Firestore, another is decided. */
const LANES = 4;

interface Run {
  batch: string;
  list: string;
  /** For a list that comes again: all that it has, so that who has left it is known. Null fills in and adds only. */
  listed: Listed | null;
  /** True goes on where the batch stopped; false begins with the first row. */
  resume: boolean;
  total: number;
  /** Called after every few slices; true ends the run, to be resumed from there. */
  enough: () => boolean;
}

export interface Imported {
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
  placed: readonly Placed[],
  run: Run,
  frame: Frame,
): Promise<Imported> => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const before = await readBatch(db, run.batch);
  const standing = before?.state === 'undone' ? null : before;
  const resumed = run.resume && standing?.total === run.total ? standing : null;
  let state: ImportBatch = resumed ?? begun(run, standing);
  // A batch keeps its mode, also when it is killed with its first rows.
  if (resumed === null) await keepBatch(db, state, frame);
  const unnumbered = await findUnnumbered(db);
  do {
    const rows = placed.slice(state.done, state.done + LANES * SLICE);
    const lanes = Array.from({ length: LANES }, (_, lane) => rows.slice(lane * SLICE, (lane + 1) * SLICE));
    const outcomes = (
      await Promise.all(
        lanes.map((slice) => (slice.length === 0 ? [] : importSlice(db, slice, run, unnumbered, frame))),
      )
    ).flat();
    const added = addedUp(state, outcomes);
    problems.push(...added.problems);
    notes.push(...added.notes);
    const done = state.done + rows.length;
    state = { ...state, ...added.sums, done };
    // The time may be up with the last row: who has left the list is then found by the next call.
    if (done >= placed.length && (run.listed === null || rows.length === 0 || !run.enough()))
      state = await ended(db, run, state);
    await keepBatch(db, state, frame);
  } while (state.state === 'running' && !run.enough());
  return { state, problems, notes };
};

const begun = ({ batch, list, listed, total }: Run, before: ImportBatch | null): ImportBatch => ({
  id: batch,
  list,
  mode: listed === null ? 'add' : 'changes',
  total,
  done: 0,
  counts: { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0 },
  changes: listed === null ? null : changesSoFar(before?.changes ?? null),
  state: 'running',
});

const ended = async (db: Database, run: Run, state: ImportBatch): Promise<ImportBatch> => ({
  ...state,
  changes: await withGone(db, run, state.changes),
  state: 'done',
});

const withGone = async (
  db: Database,
  { list, listed }: Pick<Run, 'list' | 'listed'>,
  changes: ListChanges | null,
): Promise<ListChanges | null> => {
  if (changes === null || listed === null) return changes;
  const { count, gone } = await goneCompanies(db, list, listed);
  return { ...changes, counts: { ...changes.counts, gone: count }, gone };
};

const importSlice = async (
  db: Database,
  slice: readonly Placed[],
  { batch, listed }: Run,
  unnumbered: Unnumbered | null,
  frame: Frame,
): Promise<Outcome[]> => {
  const { locations, holders } = await locateRows(db, slice, unnumbered);
  const located = locations.filter(isLocated);
  const asked = located.map((one) => asking(one, batch, listed !== null));
  const results = await submit(db, asked, frame, holders);
  return [
    ...located.flatMap((one, index) => {
      const result = results[index];
      return result === undefined ? [] : outcomeOf(one, result, listed !== null);
    }),
    ...locations.flatMap((one) => (isLocated(one) ? [] : one)),
  ];
};

const asking = ({ row, line, accountId }: Located, batch: string, revises: boolean): Asked => ({
  requestId: `${batch}:${line}`,
  accountId,
  expectedVersion: null,
  command: { type: 'import', row: revises ? { ...row, revises } : row },
  batch,
});

const outcomeOf = ({ line, row, account }: Located, result: Result, revises: boolean): Outcome => ({
  line,
  name: row.details.name,
  before: account,
  revision: account === null ? null : revision(account, { ...row, revises }),
  result,
});

/** What a real run would do, without writing anything. */
export const rehearse = async (
  db: Database,
  placed: readonly Placed[],
  { list, listed }: Pick<Run, 'list' | 'listed'>,
  frame: Frame,
): Promise<Pick<Imported, 'problems' | 'notes'> & Pick<ImportBatch, 'counts' | 'changes'>> => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  let sums: Pick<ImportBatch, 'counts' | 'changes'> = begun(
    { batch: '', list, listed, resume: false, total: 0, enough: () => false },
    null,
  );
  const unnumbered = await findUnnumbered(db);
  for (let from = 0; from < placed.length; from += LANES * SLICE) {
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      placed.slice(from + lane * SLICE, Math.min(from + (lane + 1) * SLICE, placed.length)),
    );
    const outcomes = await Promise.all(
      lanes.map((slice) =>
        slice.length === 0 ? [] : rehearseSlice(db, slice, listed !== null, unnumbered, frame),
      ),
    );
    const added = addedUp(sums, outcomes.flat());
    sums = added.sums;
    problems.push(...added.problems);
    notes.push(...added.notes, ...(await likelyHere(db, outcomes.flat(), lanes.flat())));
  }
  return {
    counts: sums.counts,
    changes: await withGone(db, { list, listed }, sums.changes),
    problems,
    notes,
  };
};

/** New companies that are likely here already: told while nothing is written yet. */
const likelyHere = async (
  db: Database,
  outcomes: readonly Outcome[],
  placed: readonly Placed[],
): Promise<ListProblem[]> => {
  const made = new Set(
    outcomes.flatMap((one) =>
      'result' in one && one.result.status === 'accepted' && one.result.created ? one.line : [],
    ),
  );
  const rows = placed.filter(({ line }) => made.has(line));
  const likely = await findLikely(
    db,
    rows.map(({ row }) => row.details),
  );
  return rows.flatMap(({ line }, index) => {
    const account = likely[index];
    return account == null ? [] : problem(line, 'LIKELY_DUPLICATE', account.name);
  });
};

const rehearseSlice = async (
  db: Database,
  slice: readonly Placed[],
  revises: boolean,
  unnumbered: Unnumbered | null,
  frame: Frame,
): Promise<Outcome[]> => {
  const { locations } = await locateRows(db, slice, unnumbered);
  return (await withMadeBefore(db, locations)).map((location): Outcome => {
    if (!isLocated(location)) return location;
    const before = location.account ?? blankAccount(location.accountId);
    const { command } = asking(location, 'dry-run', revises);
    const verdict = decide(before, command, { ...frame, links: {}, history: [] });
    if ('refusal' in verdict)
      return outcomeOf(location, { status: 'refused', refusal: verdict.refusal, row: null }, revises);
    return outcomeOf(location, accepted(before, verdict.account), revises);
  });
};

const accepted = (before: Account, after: Account): Result => ({
  status: 'accepted',
  row: registerRow(after),
  replayed: false,
  changed: after !== before,
  created: after !== before && !exists(before),
});

/** So many rows, from all over the list, tell whether it came before. */
const SAMPLE = 300;

/** The list was imported before under this name, and more than half of its companies are known from it. */
export const findMode = async (
  db: Database,
  placed: readonly Placed[],
  list: string,
): Promise<ImportMode> => {
  const { empty } = await accountsOf(db).where('knownBy', 'array-contains', listing(list)).limit(1).get();
  if (empty || placed.length === 0) return 'add';
  const step = Math.max(1, placed.length / SAMPLE);
  const sample = Array.from(
    { length: Math.min(SAMPLE, placed.length) },
    (_, index) => placed[Math.floor(index * step)],
  ).filter((row) => row !== undefined);
  const { locations } = await locateRows(db, sample, await findUnnumbered(db));
  const known = (await withMadeBefore(db, locations)).filter(
    (one) =>
      isLocated(one) &&
      one.account !== null &&
      exists(one.account) &&
      partOf(one.account.sources, list) !== undefined,
  );
  return known.length * 2 > sample.length ? 'changes' : 'add';
};
