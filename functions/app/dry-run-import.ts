/** What an import would do, without writing anything. */
import type { CompanyRow, ListIdentities } from '../company-list/company-rows';
import { type ListProblem, listProblem } from '../company-list/list-problems';
import { type Account, blankAccount, isRegistered } from '../domain/account/account';
import { decide } from '../domain/commands/decide';
import { registerRow } from '../domain/register/row';
import { readUnnumberedAccounts, type UnnumberedAccounts } from '../store/company-candidates';
import type { Database } from '../store/firestore';
import type { CommandContext } from './command-context';
import { type ImportRowResult, importRequestOf, importRowResultOf } from './import-row-result';
import { type ImportResult, ROWS_PER_SLICE, ROWS_PER_STEP } from './import-rows';
import { addRowResults, type ImportTotals, initialTotals } from './import-totals';
import { findLikelyDuplicates } from './likely-duplicates';
import { withDropouts } from './list-dropouts';
import { isMatched, matchImportRows, withAccountsMadeBefore } from './match-import-rows';
import { mapSlices } from './row-slices';
import type { SubmitResult } from './submission';

interface DryRun {
  list: string;
  /** Of a list that came again; null where it is to fill in and add only. */
  identities: ListIdentities | null;
  /** Index of the first company of this run. */
  from: number;
  /** Asked after each step; true ends the run, to be resumed from there. */
  isTimeUp: () => boolean;
}

/** The totals are those of this run's companies; `next` is the index of the first one of the next run, null where all are done. */
export const dryRunImport = async (
  db: Database,
  companies: readonly CompanyRow[],
  { list, identities, from, isTimeUp }: DryRun,
  context: CommandContext,
): Promise<ImportTotals & Pick<ImportResult, 'problems' | 'notes'> & { next: number | null }> => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const revises = identities !== null;
  let totals = initialTotals(revises ? 'changes' : 'add', null);
  const unnumbered = await readUnnumberedAccounts(db);
  for (let start = from; start < companies.length; ) {
    const rows = companies.slice(start, start + ROWS_PER_STEP);
    const results = await mapSlices(rows, ROWS_PER_SLICE, (slice) =>
      dryRunSlice(db, slice, revises, unnumbered, context),
    );
    const added = addRowResults(totals, results);
    totals = added.totals;
    problems.push(...added.problems);
    notes.push(...added.notes, ...(await likelyDuplicateNotes(db, results, rows)));
    start += rows.length;
    // Finding who has left the list takes its time, too: where that is up with the last row, the next call does it.
    const isRestLeft = start < companies.length || identities !== null;
    if (isRestLeft && isTimeUp()) return { ...totals, problems, notes, next: start };
  }
  const changes = await withDropouts(db, list, identities, totals.changes);
  return { counts: totals.counts, changes, problems, notes, next: null };
};

const dryRunSlice = async (
  db: Database,
  slice: readonly CompanyRow[],
  revises: boolean,
  unnumbered: UnnumberedAccounts | null,
  context: CommandContext,
): Promise<ImportRowResult[]> => {
  const { matches } = await matchImportRows(db, slice, unnumbered);
  return (await withAccountsMadeBefore(db, matches)).map((match): ImportRowResult => {
    if (!isMatched(match)) return match;
    const before = match.account ?? blankAccount(match.accountId);
    const { command } = importRequestOf(match, 'dry-run', revises);
    const decision = decide(before, command, { ...context, links: {}, history: [] });
    const result: SubmitResult =
      'refusal' in decision
        ? { refusal: decision.refusal, row: null }
        : acceptedResult(before, decision.account);
    return importRowResultOf(match, result, revises);
  });
};

const acceptedResult = (before: Account, after: Account): SubmitResult => ({
  row: registerRow(after),
  replayed: false,
  effect: after === before ? 'none' : isRegistered(before) ? 'changed' : 'created',
});

/** New companies that another account likely is already: worth a look while nothing is written yet. */
const likelyDuplicateNotes = async (
  db: Database,
  results: readonly ImportRowResult[],
  companies: readonly CompanyRow[],
): Promise<ListProblem[]> => {
  const newLines = new Set(
    results.flatMap((row) =>
      'result' in row && 'effect' in row.result && row.result.effect === 'created' ? row.line : [],
    ),
  );
  const added = companies.filter(({ line }) => newLines.has(line));
  const duplicates = await findLikelyDuplicates(
    db,
    added.map(({ row }) => row.details),
  );
  return added.flatMap(({ line }, index) => {
    const account = duplicates[index];
    return account == null ? [] : listProblem(line, 'LIKELY_DUPLICATE', account.name);
  });
};
