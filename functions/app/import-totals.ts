/** What became of the rows of an import, added up: counts, what changed, what is wrong and what is good to know. */
import { type ListProblem, listProblem, refusedRow } from '../company-list/list-problems';
import type { ImportBatch, ImportMode, ListChanges } from '../contract/import';
import type { Account } from '../domain/account/account';
import { nameSpellings } from '../domain/company/company-identity';
import { isShortFor } from '../domain/company/name/same-name';
import type { Status } from '../domain/status/statuses';
import type { DecidedRowResult, ImportRowResult } from './import-row-result';
import type { UndecidedRow } from './match-import-rows';

export type ImportTotals = Pick<ImportBatch, 'counts' | 'changes' | 'closed'>;

const MAX_REVISIONS_LISTED = 100;
const MAX_EXAMPLES = 20;
const MAX_CLOSED_LISTED = 500;

const NO_CHANGES: ListChanges = {
  counts: { renamed: 0, renumbered: 0, added: 0, unchanged: 0, gone: null },
  renamed: [],
  renumbered: [],
  added: [],
  unchanged: [],
  gone: [],
};

/**
 * Before the first row. `before` is what an earlier run of the same batch has changed: it does not rename anything twice, so
 * what it has renamed and renumbered stays in the totals. `twice` rows are left out already, since an earlier row likely is theirs.
 */
export const initialTotals = (mode: ImportMode, before: ListChanges | null, twice: number): ImportTotals => ({
  counts: { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0, undecided: twice },
  changes: mode === 'add' ? null : initialChanges(before),
  closed: [],
});

const initialChanges = (before: ListChanges | null): ListChanges => {
  if (before === null) return NO_CHANGES;
  const { renamed, renumbered } = before.counts;
  return {
    ...NO_CHANGES,
    counts: { ...NO_CHANGES.counts, renamed, renumbered },
    renamed: before.renamed,
    renumbered: before.renumbered,
  };
};

/** A status of the list that the account did not have: it has it now, or has kept its own. */
export interface ListedStatus {
  line: number;
  accountId: string;
  name: string;
  from: Status;
  to: Status;
  isApplied: boolean;
}

/** What a person should read about some rows. */
interface RowRemarks {
  problems: ListProblem[];
  notes: ListProblem[];
  undecided: UndecidedRow[];
  statuses: ListedStatus[];
}

/** The totals with further rows, and what a person should read about these. */
export const addRowResults = (
  { counts, changes, closed }: ImportTotals,
  results: readonly ImportRowResult[],
): RowRemarks & { totals: ImportTotals } => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const undecided: UndecidedRow[] = [];
  const summed = { ...counts };
  for (const row of results) {
    if ('problem' in row) {
      problems.push(row.problem);
      summed.refused += 1;
      continue;
    }
    if ('likely' in row) {
      undecided.push(row);
      summed.undecided += 1;
      continue;
    }
    const { line, name, before, result, revision, decided } = row;
    for (const company of closedCompany(row))
      notes.push(listProblem(line, 'COMPANY_CLOSED', `${company.name} ${company.closure}`.trim()));
    if (revision?.isFormerName) notes.push(listProblem(line, 'NAME_IS_FORMER', name));
    // Whoever has said which company it is has seen both names.
    else if (before !== null && decided === null && revision?.name == null && !hasName(before, name))
      notes.push(listProblem(line, 'NAME_IS_OTHER', `${name} / ${before.name}`));
    if ('refusal' in result) {
      problems.push(refusedRow(line, result.refusal));
      summed.refused += 1;
    } else if (result.effect === 'none') summed.unchanged += 1;
    else {
      if (result.effect === 'created') summed.created += 1;
      else summed.filled += 1;
      if (result.row.debts.length > 0) summed.withDebts += 1;
    }
  }
  return {
    totals: {
      counts: summed,
      changes: changes && addChanges(changes, results),
      closed: [...closed, ...results.flatMap(closedCompany)].slice(0, MAX_CLOSED_LISTED),
    },
    problems,
    notes,
    undecided,
    statuses: results.flatMap((row) => ('result' in row ? (listedStatus(row) ?? []) : [])),
  };
};

/** One of the register that the list has as closed, and that nobody has put on file. */
const closedCompany = (row: ImportRowResult): ImportTotals['closed'] => {
  if (!('result' in row) || row.before === null || row.closure === null) return [];
  const { before, closure, result } = row;
  if (before.standing.status === 'ON_FILE') return [];
  const version = 'refusal' in result ? before.version : result.row.version;
  return [{ accountId: before.id, name: before.name, closure, version }];
};

const hasName = (account: Account, name: string): boolean =>
  nameSpellings(account).some(({ text }) => isShortFor(name, text));

const listedStatus = ({ line, before, status, result }: DecidedRowResult): ListedStatus | null => {
  if (before === null || status === null || 'refusal' in result) return null;
  const { id: accountId, name, standing } = before;
  if (standing.status === status) return null;
  return {
    line,
    accountId,
    name,
    from: standing.status,
    to: status,
    isApplied: result.row.status === status,
  };
};

const addChanges = (changes: ListChanges, results: readonly ImportRowResult[]): ListChanges => {
  const counts = { ...changes.counts };
  const renamed = [...changes.renamed];
  const renumbered = [...changes.renumbered];
  const added = [...changes.added];
  const unchanged = [...changes.unchanged];
  for (const row of results) {
    if (!('result' in row) || 'refusal' in row.result) continue;
    const { line, name, before, revision, result } = row;
    if (result.effect === 'none') {
      counts.unchanged += 1;
      if (unchanged.length < MAX_EXAMPLES) unchanged.push({ line, name });
    } else if (result.effect === 'created') {
      counts.added += 1;
      if (added.length < MAX_EXAMPLES) added.push({ line, name });
    } else if (before !== null && revision !== null) {
      const { id: accountId } = before;
      if (revision.name !== null) {
        counts.renamed += 1;
        if (renamed.length < MAX_REVISIONS_LISTED)
          renamed.push({ line, accountId, from: before.name, to: revision.name });
      }
      if (revision.corporateNumber !== null) {
        counts.renumbered += 1;
        const [from, to] = [before.corporateNumber ?? '', revision.corporateNumber];
        if (renumbered.length < MAX_REVISIONS_LISTED) renumbered.push({ line, accountId, name, from, to });
      }
    }
  }
  return { counts, renamed, renumbered, added, unchanged, gone: changes.gone };
};
