/** What an import would do, without writing anything. */
import type { CompanyRow, ListIdentities } from '../company-list/company-rows';
import type { ListProblem } from '../company-list/list-problems';
import { type Account, blankAccount, isRegistered } from '../domain/account/account';
import { decide } from '../domain/commands/decide';
import { registerRow } from '../domain/register/row';
import { readUnnumberedAccounts } from '../store/company-candidates';
import type { Database } from '../store/firestore';
import type { CommandContext } from './command-context';
import {
  decidedOf,
  type ImportRowResult,
  type ImportTerms,
  importRequestOf,
  importRowResultOf,
} from './import-row-result';
import { type ImportResult, ROWS_PER_SLICE, ROWS_PER_STEP } from './import-rows';
import { addRowResults, type ImportTotals, initialTotals, type ListedStatus } from './import-totals';
import type { DecidedRow, ListChoices } from './list-choices';
import { withDropouts } from './list-dropouts';
import {
  isMatched,
  matchImportRows,
  type RowMatching,
  type UndecidedRow,
  withAccountsMadeBefore,
} from './match-import-rows';
import { mapSlices } from './row-slices';
import { accountsOfFile, findSimilarRows, type IsOfFile, type SimilarRow } from './similar-rows';
import type { SubmitResult } from './submission';

interface DryRun {
  list: string;
  /** Of a list that came again; null where it is to fill in and add only. */
  identities: ListIdentities | null;
  /** Index of the first company of this run. */
  from: number;
  appliesStatus: boolean;
  choices: ListChoices;
  /** Rows that are left out, since an earlier row of the file likely is theirs: counted with the first company. */
  twice: number;
  /** Asked after each step; true ends the run, to be resumed from there. */
  isTimeUp: () => boolean;
}

/** The totals are those of this run's companies; `next` is the index of the first one of the next run, null where all are done. */
export const dryRunImport = async (
  db: Database,
  companies: readonly CompanyRow[],
  { list, identities, from, appliesStatus, choices, twice, isTimeUp }: DryRun,
  context: CommandContext,
): Promise<
  Pick<ImportTotals, 'counts' | 'changes'> & Omit<ImportResult, 'state'> & { next: number | null }
> => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const undecided: UndecidedRow[] = [];
  const decided: DecidedRow[] = [];
  const statuses: ListedStatus[] = [];
  const similar: SimilarRow[] = [];
  const terms = { batch: 'dry-run', revises: identities !== null, appliesStatus };
  let totals = initialTotals(terms.revises ? 'changes' : 'add', null, from === 0 ? twice : 0);
  const unnumbered = await readUnnumberedAccounts(db);
  const isOfFile = accountsOfFile(companies);
  for (let start = from; start < companies.length; ) {
    const rows = companies.slice(start, start + ROWS_PER_STEP);
    const results = await mapSlices(rows, ROWS_PER_SLICE, (slice) =>
      dryRunSlice(db, slice, terms, { choices, unnumbered, isOfFile }, context),
    );
    const rowResults = results.map(({ row }) => row);
    const added = addRowResults(totals, rowResults);
    totals = added.totals;
    problems.push(...added.problems);
    notes.push(...added.notes);
    undecided.push(...added.undecided);
    decided.push(...decidedOf(rowResults));
    statuses.push(...added.statuses);
    similar.push(...results.flatMap((one) => one.similar ?? []));
    start += rows.length;
    // Finding who has left the list takes its time, too: where that is up with the last row, the next call does it.
    const isRestLeft = start < companies.length || identities !== null;
    const { counts, changes } = totals;
    if (isRestLeft && isTimeUp())
      return { counts, changes, problems, notes, undecided, decided, statuses, similar, next: start };
  }
  const changes = await withDropouts(db, list, identities, totals.changes);
  return {
    counts: totals.counts,
    changes,
    problems,
    notes,
    undecided,
    decided,
    statuses,
    similar,
    next: null,
  };
};

const dryRunSlice = async (
  db: Database,
  slice: readonly CompanyRow[],
  terms: ImportTerms,
  matching: RowMatching & { isOfFile: IsOfFile },
  context: CommandContext,
): Promise<{ row: ImportRowResult; similar: SimilarRow | null }[]> => {
  const matched = await matchImportRows(db, slice, matching);
  const matches = await withAccountsMadeBefore(db, matched.matches);
  const similar = await findSimilarRows(db, matches, matching.isOfFile, matching.unnumbered);
  return matches.map((match) => {
    if (!isMatched(match)) return { row: match, similar: null };
    const before = match.account ?? blankAccount(match.accountId);
    const { command } = importRequestOf(match, terms);
    const decision = decide(before, command, { ...context, links: {}, history: [] });
    const result: SubmitResult =
      'refusal' in decision
        ? { refusal: decision.refusal, row: null }
        : acceptedResult(before, decision.account);
    // A row that is refused makes no company that somebody could take for another.
    const isNew = !('refusal' in result) && result.effect === 'created';
    return {
      row: importRowResultOf(match, result, terms),
      similar: isNew ? (similar.get(match) ?? null) : null,
    };
  });
};

const acceptedResult = (before: Account, after: Account): SubmitResult => ({
  row: registerRow(after),
  replayed: false,
  effect: after === before ? 'none' : isRegistered(before) ? 'changed' : 'created',
});
