/** What became of the rows of an import, added up: counts, what changed, what is wrong and what is good to know. */
import { type ListProblem, listProblem } from '../company-list/list-problems';
import type { ImportBatch, ListChanges } from '../contract/import';
import type { Account } from '../domain/account/account';
import type { Revision } from '../domain/commands/import-revision';
import type { SubmitResult } from './submit-request';

export type ImportRowResult =
  | {
      line: number;
      /** As the list has it. */
      name: string;
      before: Account | null;
      /** Null for a new company. */
      revision: Revision | null;
      result: SubmitResult;
    }
  | { problem: ListProblem };

type ImportTotals = Pick<ImportBatch, 'counts' | 'changes'>;

const MAX_REVISIONS_LISTED = 100;
const MAX_EXAMPLES = 20;

const NO_CHANGES: ListChanges = {
  counts: { renamed: 0, renumbered: 0, added: 0, unchanged: 0, gone: null },
  renamed: [],
  renumbered: [],
  added: [],
  unchanged: [],
  gone: [],
};

/** Of a batch that begins anew: what it has renamed already is not renamed again, and stays told. */
export const initialChanges = (before: ListChanges | null): ListChanges =>
  before === null
    ? NO_CHANGES
    : {
        ...NO_CHANGES,
        counts: {
          ...NO_CHANGES.counts,
          renamed: before.counts.renamed,
          renumbered: before.counts.renumbered,
        },
        renamed: before.renamed,
        renumbered: before.renumbered,
      };

export const addRowResults = (
  { counts, changes }: ImportTotals,
  outcomes: readonly ImportRowResult[],
): { sums: ImportTotals; problems: ListProblem[]; notes: ListProblem[] } => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const sum = { ...counts };
  for (const outcome of outcomes) {
    if ('problem' in outcome) {
      problems.push(outcome.problem);
      sum.refused += 1;
      continue;
    }
    const { line, name, result, revision } = outcome;
    if (revision?.isFormerName) notes.push(listProblem(line, 'NAME_IS_FORMER', name));
    if (result.status === 'refused') {
      problems.push(listProblem(line, 'ROW_REFUSED', result.refusal.code));
      sum.refused += 1;
    } else if (!result.changed) sum.unchanged += 1;
    else {
      if (result.created) sum.created += 1;
      else sum.filled += 1;
      if (result.row.debts.length > 0) sum.withDebts += 1;
    }
  }
  return { sums: { counts: sum, changes: changes && addChanges(changes, outcomes) }, problems, notes };
};

const addChanges = (changes: ListChanges, outcomes: readonly ImportRowResult[]): ListChanges => {
  const counts = { ...changes.counts };
  const renamed = [...changes.renamed];
  const renumbered = [...changes.renumbered];
  const added = [...changes.added];
  const unchanged = [...changes.unchanged];
  for (const outcome of outcomes) {
    if ('problem' in outcome || outcome.result.status === 'refused') continue;
    const { line, name, before, revision, result } = outcome;
    if (!result.changed) {
      counts.unchanged += 1;
      if (unchanged.length < MAX_EXAMPLES) unchanged.push({ line, name });
    } else if (result.created) {
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
