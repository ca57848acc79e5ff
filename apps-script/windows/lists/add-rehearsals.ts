/** Adds up the answers for a long list that is rehearsed in several calls, each for its own rows. */
import type { ImportAnswer, ListChanges } from '../../../functions/contract/import';

export const addRehearsals = (before: ImportAnswer | null, next: ImportAnswer): ImportAnswer =>
  before === null
    ? next
    : {
        ...before,
        next: next.next,
        twice: before.twice + next.twice,
        counts: addCounts(before.counts, next.counts),
        changes: addChanges(before.changes, next.changes),
        problems: [...before.problems, ...next.problems],
        problemCount: before.problemCount + next.problemCount,
        notes: [...before.notes, ...next.notes],
        noteCount: before.noteCount + next.noteCount,
        undecided: [...before.undecided, ...next.undecided],
        undecidedCount: before.undecidedCount + next.undecidedCount,
        similar: [...before.similar, ...next.similar],
        similarCount: before.similarCount + next.similarCount,
        decided: [...before.decided, ...next.decided],
        decidedCount: before.decidedCount + next.decidedCount,
        statuses: [...before.statuses, ...next.statuses],
        statusCount: before.statusCount + next.statusCount,
      };

const addCounts = (a: ImportAnswer['counts'], b: ImportAnswer['counts']): ImportAnswer['counts'] => ({
  created: a.created + b.created,
  filled: a.filled + b.filled,
  unchanged: a.unchanged + b.unchanged,
  refused: a.refused + b.refused,
  withDebts: a.withDebts + b.withDebts,
  undecided: a.undecided + b.undecided,
});

/** Which companies have left the list is only known at its end. */
const addChanges = (a: ListChanges | null, b: ListChanges | null): ListChanges | null =>
  a === null || b === null
    ? b
    : {
        counts: {
          renamed: a.counts.renamed + b.counts.renamed,
          renumbered: a.counts.renumbered + b.counts.renumbered,
          added: a.counts.added + b.counts.added,
          unchanged: a.counts.unchanged + b.counts.unchanged,
          gone: b.counts.gone,
        },
        renamed: [...a.renamed, ...b.renamed],
        renumbered: [...a.renumbered, ...b.renumbered],
        added: [...a.added, ...b.added],
        unchanged: [...a.unchanged, ...b.unchanged],
        gone: b.gone,
      };
